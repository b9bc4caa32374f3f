import { nameLikeness } from './names.ts';
import type { Portrait } from './portrait.ts';

/** `reasons` are codes of what speaks for it and against it, for whoever decides. */
export type Likeness = { verdict: 'same' | 'ask' | 'different'; score: number; reasons: readonly Reason[] };
export type Reason =
  | 'same-identifier'
  | 'other-identifier'
  | 'same-name'
  | 'like-name'
  | 'same-phone'
  | 'same-email'
  | 'same-site'
  | 'same-place'
  | 'other-place'
  | 'same-organisation'
  | 'other-organisation';

const sure = 0.92;
const likely = 0.62;

/** Whether two things that different feeds tell of are the same thing. */
export function compare(one: Portrait, other: Portrait): Likeness {
  if (one.kind !== other.kind) return { verdict: 'different', score: 0, reasons: [] };
  const evidence = evidenceOf(one, other);
  const verdict = { organisation: organisations, service: services, location: places }[one.kind](evidence);
  return { verdict, score: scoreOf(evidence), reasons: reasonsOf(evidence) };
}

/** The one that is the same beyond doubt; several that may be; or none. Two that both look the same are a question, not an answer. */
export function choose(
  own: Portrait,
  candidates: readonly Portrait[],
): { same: Portrait } | { ask: { portrait: Portrait; likeness: Likeness }[] } | null {
  const judged = candidates
    .map((portrait) => ({ portrait, likeness: compare(own, portrait) }))
    .filter(({ likeness }) => likeness.verdict !== 'different')
    .sort((a, b) => b.likeness.score - a.likeness.score || (a.portrait.id < b.portrait.id ? -1 : 1));
  const same = judged.filter(({ likeness }) => likeness.verdict === 'same');
  if (same.length === 1) return { same: same[0]!.portrait };
  if (own.kind === 'location') return same[0] ? { same: same[0].portrait } : null;
  return judged.length ? { ask: judged.slice(0, 5) } : null;
}

type Evidence = {
  name: ReturnType<typeof nameLikeness>;
  identifiers: Told;
  phones: Told;
  emails: Told;
  sites: Told;
  postcodes: Told;
  streets: Told;
  near: Told;
  organisation: 'same' | 'other' | 'unsure' | 'unsaid';
};
/** Both say it and agree, both say it and disagree, or one says nothing. */
type Told = 'same' | 'other' | 'unsaid';

function evidenceOf(one: Portrait, other: Portrait): Evidence {
  const names = one.names.flatMap((left) => other.names.map((right) => nameLikeness(left, right)));
  const best = names.sort((a, b) => Number(a.apart) - Number(b.apart) || b.score - a.score)[0];
  return {
    name: best ?? { score: 0, rivals: false, apart: false },
    identifiers: identifiersTold(one.identifiers, other.identifiers),
    phones: told(one.phones, other.phones),
    emails: told(one.emails, other.emails),
    sites: told(one.sites, other.sites),
    postcodes: told(one.postcodes, other.postcodes),
    streets: streetsTold(one.streets, other.streets),
    near: nearTold(one.spots, other.spots),
    organisation: organisationTold(one.organisation, other.organisation),
  };
}

const told = (one: readonly string[], other: readonly string[]): Told =>
  !one.length || !other.length ? 'unsaid' : one.some((value) => other.includes(value)) ? 'same' : 'other';

/** Only two numbers of one register disagree; a charity number and a company number are both right. */
function identifiersTold(one: readonly string[], other: readonly string[]): Told {
  if (one.some((value) => other.includes(value))) return 'same';
  const registers = (values: readonly string[]) => values.map((value) => value.split(':')[0]);
  return registers(one).some((register) => registers(other).includes(register)) ? 'other' : 'unsaid';
}

function streetsTold(one: readonly string[], other: readonly string[]): Told {
  if (!one.length || !other.length) return 'unsaid';
  const alike = one.some((left) => other.some((right) => streetAlike(left, right)));
  return alike ? 'same' : 'other';
}

const streetAlike = (left: string, right: string): boolean => {
  const { score, apart } = nameLikeness(left, right);
  return score >= 0.85 && !apart;
};

function nearTold(one: Portrait['spots'], other: Portrait['spots']): Told {
  if (!one.length || !other.length) return 'unsaid';
  const near = one.some(([lat, lon]) => other.some(([lat2, lon2]) => metres(lat, lon, lat2, lon2) < 60));
  return near ? 'same' : one.every(([lat, lon]) => other.every(([lat2, lon2]) => metres(lat, lon, lat2, lon2) > 2000)) ? 'other' : 'unsaid';
}

