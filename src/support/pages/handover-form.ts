import type { Words } from '../../../locales/en/index.ts';
import type { Errors, Typed } from '../../platform/forms.ts';
import type { BeforeHandover, HandOverRefusal, Moves } from '../index.ts';

type W = Words['caseloads']['handover'];

export const handoverFields = { many: ['pick'] };
const of = (typed: Typed, name: string): string => (typeof typed[name] === 'string' ? typed[name].trim() : '');
/** Whom the form gives away: those who are ticked, or everybody. */
export const picked = (typed: Typed, before: BeforeHandover): string[] =>
  of(typed, 'all') === 'yes' ? before.people.map(({ person }) => person) : [typed.pick ?? []].flat();

/** To whom somebody would go: as chosen beside them, or else as chosen for everybody. */
const toOf = (typed: Typed, person: string): string => of(typed, `to-${person}`) || of(typed, 'to');

export type Read = { ok: true; value: Moves } | { ok: false; errors: Errors };

/** Each person with who takes them on and what they should know; what is missing is said beside it. */
export function readMoves(typed: Typed, before: BeforeHandover, w: W): Read {
  const errors: Errors = {};
  const people = before.people.filter(({ person }) => picked(typed, before).includes(person));
  const loose = of(typed, 'loose') || null;
  if (!people.length && !loose) errors.pick = w.errors.nobody;
  for (const { person } of people) {
    const note = of(typed, `note-${person}`);
    if (!toOf(typed, person)) errors[`to-${person}`] = w.errors.to;
    if (!note) errors[`note-${person}`] = w.errors.note;
    if (note.length > 2000) errors[`note-${person}`] = w.errors.tooLong;
  }
  if (Object.keys(errors).length) return { ok: false, errors };
  const moves = people.map(({ person }) => ({ person, to: toOf(typed, person), note: of(typed, `note-${person}`) }));
  return { ok: true, value: { moves, loose, agreed: of(typed, 'agreed') === 'yes' } };
}

export function errorsOfRefusal(refusal: Exclude<HandOverRefusal, string>, w: W): Errors {
  return 'loose' in refusal ? { loose: w.errors.why[refusal.loose] } : { [`to-${refusal.person}`]: w.errors.why[refusal.why] };
}

export type After = { id: string; name: string; now: { people: number; weight: number }; then: { people: number; weight: number } };

/** What everybody would carry. Each person is taken with them at the weight that they have now. */
export function afterwards(typed: Typed, before: BeforeHandover): After[] {
  const going = before.people.filter(({ person }) => picked(typed, before).includes(person));
  return before.candidates
    .map(({ id, name, load }) => {
      const theirs = going.filter(({ person }) => toOf(typed, person) === id);
      const weight = theirs.reduce((sum, each) => sum + each.weighs, 0);
      return { id, name, now: load, then: { people: load.people + theirs.length, weight: load.weight + weight } };
    })
    .filter(({ now, then }) => then.people !== now.people);
}
