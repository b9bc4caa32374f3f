import { accountsById, mayCarryDetails } from '../../identity/index.ts';
import type { Composer, Composers } from '../../messages/index.ts';
import { findPerson, nameOf } from '../../people/index.ts';
import { findReferral, questionsOf } from '../store.ts';

type News = 'accepted' | 'returned' | 'asked';

/** What the team decided, for whoever referred. Names and words go only to addresses that the programme calls secure. */
const news =
  (what: News): Composer =>
  async (tx, about, { to, programme, words, publicUrl, letter }) => {
    const referral = await findReferral(tx, about);
    const reader = 'account' in to ? (await accountsById(tx, [to.account])).get(to.account) : undefined;
    if (!referral || !reader) return { why: 'gone' };
    const { mail } = words.referrals;
    const paragraphs = mayCarryDetails(programme.settings, reader.email)
      ? await detailsOf(what, referral, tx, words)
      : [mail.quietly[what]];
    return {
      to: { name: reader.name, address: reader.email },
      subject: mail.subject(referral.reference),
      text: letter({
        greeting: reader.name,
        paragraphs,
        link: { text: mail.see, url: `${publicUrl}/referrals/${referral.id}` },
        reference: referral.reference,
      }),
    };
  };

async function detailsOf(
  what: News,
  referral: NonNullable<Awaited<ReturnType<typeof findReferral>>>,
  ...[tx, words]: [Parameters<Composer>[0], Parameters<Composer>[2]['words']]
) {
  const { mail, reason } = words.referrals;
  const person = await findPerson(tx, referral.person);
  const name = person ? nameOf(person) : '';
  const { stage } = referral;
  switch (what) {
    case 'accepted': {
      const worker = stage.name === 'accepted' ? (await accountsById(tx, [stage.linkWorker])).get(stage.linkWorker)?.name : undefined;
      return worker ? [mail.accepted(worker, name)] : [mail.quietly.accepted];
    }
    case 'returned':
      return stage.name === 'returned' ? [mail.returned(name, reason[stage.reason].toLowerCase()), stage.note] : [mail.quietly.returned];
    case 'asked': {
      const question = (await questionsOf(tx, referral.id)).at(-1);
      const asker = question && (await accountsById(tx, [question.askedBy])).get(question.askedBy)?.name;
      return question && asker ? [mail.asked(asker, name), question.question] : [mail.quietly.asked];
    }
  }
}

export const letters: Composers = {
  'referral-accepted': news('accepted'),
  'referral-returned': news('returned'),
  'referral-asked': news('asked'),
};
