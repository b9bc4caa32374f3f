import type { Composer, Composers } from '../../messages/index.ts';
import { findPerson } from '../../people/index.ts';
import { findMail, findShortlist } from '../store/shortlists.ts';
import { addLink, mayShare } from '../uses/shortlist-sharing.ts';

/** Says no more than that there is a list, and where: whose it is, and what is on it, stands in no mail. */
const shortlist: Composer = async (tx, about, { to, programme, words, publicUrl, now, letter }) => {
  const list = await findShortlist(tx, about);
  const person = list?.person ? await findPerson(tx, list.person) : undefined;
  if (!list || mayShare(list, person)) return { why: 'withdrawn' };
  const address = 'address' in to ? (await findMail(tx, to.address))?.address : undefined;
  if ('address' in to && !address) return { why: 'no-address' };
  const { mail } = words.shortlists;
  const url = `${publicUrl}/list/${await addLink(tx, list.id, now)}`;
  const said = {
    subject: mail.subject(programme.name),
    text: letter({ greeting: mail.reader, paragraphs: mail.paragraphs(programme.name), link: { text: mail.open, url } }),
    secrets: [url],
  };
  return address ? { ...said, to: { name: '', address } } : { ...said, short: mail.short(url) };
};

export const letters: Composers = { shortlist };
