import { type Asker, may } from '../../identity/index.ts';
import { type Tx, uuid } from '../../platform/database.ts';
import { eventsOf, type PastEvent, recordEvents } from '../../platform/events.ts';
import { ok, refuse, type Result } from '../../platform/result.ts';
import type { DirectoryRecord, Kind, Source } from '../record.ts';
import { saveRecords } from '../record/save.ts';
import { allFeeds } from '../store/feeds.ts';
import { privateIds, versionsOf } from '../store/records.ts';
import { hold } from '../store/suggestions.ts';
import { type Step, stepsOf, titleOf } from '../version.ts';
import { byAsker, type FreshnessPorts, namesOf } from './freshness-needs.ts';
import { fieldTeller, namesIn, type VersionWords } from './version-words.ts';

export type Hand = { kind: 'feed' | 'account' | 'organisation' | 'public' | 'operator'; name: string | undefined };
export type VersionSeen = Step & { at: Date; by: Hand };
/** `events`: what happened around it without changing a field. */
export type History = {
  title: string;
  /** The service's page, where it is one. */
  kind: Kind;
  id: string;
  version: number;
  mayRestore: boolean;
  versions: VersionSeen[];
  events: { event: PastEvent; by: Hand | undefined }[];
};
export type RestoreRefusal = 'not-found' | 'changed-meanwhile';

const most = 100;
/** Those that a version shows already. */
const shownByVersions = new Set(['service-changed', 'service-assured', 'service-assurance-undone', 'version-restored']);

/** Who changed what, and putting back how it was. */
export function versionUses({ db, now }: FreshnessPorts) {
  const within = <T>(asker: Asker, work: (tx: Tx) => Promise<T>): Promise<T> => db.inProgramme(asker.programme.id, work);

  return {
    /** Every version of a thing, the latest first. The same answer for one that there is not as for one that is not the asker's to see. */
    history: (asker: Asker, kind: Kind, id: string, words: VersionWords): Promise<History | undefined> =>
      within(asker, async (tx) => {
        const versions = uuid.test(id) ? await versionsOf(tx, kind, id) : [];
        if (!versions.length || !(await maySee(tx, asker, kind, versions[0]!))) return undefined;
        const shown = versions.slice(0, most);
        const steps = stepsOf(versions.slice(0, most + 1), fieldTeller(await namesIn(tx, shown, words), words)).slice(0, most);
        const events = (await eventsOf(tx, id)).filter(({ type }) => !shownByVersions.has(type));
        const name = await handNames(
          tx,
          shown.map(({ changedBy }) => changedBy),
          events,
        );
        return {
          title: titleOf(versions[0]!.document),
          kind,
          id,
          version: versions[0]!.version,
          mayRestore: may(asker, 'curate directory', {}),
          versions: steps.map((step, nth) => ({ ...step, at: shown[nth]!.changedAt, by: name(shown[nth]!.changedBy) })),
          events: events.map((event) => ({
            event,
            by: event.by.kind === 'system' || event.by.kind === 'person' ? undefined : name(`${event.by.kind}:${event.by.id}`),
          })),
        };
      }),

    /** Makes an earlier version the present one; the versions between stay. `seen` is the version that was the present one when it was decided. */
    restore: (asker: Asker, kind: Kind, id: string, version: number, seen: number): Promise<Result<null, RestoreRefusal>> =>
      within(asker, async (tx) => {
        if (!may(asker, 'curate directory', {}) || !uuid.test(id)) return refuse('not-found');
        await hold(tx, kind, id);
        const versions = await versionsOf(tx, kind, id);
        const wanted = versions.find((each) => each.version === version);
        if (!wanted) return refuse('not-found');
        if (versions[0]!.version !== seen) return refuse('changed-meanwhile');
        await saveRecords(tx, [{ kind, id, document: wanted.document, sources: wanted.sources, removed: wanted.removed }], {
          by: `account:${asker.id}`,
          at: now(),
        });
        await recordEvents(tx, [{ type: 'version-restored', subject: { kind, id }, by: byAsker(asker), at: now(), data: { version } }]);
        return ok(null);
      }),
  };
}

/** Link workers see every service; a community organisation its own; where a private place is, only those who keep the directory. */
async function maySee(tx: Tx, asker: Asker, kind: Kind, { id, document }: DirectoryRecord): Promise<boolean> {
  if (may(asker, 'curate directory', {})) return true;
  if ((await privateIds(tx, kind, [id])).has(id)) return false;
  const organisation =
    kind === 'organisation' ? id : kind === 'service' ? (document['organization'] as { id?: string } | undefined)?.id : undefined;
  return may(asker, 'tell of service', { organisation: organisation ?? null });
}

async function handNames(tx: Tx, sources: readonly Source[], events: readonly PastEvent[]): Promise<(source: string) => Hand> {
  const ids = (kind: string) => [
    ...sources.filter((source) => source.startsWith(`${kind}:`)).map((source) => source.slice(kind.length + 1)),
    ...events.flatMap(({ by }) => (by.kind !== 'system' && by.kind === kind ? [by.id] : [])),
  ];
  const isId = (id: string) => uuid.test(id);
  const names = await namesOf(tx, { accounts: ids('account').filter(isId), organisations: ids('organisation').filter(isId) });
  const feeds = ids('feed').length ? new Map((await allFeeds(tx)).map((feed) => [feed.id, feed.name])) : new Map<string, string>();
  return (source) => {
    const [kind = '', ...rest] = source.split(':');
    const id = rest.join(':');
    return { kind: kind as Hand['kind'], name: kind === 'feed' ? (feeds.get(id) ?? id) : names.get(id) };
  };
}
