import { accountsById, mayCarryDetails } from '../../identity/index.ts';
import type { Composer, Composers } from '../../messages/index.ts';
import { findPerson, nameOf } from '../../people/index.ts';
import { findReferral } from '../../referrals/index.ts';
import type { Words } from '../../../locales/en/index.ts';
import type { Closing } from '../closing.ts';
import { nowForReferrer } from '../uses/for-referrer.ts';
import { findClosing } from '../store/closings.ts';
import { supportOfReferral } from '../store/supports.ts';

/** Tells whoever referred that support has ended. Names and words go only to addresses that the programme calls secure. */
const closed: Composer = async (tx, about, { to, programme, words, publicUrl, letter }) => {
  const closing = await findClosing(tx, about);
  const referral = closing && (await findReferral(tx, closing.referral));
  const reader = 'account' in to ? (await accountsById(tx, [to.account])).get(to.account) : undefined;
  const person = referral && (await findPerson(tx, referral.person));
  if (!closing || !reader || !person) return { why: 'gone' };
  if ((await supportOfReferral(tx, referral.id))?.stage.name === 'open') return { why: 'opened-again' };
  const { mail } = words.support;
  return {
    to: { name: reader.name, address: reader.email },
    subject: mail.subject(referral.reference),
    text: letter({
      greeting: reader.name,
      paragraphs: mayCarryDetails(programme.settings, reader.email)
        ? detailsOf(await nowForReferrer(tx, closing), nameOf(person), words)
        : [mail.quietly],
      link: { text: mail.see, url: `${publicUrl}/referrals/${referral.id}/letter` },
      reference: referral.reference,
    }),
  };
};

function detailsOf(closing: Closing, name: string, words: Words): string[] {
  const { letter, mail, closing: said } = words.support;
  const goals = closing.goals.map(
    ({ goal, result, words: more }) => `- ${goal}: ${said.results[result ?? 'unsaid']}${more ? `. ${more}` : ''}`,
  );
  const part = (title: string, text: string) => (text ? [`${title}:\n${text}`] : []);
  return [
    mail.ended(name, words.referrals.closure[closing.because]),
    `${letter.forPractice}:\n${closing.forPractice || letter.none}`,
    ...(closing.tellReferrer ? [] : [mail.notToldMore]),
    ...part(letter.outcome, closing.outcome),
    ...part(letter.goals, goals.join('\n')),
    ...part(letter.didNotWork, closing.didNotWork),
    ...part(letter.whatNext, closing.whatNext),
  ];
}

export const letters: Composers = { 'support-closed': closed, 'could-not-be-reached': closed };
