import type { Programme } from '../../identity/index.ts';
import { type Tx, uuid } from '../../platform/database.ts';
import { ok, refuse, type Result } from '../../platform/result.ts';
import { type Asking, askingNothing, type Depth, type Published, type PublishedKind } from '../published.ts';
import { ownTerms } from '../record/own-terms.ts';
import { publishedDocuments } from '../record/published.ts';
import { findPlace } from '../store/places.ts';
import { type Asked, isPublished, lastChange, publishedCount, publishedIds, type Slice } from '../store/publish.ts';
import type { Own } from '../store/publish-terms.ts';
import type { Ports } from './needs.ts';

export type PublishRefusal = 'unknown-place';
export type PublishedPage = { total: number; found: Published[] };

const atOnce = 200;

/** What anybody may read of a programme that publishes its directory. Nothing here is private, whoever asks. */
export function publishUses({ db, now }: Pick<Ports, 'db' | 'now'>) {
  return {
    /** A page of what there is, in the order of the ids, and how many there are in all. `number` counts from 1. */
    publishedPage: (
      programme: Programme,
      kind: PublishedKind,
      asking: Asking,
      { number, size, depth }: { number: number; size: number; depth: Depth },
    ): Promise<Result<PublishedPage, PublishRefusal>> =>
      db.inProgramme(programme.id, async (tx) => {
        const asked = await withPlace(tx, asking);
        if (!asked) return refuse('unknown-place');
        const total = await publishedCount(tx, kind, asked);
        const offset = (number - 1) * size;
        const ids = offset < total ? await publishedIds(tx, kind, asked, { limit: size, offset }) : [];
        return ok({ total, found: await publishedDocuments(tx, kind, ids, depth, own, now()) });
      }),

    /** One thing; undefined too when it is nobody's to read. */
    publishedOne: (programme: Programme, kind: PublishedKind, id: string, depth: Depth = 'whole'): Promise<Published | undefined> =>
      uuid.test(id)
        ? db.inProgramme(programme.id, async (tx) => {
            if (!(await isPublished(tx, kind, { ...askingNothing, here: null, own }, id))) return undefined;
            return (await publishedDocuments(tx, kind, [id], depth, own, now()))[0];
          })
        : Promise.resolve(undefined),

    /** All there is, a batch at a time, each as it stands when it is asked for: nothing is held meanwhile, however slowly somebody reads. */
    publishedAll: async (
      programme: Programme,
      kind: PublishedKind,
      asking: Asking,
      depth: Depth,
    ): Promise<Result<AsyncGenerator<Published[]>, PublishRefusal>> => {
      const asked = await db.inProgramme(programme.id, (tx) => withPlace(tx, asking));
      if (!asked) return refuse('unknown-place');
      const batch = (slice: Slice) =>
        db.inProgramme(programme.id, async (tx) => {
          const ids = await publishedIds(tx, kind, asked, slice);
          return { last: ids.at(-1), full: ids.length === slice.limit, found: await publishedDocuments(tx, kind, ids, depth, own, now()) };
        });
      return ok(
        (async function* () {
          for (let after: string | null = null; ;) {
            const { last, full, found } = await batch({ limit: atOnce, after });
            yield found;
            if (!full || !last) return;
            after = last;
          }
        })(),
      );
    },

    /** When anything that can be read last changed; null when nothing ever has. */
    lastPublished: (programme: Programme): Promise<Date | null> => db.inProgramme(programme.id, (tx) => lastChange(tx, now())),
  };
}

async function withPlace(tx: Tx, asking: Asking): Promise<Asked | undefined> {
  const here = asking.near ? await findPlace(tx, asking.near.place) : null;
  return here === undefined ? undefined : { ...asking, here, own };
}

const own: Own = {
  taxonomies: [...new Map(ownTerms().map(({ taxonomy_detail: detail }) => [detail.id, detail])).values()].map((detail) => ({
    ...detail,
    uri: null,
    version: null,
    licence: '',
    licence_uri: null,
  })),
  terms: ownTerms().map(({ id, code, name, description, taxonomy_detail, language }) => ({
    ...{ id, code, name, description, language },
    taxonomy_id: taxonomy_detail.id,
    taxonomy: taxonomy_detail.name,
    parent_id: null,
    term_uri: null,
  })),
};
