// <form method="get" data-filter>: sends itself when a choice changes or a search is
// confirmed. Empty fields stay out of the address.

export function start() {
  for (const form of document.querySelectorAll('form[data-filter]')) {
    form.addEventListener('change', (event) => {
      if (event.target.type !== 'search') form.requestSubmit();
    });
    for (const search of form.querySelectorAll('input[type=search]')) {
      search.addEventListener('search', () => form.requestSubmit());
    }
    form.addEventListener('submit', () => {
      for (const field of form.elements) {
        if (field.name && field.value === '') field.disabled = true;
      }
    });
  }
  // Coming back must find the fields usable again.
  addEventListener('pageshow', () => {
    for (const field of document.querySelectorAll('form[data-filter] :disabled')) field.disabled = false;
  });
}
