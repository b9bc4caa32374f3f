import { ok, refuse, type Result } from '../../platform/result.ts';

export type Code = {
  id: string;
  /** Which of those that come with Bothy it is; their words are in the dictionaries. */
  shipped: string | null;
  parent: string | null;
  name: string;
  /** '#rrggbb', in small letters. */
  colour: string;
  /** A heading in the tree cannot be given to a passage. */
  codable: boolean;
  description: string;
  useWhen: string;
  notWhen: string;
  state: 'in-use' | 'retired' | 'merged';
  /** The code that it became part of. */
  into: string | null;
  /** 0: as it comes with Bothy, and never changed here. */
  rowVersion: number;
};

export type CodeDetails = Pick<Code, 'parent' | 'name' | 'colour' | 'description' | 'useWhen' | 'notWhen'>;
export type CodeRefusal =
  'same-name' | 'no-such-parent' | 'inside-itself' | 'too-deep' | 'not-in-use' | 'has-codes' | 'itself' | 'a-heading';

const deepest = 4;

export const findCode = (codes: readonly Code[], id: string): Code | undefined => codes.find((code) => code.id === id);
const childrenOf = (codes: readonly Code[], id: string | null): Code[] => codes.filter(({ parent }) => parent === id);

/** The code itself, and those above it; the nearest first. */
export function pathTo(codes: readonly Code[], id: string): Code[] {
  const path: Code[] = [];
  for (let code = findCode(codes, id); code && !path.includes(code); code = code.parent === null ? undefined : findCode(codes, code.parent))
    path.push(code);
  return path;
}

/** In the order of a tree, each with how deep it lies. A code whose parent is gone stands at the top. */
export function inTree(codes: readonly Code[]): { code: Code; depth: number }[] {
  const below = (parent: string | null, depth: number): { code: Code; depth: number }[] =>
    childrenOf(codes, parent).flatMap((code) => [{ code, depth }, ...below(code.id, depth + 1)]);
  const tree = below(null, 0);
  const lost = codes.filter(({ id, parent }) => parent !== null && !tree.some(({ code }) => code.id === id) && !findCode(codes, parent));
  return [...tree, ...lost.flatMap((code) => [{ code, depth: 0 }, ...below(code.id, 1)])];
}

/** The code that stands for this one today, after all merging; itself when it was never merged. */
export function standsFor(codes: readonly Code[], id: string): string {
  const seen = new Set<string>();
  let now = id;
  for (let code = findCode(codes, now); code?.into && !seen.has(now); code = findCode(codes, now)) {
    seen.add(now);
    now = code.into;
  }
  return now;
}

function wrong(codes: readonly Code[], id: string, { parent, name }: Pick<Code, 'parent' | 'name'>): CodeRefusal | undefined {
  const same = (one: string) => one.trim().toLocaleLowerCase() === name.trim().toLocaleLowerCase();
  if (codes.some((code) => code.id !== id && code.parent === parent && code.state !== 'merged' && same(code.name))) return 'same-name';
  if (parent === null) return undefined;
  const above = pathTo(codes, parent);
  if (above[0]?.state !== 'in-use') return 'no-such-parent';
  if (above.some((code) => code.id === id)) return 'inside-itself';
  return above.length >= deepest ? 'too-deep' : undefined;
}

/** `codes` come with their names in words, also those that come with Bothy. */
export function newCode(codes: readonly Code[], id: string, details: CodeDetails, codable = true): Result<Code, CodeRefusal> {
  const why = wrong(codes, id, details);
  return why ? refuse(why) : ok({ ...details, id, codable, shipped: null, state: 'in-use', into: null, rowVersion: 1 });
}

/** One that comes with Bothy keeps its name and place; what it means here can be said more closely. */
export function changedCode(codes: readonly Code[], code: Code, details: CodeDetails): Result<Code, CodeRefusal> {
  const { name, parent, ...rest } = details;
  if (code.shipped) return ok({ ...code, ...rest });
  const why = wrong(codes, code.id, { name, parent });
  return why ? refuse(why) : ok({ ...code, ...details });
}

const hasCodes = (codes: readonly Code[], code: Code): boolean => childrenOf(codes, code.id).some(({ state }) => state === 'in-use');

/** What was coded with it stays; nothing new is. */
export function retiredCode(codes: readonly Code[], code: Code): Result<Code, CodeRefusal> {
  if (code.state !== 'in-use') return refuse('not-in-use');
  return hasCodes(codes, code) ? refuse('has-codes') : ok({ ...code, state: 'retired' });
}

/** What was coded with it counts as coded with the other, until it is brought back. */
export function mergedCode(codes: readonly Code[], code: Code, into: string): Result<Code, CodeRefusal> {
  const other = findCode(codes, into);
  if (code.state !== 'in-use' || other?.state !== 'in-use') return refuse('not-in-use');
  if (other.id === code.id) return refuse('itself');
  if (!code.codable || !other.codable) return refuse('a-heading');
  return hasCodes(codes, code) ? refuse('has-codes') : ok({ ...code, state: 'merged', into });
}

export function restoredCode(codes: readonly Code[], code: Code): Result<Code, CodeRefusal> {
  const why = code.shipped ? undefined : wrong(codes, code.id, code);
  return why ? refuse(why) : ok({ ...code, state: 'in-use', into: null });
}
