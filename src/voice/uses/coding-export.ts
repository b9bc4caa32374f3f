import { createHash, randomUUID } from 'node:crypto';
import { strToU8, zipSync } from 'fflate';
import { allPractices, type Asker } from '../../identity/index.ts';
import { ok } from '../../platform/result.ts';
import { standsFor } from '../core/codebook.ts';
import { codebookFile, type Project, projectFile } from '../core/refi.ts';
import { allMemos, codersWanted } from '../store/coding.ts';
import { namesOf } from './coding-codebook.ts';
import { type CodeWords, coding, codesIn, type CodingPorts, note, openTexts, textsIn } from './coding-needs.ts';
import { noteUse } from './story-use.ts';

/** How things are called in the files. */
export type FileWords = {
  name: string;
  exported: string;
  labels: Project['labels'];
  variables: Record<'practice' | 'teller' | 'needs' | 'toldOn', string>;
  tellers: Record<'person' | 'worker', string>;
  untitled: string;
};

const origin = 'Bothy';
/** A GUID that is always the same for the same names. */
function guid(...names: readonly string[]): string {
  const hash = createHash('sha256').update(names.join('\u0000')).digest('hex');
  return `${hash.slice(0, 8)}-${hash.slice(8, 12)}-5${hash.slice(13, 16)}-8${hash.slice(17, 20)}-${hash.slice(20, 32)}`;
}

export const exportUses = (ports: CodingPorts) => ({
  /** The codebook as a REFI-QDA .qdc file. */
  codebookFile: (asker: Asker, words: CodeWords, { labels }: FileWords) =>
    coding(ports, asker, async (tx) => ok(codebookFile(await codesIn(tx, words), labels, origin))),

  /**
   * Codebook, stories, everybody's coding and thoughts as a REFI-QDA .qdpx archive. That each story went out in it is kept, so that whoever
   * took the file can be asked to put away what is taken back later.
   */
  projectFile: (asker: Asker, words: CodeWords, say: FileWords) =>
    coding(ports, asker, async (tx) => {
      const at = ports.now();
      const where = randomUUID();
      const codes = await codesIn(tx, words);
      const open = openTexts(await textsIn(tx, at), await codersWanted(tx), asker.id);
      const texts = [];
      for (const text of open) {
        const used = {
          story: text.id,
          use: 'team',
          kind: 'coding-file',
          where,
          label: say.exported,
          way: 'printed',
          whoGot: asker.name,
        } as const;
        if (await noteUse(tx, { ...used, at, by: asker.id })) texts.push(text);
      }
      const practices = new Map((await allPractices(tx)).map(({ id, name }) => [id, name]));
      const known = new Set([...texts, ...codes].map(({ id }) => id));
      const thoughts = (await allMemos(tx)).filter(({ of }) => of === null || known.has(of));
      const people = [asker.id, ...texts.flatMap(({ codings }) => codings.map(({ coder }) => coder)), ...thoughts.map(({ by }) => by)];
      const users = [...(await namesOf(tx, people))].map(([id, name]) => ({ id, name }));
      const project = projectFile({
        ...{ name: say.name, origin, madeAt: at, madeBy: asker.id, users, codes, guid, labels: say.labels },
        variables: (['practice', 'teller', 'needs', 'toldOn'] as const).map((of) => ({
          ...{ of, name: say.variables[of] },
          id: guid('variable', asker.programme.id, of),
        })),
        texts: texts.map(({ id, title, words: told, toldOn, practice, teller, needs, codings }) => ({
          ...{ id, toldOn, words: told, name: title || say.untitled },
          practice: (practice && practices.get(practice)) ?? '',
          teller: say.tellers[teller],
          needs: needs.map((need) => words.needs[need] ?? need).join(', '),
          codings: codings
            .filter(({ doneAt }) => doneAt)
            .map((each) => ({ ...each, passages: each.passages.map((passage) => ({ ...passage, code: standsFor(codes, passage.code) })) })),
        })),
        notes: thoughts.map(({ id, of, words: thought, by, at: written }) => ({ id, about: of, words: thought, by, at: written })),
      });
      await note(tx, asker, at, 'coding-exported', { kind: 'coding-file', id: where }, { stories: texts.length });
      const files = Object.fromEntries(texts.map(({ id, words: told }) => [`sources/${id}.txt`, strToU8(told)]));
      return ok(zipSync({ 'project.qde': strToU8(project), ...files }, { mtime: at }));
    }),
});
