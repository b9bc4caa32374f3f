import type { Words } from '../../../locales/en/index.ts';
import type { Tx } from '../../platform/database.ts';
import type { Programme } from '../programme.ts';
import { findAccount } from '../store/accounts.ts';
import type { LinkKind } from '../store/links.ts';
import { linkHours, newAccountLink } from '../uses/links.ts';

type Context = {
  programme: Programme;
  words: Words;
  publicUrl: string;
  now: Date;
  letter(parts: { greeting: string; paragraphs: readonly string[]; link: { text: string; url: string } }): string;
};

/** A letter with a link that works once, made as the letter is written. Earlier letters may still be on their way, so their links stay good. */
const withLink =
  (kind: LinkKind) =>
  async (tx: Tx, about: string, { programme, words, publicUrl, now, letter }: Context) => {
    const account = await findAccount(tx, about);
    if (!account?.active || (kind === 'invited' && account.joined)) return { why: 'withdrawn' };
    const { subject, paragraphs, link } = words.accounts.mail[kind];
    const url = await newAccountLink(tx, publicUrl, account.id, kind, now);
    return {
      to: { name: account.name, address: account.email },
      subject: subject(programme.name),
      text: letter({ greeting: account.name, paragraphs: paragraphs(programme.name, linkHours[kind]), link: { text: link, url } }),
      secrets: [url],
    };
  };

export const letters = { 'account-invited': withLink('invited'), 'account-reset': withLink('reset') };
