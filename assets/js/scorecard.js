// [data-scorecard]: the anchor sentence of the chosen step, the running
// weighted mean, and the box that says a criterion cannot be judged.

export function start() {
  for (const form of document.querySelectorAll('[data-scorecard]')) {
    form.addEventListener('change', (event) => {
      const criterion = event.target.closest('[data-criterion]');
      if (criterion) anchor(criterion);
      total(form);
    });
    total(form);
  }
}

function chosen(criterion) {
  if (criterion.querySelector('[data-cannot]:checked')) return null;
  return criterion.querySelector('input[type=radio]:checked:not(:disabled), input[type=radio]:checked');
}

function anchor(criterion) {
  const line = criterion.querySelector('[data-anchor]');
  const choice = chosen(criterion);
  if (!line || !choice) return;
  const sentence = criterion.getAttribute(`data-anchor-${choice.value}`);
  const step = document.createElement('b');
  const digit = document.createElement('bdi');
  digit.textContent = choice.value;
  step.append(digit);
  line.replaceChildren(step, sentence ? ` · ${sentence}` : '');
  criterion.classList.remove('missing');
}

function total(form) {
  const shown = form.querySelector('[data-total]');
  if (!shown) return;
  let sum = 0;
  let weights = 0;
  for (const criterion of form.querySelectorAll('[data-criterion]')) {
    const choice = chosen(criterion);
    const weight = Number(criterion.dataset.weight);
    if (!choice || !(weight > 0)) continue;
    sum += weight * Number(choice.value);
    weights += weight;
  }
  const text = weights ? (sum / weights).toFixed(1).replace('.', shown.dataset.decimal || '.') : '–';
  shown.textContent = text;
  for (const copy of document.querySelectorAll('[data-total-copy]')) copy.textContent = text;
}
