// <div data-room="URL">: a category of a deliberation. The server sends it anew whenever it
// changes; where that fails, the page is asked every ten seconds. What somebody types stays.

const EVERY = 10_000;

export function start() {
  const room = document.querySelector('[data-room]');
  const source = new EventSource(room.dataset.room);
  let timer = 0;
  source.onmessage = ({ data }) => {
    clearInterval(timer);
    timer = 0;
    show(room, JSON.parse(data).html);
  };
  source.onerror = () => {
    if (source.readyState === EventSource.CLOSED && !timer) timer = setInterval(() => ask(room), EVERY);
  };
  setInterval(() => tick(room), 1_000);
  tick(room);
}

async function ask(room) {
  try {
    const answer = await fetch(location.href, { credentials: 'same-origin' });
    if (!answer.ok || answer.redirected) return;
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
    show(room, page.querySelector('[data-room]')?.innerHTML ?? '');
  } catch {
    // Without a network there is no news; the next try finds it.
  }
}

function show(room, html) {
  if (!html) return location.reload();
  const next = document.createElement('template');
  next.innerHTML = html;
  const keys = (of) => [...of.querySelectorAll('[data-motion]')].map((motion) => motion.dataset.motion).join();
  if (keys(room) !== keys(next.content)) {
    const typed = [...room.querySelectorAll('textarea')].some((field) => field.value !== field.defaultValue);
    if (typed) offer(room);
    else room.replaceChildren(next.content);
  } else {
    for (const part of next.content.querySelectorAll('[data-live]')) {
      const old = room.querySelector(`[data-live="${part.dataset.live}"]`);
      if (old && !old.isEqualNode(part)) replace(old, part);
    }
  }
  tick(room);
}

// The focus stays on the button that it was on; what was unfolded stays so.
function replace(old, part) {
  const value = old.contains(document.activeElement) && document.activeElement.value;
  const open = [...old.querySelectorAll('details')].map((one) => one.open);
  old.replaceWith(part);
  part.querySelectorAll('details').forEach((one, at) => { one.open = open[at] ?? false; });
  if (value) part.querySelector(`button[value="${CSS.escape(value)}"]`)?.focus();
}

function offer(room) {
  if (room.previousElementSibling?.matches('[data-offer]')) return;
  const bar = document.createElement('p');
  bar.dataset.offer = '';
  bar.className = 'flash flash-info';
  bar.setAttribute('role', 'status');
  const link = Object.assign(document.createElement('a'), { href: location.href, textContent: room.dataset.reload });
  bar.append(room.dataset.changed, ' ', link);
  room.before(bar);
}

function tick(room) {
  const clock = room.querySelector('[data-clock]');
  if (!clock) return;
  const left = Math.max(0, Math.floor((Date.parse(clock.getAttribute('datetime')) - Date.now()) / 1_000));
  const text = clock.dataset.clock
    .replace('%m', Math.floor(left / 60))
    .replace('%s', String(left % 60).padStart(2, '0'));
  if (clock.textContent !== text) clock.textContent = text;
}
