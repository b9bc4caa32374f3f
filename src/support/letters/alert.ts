import { accountsById } from '../../identity/index.ts';
import type { Composer, Composers } from '../../messages/index.ts';
import { waits } from '../alert.ts';
import { findAlert } from '../store/alerts.ts';

/** Tells a lead that something waits for them. It names nobody: a mail may be read by others. */
const raised: Composer = async (tx, about, { to, words, publicUrl, letter }) => {
  const alert = await findAlert(tx, about);
  const reader = 'account' in to ? (await accountsById(tx, [to.account])).get(to.account) : undefined;
  if (!alert || !reader) return { why: 'gone' };
  if (!waits(alert)) return { why: 'withdrawn' };
  const { mail } = words.safety.team;
  const leads = reader.roles.includes('team-lead') && reader.team === alert.team;
  return {
    to: { name: reader.name, address: reader.email },
    subject: mail.subject[alert.kind],
    text: letter({
      greeting: reader.name,
      paragraphs: [mail.text[alert.kind], ...(leads ? [] : [mail.nobodyLeads])],
      link: { text: mail.see, url: `${publicUrl}${leads ? '/team' : '/'}` },
    }),
  };
};

export const alertLetters: Composers = { 'alert-raised': raised };
