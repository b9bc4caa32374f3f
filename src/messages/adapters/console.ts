import { ok } from '../../platform/result.ts';
import type { Notify } from '../notify.ts';

/** Prints letters where Bothy was started. For a demo or a laptop: the links in them can be followed from there. */
export const openConsole = (print: (text: string) => void = console.log): Required<Notify> => ({
  text({ to, text }) {
    print(
      ['', '── Not sent, printed only (set NOTIFY_API_KEY to send) ──', `Text message to: ${to}`, '', text.trim(), '──', ''].join('\n'),
    );
    return Promise.resolve(ok('taken'));
  },
  send({ to, subject, text }) {
    print(
      [
        '',
        '── Not sent, printed only (set SMTP_URL to send) ──',
        `To: ${to.name} <${to.address}>`,
        `Subject: ${subject}`,
        '',
        text.trim(),
        '──',
        '',
      ].join('\n'),
    );
    return Promise.resolve(ok('taken'));
  },
});
