import { accountsById, allTeams } from '../../identity/index.ts';
import type { Composer, Composers } from '../../messages/index.ts';
import { findPerson, firstNameOf } from '../../people/index.ts';
import { findClosing } from '../store/closings.ts';
import { supportOfReferral } from '../store/supports.ts';

/** Tells somebody whose support has ended how to come back. Nothing in it says why they were seen. */
const ended: Composer = async (tx, about, { words, letter }) => {
  const closing = await findClosing(tx, about);
  const person = closing && (await findPerson(tx, closing.person));
  const support = closing && (await supportOfReferral(tx, closing.referral));
  if (!closing || !person || !support) return { why: 'gone' };
  if (support.stage.name === 'open') return { why: 'opened-again' };
  const worker = (await accountsById(tx, [closing.closedBy])).get(closing.closedBy);
  const phone = (await allTeams(tx)).find(({ id }) => id === support.team)?.phone ?? '';
  const mail = words.ending.letter;
  return {
    subject: mail.subject,
    text: letter({
      greeting: firstNameOf(person),
      paragraphs: [...mail.paragraphs(worker?.name.split(' ')[0] ?? words.support.person.somebody), phone ? mail.ring(phone) : mail.ask],
    }),
    short: mail.short(phone),
  };
};

export const endingLetters: Composers = { 'support-ended-person': ended };
