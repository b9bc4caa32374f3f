import { phoneIn, toOrganisation } from '../feed/map-organisation.ts';
import { mapService } from '../feed/map-service.ts';
import type { MeaningOf } from '../feed/map-terms.ts';
import { isRaw, type Raw, rawsIn, textIn } from '../feed/raw.ts';
import type { FeedOrganisation, FeedService } from '../feed/record.ts';
import type { Organisation, Service } from '../service.ts';
import { codeOf, type OwnList } from './own-terms.ts';

const heard = () => ({ notKept: new Map<string, number>(), unknownTerms: new Map<string, number>() });

/** What the rest of Bothy reads of a whole service. What somebody here has decided is read as it stands; the rest is made out of what a feed says. */
export function derivedService(whole: Raw, meaningOf?: MeaningOf): Service {
  const attributes = rawsIn(whole['attributes']);
  const own = attributes.flatMap((attribute) => codeIn(attribute) ?? []);
  const theirs = attributes.filter((attribute) => !codeIn(attribute));
  const raw: Raw = { ...whole, attributes: theirs };
  const service = mapService(raw as FeedService, heard(), meaningOf);
  const bothy = isRaw(whole['bothy']) ? whole['bothy'] : {};
  const decided = new Set<unknown>(Array.isArray(bothy['said']) ? bothy['said'] : []);
  const codes = <F extends keyof Service>(field: F, list: OwnList) => {
    const ours = own.filter((meaning) => meaning.list === list).map(({ code }) => code);
    return decided.has(field) || ours.length ? { [field]: ours } : {};
  };
  const text = (name: string) => textIn(bothy[name]) || null;
  return {
    ...service,
    ...codes('needs', 'bothy-needs'),
    ...codes('whoFor', 'bothy-circumstances'),
    ...codes('howToJoin', 'bothy-ways-to-join'),
    ...codes('attendance', 'bothy-attendance'),
    ...codes('accessibility', 'bothy-accessibility'),
    ...(decided.has('free') && {
      free: typeof bothy['free'] === 'boolean' ? bothy['free'] : null,
      ...(!rawsIn(whole['cost_options']).length && { costs: [] }),
    }),
    ...(decided.has('assuredBy') && text('assured_by') && { assuredBy: text('assured_by') }),
    ...(decided.has('phone') && { phone: phoneIn(whole, new Map()) }),
    ...(decided.has('requestEmail') && { requestEmail: text('request_email') }),
    ...(decided.has('requestPhone') && { requestPhone: text('request_phone') }),
  };
}

const codeIn = (attribute: Raw) => (isRaw(attribute['taxonomy_term']) ? codeOf(textIn(attribute['taxonomy_term']['id'])) : undefined);

export function derivedOrganisation(whole: Raw): Organisation {
  const organisation = toOrganisation(whole as FeedOrganisation, heard().notKept);
  const bothy = isRaw(whole['bothy']) ? whole['bothy'] : {};
  return {
    ...organisation,
    ...(bothy['status'] === 'inactive' && { status: 'inactive' as const }),
    ...(bothy['no_description'] === true && { description: '' }),
  };
}

/** Whether its source says of a thing that nobody else may have it. */
export const isPrivate = (document: Raw): boolean =>
  saysPrivate(document) ||
  [...rawsIn(document['addresses']), ...rawsIn(document['physical_addresses'])].some(
    (address) => saysPrivate(address) || /^confidential$/i.test(textIn(address['address_type'])),
  );

const saysPrivate = (said: Raw): boolean =>
  ['private', 'is_private', 'confidential', 'is_confidential'].some(
    (name) => said[name] === true || /^(true|yes|y|1)$/i.test(textIn(said[name])),
  ) ||
  (isRaw(said['bothy']) && said['bothy']['private'] === true);
