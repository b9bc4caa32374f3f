import type { Composer, Composers } from '../../messages/index.ts';
import { findPerson, firstNameOf } from '../../people/index.ts';
import { hashOf, newToken } from '../../platform/secrets.ts';
import { isOpen } from '../measure.ts';
import { addMeasureLink } from '../store/links.ts';
import { findMeasure } from '../store/measures.ts';
import { keptSchedule } from '../store/schedule.ts';

const day = 86_400_000;

/** Asks somebody a few questions on a page of their own. Neither form says what they are about. */
const invitation: Composer = async (tx, about, { programme, words, publicUrl, now, letter }) => {
  const measure = await findMeasure(tx, about);
  const person = measure && (await findPerson(tx, measure.person));
  if (!measure || !person || !isOpen(measure) || person.died) return { why: 'withdrawn' };
  const mail = words.measures.mail;
  const { linkDays } = (await keptSchedule(tx)).schedule;
  const token = newToken();
  const url = `${publicUrl}/answer/${token}`;
  await addMeasureLink(tx, measure.id, hashOf(token), now, new Date(now.getTime() + linkDays * day));
  return {
    subject: mail.subject(programme.name),
    text: letter({
      greeting: firstNameOf(person),
      paragraphs: mail.paragraphs(programme.name, linkDays),
      link: { text: mail.open, url },
    }),
    short: mail.short(programme.name, url),
    secrets: [url],
  };
};

export const letters: Composers = { 'measure-invitation': invitation };
