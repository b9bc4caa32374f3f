import type { Need } from '../directory/index.ts';
import { type HoldReason, holdReasons } from './holding.ts';

export const sorts = ['pressing', 'name', 'contact', 'weight'] as const;
export type Sort = (typeof sorts)[number];

/** Days without contact that one may ask for. */
export const silences = [14, 28, 56] as const;

/** Which of the people of a caseload. Everything is a choice from a list, and so may stand in an address; a name that is looked for may not. */
export type Filters = {
  need: Need | null;
  held: HoldReason | 'any' | 'no' | null;
  unmet: boolean;
  when: 'late' | 'today' | 'week' | null;
  place: string;
  interpreter: boolean;
  risk: boolean;
  silent: (typeof silences)[number] | null;
};

export const everybody: Filters = {
  need: null,
  held: null,
  unmet: false,
  when: null,
  place: '',
  interpreter: false,
  risk: false,
  silent: null,
};

const heldChoices = [...holdReasons, 'any', 'no'] as const;

/** What an address or a form asks for; what makes no sense there asks for nothing. `listed` are the needs that lists may show. */
export function filtersIn(said: (name: string) => string | undefined, listed: readonly Need[]): Filters {
  return {
    need: listed.find((need) => need === said('need')) ?? null,
    held: heldChoices.find((choice) => choice === said('held')) ?? null,
    unmet: said('unmet') === 'yes',
    when: (['late', 'today', 'week'] as const).find((choice) => choice === said('when')) ?? null,
    place: (said('place') ?? '').slice(0, 100),
    interpreter: said('interpreter') === 'yes',
    risk: said('risk') === 'yes',
    silent: silences.find((days) => String(days) === said('silent')) ?? null,
  };
}

/** The same the other way: only what is asked for. */
export function toAddress(filters: Filters): Record<string, string> {
  const all = Object.entries(filters).map(
    ([name, value]) => [name, value === true ? 'yes' : value === false || value === null ? '' : String(value)] as const,
  );
  return Object.fromEntries(all.filter(([, value]) => value !== ''));
}

export const isNarrowed = (filters: Filters): boolean => Object.keys(toAddress(filters)).length > 0;

/** A caseload as somebody likes to look at it. */
export type View = { id: string; name: string; owner: string; shared: boolean; asked: { filters: Filters; sort: Sort } };
