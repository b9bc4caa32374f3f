import { uuid } from '../../platform/database.ts';
import type { Given } from './given.ts';
import type { Wrong } from './problem.ts';

/** Reads parameters one by one, and keeps what is wrong with any of them. A parameter that is empty was not given. */
export function readingOf(given: Given) {
  const wrong: Wrong[] = [];
  const refuse = (parameter: string, detail: string): undefined => void wrong.push({ parameter, detail });

  const many = (name: string): string[] => (given[name] ?? []).map((text) => text.trim()).filter(Boolean);
  const listed = (name: string): string[] =>
    many(name)
      .flatMap((text) => text.split(','))
      .map((text) => text.trim())
      .filter(Boolean);

  const one = (name: string): string | undefined => {
    const [first, ...rest] = many(name);
    return rest.length ? refuse(name, 'give this once.') : first;
  };
  const text = (name: string, most = 200): string => {
    const typed = one(name) ?? '';
    return typed.length <= most ? typed : (refuse(name, `give at most ${most} characters.`) ?? '');
  };
  const number = (name: string, { least, most, whole = false }: { least: number; most: number; whole?: boolean }): number | null => {
    const typed = one(name);
    if (typed === undefined) return null;
    const value = /^[+-]?\d+(\.\d+)?$/.test(typed) ? Number(typed) : NaN;
    const fits = value >= least && value <= most && (!whole || Number.isInteger(value));
    return fits ? value : (refuse(name, `give a ${whole ? 'whole ' : ''}number from ${least} to ${most}.`) ?? null);
  };
  const yes = (name: string): boolean => {
    const typed = one(name)?.toLowerCase();
    if (typed === undefined || ['false', '0', 'no'].includes(typed)) return false;
    return ['true', '1', 'yes'].includes(typed) || (refuse(name, 'give true or false.') ?? false);
  };
  const code = <T extends string>(name: string, codes: readonly T[]): T | null => {
    const typed = one(name);
    if (typed === undefined) return null;
    return codes.find((each) => each === typed) ?? refuse(name, `give one of ${codes.join(', ')}.`) ?? null;
  };
  const codes = <T extends string>(name: string, known: readonly T[]): T[] =>
    listed(name).flatMap(
      (typed) => known.find((each) => each === typed) ?? refuse(name, `give ${known.join(', ')}, or several of them.`) ?? [],
    );
  const ids = (name: string): string[] => {
    const typed = [...new Set(listed(name).map((id) => id.toLowerCase()))];
    if (typed.length > 20) refuse(name, 'give at most 20.');
    if (!typed.every((id) => uuid.test(id))) refuse(name, 'give a UUID.');
    return typed;
  };
  const id = (name: string): string | null => {
    const typed = one(name);
    if (typed === undefined) return null;
    return uuid.test(typed) ? typed.toLowerCase() : (refuse(name, 'give a UUID.') ?? null);
  };
  const instant = (name: string): Date | null => {
    const typed = one(name);
    if (typed === undefined) return null;
    return instantIn(typed) ?? refuse(name, 'give a date or a date and time, such as 2026-11-21 or 2026-11-21T10:00:00Z.') ?? null;
  };
  return { wrong, refuse, many, listed, one, text, number, yes, code, codes, ids, id, instant };
}

// A plus sign that was not escaped arrives as a space. A time without a zone is UTC.
const instantForm = /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?)(Z|[ +-]\d{2}:?\d{2})?)?$/i;

function instantIn(typed: string): Date | undefined {
  const [, day, time = '00:00', zone = 'Z'] = instantForm.exec(typed) ?? [];
  if (!day) return undefined;
  const offset = zone.toUpperCase() === 'Z' ? 'Z' : zone.replace(' ', '+').replace(/^(...):?(..)$/, '$1:$2');
  const instant = new Date(`${day}T${time}${offset}`);
  return Number.isNaN(instant.getTime()) || Number(day.slice(0, 4)) < 1000 ? undefined : instant;
}
