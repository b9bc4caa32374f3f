import type { Asker } from '../../identity/index.ts';
import { uuid } from '../../platform/database.ts';
import { ok, refuse, type Result } from '../../platform/result.ts';
import { isSame, linesOf } from '../difference.ts';
import { mergeRecords } from '../feed/merge-records.ts';
import { applyChangeSet, proposeChanges } from '../feed/propose.ts';
import { mapped, namedBy } from '../feed/references.ts';
import type { DirectoryRecord, Document, Kind, Source } from '../record.ts';
import { sourceOf } from '../record.ts';
import { choicesOf, recordsNamed, voicesOf } from '../store/feed-records.ts';
import { allFeeds } from '../store/feeds.ts';
import { recordsById } from '../store/records.ts';
import { type Contested, contested, countContested, putChoices } from '../store/voices.ts';
import { asCurator, type FeedPorts, namesIn } from './feed-needs.ts';

export type ContestedList = { records: Contested[]; total: number; pages: number };
/** `said`: what each feed says of this field. `chosen`: the feed that somebody wants to be believed, whatever their trust. */
export type SeenField = {
  field: string;
  now: unknown;
  source: Source | null;
  said: { feed: string; value: unknown }[];
  chosen: string | null;
};
export type SeenVoices = {
  kind: Kind;
  record: DirectoryRecord;
  feeds: { id: string; name: string; trust: number }[];
  fields: SeenField[];
  names: ReadonlyMap<string, string>;
};
export type ChoiceRefusal = 'not-found' | 'changed-meanwhile';

const atOnce = 50;

/** Where feeds say different things of one thing, and whose word counts. */
export function differenceUses(ports: FeedPorts) {
  const { now } = ports;
  return {
    contested: (asker: Asker, page: number): Promise<ContestedList> =>
      asCurator(ports, asker, async (tx) => {
        const total = await countContested(tx);
        return {
          records: await contested(tx, { limit: atOnce, offset: (page - 1) * atOnce }),
          total,
          pages: Math.max(1, Math.ceil(total / atOnce)),
        };
      }),

    voices: (asker: Asker, kind: Kind, id: string): Promise<SeenVoices | undefined> =>
      asCurator(ports, asker, async (tx) => {
        const [record] = uuid.test(id) ? await recordsById(tx, kind, [id]) : [];
        const heard = record ? await voicesOf(tx, kind, [id]) : [];
        if (!record || !heard.length) return undefined;
        const ours = await recordsNamed(
          tx,
          heard.flatMap(({ feed, document }) => namedBy(document).map((each) => ({ feed, ...each }))),
        );
        const said = heard.map(({ feed, document }) => ({
          feed,
          document: mapped(document, (of, key) => ours.get(`${feed} ${of} ${key}`) ?? key),
        }));
        const feeds = (await allFeeds(tx)).filter((feed) => heard.some((voice) => voice.feed === feed.id));
        const choices = (await choicesOf(tx, kind, [id])).get(id) ?? {};
        return {
          kind,
          record,
          feeds: feeds.map(({ id: feed, name, trust }) => ({ id: feed, name, trust })),
          fields: fieldsOf(record, said, choices),
          names: await namesIn(tx, [record.document, ...said.map(({ document }) => document)]),
        };
      }),

    /** `choices`: the feed to believe for each field; a field that is not named follows the rules. */
    chooseVoices: (
      asker: Asker,
      { kind, id, version }: { kind: Kind; id: string; version: number },
      choices: Readonly<Record<string, string>>,
    ): Promise<Result<string | null, ChoiceRefusal>> =>
      asCurator(ports, asker, async (tx) => {
        const [record] = uuid.test(id) ? await recordsById(tx, kind, [id]) : [];
        const heard = record ? await voicesOf(tx, kind, [id]) : [];
        if (!record || !heard.length) return refuse('not-found');
        if (record.version !== version) return refuse('changed-meanwhile');
        const at = now();
        const known = Object.entries(choices).filter(([field, feed]) =>
          heard.some((voice) => voice.feed === feed && Object.hasOwn(voice.document, field)),
        );
        const sources = Object.fromEntries(known.map(([field, feed]): [string, Source] => [field, `feed:${feed}`]));
        await putChoices(tx, kind, id, sources, { at, by: asker.id });
        const { merged } = (await mergeRecords(tx, kind, [{ record: id }])).get(id)!;
        const change = { kind, id, document: merged.document, sources: merged.sources, removed: record.removed };
        const set = await proposeChanges(tx, { kind: 'choice', by: `account:${asker.id}`, at, changes: [change] });
        if (set !== null) await applyChangeSet(tx, set, { at, by: asker.id });
        return ok(set);
      }),
  };
}

function fieldsOf(
  { document, sources }: DirectoryRecord,
  said: readonly { feed: string; document: Document }[],
  choices: Readonly<Record<string, Source>>,
): SeenField[] {
  const fields = new Set([...Object.keys(document), ...said.flatMap((voice) => Object.keys(voice.document))]);
  return [...fields].flatMap((field): SeenField[] => {
    const values = said
      .filter((voice) => Object.hasOwn(voice.document, field))
      .map((voice) => ({ feed: voice.feed, value: voice.document[field] }));
    // Two feeds have other ids for the same number; nobody can choose between what reads the same.
    const differs = values.some(({ value }) => !isSame(linesOf(value), linesOf(document[field])));
    if (field === 'id' || !differs) return [];
    const chosen = Object.hasOwn(choices, field) ? choices[field]!.replace('feed:', '') : null;
    return [{ field, now: document[field], source: sourceOf(sources, field) ?? null, said: values, chosen }];
  });
}
