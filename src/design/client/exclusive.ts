/** "None of these" clears the others, and any other clears it. */
export function clearWhenExclusive(): void {
  document.addEventListener('change', ({ target }) => {
    if (!(target instanceof HTMLInputElement) || target.type !== 'checkbox' || !target.checked) return;
    const alone = target.dataset['behaviour'] === 'exclusive';
    const others = document.querySelectorAll<HTMLInputElement>(`input[type="checkbox"][name="${CSS.escape(target.name)}"]`);
    for (const other of others) {
      if (other !== target && other.form === target.form && (alone || other.dataset['behaviour'] === 'exclusive')) {
        other.checked = false;
      }
    }
  });
}
