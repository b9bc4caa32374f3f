import { servicesById } from '../../directory/index.ts';
import type { Composer, Composers } from '../../messages/index.ts';
import { hashOf, newToken } from '../../platform/secrets.ts';
import type { Connection } from '../connection.ts';
import { isOpen } from '../status.ts';
import { findConnection } from '../store/connections.ts';
import { addReplyLink } from '../store/links.ts';
import { workerOf } from './worker.ts';

type Template = 'request' | 'reminder' | 'ask-attendance' | 'link' | 'cancelled';

/** When each letter is still true. */
const stillMeant: Record<Template, (connection: Connection) => boolean> = {
  request: ({ status }) => isOpen(status),
  reminder: ({ status }) => status === 'requested',
  'ask-attendance': ({ status, attended }) => isOpen(status) && !attended,
  link: ({ status }) => isOpen(status),
  cancelled: ({ status }) => !isOpen(status),
};

const day = 86_400_000;

/** Letters to organisations. They say nothing of the person: who it is stands only on the page that the link opens. */
const letterTo =
  (template: Template): Composer =>
  async (tx, about, { programme, words, publicUrl, now, letter }) => {
    const connection = await findConnection(tx, about);
    if (!connection || !stillMeant[template](connection)) return { why: 'withdrawn' };
    const [service] = await servicesById(tx, [connection.service]);
    if (!service?.requestEmail) return { why: 'no-address' };
    const mail = words.connections.mail;
    const worker = await workerOf(tx, connection);
    const asks = { service: service.name, programme: programme.name, days: programme.settings.replyLinkDays };
    const token = template === 'cancelled' ? undefined : newToken();
    const url = token && `${publicUrl}/reply/${token}`;
    if (token) await addReplyLink(tx, connection.id, hashOf(token), now, new Date(now.getTime() + programme.settings.replyLinkDays * day));
    return {
      to: { name: service.organisationName, address: service.requestEmail },
      subject: mail[template].subject(connection.reference),
      text: letter({
        greeting: service.organisationName,
        paragraphs: mail[template].paragraphs(asks),
        ...(url && { link: { text: mail.open, url } }),
        reference: connection.reference,
        ...(worker && { ask: mail.linkWorker(worker.name, worker.phone) }),
      }),
      ...(url && { secrets: [url] }),
    };
  };

export const letters: Composers = {
  'connection-request': letterTo('request'),
  'connection-reminder': letterTo('reminder'),
  'connection-ask-attendance': letterTo('ask-attendance'),
  'connection-link': letterTo('link'),
  'connection-cancelled': letterTo('cancelled'),
};
