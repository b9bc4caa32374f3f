import { clientWords } from './words.ts';

/** Says how much room is left: at once to the eye, after a pause to a screen reader. */
export function countCharacters(): void {
  for (const group of document.querySelectorAll<HTMLElement>('.nhsuk-character-count')) {
    const field = group.querySelector('textarea');
    const message = group.querySelector<HTMLElement>('.nhsuk-character-count__message');
    const limit = Number(group.dataset['maxlength']);
    if (!field || !message || !limit) continue;
    const spoken = document.createElement('div');
    spoken.className = 'nhsuk-u-visually-hidden';
    spoken.setAttribute('aria-live', 'polite');
    const seen = message.cloneNode(true) as HTMLElement;
    seen.removeAttribute('id');
    seen.setAttribute('aria-hidden', 'true');
    message.classList.add('nhsuk-u-visually-hidden');
    message.after(seen, spoken);
    let timer: number | undefined;
    const update = () => {
      const over = field.value.length > limit;
      seen.textContent = sentence(limit - field.value.length);
      seen.classList.toggle('nhsuk-error-message', over);
      seen.classList.toggle('nhsuk-hint', !over);
      field.classList.toggle('nhsuk-textarea--error', over || group.classList.contains('nhsuk-form-group--error'));
      clearTimeout(timer);
      timer = window.setTimeout(() => (spoken.textContent = seen.textContent), 1000);
    };
    field.addEventListener('input', update);
    if (field.value) update();
  }
}

function sentence(left: number): string {
  const { left: words } = clientWords();
  const count = Math.abs(left);
  const one = count === 1;
  const text = left < 0 ? (one ? words.overOne : words.overOther) : one ? words.one : words.other;
  return text.replace('%{count}', count.toLocaleString(document.documentElement.lang));
}
