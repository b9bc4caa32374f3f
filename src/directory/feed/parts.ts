import { canonical } from '../difference.ts';
import type { Document, Kind } from '../record.ts';
import { isStub, splitOrganisation, splitService } from '../record/split.ts';
import type { Entry } from './entry.ts';
import { hashOf, idFrom } from './ids.ts';
import { isRaw, textIn } from './raw.ts';
import { nameIn, readOrganisation, readService } from './record.ts';

/** One thing of a feed under the key that the feed has for it. What it names stands in it as `{ id }`, by keys of the feed too. */
export type Part = { kind: Kind; key: string; path: string; document: Document; hash: string };

/** What became of one entry. `key`: what is wrong with a thing does not make it vanish. */
export type Taken =
  | { path: string; parts: Part[] }
  | { path: string; removed: string }
  | { path: string; seen: string }
  | { path: string; name: string; reason: string; key: string | null };

const deepest = 40;

/** Checks an entry, and takes it apart. */
export function takenApart(entry: Entry): Taken {
  const { path, record } = entry;
  const id = isRaw(record) ? textIn(record['id']) : '';
  const rejected = (reason: string): Taken => ({
    path,
    name: nameIn(record),
    reason,
    key: id && entry.kind === 'service' ? idFrom(id) : null,
  });
  if (entry.removed) return id ? { path, removed: idFrom(id) } : rejected('says that something is gone, and not what');
  if (entry.unchanged) return { path, seen: idFrom(id) };
  if (entry.problem !== undefined) return rejected(entry.problem);
  if (isDeeperThan(record, deepest)) return rejected(`is nested more than ${deepest} deep`);
  if (entry.kind === 'organisation') {
    const read = readOrganisation(record);
    if (!read.ok) return rejected(read.error);
    const { organisation, locations } = splitOrganisation(read.value);
    return { path, parts: [part('organisation', organisation, path), ...locations.map((each) => part('location', each, path))] };
  }
  const read = readService(record);
  if (!read.ok) return rejected(read.error);
  const { service, organisations, locations } = splitService(read.value);
  const parts = [
    ...organisations.map((each) => part('organisation', each, path)),
    ...locations.map((each) => part('location', each, path)),
    part('service', service, path),
  ];
  return { path, parts: parts.filter(({ document }) => !isStub(document)) };
}

const part = (kind: Kind, document: Document, path: string): Part => ({
  kind,
  key: document.id,
  path,
  document,
  hash: hashOf(canonical(document)),
});

const isDeeperThan = (value: unknown, levels: number): boolean =>
  typeof value === 'object' && value !== null && (levels === 0 || Object.values(value).some((each) => isDeeperThan(each, levels - 1)));
