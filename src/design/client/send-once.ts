/** A second press within a second of the first is a slip of the finger. */
export function sendOnce(): void {
  let last = 0;
  let lastButton: Element | null = null;
  document.addEventListener('click', (event) => {
    const button = (event.target as Element).closest('[data-prevent-double-click="true"]');
    if (!button) return;
    if (button === lastButton && event.timeStamp - last < 1000) event.preventDefault();
    else [last, lastButton] = [event.timeStamp, button];
  });
}
