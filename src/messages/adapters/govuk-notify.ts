import { NotifyClient } from 'notifications-node-client';
import { ok, refuse } from '../../platform/result.ts';
import type { NotSent, Notify } from '../notify.ts';

type Options = {
  key: string;
  /** A text template whose only words are `((message))`. */
  template: string;
  /** Which of the service's senders it comes from; the usual one when not said. */
  sender?: string | undefined;
  url?: string | undefined;
  timeout?: number;
};

const production = 'https://api.notifications.service.gov.uk';

/** Sends text messages through GOV.UK Notify. */
export function openGovukNotify({ key, template, sender, url = production, timeout = 20_000 }: Options): NonNullable<Notify['text']> {
  const client = new NotifyClient(url, key);
  return async ({ id, to, text }) => {
    const sending = client.sendSms(template, to, {
      personalisation: { message: text },
      reference: id,
      ...(sender && { smsSenderId: sender }),
    });
    // Whether it left is not known when nobody answers in time. Trying again may send it twice; not trying may lose it.
    const late = new Promise<'late'>((done) => setTimeout(() => done('late'), timeout).unref());
    try {
      return (await Promise.race([sending, late])) === 'late' ? refuse({ code: 'no-connection', again: true }) : ok('taken');
    } catch (error) {
      return refuse(notSent(error));
    }
  };
}

/** Notify's own words may hold the number, so only what kind of failure it was goes on. */
function notSent(error: unknown): NotSent {
  const status = statusOf(error);
  if (status === undefined) return { code: 'no-connection', again: true };
  if (status === 400) return { code: 'number-refused', again: false };
  if (status === 401 || status === 403) return { code: 'sign-in-refused', again: true };
  return { code: 'message-refused', again: status === 429 || status >= 500 };
}

function statusOf(error: unknown): number | undefined {
  const response = typeof error === 'object' && error !== null && 'response' in error ? error.response : undefined;
  const status = typeof response === 'object' && response !== null && 'status' in response ? response.status : undefined;
  return typeof status === 'number' ? status : undefined;
}
