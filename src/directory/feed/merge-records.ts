import type { Tx } from '../../platform/database.ts';
import { merge, type Merged, type Voice } from '../merge.ts';
import type { DirectoryRecord, Document, Kind } from '../record.ts';
import { choicesOf, recordsNamed, voicesOf } from '../store/feed-records.ts';
import { recordsById } from '../store/records.ts';
import { mapped, namedBy } from './references.ts';
import { sourceOfFeed } from './feed.ts';

/** What a feed says now, before it has been taken in. */
type Own = { feed: string; key: string; trust: number; at: Date; document: Document };
export type MergedRecord = { merged: Merged; current: DirectoryRecord | null; saidBefore: Document | null };

/**
 * What each of these records is to be, by what its feeds say and what people wrote. `own`: what one feed says now instead of what it said
 * before. `resolved`: records that things of that feed are known to be in this reading, by kind and key.
 */
export async function mergeRecords(
  tx: Tx,
  kind: Kind,
  wanted: readonly { record: string; own?: Own }[],
  resolved: ReadonlyMap<string, string> = new Map(),
): Promise<Map<string, MergedRecord>> {
  const ids = wanted.map(({ record }) => record);
  const current = new Map((await recordsById(tx, kind, ids)).map((record) => [record.id, record]));
  const choices = await choicesOf(tx, kind, ids);
  const heard = await voicesOf(tx, kind, ids);
  const voices = new Map<string, (Own & { said: Date })[]>();
  for (const { record, feed, key, trust, said, document } of heard) {
    if (record === null) continue;
    voices.set(record, [...(voices.get(record) ?? []), { feed, key, trust, at: said, said, document }]);
  }
  const everyVoice = wanted.map(({ record, own }) => {
    const others = (voices.get(record) ?? []).filter(({ feed }) => feed !== own?.feed);
    const before = own && voices.get(record)?.find(({ feed, key }) => feed === own.feed && key === own.key);
    return { record, said: [...others, ...(own ? [own] : [])], saidBefore: before?.document ?? null };
  });
  const named = everyVoice.flatMap(({ said }) =>
    said.flatMap(({ feed, document }) => namedBy(document).map((each) => ({ feed, ...each }))),
  );
  const ours = await recordsNamed(tx, named);
  return new Map(
    everyVoice.map(({ record, said, saidBefore }) => {
      const inOurIds = (voice: Own): Voice => ({
        source: sourceOfFeed({ id: voice.feed }),
        trust: voice.trust,
        at: voice.at,
        document: mapped(voice.document, (of, key) => resolved.get(`${of} ${key}`) ?? ours.get(`${voice.feed} ${of} ${key}`) ?? key),
      });
      const present = current.get(record) ?? null;
      const merged = merge({ id: record, current: present, voices: said.map(inOurIds), choices: choices.get(record) ?? {} });
      return [record, { merged, current: present, saidBefore }];
    }),
  );
}
