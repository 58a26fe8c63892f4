// <input type="file" data-into="id">: puts the text of the chosen file into the field of that id,
// where it can be read before it is sent. UTF-8, and what old spreadsheets write.
export function start() {
  for (const input of document.querySelectorAll('input[type=file][data-into]')) {
    input.addEventListener('change', async () => {
      const file = input.files[0];
      const field = document.getElementById(input.dataset.into);
      if (!file || !field) return;
      const bytes = await file.arrayBuffer();
      field.value = text(bytes);
      field.dispatchEvent(new Event('input', { bubbles: true }));
      field.focus();
    });
  }
}

function text(bytes) {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}
