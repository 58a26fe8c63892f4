// Tables with boxes: the one in the head ticks all, shift-click ticks a range,
// and the bar [data-bulk] appears with the number once something is ticked.

export function start() {
  for (const bar of document.querySelectorAll('[data-bulk]')) wire(bar, bar.closest('form'));
}

function wire(bar, form) {
  if (!form) return;
  const boxes = [...form.querySelectorAll('.pick')];
  const all = form.querySelector('[data-all]');
  const count = bar.querySelector('[data-bulk-count]');
  let last = -1;

  const tell = () => {
    const ticked = boxes.filter((box) => box.checked).length;
    bar.hidden = ticked === 0;
    if (count) count.textContent = bar.dataset.bulk.replace('%n', ticked);
    if (all) {
      all.checked = ticked > 0 && ticked === boxes.length;
      all.indeterminate = ticked > 0 && ticked < boxes.length;
    }
  };
  boxes.forEach((box, at) => box.addEventListener('click', (event) => {
    if (event.shiftKey && last >= 0) {
      for (const between of boxes.slice(Math.min(at, last), Math.max(at, last) + 1)) between.checked = box.checked;
    }
    last = at;
    tell();
  }));
  all?.addEventListener('change', () => {
    for (const box of boxes) box.checked = all.checked;
    tell();
  });
  tell();
}
