// <textarea data-count="600" data-count-text="%n of %max">: fills the element
// [data-counter-for=id]; said aloud only from 90 % on.

export function start() {
  for (const field of document.querySelectorAll('[data-count]')) {
    const shown = document.querySelector(`[data-counter-for="${CSS.escape(field.id)}"]`);
    if (!shown) continue;
    const max = Number(field.dataset.count);
    const count = () => {
      // Code points, with line ends as the server counts them.
      const length = [...field.value.replaceAll('\r\n', '\n')].length;
      shown.textContent = field.dataset.countText.replace('%n', length).replace('%max', max);
      const near = max > 0 && length >= max * 0.9;
      shown.classList.toggle('near', near && length <= max);
      shown.classList.toggle('over', max > 0 && length > max);
      shown.setAttribute('aria-live', near ? 'polite' : 'off');
    };
    field.addEventListener('input', count);
    count();
  }
}
