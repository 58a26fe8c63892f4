// <form data-upload data-failed="…" data-sending="…%p…">: sends its file as soon as it
// is chosen and shows how much has left. Without a script the button does it.

export function start() {
  for (const form of document.querySelectorAll('form[data-upload]')) {
    const input = form.querySelector('input[type=file]');
    if (!input) continue;
    input.addEventListener('change', () => {
      if (input.files.length) send(form);
    });
  }
}

function send(form) {
  const bar = document.createElement('progress');
  const words = document.createElement('span');
  const box = document.createElement('p');
  box.className = 'meter';
  box.setAttribute('role', 'status');
  bar.max = 100;
  bar.setAttribute('aria-label', form.dataset.sending?.replace('%p', '') ?? '');
  box.append(bar, words);
  form.querySelector('.meter')?.remove();
  form.append(box);

  const request = new XMLHttpRequest();
  request.open('POST', form.action);
  request.upload.addEventListener('progress', (event) => {
    if (!event.lengthComputable) return;
    bar.value = Math.round((event.loaded / event.total) * 100);
    words.textContent = (form.dataset.sending || '%p').replace('%p', `${bar.value} %`);
  });
  request.addEventListener('load', () => {
    // The server answered with a page, right or wrong: show that page. A 303
    // has already been followed; anything else is what a plain form would get.
    if (request.status >= 200 && request.status < 300) location.assign(request.responseURL || location.href);
    else refused(form, box, request);
  });
  request.addEventListener('error', () => refused(form, box, request));
  request.send(new FormData(form));
}

function refused(form, box, request) {
  const page = new DOMParser().parseFromString(request.responseText || '', 'text/html');
  const reason = page.querySelector('.errors li, .err, .flash-bad')?.textContent?.trim();
  box.className = 'err';
  box.setAttribute('role', 'alert');
  box.replaceChildren(reason || form.dataset.failed || '');
}
