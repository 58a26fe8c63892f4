// <div data-upload="URL" data-sending="…%n…%p" data-failed="…%n…" data-retry="…"> with a file
// field: each chosen file leaves at once, one after the other, with its progress. One that did
// not arrive can be sent again; those that did are not. The list of the question is then
// fetched anew. Without a script the button beside the field sends them.

export function start() {
  document.addEventListener('change', (event) => {
    const input = event.target;
    const box = input.closest?.('[data-upload]');
    if (box && input.type === 'file' && input.files.length) sendAll(box, input);
  });
}

async function sendAll(box, input) {
  const files = [...input.files];
  const { name } = input;
  // The form must not send them a second time.
  input.value = '';
  let arrived = 0;
  for (const file of files) arrived += await send(box, name, file);
  if (arrived) await refresh(box);
}

function send(box, name, file) {
  const line = document.createElement('p');
  line.className = 'meter';
  line.setAttribute('role', 'status');
  const bar = document.createElement('progress');
  const words = document.createElement('span');
  bar.max = 100;
  bar.setAttribute('aria-label', file.name);
  line.append(bar, words);
  box.append(line);
  const tell = (percent) => {
    bar.value = percent;
    words.textContent = box.dataset.sending.replace('%n', file.name).replace('%p', `${percent} %`);
  };
  tell(0);
  return new Promise((done) => {
    const data = new FormData();
    data.append(name, file);
    const request = new XMLHttpRequest();
    request.open('POST', box.dataset.upload);
    request.setRequestHeader('X-Requested-With', 'fetch');
    request.setRequestHeader('Accept', 'application/json');
    request.upload.addEventListener('progress', (event) => {
      if (event.lengthComputable) tell(Math.round((event.loaded / event.total) * 100));
    });
    request.addEventListener('load', () => {
      line.remove();
      if (request.status === 200) return done(1);
      refuse(box, reason(request) || box.dataset.failed.replace('%n', file.name));
      return done(0);
    });
    request.addEventListener('error', () => {
      line.remove();
      refuse(box, box.dataset.failed.replace('%n', file.name), async () => {
        if (await send(box, name, file)) await refresh(box);
      });
      done(0);
    });
    request.send(data);
  });
}

// A file that is too large is refused with a page, before its end; the reason stands in it.
function reason(request) {
  try {
    return JSON.parse(request.responseText).error;
  } catch {
    const page = new DOMParser().parseFromString(request.responseText || '', 'text/html');
    return page.querySelector('.errors li, .err, main p')?.textContent?.trim();
  }
}

function refuse(box, text, again) {
  const line = document.createElement('p');
  line.className = 'err';
  line.setAttribute('role', 'alert');
  line.append(text);
  if (again) {
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'btn btn-quiet btn-s';
    button.textContent = box.dataset.retry;
    button.addEventListener('click', () => {
      line.remove();
      again();
    });
    line.append(' ', button);
  }
  box.append(line);
}

// The question's files as the server has them now; what is typed elsewhere stays.
async function refresh(box) {
  const here = box.closest('[data-files]');
  const answer = await fetch(location.href, { credentials: 'same-origin' });
  if (!answer.ok || answer.redirected) return;
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
  const fresh = page.querySelector(`[data-files="${CSS.escape(here.dataset.files)}"]`);
  if (!fresh) return;
  for (const typed of here.querySelectorAll('input[type=text]')) {
    const same = fresh.querySelector(`#${CSS.escape(typed.id)}`);
    if (same) same.value = typed.value;
  }
  const errors = [...here.querySelectorAll('.upload > .err')];
  here.replaceChildren(...fresh.childNodes);
  here.querySelector('.upload')?.append(...errors);
  here.querySelector('.upload input')?.focus();
}
