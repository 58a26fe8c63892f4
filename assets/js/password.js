// <button data-reveal="id" data-show="…" data-hide="…"> shows or hides what was
// typed into that password field.

export function start() {
  for (const button of document.querySelectorAll('[data-reveal]')) {
    const field = document.getElementById(button.dataset.reveal);
    if (!field) continue;
    const show = (shown) => {
      field.type = shown ? 'text' : 'password';
      button.querySelector('[data-word]').textContent = shown ? button.dataset.hide : button.dataset.show;
    };
    button.addEventListener('click', () => show(field.type === 'password'));
    // Sent as a password again: a browser would keep plain text among its suggestions.
    field.form?.addEventListener('submit', () => show(false));
  }
}
