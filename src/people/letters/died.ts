import { accountsById } from '../../identity/index.ts';
import type { Composer, Composers } from '../../messages/index.ts';
import { findPerson } from '../store.ts';

/** For a colleague who knew them, or leads the team. It names nobody: a mail may be read by others. */
const died: Composer = async (tx, about, { to, words, publicUrl, letter }) => {
  const person = await findPerson(tx, about);
  const reader = 'account' in to ? (await accountsById(tx, [to.account])).get(to.account) : undefined;
  if (!person || !reader) return { why: 'gone' };
  if (!person.died) return { why: 'withdrawn' };
  const { mail } = words.died;
  return {
    to: { name: reader.name, address: reader.email },
    subject: mail.subject,
    text: letter({
      greeting: reader.name,
      paragraphs: mail.paragraphs,
      link: { text: mail.see, url: `${publicUrl}/people/${person.id}/died` },
    }),
  };
};

export const peopleLetters: Composers = { 'person-died': died };
