import { allOrganisations } from '../../directory/index.ts';
import { formatDate } from '../../design/index.ts';
import { accountsById } from '../../identity/index.ts';
import type { Composer, Composers } from '../../messages/index.ts';
import type { Tx } from '../../platform/database.ts';
import { findAgreement } from '../store/agreements.ts';
import { findIncident } from '../store/incidents.ts';

const readerOf = async (tx: Tx, to: Parameters<Composer>[2]['to']) =>
  'account' in to ? (await accountsById(tx, [to.account])).get(to.account) : undefined;

/** Warns whoever keeps an agreement that it ends. */
const agreementEnds: Composer = async (tx, about, { to, words, publicUrl, letter }) => {
  const agreement = await findAgreement(tx, about);
  const reader = await readerOf(tx, to);
  const organisation = (await allOrganisations(tx)).find(({ id }) => id === agreement?.organisation);
  if (!agreement || !organisation || !reader) return { why: 'gone' };
  if (agreement.endedAt || !agreement.expiresOn) return { why: 'withdrawn' };
  const { mail } = words.agreements;
  return {
    to: { name: reader.name, address: reader.email },
    subject: mail.subject(organisation.name),
    text: letter({
      greeting: reader.name,
      paragraphs: [mail.text(organisation.name, formatDate(agreement.expiresOn)), mail.then],
      link: { text: mail.see, url: `${publicUrl}/agreements/${organisation.id}` },
    }),
  };
};

/** Tells whoever leads that something was reported. What it was stands only in Bothy: a mail may be read by others. */
const incidentReported: Composer = async (tx, about, { to, words, publicUrl, letter }) => {
  const incident = await findIncident(tx, about);
  const reader = await readerOf(tx, to);
  if (!incident || !reader) return { why: 'gone' };
  const { mail, severities } = words.change.incidents;
  return {
    to: { name: reader.name, address: reader.email },
    subject: mail.subject,
    text: letter({
      greeting: reader.name,
      paragraphs: [mail.text(severities[incident.severity])],
      link: { text: mail.see, url: `${publicUrl}/incidents/${incident.id}` },
    }),
  };
};

export const changeLetters: Composers = { 'agreement-ends': agreementEnds, 'incident-reported': incidentReported };
