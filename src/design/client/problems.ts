/** After a refused form: to the summary first, and from each of its links into the field itself. */
export function focusProblems(): void {
  const summary = document.querySelector<HTMLElement>('.nhsuk-error-summary');
  if (!summary) return;
  summary.tabIndex = -1;
  summary.focus();
  summary.addEventListener('click', (event) => {
    const link = (event.target as Element).closest('a');
    const field = link?.hash ? document.getElementById(decodeURIComponent(link.hash.slice(1))) : null;
    if (!field) return;
    event.preventDefault();
    const label = field.closest('fieldset')?.querySelector('legend') ?? document.querySelector(`label[for="${field.id}"]`);
    (label ?? field).scrollIntoView();
    const inside = field.matches('input, select, textarea') ? field : field.querySelector<HTMLElement>('input');
    inside?.focus({ preventScroll: true });
  });
}
