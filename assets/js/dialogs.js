// data-confirm="question" on a form or a submit button asks before sending;
// data-dialog="id" on a link opens that dialog instead of following it.

export function start() {
  const box = document.querySelector('[data-confirm-box]');
  if (box) document.addEventListener('submit', (event) => ask(box, event), true);
  document.addEventListener('click', (event) => {
    const opener = event.target.closest('[data-dialog]');
    const dialog = opener && document.getElementById(opener.dataset.dialog);
    if (!dialog?.showModal) return;
    event.preventDefault();
    dialog.showModal();
  });
}

function ask(box, event) {
  const form = event.target;
  const question = event.submitter?.dataset.confirm ?? form.dataset.confirm;
  if (!question || form.dataset.sure) {
    delete form.dataset.sure;
    return;
  }
  event.preventDefault();
  event.stopPropagation();
  const submitter = event.submitter;
  box.querySelector('[data-confirm-text]').textContent = question;
  box.returnValue = 'no';
  box.addEventListener('close', () => {
    if (box.returnValue !== 'yes') return;
    form.dataset.sure = '1';
    form.requestSubmit(submitter);
  }, { once: true });
  box.showModal();
}
