import { servicesById } from '../../directory/index.ts';
import { accountsById, allTeams } from '../../identity/index.ts';
import type { Composer, Composers } from '../../messages/index.ts';
import type { Tx } from '../../platform/database.ts';
import { hashOf, newToken } from '../../platform/secrets.ts';
import type { Connection } from '../connection.ts';
import { isOpen } from '../status.ts';
import { findConnection } from '../store/connections.ts';
import { addReplyLink } from '../store/links.ts';

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
        ...(await whomToAsk(tx, connection, mail.linkWorker)),
      }),
      ...(url && { secrets: [url] }),
    };
  };

async function whomToAsk(tx: Tx, { linkWorker }: Connection, words: (name: string, phone: string | null) => string) {
  const worker = (await accountsById(tx, [linkWorker])).get(linkWorker);
  const phone = (await allTeams(tx)).find(({ id }) => id === worker?.team)?.phone ?? null;
  return worker ? { ask: words(worker.name, phone) } : {};
}

export const letters: Composers = {
  'connection-request': letterTo('request'),
  'connection-reminder': letterTo('reminder'),
  'connection-ask-attendance': letterTo('ask-attendance'),
  'connection-link': letterTo('link'),
  'connection-cancelled': letterTo('cancelled'),
};
