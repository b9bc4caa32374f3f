/** Leaves without a trace in the history. Escape three times within two seconds does the same. */
export function defineQuickExit(): void {
  const element = document.querySelector('quick-exit');
  const link = element?.querySelector('a');
  if (!element || !link) return;
  element.classList.add('bothy-exit--keys');
  const leave = () => {
    document.documentElement.hidden = true;
    window.location.replace(link.href);
  };
  link.addEventListener('click', (event) => {
    event.preventDefault();
    leave();
  });
  let presses: number[] = [];
  document.addEventListener('keydown', ({ key, timeStamp }) => {
    if (key !== 'Escape') return;
    presses = [...presses.filter((at) => timeStamp - at < 2000), timeStamp];
    if (presses.length === 3) leave();
  });
}
