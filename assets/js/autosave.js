// <form data-autosave="URL">: posts the form as it is typed, with the header
// X-Requested-With: fetch, and says what happened in its [data-save] line, whose
// data- attributes hold the words. The server answers {"saved_at","version"}.

import { keepsake } from './keepsake.js';

const PAUSE = 800;
const PATIENCE = 10_000;

export function start() {
  for (const form of document.querySelectorAll('form[data-autosave]')) watch(form);
}

function watch(form) {
  const line = form.querySelector('[data-save]') || document.querySelector('[data-save]');
  let timer = 0;
  let sending = null; // what is under way, if anything
  let changes = 0; // counted, so that an answer can tell whether more was typed since
  let saved = 0;
  let stopped = false; // a conflict or a lost session: only a person can go on

  const copy = keepsake(form);
  const later = () => {
    changes += 1;
    copy.keep();
    clearTimeout(timer);
    timer = setTimeout(send, PAUSE);
  };
  const now = () => {
    changes += 1;
    copy.keep();
    clearTimeout(timer);
    send();
  };

  async function send() {
    if (stopped || sending || changes === saved) return;
    const upTo = changes;
    sending = post(upTo);
    await sending;
    sending = null;
    if (!stopped && changes !== upTo) send();
  }

  async function post(upTo) {
    say(line, 'saving', line?.dataset.saving);
    try {
      const answer = await fetch(form.dataset.autosave, {
        method: 'POST',
        body: fields(form),
        headers: { 'X-Requested-With': 'fetch', Accept: 'application/json' },
        credentials: 'same-origin',
        signal: AbortSignal.timeout(PATIENCE),
      });
      await read(answer, upTo);
    } catch {
      failed();
    }
  }

  async function read(answer, upTo) {
    if (answer.status === 409) {
      stopped = true;
      say(line, 'conflict', line?.dataset.conflict);
      bar(line?.dataset.conflict, link(line?.dataset.reload, location.href));
    } else if (answer.status === 401 || answer.redirected) {
      stopped = true;
      say(line, 'failed', line?.dataset.signin);
      bar(line?.dataset.signin);
    } else if (answer.ok) {
      const { saved_at: at, version } = await answer.json();
      saved = upTo;
      const held = form.elements.namedItem('version');
      if (held && version !== undefined) held.value = version;
      if (changes === upTo) copy.forget();
      else copy.keep();
      say(line, 'saved', (line?.dataset.saved || '').replace('%t', at));
      bar('');
      form.dispatchEvent(new CustomEvent('saved', { bubbles: true }));
    } else {
      failed();
    }
  }

  function failed() {
    say(line, 'failed', line?.dataset.failed);
    bar(line?.dataset.failed, button(line?.dataset.retry, send));
  }

  function bar(text, action) {
    document.querySelector('.save-bar')?.remove();
    if (!text) return;
    const box = document.createElement('div');
    box.className = 'save-bar';
    box.setAttribute('role', 'alert');
    box.append(text);
    if (action) box.append(action);
    form.append(box);
  }

  // Somebody has saved something else since: a person decides which of the two it is.
  function offer(found) {
    const when = new Date(found.at).toLocaleString(document.documentElement.lang);
    const take = button(line.dataset.copyYes, () => {
      bar('');
      copy.bringBack(found);
    });
    const drop = button(line.dataset.copyNo, () => {
      bar('');
      copy.forget();
    });
    drop.className = 'btn btn-quiet';
    const both = document.createElement('span');
    both.className = 'acts';
    both.append(take, drop);
    bar(line.dataset.copy.replace('%t', when), both);
  }

  form.addEventListener('input', (event) => {
    if (!event.target.matches('input[type=radio],input[type=checkbox],select,input[type=file]')) later();
  });
  form.addEventListener('change', (event) => {
    if (!event.target.matches('input[type=file]')) now();
  });
  // Sending the form while a save is under way would send an old version and
  // meet a conflict with oneself: let the save end first.
  form.addEventListener('submit', async (event) => {
    clearTimeout(timer);
    if (event.defaultPrevented) return;
    if (sending) {
      event.preventDefault();
      const by = event.submitter;
      await sending;
      sending = null;
      saved = changes;
      form.requestSubmit(by);
      return;
    }
    saved = changes; // the form itself carries everything now
  });
  addEventListener('online', send);
  const found = copy.find();
  if (found?.isCurrent) copy.bringBack(found);
  else if (found && line?.dataset.copy) offer(found);
  addEventListener('pagehide', () => {
    if (!stopped && changes !== saved) navigator.sendBeacon(form.dataset.autosave, fields(form));
  });
}

function fields(form) {
  const data = new FormData(form);
  for (const [name, value] of [...data]) if (typeof value !== 'string') data.delete(name);
  return new URLSearchParams(data);
}

// The line is a status for screen readers: touched only when the words change.
function say(line, state, text) {
  if (!line || text === undefined) return;
  line.dataset.state = state;
  if (line.textContent !== text) line.textContent = text;
}

function button(text, act) {
  const made = document.createElement('button');
  made.type = 'button';
  made.className = 'btn btn-danger';
  made.textContent = text || '';
  made.addEventListener('click', act);
  return made;
}

function link(text, href) {
  const made = document.createElement('a');
  made.className = 'btn btn-danger';
  made.textContent = text || '';
  made.href = href;
  return made;
}
