// Single keys on the scorecard: digits score the current criterion and move on,
// arrows move between criteria, Enter sends the sheet, and letters act on what
// carries data-key (n comment, p pass, c conflict, j and k next and previous).
// Quiet while typing, and switched off for good in the "?" panel.

const OFF = 'single-keys-off';

export function start() {
  const form = document.querySelector('[data-scorecard]');
  const criteria = [...form.querySelectorAll('[data-criterion]')];
  const panel = document.querySelector('[data-keys-box]');
  const off = panel?.querySelector('[data-keys-off]');
  let current = criteria.findIndex((criterion) => !criterion.querySelector(':checked'));
  if (current < 0) current = criteria.length;

  const silent = () => remembered() || document.querySelector('dialog[open]');
  const show = (scroll) => {
    criteria.forEach((criterion, at) => criterion.classList.toggle('now', at === current));
    if (scroll) criteria[current]?.scrollIntoView({ block: 'nearest' });
  };
  const move = (to) => {
    current = Math.min(criteria.length, Math.max(0, to));
    show(true);
  };
  const score = (digit) => {
    const choice = criteria[current]?.querySelector(`input[type=radio][value="${digit}"]:not(:disabled)`);
    if (!choice) return false;
    choice.checked = true;
    choice.dispatchEvent(new Event('change', { bubbles: true }));
    move(current + 1);
    return true;
  };

  document.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    if (typing(event.target)) {
      if (event.key === 'Escape') event.target.blur();
      return;
    }
    if (event.key === '?' && panel && !document.querySelector('dialog[open]')) {
      panel.showModal();
      return;
    }
    if (silent()) return;
    if (act(event)) event.preventDefault();
  });

  function act(event) {
    const digit = /^(?:Digit|Numpad)([1-9])$/.exec(event.code)?.[1] ?? /^[1-9]$/.exec(event.key)?.[0];
    // On French keyboards digits are shifted: the place of the key counts.
    if (digit) return score(digit);
    if (event.shiftKey) return false;
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      move(current + (event.key === 'ArrowDown' ? 1 : -1));
      return true;
    }
    if (event.key === 'Enter') {
      if (event.target.closest('a,button,summary')) return false;
      form.requestSubmit();
      return true;
    }
    return letter(event.key.toLowerCase()) || letter(/^Key([A-Z])$/.exec(event.code)?.[1]?.toLowerCase());
  }

  // By the letter first, then by its place, so that Arabic layouts work too.
  function letter(key) {
    const target = key && document.querySelector(`[data-key="${CSS.escape(key)}"]`);
    if (!target) return false;
    if (target.matches('input,textarea,select')) target.focus();
    else target.click();
    return true;
  }

  form.addEventListener('focusin', (event) => {
    const at = criteria.indexOf(event.target.closest('[data-criterion]'));
    if (at >= 0 && at !== current) {
      current = at;
      show(false);
    }
  });
  // A criterion scored with the mouse gives way to the next empty one.
  form.addEventListener('click', (event) => {
    const at = criteria.indexOf(event.target.closest('[data-criterion]'));
    if (at >= 0 && event.target.matches('input[type=radio]') && event.detail > 0) {
      current = at + 1;
      show(false);
    }
  });
  if (off) {
    off.checked = remembered();
    off.addEventListener('change', () => remember(off.checked));
  }
  document.body.classList.toggle('keys-off', remembered());
  show(false);
}

function typing(target) {
  return target.matches('textarea,select,[contenteditable],input:not([type=radio],[type=checkbox],[type=submit])');
}

function remembered() {
  try {
    return localStorage.getItem(OFF) === '1';
  } catch {
    return false;
  }
}

function remember(value) {
  document.body.classList.toggle('keys-off', value);
  try {
    localStorage.setItem(OFF, value ? '1' : '0');
  } catch {
    // Private browsing: the switch holds for this page.
  }
}
