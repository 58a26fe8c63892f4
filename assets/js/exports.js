// While the server writes an export, its page says how far it is. A form that is sent gets a ticket;
// with it the page asks. What the server does not know shows as a bar without an end.

export function start() {
  const line = document.querySelector('[data-export-line]');
  const bar = line.querySelector('progress');
  let timer;

  for (const form of document.querySelectorAll('[data-export]')) {
    form.addEventListener('submit', () => {
      const ticket = Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');
      form.elements.ticket.value = ticket;
      line.hidden = false;
      bar.removeAttribute('value');
      clearInterval(timer);
      const until = Date.now() + 600000;
      timer = setInterval(async () => {
        const answer = await fetch(`${line.dataset.exportLine}?ticket=${ticket}`).catch(() => null);
        const { done, total, finished } = answer?.ok ? await answer.json() : {};
        if (total > 0) {
          bar.max = total;
          bar.value = done;
        }
        if (finished || Date.now() > until) {
          clearInterval(timer);
          line.hidden = true;
        }
      }, 700);
    });
  }
}
