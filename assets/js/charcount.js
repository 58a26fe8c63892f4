// <textarea data-count="600" data-count-text="%n of %max">: fills the element
// [data-counter-for=id]; said aloud only from 90 % on. data-count-unit="words" counts
// words instead of characters.

export function start() {
  for (const field of document.querySelectorAll('[data-count]')) {
    const shown = document.querySelector(`[data-counter-for="${CSS.escape(field.id)}"]`);
    if (!shown) continue;
    const max = Number(field.dataset.count);
    const count = () => {
      const length = field.dataset.countUnit === 'words' ? words(field.value) : characters(field.value);
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

// Code points, with line ends as the server counts them.
function characters(text) {
  return [...text.replaceAll('\r\n', '\n')].length;
}

// As the server counts them: between white space, with a letter or a digit in it.
function words(text) {
  return text.split(/\s+/u).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
}
