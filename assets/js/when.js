// <div data-when="NAME=VALUE">: shown only while the field of that name has, or contains, that value.
export function start() {
  const parts = [...document.querySelectorAll('[data-when]')];
  const show = () => {
    for (const part of parts) {
      const [name, value] = part.dataset.when.split('=');
      const fields = [...document.getElementsByName(name)];
      // The other question stands in another section: the server has decided.
      if (fields.length === 0) continue;
      const says = (field) => (field.type === 'radio' || field.type === 'checkbox' ? field.checked : true) && field.value === value;
      const other = fields[0].closest('[data-when]');
      part.hidden = Boolean(other?.hidden) || !fields.some(says);
      part.classList.toggle('js-only', part.hidden);
    }
  };
  document.addEventListener('change', show);
  show();
}
