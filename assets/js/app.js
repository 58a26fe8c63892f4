// The entry of a page's scripts. Each module is wired by a data- attribute and
// fetched only where the page has it; every form and link works without.
const page = document.documentElement;
page.classList.add('js');

const modules = [
  ['[data-autosave]', () => import('./autosave.js')],
  ['[data-scorecard]', () => import('./scorecard.js')],
  ['[data-scorecard]', () => import('./scorekeys.js')],
  ['[data-outbox]', () => import('./outbox.js')],
  ['[data-filter]', () => import('./filter.js')],
  ['[data-count]', () => import('./charcount.js')],
  ['[data-countdown]', () => import('./countdown.js')],
  ['[data-into]', () => import('./tablefile.js')],
  ['[data-when]', () => import('./when.js')],
  ['[data-room]', () => import('./room.js')],
  ['[data-drag]', () => import('./drag.js')],
  ['[data-presence]', () => import('./presence.js')],
  ['[data-upload]', () => import('./upload.js')],
  ['[data-confirm],[data-dialog]', () => import('./dialogs.js')],
  ['[data-key],[data-say]', () => import('./pagekeys.js')],
  ['[data-export]', () => import('./exports.js')],
  ['[data-bulk]', () => import('./bulk.js')],
  ['[data-reveal]', () => import('./password.js')],
];

for (const [where, load] of modules) {
  if (document.querySelector(where)) load().then((module) => module.start());
}

// After a refused form, say the summary of errors first.
document.querySelector('[data-focus]')?.focus();