/** Good to a few metres in a hundred kilometres, which is enough to tell one hall from the next. */
const metres = (lat: number, lon: number, lat2: number, lon2: number): number =>
  111_320 * Math.hypot(lat - lat2, (lon - lon2) * Math.cos(((lat + lat2) * Math.PI) / 360));

function organisationTold(one: Portrait | null, other: Portrait | null): Evidence['organisation'] {
  if (!one || !other) return 'unsaid';
  if (one.id === other.id) return 'same';
  const { verdict } = compare(one, other);
  return verdict === 'same' ? 'same' : verdict === 'ask' ? 'unsure' : 'other';
}

const strongOf = ({ phones, emails, sites }: Evidence): number => [phones, emails, sites].filter((each) => each === 'same').length;
const isElsewhere = ({ postcodes, near, streets }: Evidence): boolean =>
  (postcodes === 'other' && near !== 'same') || (near === 'other' && postcodes !== 'same') || (streets === 'other' && postcodes !== 'same');
const isSamePlace = ({ postcodes, near }: Evidence): boolean => postcodes === 'same' || near === 'same';

function organisations(evidence: Evidence): Likeness['verdict'] {
  const { name, identifiers, phones } = evidence;
  if (identifiers === 'other') return 'different';
  if (identifiers === 'same') return name.score >= 0.5 && !name.apart ? 'same' : 'ask';
  const strong = strongOf(evidence);
  if (name.apart) return 'different';
  if (name.score >= sure) {
    if (isElsewhere(evidence)) return strong ? 'ask' : phones === 'other' || evidence.sites === 'other' ? 'different' : 'ask';
    return strong || isSamePlace(evidence) ? 'same' : 'ask';
  }
  if (name.rivals) return name.score >= 0.8 && strong >= 2 ? 'ask' : 'different';
  return name.score >= likely && (strong || isSamePlace(evidence)) ? 'ask' : 'different';
}

function services(evidence: Evidence): Likeness['verdict'] {
  const { name, organisation } = evidence;
  const strong = strongOf(evidence);
  if (evidence.identifiers === 'same') return name.score >= 0.5 && !name.apart ? 'same' : 'ask';
  if (name.apart || organisation === 'other') return 'different';
  const placed = isSamePlace(evidence);
  if (name.score >= sure) {
    if (organisation === 'same') return isElsewhere(evidence) ? 'ask' : 'same';
    return strong || placed || organisation === 'unsure' ? 'ask' : 'different';
  }
  if (name.rivals || name.score < likely) return 'different';
  return organisation === 'same' && (strong || placed) ? 'ask' : strong && placed ? 'ask' : 'different';
}

/** Nobody is asked of places: what is not surely the same is told twice, which does no harm. */
function places(evidence: Evidence): Likeness['verdict'] {
  const { name, postcodes, streets, near } = evidence;
  if (name.apart && streets !== 'same') return 'different';
  if (postcodes === 'other' || streets === 'other' || near === 'other') return 'different';
  if (postcodes === 'same') return streets === 'same' || name.score >= sure ? 'same' : 'different';
  return near === 'same' && name.score >= sure ? 'same' : 'different';
}

function scoreOf(evidence: Evidence): number {
  const weigh = (value: Told | Evidence['organisation'], weight: number) => (value === 'same' ? weight : value === 'other' ? -weight : 0);
  const { name, identifiers, phones, emails, sites, organisation } = evidence;
  const place = isSamePlace(evidence) ? 0.1 : isElsewhere(evidence) ? -0.1 : 0;
  const points =
    name.score * 0.6 +
    weigh(identifiers, 0.4) +
    weigh(phones, 0.1) +
    weigh(emails, 0.1) +
    weigh(sites, 0.1) +
    weigh(organisation, 0.15) +
    place;
  return Math.max(0, Math.min(1, points));
}

function reasonsOf(evidence: Evidence): Reason[] {
  const { name, identifiers, phones, emails, sites, organisation } = evidence;
  const when = (holds: boolean, reason: Reason): Reason[] => (holds ? [reason] : []);
  return [
    ...when(identifiers === 'same', 'same-identifier'),
    ...when(identifiers === 'other', 'other-identifier'),
    ...when(name.score >= sure, 'same-name'),
    ...when(name.score < sure && name.score >= likely, 'like-name'),
    ...when(phones === 'same', 'same-phone'),
    ...when(emails === 'same', 'same-email'),
    ...when(sites === 'same', 'same-site'),
    ...when(isSamePlace(evidence), 'same-place'),
    ...when(isElsewhere(evidence), 'other-place'),
    ...when(organisation === 'same', 'same-organisation'),
    ...when(organisation === 'other', 'other-organisation'),
  ];
}
