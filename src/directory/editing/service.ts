import { idFrom } from '../feed/ids.ts';
import { costsOf } from '../feed/map-costs.ts';
import { phoneIn } from '../feed/map-organisation.ts';
import { toPlainText } from '../feed/plain-text.ts';
import { isRaw, isSaid, type Raw, rawsIn, textIn } from '../feed/raw.ts';
import { isCalendarDay } from '../../platform/calendar.ts';
import type { ServiceEdit } from '../edit.ts';
import type { Closure } from '../schedule.ts';
import type { Document } from '../record.ts';
import { derivedService } from '../record/derive.ts';
import { locationDocument, patchedService, serviceDocument } from '../record/write.ts';
import type { CostOption, Service } from '../service.ts';
import { alike, pairedWith } from './lists.ts';
import { placesAndTimes } from './times.ts';

/** What the form shows of a whole service. */
export function editOf(whole: Raw): ServiceEdit {
  const { id: _, capacity: __, ...service } = derivedService(whole);
  return { ...withoutLinks(service), documents: documentsIn(whole), closures: closuresIn(whole) };
}

const withoutLinks = <S extends Pick<Service, 'locations'>>(service: S): S => ({
  ...service,
  locations: service.locations.map(({ link: _, ...location }) => location),
});

const documentsIn = (whole: Raw): string[] =>
  rawsIn(whole['required_documents']).flatMap(({ document }) => toPlainText(document, 300) || []);

/** Days on which a service does not run; HSDS has no word for them. */
function closuresIn(whole: Raw): Closure[] {
  const said = isRaw(whole['bothy']) ? rawsIn(whole['bothy']['closures']) : [];
  return said.flatMap(({ from, to, note }) => {
    const [first, last] = [textIn(from), textIn(to)];
    return isCalendarDay(first) && isCalendarDay(last) ? [{ from: first, to: last, note: textIn(note) }] : [];
  });
}

/** The document of a service after somebody has edited it. Whatever the form does not show stays as it was. `whole` has its places in it. */
export function editedService(document: Document, whole: Raw, edit: ServiceEdit): Document {
  const { documents, closures, ...fields } = edit;
  const derived = withoutLinks(derivedService(whole));
  const after: Service = { ...derived, ...fields };
  const differs = (...names: (keyof Service)[]) => names.some((name) => JSON.stringify(derived[name]) !== JSON.stringify(after[name]));
  const written = {
    ...patchedService(document, derived, after),
    ...(differs('phone') && phonesAfter(document, after.phone)),
    ...(differs('free', 'costs') && costsAfter(document, after)),
    ...(differs('locations', 'schedules') && placesAndTimes(whole, derived.locations, after.locations, after.schedules)),
    ...(JSON.stringify(documents) !== JSON.stringify(documentsIn(whole)) && { required_documents: documentsAfter(document, documents) }),
  };
  const languages = differs('languages') ? { languages: languagesAfter(written, document) } : {};
  const settled = asTyped({ ...written, ...languages }, whole, after);
  return onlySaid({ ...settled, bothy: bothyAfter(settled, after, closures) }) as Document;
}

/** Some of what is shown is made out of other things, such as step-free of its place: what would not be shown as it was typed is said outright. */
function asTyped(document: Document, whole: Raw, after: Service): Document {
  const known = new Map(rawsIn(whole['service_at_locations']).map(({ location }) => [isRaw(location) ? location['id'] : '', location]));
  const added = new Map(after.locations.map((location) => [location.id, locationDocument(location)]));
  const places = rawsIn(document['service_at_locations']).map((placed) => {
    const id = isRaw(placed['location']) ? textIn(placed['location']['id']) : '';
    return { ...placed, location: known.get(id) ?? added.get(id) ?? placed['location'] };
  });
  const shown = derivedService({ ...document, organization: whole['organization'], service_at_locations: places });
  const made = ['needs', 'whoFor', 'howToJoin', 'attendance', 'accessibility'] as const;
  const wanted = Object.fromEntries(made.map((field) => [field, after[field]]));
  return patchedService(document, shown, { ...shown, ...wanted });
}

