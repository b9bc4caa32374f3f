import type { TaxonomySource } from '../taxonomy.ts';
import { isRaw } from '../feed/raw.ts';
import { type Reading, type TermFile, UnreadableFile } from './file.ts';
import { readCsv } from './read-csv.ts';
import { readJson } from './read-json.ts';
import { readOpenEligibility } from './read-open-eligibility.ts';
import { readConcepts } from './read-openactive.ts';
import { readRefset } from './read-snomed.ts';
import { headOf, wholeText } from './text.ts';

export type Format = Exclude<TaxonomySource, 'feed'>;

const mostXml = 10_000_000;
const mostJson = 64_000_000;

/** Which format a file is in, by how it begins. */
async function formatOf(file: TermFile): Promise<Format> {
  const head = (await headOf(file, 4000)).trimStart();
  if (head.startsWith('<')) return 'open-eligibility';
  if (/^[[{]/.test(head)) return /"ConceptScheme"|"prefLabel"/.test(head) ? 'openactive' : 'json';
  return head.split(/\r?\n/)[0]!.split('\t').includes('referencedComponentId') ? 'snomed-refset' : 'csv';
}

/** Reads a list of terms. Throws `UnreadableFile` when nothing of it can be. */
export async function readTerms(
  file: TermFile,
  { as, descriptions }: { as?: Format | undefined; descriptions?: TermFile | undefined },
): Promise<Reading & { format: Format }> {
  const format = as ?? (await formatOf(file));
  return { format, ...(await readAs(format, file, descriptions)) };
}

async function readAs(format: Format, file: TermFile, descriptions: TermFile | undefined): Promise<Reading> {
  switch (format) {
    case 'open-eligibility':
      return readOpenEligibility(await wholeText(file, mostXml));
    case 'openactive': {
      const document = await jsonOf(file);
      if (!isRaw(document) || !Array.isArray(document['concept'])) throw new UnreadableFile('not-known', 'concept');
      return readConcepts(document);
    }
    case 'json':
      return readJson(await jsonOf(file));
    case 'csv':
      return readCsv(file);
    case 'snomed-refset':
      return readRefset(file, descriptions);
  }
}

async function jsonOf(file: TermFile): Promise<unknown> {
  const text = await wholeText(file, mostJson);
  try {
    return JSON.parse(text);
  } catch {
    throw new UnreadableFile('not-json');
  }
}
