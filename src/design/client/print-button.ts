/** Only there when a script can print. */
export function definePrintButton(): void {
  for (const element of document.querySelectorAll<HTMLElement>('print-button')) {
    element.hidden = false;
    element.addEventListener('click', () => window.print());
  }
}
