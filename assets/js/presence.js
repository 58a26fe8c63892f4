// <p data-presence="URL" data-section="N">: tells the server on which section somebody is,
// and says who else is there.

const EVERY = 20_000;

export function start() {
  const line = document.querySelector('[data-presence]');
  if (line.textContent) tell(line);
  setInterval(() => tell(line), EVERY);
}

async function tell(line) {
  if (document.hidden) return;
  try {
    const answer = await fetch(line.dataset.presence, {
      method: 'POST',
      body: new URLSearchParams({ section: line.dataset.section }),
      headers: { 'X-Requested-With': 'fetch', Accept: 'application/json' },
      credentials: 'same-origin',
    });
    if (!answer.ok || answer.redirected) return;
    const { here } = await answer.json();
    if (line.textContent !== here) line.textContent = here;
  } catch {
    // Without a network nobody else is heard of; the page says so where it saves.
  }
}
