import type { CostOption, Location, Service, ServiceStatus } from './service.ts';
import { schedulesIn, timeLine, type TimesWords } from './times-text.ts';

/** What of a service anybody can write down in plain text, in the order in which it is shown. */
export const fields = ['status', 'name', 'description', 'times', 'places', 'cost', 'phone', 'email', 'url', 'eligibility'] as const;
export type Field = (typeof fields)[number];
export type Texts = Readonly<Record<Field, string>>;

export type FieldWords = { times: TimesWords; free: string };
/** `line`, from 1, is where in a list it goes wrong. */
export type FieldProblem = { field: Field; why: 'empty' | 'too-long' | 'unreadable'; line?: number };

const most: Record<Field, number> = {
  status: 40,
  name: 200,
  description: 5000,
  times: 2000,
  places: 2000,
  cost: 1000,
  phone: 100,
  email: 254,
  url: 1000,
  eligibility: 2000,
};

/** A service as texts. A private place stands in none of them. */
export const textsOf = (service: Service, words: FieldWords): Texts => ({
  status: service.status,
  name: service.name,
  description: service.description,
  times: service.schedules.map((schedule) => timeLine(schedule, words.times, openPlaces(service))).join('\n'),
  places: openPlaces(service).map(placeLine).join('\n'),
  cost: costText(service, words),
  phone: service.phone ?? '',
  email: service.email ?? '',
  url: service.url ?? '',
  eligibility: service.eligibility,
});

const openPlaces = ({ locations }: Service): Location[] => locations.filter((location) => !location.private);
const placeLine = ({ name, address, town, postcode }: Location): string => [name, address, town, postcode].filter(Boolean).join(', ');

const symbols: Readonly<Record<string, string>> = { GBP: '£', EUR: '€', USD: '$' };
const costLine = ({ option, amount, currency }: CostOption): string =>
  [amount === null ? '' : `${symbols[currency] ?? `${currency} `}${amount}`, option].filter(Boolean).join(' ');
const costText = ({ free, costs }: Service, words: FieldWords): string =>
  costs.length ? costs.map(costLine).join('\n') : free ? words.free : '';

/** The service after these texts have been written into it; the problem of each that could not be. Texts that say what is there change nothing. */
export function withTexts(
  service: Service,
  texts: Partial<Texts>,
  words: FieldWords,
  newId: () => string,
): { ok: true; value: Service } | { ok: false; error: FieldProblem[] } {
  const present = textsOf(service, words);
  const problems: FieldProblem[] = [];
  let after = service;
  for (const field of fields) {
    const text = texts[field]?.replaceAll('\r\n', '\n').trim();
    if (text === undefined || text === present[field].trim()) continue;
    if (text.length > most[field]) problems.push({ field, why: 'too-long' });
    else {
      const read = readers[field](text, after, words, newId);
      if ('why' in read) problems.push({ field, ...read });
      else after = { ...after, ...read };
    }
  }
  return problems.length ? { ok: false, error: problems } : { ok: true, value: after };
}

type Read = Partial<Service> | { why: FieldProblem['why']; line?: number };
type Reader = (text: string, service: Service, words: FieldWords, newId: () => string) => Read;

const readers: Record<Field, Reader> = {
  status: (text) => (text === 'active' || text === 'defunct' ? { status: text satisfies ServiceStatus } : { why: 'unreadable' }),
  name: (name) => (name ? { name } : { why: 'empty' }),
  description: (description) => ({ description }),
  times: (text, service, words) => {
    const read = schedulesIn(text, service.schedules, words.times, openPlaces(service));
    return read.ok ? { schedules: read.value } : { why: 'unreadable', line: read.line };
  },
  places: placesIn,
  cost: costIn,
  phone: (text) => (!text || /\d/.test(text) ? { phone: text || null } : { why: 'unreadable' }),
  email: (text) => (!text || /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text) ? { email: text || null } : { why: 'unreadable' }),
  url: (text) => {
    if (!text) return { url: null };
    const address = /^https?:\/\//i.test(text) ? text : `https://${text}`;
    return URL.canParse(address) && /^https?:\/\/[^/]*\./i.test(address) ? { url: address } : { why: 'unreadable' };
  },
  eligibility: (eligibility) => ({ eligibility }),
};

/** One place a line. A line that is there already is the same place; what has gone is taken off, and times that were only there move with it. */
function placesIn(text: string, service: Service, _words: FieldWords, newId: () => string): Read {
  const left = openPlaces(service);
  const read: Location[] = [];
  for (const [nth, line] of text
    .split('\n')
    .map((each) => each.trim())
    .filter(Boolean)
    .entries()) {
    const same = left.findIndex((place) => placeLine(place) === line);
    const place = same < 0 ? placeIn(line, newId) : left.splice(same, 1)[0];
    if (!place) return { why: 'unreadable', line: nth + 1 };
    read.push(place);
  }
  const added = read.filter(({ id }) => !service.locations.some((place) => place.id === id));
  const gone = new Set(left.map(({ id }) => id));
  const instead = gone.size === 1 && added.length === 1 ? added[0]!.id : null;
  return {
    locations: [...read, ...service.locations.filter((place) => place.private)],
    schedules: service.schedules.map((schedule) =>
      schedule.location && gone.has(schedule.location) ? { ...schedule, location: instead } : schedule,
    ),
  };
}

const looksLikePostcode = (text: string): boolean => text.length <= 10 && /\d/.test(text) && /^[a-z0-9][a-z0-9 -]*$/i.test(text);

function placeIn(line: string, newId: () => string): Location | undefined {
  const parts = line
    .split(',')
    .map((part) => part.trim())
    .filter(Boolean);
  const last = parts.at(-1) ?? '';
  const postcode = parts.length > 1 && looksLikePostcode(last) ? parts.pop()!.toUpperCase() : '';
  const town = parts.pop() ?? '';
  const name = parts.length ? parts.shift()! : '';
  if (!town || (!name && !postcode)) return undefined;
  return { id: newId(), name, address: parts.join(', '), town, postcode, latitude: null, longitude: null, private: false };
}

function costIn(text: string, service: Service, words: FieldWords): Read {
  if (!text) return { free: null, costs: [] };
  if (text.toLowerCase() === words.free.toLowerCase()) return { free: true, costs: [] };
  const known = new Map(service.costs.map((cost) => [costLine(cost), cost]));
  const lines = text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);
  const costs = lines.map((line) => known.get(line) ?? costOf(line));
  return { costs, free: costs.some(({ amount }) => amount !== null && amount > 0) ? false : service.free === true ? null : service.free };
}

function costOf(line: string): CostOption {
  const [, symbol = '', amount = '', rest = ''] = /^([£€$])\s*(\d{1,6}(?:\.\d{1,2})?)\b\s*(.*)$/.exec(line) ?? [];
  if (!symbol) return { option: line, amount: null, currency: 'GBP' };
  const currency = Object.keys(symbols).find((code) => symbols[code] === symbol)!;
  return { option: rest.trim(), amount: Number(amount), currency };
}
