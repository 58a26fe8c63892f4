// Single keys of a page: [data-key="o"] is pressed, opened or followed by the letter, as long as
// nobody is writing. A button is only focused: what decides is a second, deliberate key.

// [data-say="field"] writes its words into a field, under what is there.

export function start() {
  for (const button of document.querySelectorAll('[data-say]')) {
    button.addEventListener('click', () => {
      const field = document.getElementById(button.dataset.say);
      field.value = [field.value.trimEnd(), button.textContent].filter(Boolean).join('\n');
      field.focus();
    });
  }
  document.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest('input:not([type=checkbox]),textarea,select')) return;
    const target = document.querySelector(`[data-key="${CSS.escape(event.key.toLowerCase())}"]`);
    if (!target) return;
    event.preventDefault();
    if (target.matches('details')) target.open = true;
    const at = target.matches('details') ? target.querySelector('textarea,select') : target;
    at?.focus();
    if (at?.matches('a')) at.click();
  });
}
