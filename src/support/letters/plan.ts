import type { Composer, Composers } from '../../messages/index.ts';
import { findPerson, firstNameOf } from '../../people/index.ts';
import { hashOf, newToken } from '../../platform/secrets.ts';
import { isShareOver } from '../share.ts';
import { addPlanLink, findShare } from '../store/plan-shares.ts';

/** The way to a person's own copy of their plan. It does not say that it is a plan: who reads over their shoulder learns nothing. */
const shared: Composer = async (tx, about, { words, publicUrl, now, letter }) => {
  const share = await findShare(tx, about);
  const person = share && (await findPerson(tx, share.person));
  if (!share || !person) return { why: 'gone' };
  if (isShareOver(share, now)) return { why: 'withdrawn' };
  const token = newToken();
  await addPlanLink(tx, share.id, hashOf(token));
  const url = `${publicUrl}/my-plan/${token}`;
  const mail = words.support.plan.share;
  return {
    subject: mail.subject,
    text: letter({ greeting: firstNameOf(person), paragraphs: mail.paragraphs, link: { text: mail.open, url } }),
    short: mail.short(url),
    secrets: [url],
  };
};

export const planLetters: Composers = { 'plan-shared': shared };
