import { randomUUID } from 'node:crypto';
import type { Tx } from '../../platform/database.ts';
import { type By, recordEvents } from '../../platform/events.ts';
import { ok, refuse, type Result } from '../../platform/result.ts';
import { idFrom } from '../feed/ids.ts';
import { codeOf } from '../record/own-terms.ts';
import * as store from '../store/taxonomies.ts';
import { allTaxonomies } from '../store/taxonomy-lists.ts';
import type { FileProblem, ImportOutcome, Rejected, Taxonomy, Term } from '../taxonomy.ts';
import { bringDefaults } from './bring.ts';
import { type Draft, type Reading, type TermFile, UnreadableFile } from './file.ts';
import { aboutOf } from './known-lists.ts';
import { type Format, readTerms } from './read.ts';

export type TermsAsk = {
  file: TermFile;
  /** The description file that goes with a SNOMED CT reference set. */
  descriptions?: TermFile | undefined;
  as?: Format | undefined;
  name?: string | undefined;
  licence?: string | undefined;
  licenceUri?: string | undefined;
  /** Somebody has said that terms may go, however many. */
  mayRetire: boolean;
  by: By;
  at: Date;
};

export type ImportedTerms = ImportOutcome & { taxonomy: { id: string; name: string } };

/** `what` is a name or a number to say with it. */
export type TermsRefusal = {
  why: FileProblem | 'no-licence' | 'none-taken' | 'many-would-go';
  what: string;
  rejections?: readonly Rejected[];
};

const batch = 500;
const shownRejections = 50;
const longestName = 500;

/** Of the terms there were, the share of which more may not go without somebody's word; a few may always. */
const mostToGo = { share: 0.2, few: 10 };

/** Takes a list of terms in, whole: new ones, changed ones, and those that are no longer in it. When it is refused, undo the transaction. */
export async function importTerms(tx: Tx, ask: TermsAsk): Promise<Result<ImportedTerms, TermsRefusal>> {
  try {
    const reading = await readTerms(ask.file, ask);
    const about = aboutOf(reading, { ...ask, fileName: ask.file.name });
    const before = (await allTaxonomies(tx)).find(({ id }) => id === about.id);
    const licence = about.licence || before?.licence || '';
    if (!licence) return refuse({ why: 'no-licence', what: about.name });
    const taxonomy: Taxonomy = {
      ...about,
      licence,
      licenceUri: about.licenceUri ?? before?.licenceUri ?? null,
      source: reading.format,
      importedAt: ask.at,
      outcome: null,
    };
    return await take(tx, taxonomy, reading, { ...ask, before: before?.source === 'feed' ? 0 : (before?.terms ?? 0) });
  } catch (error) {
    if (error instanceof UnreadableFile) return refuse({ why: error.why, what: error.what });
    throw error;
  }
}

async function take(
  tx: Tx,
  taxonomy: Taxonomy,
  { format, rows }: Reading & { format: Format },
  { by, at, mayRetire, before }: TermsAsk & { before: number },
): Promise<Result<ImportedTerms, TermsRefusal>> {
  const run = randomUUID();
  const tally = { added: 0, changed: 0, unchanged: 0, rejected: 0, broken: false, rejections: [] as Rejected[] };
  const reject = (row: Rejected) => {
    tally.rejected += 1;
    tally.broken ||= row.why === 'broken';
    if (tally.rejections.length < shownRejections) tally.rejections.push({ at: row.at.slice(0, 60), why: row.why });
  };
  await store.putTaxonomy(tx, taxonomy);
  for await (const drafts of inBatches(rows, batch, reject)) {
    const terms = new Map<string, Term>();
    const stood = new Map<string, string>();
    for (const draft of drafts) {
      const term = toTerm(draft, taxonomy);
      const why = terms.has(term.id) ? 'twice' : wrongWith(term);
      if (why) reject({ at: draft.at, why });
      else {
        terms.set(term.id, term);
        stood.set(term.id, draft.at);
      }
    }
    const known = await store.knownTerms(tx, [...terms.values()], taxonomy.id, run);
    for (const [id, { twice, elsewhere, same }] of known) {
      if (twice || elsewhere) {
        terms.delete(id);
        reject({ at: stood.get(id)!, why: twice ? 'twice' : 'other-list' });
      } else tally[same ? 'unchanged' : 'changed'] += 1;
    }
    tally.added += [...terms.keys()].filter((id) => !known.has(id)).length;
    await store.putTerms(tx, [...terms.values()], run);
  }
  const { broken, rejections, ...counts } = tally;
  if (counts.added + counts.changed + counts.unchanged === 0)
    return refuse({ why: 'none-taken', what: String(counts.rejected), rejections });

  // A file that breaks off says nothing of what would have come after.
  const retired = broken ? 0 : await store.retireUnseen(tx, taxonomy.id, run);
  if (!mayRetire && retired > Math.max(mostToGo.few, before * mostToGo.share)) return refuse({ why: 'many-would-go', what: `${retired}` });
  const matched = await bringDefaults(tx, taxonomy.id, format, at);
  const lostParents = await store.countLostParents(tx, taxonomy.id);
  const { added, changed, rejected } = counts;
  await recordEvents(tx, [
    {
      type: 'taxonomy-imported',
      subject: { kind: 'taxonomy', id: taxonomy.id },
      by,
      at,
      data: { format, added, changed, retired, rejected },
    },
  ]);
  const outcome = { ...counts, retired, matched, lostParents, rejections };
  await store.putTaxonomy(tx, { ...taxonomy, outcome });
  return ok({ taxonomy: { id: taxonomy.id, name: taxonomy.name }, ...outcome });
}

function wrongWith({ id, name, parentId }: Term): Rejected['why'] | undefined {
  if (codeOf(id)) return 'other-list';
  if (name.length > longestName) return 'long-name';
  return parentId === id ? 'own-parent' : undefined;
}

async function* inBatches(rows: Reading['rows'], size: number, reject: (row: Rejected) => void): AsyncGenerator<Draft[]> {
  let drafts: Draft[] = [];
  for await (const row of rows) {
    if ('why' in row) reject(row);
    else drafts.push(row);
    if (drafts.length < size) continue;
    yield drafts;
    drafts = [];
  }
  yield drafts;
}

/** An id made of its key is the same at every import, and known before its parent's row is read. */
function toTerm({ key, id, parentKey, parentId, at: _at, ...draft }: Draft, taxonomy: Taxonomy): Term {
  const made = (of: string) => idFrom(`${taxonomy.id}/${of}`);
  return {
    ...draft,
    id: id ?? made(key),
    parentId: parentId ?? (parentKey === undefined ? null : made(parentKey)),
    taxonomyId: taxonomy.id,
    taxonomy: taxonomy.name,
  };
}
