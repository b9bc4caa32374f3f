import { accountsById, allTeams } from '../../identity/index.ts';
import type { Composer, Composers } from '../../messages/index.ts';
import { findPerson, firstNameOf } from '../../people/index.ts';
import { formatDate } from '../../design/index.ts';
import { findAbsence } from '../store/absences.ts';
import { findHandover, lastHandoverOf } from '../store/handovers.ts';

/** Tells somebody who their link worker is from now on. Says nothing of why they have one. */
const changed: Composer = async (tx, about, { programme, words, letter }) => {
  const handover = await findHandover(tx, about);
  const person = handover && (await findPerson(tx, handover.person));
  if (!handover || !person) return { why: 'gone' };
  if (handover.undoneAt || (await lastHandoverOf(tx, handover.person))?.id !== about) return { why: 'withdrawn' };
  const names = await accountsById(tx, [handover.from, handover.to]);
  const to = names.get(handover.to);
  if (!to) return { why: 'gone' };
  const { mail } = words.caseloads.handover;
  const phone = (await allTeams(tx)).find(({ id }) => id === to.team)?.phone ?? '';
  return {
    subject: mail.subject,
    text: letter({
      greeting: firstNameOf(person),
      paragraphs: [
        mail.changed(names.get(handover.from)?.name ?? '', to.name),
        mail.knows(to.name),
        mail.nothingLost,
        phone && mail.ring(phone),
      ].filter(Boolean),
    }),
    short: mail.short(to.name, programme.name, phone),
  };
};

/** Tells a worker that people were given to them. Who it is stands only on their caseload. */
const given: Composer = async (tx, about, { to, words, publicUrl, letter }) => {
  const handover = await findHandover(tx, about);
  const reader = 'account' in to ? (await accountsById(tx, [to.account])).get(to.account) : undefined;
  if (!handover || !reader) return { why: 'gone' };
  const { mail } = words.caseloads.handover;
  return {
    to: { name: reader.name, address: reader.email },
    subject: mail.givenSubject,
    text: letter({ greeting: reader.name, paragraphs: [mail.given], link: { text: mail.see, url: `${publicUrl}/caseload` } }),
  };
};

const cover: Composer = async (tx, about, { to, words, publicUrl, letter }) => {
  const absence = await findAbsence(tx, about);
  const reader = 'account' in to ? (await accountsById(tx, [to.account])).get(to.account) : undefined;
  const away = absence && (await accountsById(tx, [absence.account])).get(absence.account);
  if (!absence || !reader || !away) return { why: 'gone' };
  const { mail } = words.caseloads.absence;
  return {
    to: { name: reader.name, address: reader.email },
    subject: mail.subject(away.name),
    text: letter({
      greeting: reader.name,
      paragraphs: [mail.text(away.name, formatDate(absence.from), formatDate(absence.to)), mail.how],
      link: { text: mail.see, url: `${publicUrl}/caseload` },
    }),
  };
};

export const handoverLetters: Composers = { 'link-worker-changed': changed, 'handed-over': given, 'asked-to-cover': cover };
