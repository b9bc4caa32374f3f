import type { Organisation } from '../service.ts';
import { idFrom } from './ids.ts';
import { countUnread, keep, type NotKept } from './kept.ts';
import { toPlainText } from './plain-text.ts';
import { type Raw, rawsIn } from './raw.ts';
import type { FeedOrganisation } from './record.ts';
import { toEmail, toLink, toPhone } from './values.ts';

const read = new Set(['id', 'name', 'description', 'website', 'url', 'email', 'phones', 'services']);

export function toOrganisation(raw: FeedOrganisation, notKept: NotKept): Organisation {
  countUnread(notKept, 'organization', raw, read);
  return {
    id: idFrom(raw.id),
    name: toPlainText(raw.name, 500),
    description: toPlainText(raw['description']),
    website: keep(notKept, 'organization.website (no web address)', raw['website'] ?? raw['url'], toLink),
    email: keep(notKept, 'organization.email (no email address)', raw['email'], toEmail),
    phone: phoneIn(raw, notKept),
    status: 'active',
  };
}

/** The first number that somebody can ring. */
export function phoneIn(raw: Raw, notKept: NotKept): string | null {
  const spoken = rawsIn(raw['phones']).filter(({ type }) => !/fax|pager|sms|text/i.test(typeof type === 'string' ? type : ''));
  for (const { number } of spoken) {
    const phone = keep(notKept, 'phone.number (no telephone number)', number, toPhone);
    if (phone) return phone;
  }
  return null;
}
