import type { CalendarDay } from '../platform/calendar.ts';

/** One time that somebody opened a page of a record; `what` is the pattern of its route, such as 'GET /people/:id/plan'. */
export type Look = { account: string; what: string; day: CalendarDay };
/** Somebody's day with a record: what of it they looked at. */
export type LookedOn = { account: string; day: CalendarDay; parts: readonly string[] };

/** The route of a part of the record: the longest that a looked-at route begins with. */
export function partOf(what: string, known: readonly string[]): string | undefined {
  const route = what.replace(/^[A-Z]+ /, '');
  const fits = known.filter((part) => route === part || route.startsWith(`${part}/`));
  return fits.toSorted((a, b) => b.length - a.length)[0];
}

/** By day and person, newest first; each part once. */
export function byDay(looks: readonly Look[], known: readonly string[]): LookedOn[] {
  const days = new Map<string, LookedOn & { parts: string[] }>();
  for (const { account, day, what } of looks) {
    const key = `${day} ${account}`;
    const found = days.get(key) ?? { account, day, parts: [] };
    days.set(key, found);
    const part = partOf(what, known) ?? '';
    if (!found.parts.includes(part)) found.parts.push(part);
  }
  return [...days.values()].toSorted((a, b) => b.day.localeCompare(a.day));
}

// Parts of a record, and letters to colleagues, that tell by themselves that something is the matter.
const telling = ['/restricted', '/safety', '/in-danger'];
const tellingLetters = ['alert-raised'];

type Seen<T, L, A> = { told: readonly T[]; letters: readonly L[]; looks: readonly A[] };

/**
 * What may stand in a letter that others at home may read: nothing about a service whose name says something private, and no sign that
 * anything is kept apart for safety.
 */
export function forAnybodysEyes<
  T extends { restricted: boolean; organisation: string },
  L extends { toKind: string; name: string; template: string },
  A extends { what: string },
>({ told, letters, looks }: Seen<T, L, A>): Seen<T, L, A> {
  const hidden = new Set(told.filter(({ restricted }) => restricted).map(({ organisation }) => organisation));
  return {
    told: told.filter(({ restricted }) => !restricted),
    letters: letters.filter(
      // A request to a service that is left out above may not say its name here, nor that there was one.
      ({ toKind, name, template }) =>
        !tellingLetters.includes(template) && (toKind !== 'service' || !(hidden.size && (!name || hidden.has(name)))),
    ),
    looks: looks.filter(({ what }) => !telling.some((part) => what.includes(part)) && !(hidden.size && what.includes('/requests'))),
  };
}
