import { accountsById } from '../../identity/index.ts';
import type { Composer, Composers } from '../../messages/index.ts';
import { hashOf, newToken } from '../../platform/secrets.ts';
import { servicesById } from '../store/read.ts';
import { addAssuranceLink, candidatesOf, findAsk } from '../store/assurance.ts';
import { findSuggestion } from '../store/suggestions.ts';
import { servicesAsked } from '../uses/answering.ts';

const day = 86_400_000;
const mostNamed = 20;

/** Asks an organisation about its services. Says nothing but what they are called, which they know; the rest is behind the link. */
const stillRight =
  (template: 'ask' | 'remind' | 'link'): Composer =>
  async (tx, about, { programme, words, publicUrl, now, letter }) => {
    const ask = await findAsk(tx, about);
    const services = ask ? await servicesAsked(tx, ask) : [];
    if (!ask || !services.length || (template !== 'link' && ask.answeredAt)) return { why: 'withdrawn' };
    const reached = (await candidatesOf(tx, [ask.organisation])).find(({ service }) => services.some(({ id }) => id === service));
    if (!reached) return { why: 'no-address' };
    const { settings } = programme;
    const token = newToken();
    await addAssuranceLink(tx, ask.id, hashOf(token), now, new Date(now.getTime() + settings.replyLinkDays * day));
    const url = `${publicUrl}/still-right/${token}`;
    const mail = words.freshness.mail;
    const names = services.map(({ name }) => name);
    return {
      to: { name: services[0]!.organisationName, address: reached.address },
      subject: mail[template].subject(programme.name),
      text: letter({
        greeting: services[0]!.organisationName,
        paragraphs: [
          ...mail[template].paragraphs(programme.name),
          mail.about(names.slice(0, mostNamed), names.length - mostNamed),
          mail.how(settings.replyLinkDays),
        ],
        link: { text: mail.open, url },
      }),
      secrets: [url],
    };
  };

/** Tells whoever suggested something, and left an address or has an account, what became of it. */
const answered: Composer = async (tx, about, { programme, words, letter }) => {
  const suggestion = await findSuggestion(tx, about);
  if (!suggestion || suggestion.state === 'waiting') return { why: 'withdrawn' };
  const { from, sender, state, reason, answer } = suggestion;
  const account = from.kind === 'account' ? (await accountsById(tx, [from.id])).get(from.id) : undefined;
  const address = account?.email ?? sender.email;
  const [service] = await servicesById(tx, [suggestion.service]);
  if (!address || !service) return { why: 'withdrawn' };
  const mail = words.freshness.answered;
  const paragraphs = [mail.thanks(service.name), mail.outcome[state], state === 'declined' && reason ? mail.reasons[reason] : '', answer];
  return {
    to: { name: account?.name ?? '', address },
    subject: mail.subject(programme.name),
    text: letter({ greeting: account?.name ?? mail.reader, paragraphs }),
  };
};

export const letters: Composers = {
  'still-right': stillRight('ask'),
  'still-right-reminder': stillRight('remind'),
  'still-right-link': stillRight('link'),
  'suggestion-answered': answered,
};