/** A new service as a document. */
export function newService(id: string, { documents, closures, ...fields }: ServiceEdit): Document {
  const service: Service = { ...fields, id, capacity: null };
  const document = serviceDocument(service);
  return onlySaid({
    ...document,
    required_documents: documentsAfter(document, documents),
    bothy: bothyAfter(document, service, closures),
  }) as Document;
}

function bothyAfter(patched: Raw, after: Service, closures: readonly Closure[]): Raw | undefined {
  const bothy: Raw = isRaw(patched['bothy']) ? patched['bothy'] : {};
  const said = new Set(Array.isArray(bothy['said']) ? bothy['said'] : []);
  // What was emptied is not said any more, and must not come back from what was said before.
  const emptied = { request_email: after.requestEmail, request_phone: after.requestPhone, assured_by: after.assuredBy, free: after.free };
  const fieldOf = { request_email: 'requestEmail', request_phone: 'requestPhone', assured_by: 'assuredBy', free: 'free' } as const;
  const names = (Object.keys(emptied) as (keyof typeof emptied)[]).filter((name) => said.has(fieldOf[name]) && emptied[name] === null);
  const kept = Object.fromEntries(Object.entries(bothy).filter(([name]) => name !== 'closures' && !names.includes(name as never)));
  const next = { ...kept, ...(closures.length && { closures }) };
  return Object.keys(next).length ? next : undefined;
}

const voices = (phones: readonly Raw[]) => phones.filter((phone) => phoneIn({ phones: [phone] }, new Map()) !== null);

/** The first number that can be rung is the one that the form shows; the others stay. */
function phonesAfter(document: Raw, phone: string | null): Raw {
  const phones = rawsIn(document['phones']);
  const shown = voices(phones)[0];
  if (phone !== null) {
    const first = { ...(shown ?? { id: idFrom(`${textIn(document['id'])} phone`), type: 'voice' }), number: phone };
    return { phones: shown ? phones.map((each) => (each === shown ? first : each)) : [first, ...phones] };
  }
  return { phones: phones.filter((each) => each !== shown) };
}

const likeCosts = alike<CostOption>(
  1,
  ({ option }) => option,
  ({ amount, currency }) => [amount, currency],
);

function costsAfter(document: Raw, { free, costs }: Service): Raw {
  const id = textIn(document['id']);
  const before = rawsIn(document['cost_options']);
  const slots = before.map((raw) => ({ raw, value: costsOf({ cost_options: [raw] }, new Map()).costs[0] ?? null }));
  const { unread, paired } = pairedWith(slots, costs, likeCosts);
  const options = paired.map(({ value: { option, amount, currency }, raw, same }, nth) => {
    if (raw && same) return raw;
    const was = raw && costsOf({ cost_options: [raw] }, new Map()).costs[0];
    return onlySaid({
      ...(raw ?? { id: idFrom(`${id} cost ${nth} ${option}`) }),
      ...(was?.option !== option && { option, amount_description: null }),
      amount,
      currency,
    });
  });
  // What these say was shown only where no costs were told one by one.
  const words = before.length ? {} : { fees_description: free && !costs.length ? 'Free' : null, fees: null };
  return { ...without(document, ['fees_description', 'fees'], before.length > 0), ...words, cost_options: [...unread, ...options] };
}

const without = (document: Raw, names: readonly string[], keep: boolean): Raw =>
  Object.fromEntries(names.map((name) => [name, keep ? document[name] : undefined]));

/** What was said of a language that stays, stays. */
function languagesAfter(patched: Raw, document: Raw): Raw[] {
  const nameOf = (raw: Raw) => (textIn(raw['code']) || textIn(raw['name'])).toLowerCase();
  const before = new Map(rawsIn(document['languages']).map((raw) => [nameOf(raw), raw]));
  return rawsIn(patched['languages']).map((raw) => before.get(nameOf(raw)) ?? raw);
}

function documentsAfter(document: Raw, documents: readonly string[]): Raw[] {
  const before = new Map(rawsIn(document['required_documents']).map((raw) => [toPlainText(raw['document'], 300), raw]));
  return documents.map((text) => before.get(text) ?? { id: idFrom(`${textIn(document['id'])} document ${text}`), document: text });
}

const onlySaid = (raw: Raw): Raw => Object.fromEntries(Object.entries(raw).filter(([, value]) => isSaid(value)));
