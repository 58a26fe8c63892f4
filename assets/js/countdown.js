// <time datetime="…" data-countdown data-units='d h min'>: keeps "2 d 4 h" true
// while the page stays open. The server wrote the first value; units are its words.

export function start() {
  const all = [...document.querySelectorAll('[data-countdown]')];
  const tick = () => all.forEach(tell);
  tick();
  setInterval(tick, 30_000);
}

function tell(element) {
  const end = Date.parse(element.getAttribute('datetime'));
  const [days, hours, minutes] = (element.dataset.units || 'd h min').split(' ');
  const left = Math.floor((end - Date.now()) / 60_000);
  if (!Number.isFinite(left)) return;
  if (left < 0) {
    // The phase is over: what the page offers is no longer true.
    if (element.dataset.countdown === 'reload' && !document.querySelector('[data-autosave]')) location.reload();
    return;
  }
  const day = Math.floor(left / 1440);
  const hour = Math.floor((left % 1440) / 60);
  const text = day > 0 ? `${day} ${days} ${hour} ${hours}` : `${hour} ${hours} ${left % 60} ${minutes}`;
  if (element.textContent !== text) element.textContent = text;
}
