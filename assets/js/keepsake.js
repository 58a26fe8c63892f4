// What was typed and is not saved yet, kept on this device under the path of its page. It returns by
// itself, unless somebody has saved something else meanwhile: then it is offered.
const AGE = 7 * 24 * 3600 * 1000;
const OURS = ['version', 'section', 'back', 'then'];

export function keepsake(form) {
  const key = `draft:${location.pathname}`;
  const version = () => form.elements.namedItem('version')?.value ?? '';
  const typed = () => [...new FormData(form)].filter(([name, value]) => typeof value === 'string' && !OURS.includes(name));

  function keep() {
    try {
      localStorage.setItem(key, JSON.stringify({ at: Date.now(), version: version(), typed: typed() }));
    } catch {
      // No room, or not allowed: the page itself still has the text.
    }
  }

  function forget() {
    try {
      localStorage.removeItem(key);
    } catch {
      // Nothing was kept then.
    }
  }

  // The copy of another day, if it says something else than the page: { at, isCurrent }.
  function find() {
    let copy;
    try {
      copy = JSON.parse(localStorage.getItem(key));
    } catch {
      copy = null;
    }
    if (!copy || Date.now() - copy.at > AGE || JSON.stringify(copy.typed) === JSON.stringify(typed())) {
      forget();
      return null;
    }
    return { ...copy, isCurrent: copy.version === version() };
  }

  function bringBack(copy) {
    const has = (name, value) => copy.typed.some(([n, v]) => n === name && v === value);
    for (const field of form.elements) {
      if (!field.name || OURS.includes(field.name) || field.type === 'file' || field.type === 'hidden') continue;
      if (field.type === 'radio' || field.type === 'checkbox') {
        if (field.checked === has(field.name, field.value)) continue;
        field.checked = !field.checked;
        field.dispatchEvent(new Event('change', { bubbles: true }));
      } else {
        const found = copy.typed.find(([name]) => name === field.name);
        if (!found || field.value === found[1]) continue;
        field.value = found[1];
        field.dispatchEvent(new Event(field.tagName === 'SELECT' ? 'change' : 'input', { bubbles: true }));
      }
    }
  }

  return { keep, forget, find, bringBack };
}
