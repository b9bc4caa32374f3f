import { randomUUID } from 'node:crypto';
import { accountsById, type Asker } from '../../identity/index.ts';
import type { Tx } from '../../platform/database.ts';
import { ok, refuse, type Result } from '../../platform/result.ts';
import {
  changedCode,
  type Code,
  type CodeDetails,
  type CodeRefusal,
  findCode,
  mergedCode,
  newCode,
  pathTo,
  restoredCode,
  retiredCode,
} from '../core/codebook.ts';
import { readCodebook, type Unreadable } from '../refi/read-codebook.ts';
import { type CodeVersion, codeVersions, saveCode } from '../store/codes.ts';
import { addMemo, allCodings, type Memo, memosAbout, removeMemo } from '../store/coding.ts';
import { type CodeWords, coding, codesIn, type CodingPorts, note, type NotReached } from './coding-needs.ts';

export type CodebookSeen = { codes: Code[]; used: ReadonlyMap<string, number> };
export type CodeSeen = CodebookSeen & {
  code: Code;
  path: Code[];
  versions: CodeVersion[];
  memos: Memo[];
  names: ReadonlyMap<string, string>;
};
export type BroughtIn = { added: number; known: number };
type Stale = { stale: Code };

const subject = (id: string) => ({ kind: 'code', id });

/** How many passages each code was given to, by anybody. Counts alone, so that nobody learns how a story was coded. */
async function usedIn(tx: Tx): Promise<Map<string, number>> {
  const used = new Map<string, number>();
  for (const { passages } of await allCodings(tx)) for (const { code } of passages) used.set(code, (used.get(code) ?? 0) + 1);
  return used;
}

export const codebookUses = (ports: CodingPorts) => {
  const { now } = ports;
  const change = (
    asker: Asker,
    words: CodeWords,
    id: string,
    version: number | undefined,
    type: string,
    decide: (codes: Code[], code: Code) => Result<Code, CodeRefusal>,
  ) =>
    coding(ports, asker, async (tx): Promise<Result<Code, NotReached | CodeRefusal | Stale>> => {
      const codes = await codesIn(tx, words);
      const code = findCode(codes, id);
      if (!code) return refuse('not-found');
      const decided = decide(codes, code);
      if (!decided.ok) return decided;
      if (!(await saveCode(tx, { ...decided.value, rowVersion: version ?? code.rowVersion }, asker.id, now())))
        return refuse({ stale: code });
      await note(tx, asker, now(), type, subject(id), decided.value.into ? { into: decided.value.into } : {});
      return decided;
    });

  return {
    seeCodebook: (asker: Asker, words: CodeWords) =>
      coding(ports, asker, async (tx) => ok<CodebookSeen>({ codes: await codesIn(tx, words), used: await usedIn(tx) })),

    seeCode: (asker: Asker, words: CodeWords, id: string) =>
      coding(ports, asker, async (tx): Promise<Result<CodeSeen, NotReached>> => {
        const codes = await codesIn(tx, words);
        const code = findCode(codes, id);
        if (!code) return refuse('not-found');
        const versions = await codeVersions(tx, id);
        const memos = await memosAbout(tx, 'code', id);
        const names = await namesOf(
          tx,
          [...versions, ...memos].map(({ by }) => by),
        );
        return ok({ codes, code, path: pathTo(codes, id).slice(1), used: await usedIn(tx), versions, memos, names });
      }),

    addCode: (asker: Asker, words: CodeWords, details: CodeDetails) =>
      coding(ports, asker, async (tx): Promise<Result<Code, CodeRefusal>> => {
        const added = newCode(await codesIn(tx, words), randomUUID(), details);
        if (!added.ok) return added;
        await saveCode(tx, { ...added.value, rowVersion: 0 }, asker.id, now());
        await note(tx, asker, now(), 'code-added', subject(added.value.id));
        return added;
      }),

    changeCode: (asker: Asker, words: CodeWords, id: string, details: CodeDetails, version: number) =>
      change(asker, words, id, version, 'code-changed', (codes, code) => changedCode(codes, code, details)),
    retireCode: (asker: Asker, words: CodeWords, id: string) => change(asker, words, id, undefined, 'code-retired', retiredCode),
    mergeCode: (asker: Asker, words: CodeWords, id: string, into: string) =>
      change(asker, words, id, undefined, 'code-merged', (codes, code) => mergedCode(codes, code, into)),
    restoreCode: (asker: Asker, words: CodeWords, id: string) => change(asker, words, id, undefined, 'code-restored', restoredCode),

    /** Brings in the codes of a REFI-QDA codebook that are not here yet, each with its own id. Nothing that is here is changed. */
    bringIn: (asker: Asker, words: CodeWords, xml: string) =>
      coding(ports, asker, async (tx): Promise<Result<BroughtIn, Unreadable | { clash: string; why: CodeRefusal }>> => {
        const read = readCodebook(xml);
        if (!read.ok) return read;
        const codes = await codesIn(tx, words);
        const fresh = read.value.filter(({ id }) => !findCode(codes, id));
        for (const { id, codable, ...details } of fresh) {
          const added = newCode(codes, id, details, codable);
          if (!added.ok) return refuse({ clash: details.name, why: added.error });
          codes.push(added.value);
        }
        for (const { id } of fresh) {
          await saveCode(tx, { ...findCode(codes, id)!, rowVersion: 0 }, asker.id, now());
          await note(tx, asker, now(), 'code-added', subject(id), { from: 'file' });
        }
        return ok({ added: fresh.length, known: read.value.length - fresh.length });
      }),

    /** `code`: nothing for a thought about the whole. */
    addThought: (asker: Asker, words: CodeWords, code: string | null, thought: string) =>
      coding(ports, asker, async (tx): Promise<Result<'saved', NotReached>> => {
        if (code !== null && !findCode(await codesIn(tx, words), code)) return refuse('not-found');
        await addMemo(tx, { id: randomUUID(), about: code === null ? 'whole' : 'code', of: code, words: thought, by: asker.id, at: now() });
        return ok('saved');
      }),
    removeThought: (asker: Asker, id: string) =>
      coding(ports, asker, async (tx): Promise<Result<'removed', NotReached>> =>
        (await removeMemo(tx, id, asker.id)) ? ok('removed') : refuse('not-found'),
      ),
  };
};

export async function namesOf(tx: Tx, ids: readonly string[]): Promise<Map<string, string>> {
  const accounts = await accountsById(tx, [...new Set(ids)]);
  return new Map([...accounts.values()].map(({ id, name }) => [id, name]));
}
