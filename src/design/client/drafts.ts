type State = 'kept' | 'waiting' | 'signedOut' | 'notSent';
type Answer = { time?: string; ticket?: string };

/** Keeps what is typed into a long form, as it is typed, on the server and nowhere else. */
export function keepDrafts(): void {
  for (const form of document.querySelectorAll<HTMLFormElement>('form[data-draft]')) keepForm(form);
}

const soon = 1500;
const again = 8000;

function keepForm(form: HTMLFormElement): void {
  const ticket = form.elements.namedItem('_draft');
  const status = form.querySelector<HTMLElement>('.bothy-draft-status');
  if (!(ticket instanceof HTMLInputElement) || !status) return;
  let turn = Number(form.dataset['draft']) || 0;
  let timer: number | undefined;
  let unkept = false;
  let sending: AbortController | undefined;
  let leaving = false;

  const say = (state: State, time = '') => {
    status.textContent = (status.dataset[state] ?? '').replace('%{time}', time);
    status.classList.toggle('bothy-draft-status--waiting', state !== 'kept');
  };
  const body = (): URLSearchParams => {
    const typed = new URLSearchParams();
    for (const [name, value] of new FormData(form)) if (typeof value === 'string') typed.append(name, value);
    typed.set('_draftTurn', String(++turn));
    return typed;
  };
  const keepSoon = (wait = soon) => {
    clearTimeout(timer);
    timer = window.setTimeout(() => void keep(), wait);
  };

  const keep = async (): Promise<void> => {
    if (!unkept || sending || leaving) return;
    sending = new AbortController();
    unkept = false;
    let wait = soon;
    try {
      const answer = await fetch('/drafts', { method: 'POST', body: body(), redirect: 'error', signal: sending.signal });
      const said = (await answer.json()) as Answer;
      if (answer.ok) say('kept', said.time);
      else if (answer.status === 401) say('signedOut');
      else if (answer.status === 410 && said.ticket) {
        // Saved or taken up elsewhere: what is typed here from now on is a draft of its own.
        ticket.value = said.ticket;
        turn = 0;
        unkept = true;
        wait = 0;
      } else throw new Error(String(answer.status));
    } catch {
      // Broken off by the page itself, which has then sent what there was in another way.
      if (!sending.signal.aborted) {
        unkept = true;
        wait = again;
        say('waiting');
      }
    }
    sending = undefined;
    if (unkept && !leaving) keepSoon(wait);
  };

  const keepAtOnce = () => {
    if (!unkept || leaving) return;
    sending?.abort();
    if (navigator.sendBeacon('/drafts', body())) unkept = false;
  };
  const typed = () => {
    unkept = true;
    keepSoon();
  };

  form.addEventListener('input', typed);
  form.addEventListener('change', typed);
  form.addEventListener('submit', (event) => {
    if (event.defaultPrevented) return;
    if (!navigator.onLine) {
      event.preventDefault();
      say('notSent');
      return;
    }
    leaving = true;
    clearTimeout(timer);
    sending?.abort();
  });
  window.addEventListener('online', () => keepSoon(0));
  window.addEventListener('pagehide', keepAtOnce);
  document.addEventListener('visibilitychange', () => document.visibilityState === 'hidden' && keepAtOnce());
  window.addEventListener('pageshow', () => (leaving = false));
  window.addEventListener('beforeunload', (event) => {
    if (unkept && !navigator.onLine && !leaving) event.preventDefault();
  });
}
