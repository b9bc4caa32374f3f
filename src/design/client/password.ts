import { clientWords } from './words.ts';

/** Offers to show a password; hides it again before it is sent. */
export function showPasswords(): void {
  for (const group of document.querySelectorAll('.nhsuk-password-input')) {
    const input = group.querySelector<HTMLInputElement>('.nhsuk-js-password-input-input');
    const button = group.querySelector<HTMLButtonElement>('.nhsuk-js-password-input-toggle');
    if (!input || !button) continue;
    const words = clientWords();
    const said = document.createElement('div');
    said.className = 'nhsuk-u-visually-hidden';
    said.setAttribute('aria-live', 'polite');
    button.after(said);
    const set = (visible: boolean) => {
      const [text, label] = visible ? words.hide : words.show;
      input.type = visible ? 'text' : 'password';
      button.textContent = text;
      button.setAttribute('aria-label', label);
    };
    button.hidden = false;
    button.addEventListener('click', () => {
      set(input.type === 'password');
      said.textContent = input.type === 'text' ? words.hide[2] : words.show[2];
    });
    input.form?.addEventListener('submit', () => set(false));
  }
}
