/** `<auto-submit>` around a filter form sends it soon after a change, and puts the caret back where it was. */
export function sendSoonAfterChange(): void {
  for (const element of document.querySelectorAll('auto-submit')) {
    const form = element.querySelector('form');
    if (!form) continue;
    let timer: number | undefined;
    const send = (wait: number) => {
      clearTimeout(timer);
      timer = window.setTimeout(() => {
        remember();
        form.requestSubmit();
      }, wait);
    };
    form.addEventListener('change', () => send(250));
    form.addEventListener('input', ({ target }) => {
      if (target instanceof HTMLInputElement && target.type === 'search') send(700);
    });
    restore();
  }
}

const place = 'bothy-focus';

const remember = () => sessionStorage.setItem(place, JSON.stringify([location.pathname, document.activeElement?.id]));

function restore(): void {
  const kept = sessionStorage.getItem(place);
  if (!kept) return;
  sessionStorage.removeItem(place);
  const [path, id] = JSON.parse(kept) as [string, string | undefined];
  const field = path === location.pathname && id ? document.getElementById(id) : null;
  field?.focus({ preventScroll: true });
  if (field instanceof HTMLInputElement && /^(search|text)$/.test(field.type)) {
    field.setSelectionRange(field.value.length, field.value.length);
  }
}
