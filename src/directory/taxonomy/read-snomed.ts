import { type Draft, type Reading, type Rejected, type TermFile, UnreadableFile } from './file.ts';
import { textOf } from './text.ts';

const mostMembers = 200_000;

/**
 * The members of a simple reference set in SNOMED CT's Release Format 2, named by a description file of the same release. Whoever imports them
 * holds the licence; nothing of SNOMED CT comes with Bothy. Only the members are kept in memory, however long the files.
 */
export async function readRefset(refset: TermFile, descriptions: TermFile | undefined): Promise<Reading> {
  if (!descriptions) throw new UnreadableFile('no-descriptions');
  const members = new Map<string, { line: number; name?: string; full?: string; language?: string }>();
  const sets = new Set<string>();
  for await (const { cell, line } of tabbed(refset, ['referencedComponentId', 'active'], 'not-refset')) {
    if (cell('active') !== '1') continue;
    sets.add(cell('refsetId'));
    members.set(cell('referencedComponentId'), { line });
    if (members.size > mostMembers) throw new UnreadableFile('too-many-members', mostMembers.toLocaleString('en-GB'));
  }
  if (!members.size) throw new UnreadableFile('no-terms');
  for await (const { cell } of tabbed(descriptions, ['conceptId', 'term', 'active'], 'no-descriptions')) {
    const member = members.get(cell('conceptId'));
    if (!member || cell('active') !== '1') continue;
    const term = cell('term').trim();
    // A fully specified name ends in what kind of thing it is. Others are what people call it.
    const isFull = / \([^()]+\)$/.test(term);
    if (isFull) member.full ??= term;
    else if (member.name === undefined || (member.language !== 'en' && cell('languageCode') === 'en')) {
      member.name = term;
      member.language = cell('languageCode');
    }
  }
  return { about: { ...(sets.size === 1 && { version: `refset ${[...sets][0]!}` }) }, rows: draftsOf(members) };
}

function* draftsOf(
  members: ReadonlyMap<string, { line: number; name?: string; full?: string; language?: string }>,
): Generator<Draft | Rejected> {
  for (const [code, { line, name, full, language }] of members) {
    const at = `line ${line}`;
    if (!/^\d{6,18}$/.test(code)) yield { at, why: 'no-code' };
    else if (!name && !full) yield { at, why: 'not-described' };
    else
      yield {
        at,
        key: code,
        code,
        name: name ?? full!.replace(/ \([^()]+\)$/, ''),
        description: full ?? '',
        language: language ?? null,
        termUri: `http://snomed.info/id/${code}`,
        document: {},
      };
  }
}

type Cells = { cell: (column: string) => string; line: number };

/** RF2 has no quotes: tabs and line ends are all there is. */
async function* tabbed(file: TermFile, needed: readonly string[], why: 'not-refset' | 'no-descriptions'): AsyncGenerator<Cells> {
  let headers: Map<string, number> | undefined;
  let line = 0;
  for await (const text of linesOf(file)) {
    line += 1;
    if (!text) continue;
    const cells = text.split('\t');
    if (!headers) {
      headers = new Map(cells.map((header, index) => [header.trim(), index]));
      const missing = needed.filter((column) => !headers!.has(column));
      if (missing.length) throw new UnreadableFile(why, missing.join(', '));
      continue;
    }
    const found = headers;
    yield { cell: (column) => cells[found.get(column) ?? -1] ?? '', line };
  }
}

const longestLine = 1_000_000;

async function* linesOf(file: TermFile): AsyncGenerator<string> {
  let rest = '';
  for await (const piece of textOf(file)) {
    const lines = (rest + piece).split('\n');
    rest = lines.pop() ?? '';
    if (rest.length > longestLine) throw new UnreadableFile('not-text');
    for (const line of lines) yield line.replace(/\r$/, '');
  }
  if (rest) yield rest;
}
