// <time datetime="…" data-countdown data-seconds="…%m…%s…" data-yours="…%t…">: what
// is left until an instant. In the last hour it tells the seconds; where the reader's
// clock shows another time than the page, it adds the reader's.

const HOUR = 3_600_000;

export function start() {
  for (const element of document.querySelectorAll('[data-countdown]')) {
    const end = Date.parse(element.getAttribute('datetime'));
    if (!Number.isFinite(end)) continue;
    tellYours(element, end);
    tick(element, end);
  }
}

function tick(element, end) {
  const left = end - Date.now();
  if (left <= 0) {
    // The phase is over: what the page offers is no longer true.
    if (!document.querySelector('[data-autosave]')) setTimeout(() => location.reload(), 2_000);
    return;
  }
  if (left <= HOUR) {
    const seconds = Math.floor(left / 1_000);
    const text = element.dataset.seconds
      .replace('%m', Math.floor(seconds / 60))
      .replace('%s', String(seconds % 60).padStart(2, '0'));
    if (element.textContent !== text) element.textContent = text;
  }
  // A timer of many days would overflow; and a laptop that slept catches up.
  setTimeout(() => tick(element, end), left <= HOUR ? 1_000 - (Date.now() % 1_000) : Math.min(left - HOUR, HOUR));
}

function tellYours(element, end) {
  const language = document.documentElement.lang;
  const of = (timeZone) => new Intl.DateTimeFormat(language, { dateStyle: 'long', timeStyle: 'short', timeZone }).format(end);
  const yours = of();
  let pages;
  try {
    pages = of(element.dataset.zone);
  } catch {
    return;
  }
  if (yours === pages) return;
  const words = document.createElement('small');
  words.className = 'muted';
  words.textContent = ` ${element.dataset.yours.replace('%t', yours)}`;
  element.after(words);
}
