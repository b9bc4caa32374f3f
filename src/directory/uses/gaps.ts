import { randomUUID } from 'node:crypto';
import { type Asker, may } from '../../identity/index.ts';
import { uuid } from '../../platform/database.ts';
import { recordEvents } from '../../platform/events.ts';
import { ok, refuse, type Result } from '../../platform/result.ts';
import { byNeedAndArea, type Gap, type GapRow, mayRemove } from '../gap.ts';
import { isRestricted } from '../need.ts';
import { areaOf } from '../place.ts';
import * as gaps from '../store/gaps.ts';
import { findPlace } from '../store/places.ts';
import { asAsker, type Ports } from './needs.ts';

export type NewGap = Pick<Gap, 'needs' | 'why' | 'place' | 'note' | 'person'>;
export type GapReport = { rows: GapRow[]; hidesSmall: boolean; mine: Gap[] };

const day = 86_400_000;

/** What was needed and could not be found. */
export function gapUses(ports: Ports) {
  const { now, personPlace } = ports;
  return {
    recordGap: (asker: Asker, { needs, why, place, note, person }: NewGap): Promise<Result<string, 'not-yours'>> =>
      asAsker(ports, asker, 'record gap', async (tx) => {
        const theirs = person === null ? null : await personPlace(tx, asker, person);
        if (theirs === undefined || theirs === 'not-yours') return refuse('not-yours');
        const found = place ? await findPlace(tx, place) : undefined;
        const gap: Gap = { id: randomUUID(), needs, why, place, note, person, area: areaOf(found), recordedBy: asker.id, at: now() };
        await gaps.addGap(tx, gap, found);
        await recordEvents(tx, [
          {
            ...aboutGap(asker, gap, now()),
            type: 'gap-recorded',
            data: { needs: needs.filter((need) => !isRestricted(need)), why, area: gap.area },
          },
        ]);
        return ok(gap.id);
      }),

    /** A gap that the asker recorded, and whether they may still take it back. */
    ownGap: (asker: Asker, id: string): Promise<{ gap: Gap; removable: boolean } | undefined> =>
      asAsker(ports, asker, 'record gap', async (tx) => {
        const gap = uuid.test(id) ? await gaps.findGap(tx, id) : undefined;
        return gap?.recordedBy === asker.id ? { gap, removable: mayRemove(gap, asker.id, now()) } : undefined;
      }),

    removeGap: (asker: Asker, id: string): Promise<Result<null, 'not-yours' | 'too-late'>> =>
      asAsker(ports, asker, 'record gap', async (tx) => {
        const gap = uuid.test(id) ? await gaps.findGap(tx, id) : undefined;
        if (!gap || gap.recordedBy !== asker.id) return refuse('not-yours');
        if (!mayRemove(gap, asker.id, now())) return refuse('too-late');
        await gaps.removeGap(tx, id);
        await recordEvents(tx, [{ ...aboutGap(asker, gap, now()), type: 'gap-removed' }]);
        return ok(null);
      }),

    /** What could not be found in the last year. Small numbers, and restricted needs, only for those who support people or answer for it. */
    gapReport: (asker: Asker): Promise<GapReport> =>
      asAsker(ports, asker, 'see gaps', async (tx) => {
        const hidesSmall = !may(asker, 'record gap', {});
        const counts = await gaps.countGaps(tx, new Date(now().getTime() - 365 * day));
        const shown = hidesSmall ? counts.filter(({ need }) => !isRestricted(need)) : counts;
        return { rows: byNeedAndArea(shown), hidesSmall, mine: hidesSmall ? [] : await gaps.gapsRecordedBy(tx, asker.id, 10) };
      }),
  };
}

const aboutGap = (asker: Asker, gap: Gap, at: Date) => ({
  subject: { kind: 'gap', id: gap.id },
  by: { kind: 'account' as const, id: asker.id },
  at,
  ...(gap.person && { person: gap.person }),
});
