// <ol data-drag="SECTION"> of <li id="KEY"> with a .moves form: a line is dragged to
// another place, of another list too. The form sends where it was dropped; without a
// mouse its buttons do the same.

let dragged = null;

export function start() {
  for (const list of document.querySelectorAll('[data-drag]')) {
    list.addEventListener('dragover', (event) => over(event, list));
    list.addEventListener('drop', (event) => drop(event, list));
    for (const line of list.children) {
      line.draggable = true;
      line.addEventListener('dragstart', (event) => {
        dragged = line;
        event.dataTransfer.effectAllowed = 'move';
        event.dataTransfer.setData('text/plain', line.id);
      });
      line.addEventListener('dragend', clear);
    }
  }
}

// The line before which a drop at this height would put the dragged one; none at the end.
function next(list, y) {
  return [...list.children].find((line) => {
    const box = line.getBoundingClientRect();
    return y < box.top + box.height / 2;
  });
}

function over(event, list) {
  if (!dragged) return;
  event.preventDefault();
  clear();
  const line = next(list, event.clientY);
  if (line) line.classList.add('drop-before');
  else list.classList.add('drop-end');
}

function drop(event, list) {
  if (!dragged) return;
  event.preventDefault();
  clear();
  let line = next(list, event.clientY);
  if (line === dragged) line = dragged.nextElementSibling;
  const form = dragged.querySelector('form.moves');
  for (const [name, value] of [['section', list.dataset.drag], ['before', line?.id ?? '']]) {
    const field = document.createElement('input');
    field.type = 'hidden';
    field.name = name;
    field.value = value;
    form.append(field);
  }
  dragged = null;
  form.submit();
}

function clear() {
  for (const marked of document.querySelectorAll('.drop-before,.drop-end')) marked.classList.remove('drop-before', 'drop-end');
}
