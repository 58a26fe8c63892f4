// <div data-outbox data-rest="URL URL…">: sheets that could not be sent wait on this device, in their
// order, through closed tabs and ended sessions, and leave by themselves, each once. What is still to be
// scored is kept too (sw.js), so that the next entry opens without a network.

const PREFIX = 'sent:';
const EVERY = 5_000;

let line;

export function start() {
  line = document.querySelector('[data-outbox]');
  const form = document.querySelector('[data-scorecard]');
  form?.addEventListener('submit', (event) => submit(event, form));
  addEventListener('online', send);
  setInterval(send, EVERY);
  tell();
  send();
  keepPages();
}

async function keepPages() {
  if (!navigator.serviceWorker) return;
  await navigator.serviceWorker.register('/sw.js');
  const { active } = await navigator.serviceWorker.ready;
  const files = performance.getEntriesByType('resource').map(({ name }) => new URL(name).pathname).filter((path) => path.startsWith('/a/'));
  active.postMessage({ keep: [...new Set([location.pathname, line.dataset.home, ...rest()])], files });
}

const rest = () => line.dataset.rest.split(' ').filter(Boolean);

function waiting() {
  const keys = Object.keys(localStorage).filter((key) => key.startsWith(PREFIX)).sort();
  return keys.map((key) => ({ key, ...JSON.parse(localStorage.getItem(key)) }));
}

async function submit(event, form) {
  // Autosave lets a save that is under way end first, and sends the form again.
  if (event.defaultPrevented) return;
  event.preventDefault();
  // The property would name the page where a button has no address of its own.
  const url = event.submitter?.getAttribute('formaction') ?? form.getAttribute('action');
  const body = new URLSearchParams(new FormData(form)).toString();
  const answer = await post(url, body);
  if (answer?.ok) {
    location.assign((await answer.json()).next);
  } else if (answer && answer.type !== 'opaqueredirect' && answer.status < 500) {
    form.action = url;
    form.submit(); // The server's own page says what is wrong.
  } else {
    put(url, body);
    location.assign(rest().find((path) => !waiting().some((one) => one.url.startsWith(path))) ?? line.dataset.home);
  }
}

// The same sheet sent again takes the place of the first.
function put(url, body) {
  const known = waiting().find((one) => one.url === url)?.key;
  localStorage.setItem(known ?? `${PREFIX}${Date.now()}:${url}`, JSON.stringify({ url, body }));
  tell();
}

async function post(url, body) {
  try {
    return await fetch(url, {
      method: 'POST',
      body,
      headers: { 'X-Requested-With': 'fetch', 'Content-Type': 'application/x-www-form-urlencoded' },
      credentials: 'same-origin',
      redirect: 'manual',
      signal: AbortSignal.timeout(10_000),
    });
  } catch {
    return null;
  }
}

// One tab at a time, one sheet after the other.
function send() {
  if (!waiting().some((one) => !one.refused)) return;
  navigator.locks.request('outbox', { ifAvailable: true }, async (lock) => {
    if (!lock) return;
    for (const { key, url, body, refused } of waiting()) {
      if (refused) continue;
      const answer = await post(url, body);
      if (answer?.ok) {
        localStorage.removeItem(key);
        localStorage.removeItem(`draft:${url.replace(/\/\w+$/, '')}`);
      } else if ([404, 409, 422].includes(answer?.status)) {
        localStorage.setItem(key, JSON.stringify({ url, body, refused: true }));
      } else {
        break;
      }
      tell();
    }
  });
}

function tell() {
  const all = waiting();
  const refused = all.filter((one) => one.refused);
  const left = all.length - refused.length;
  line.hidden = all.length === 0;
  line.replaceChildren();
  if (left) line.append(line.dataset.waiting.replace('%n', left), ' ');
  for (const one of refused) line.append(look(one));
}

// Whoever sent a sheet that was refused looks at both versions, as the server shows them.
function look({ key, url, body }) {
  const form = Object.assign(document.createElement('form'), { method: 'post', action: url, className: 'row' });
  for (const [name, value] of new URLSearchParams(body)) {
    form.append(Object.assign(document.createElement('input'), { type: 'hidden', name, value }));
  }
  const button = Object.assign(document.createElement('button'), { className: 'linkbtn', textContent: line.dataset.look });
  form.append(line.dataset.refused, ' ', button);
  form.addEventListener('submit', () => localStorage.removeItem(key));
  return form;
}
