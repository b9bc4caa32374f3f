import { randomUUID } from 'node:crypto';
import { type Asker, may } from '../../identity/index.ts';
import { type Tx, uuid } from '../../platform/database.ts';
import { recordEvents } from '../../platform/events.ts';
import { ok, refuse, type Result } from '../../platform/result.ts';
import { byNeedAndArea, type Gap, type GapRow, isSmall, mayRemove } from '../gap.ts';
import type { Moment } from '../found.ts';
import { needsMeant } from '../understand.ts';
import { isRestricted, type Need } from '../need.ts';
import { areaOf } from '../place.ts';
import type { Search } from '../search.ts';
import * as gaps from '../store/gaps.ts';
import { findPlace } from '../store/places.ts';
import { likeliestWhy, looserSearches } from '../why-nothing.ts';
import { answerTo } from './answer.ts';
import { asAsker, momentFor, type Ports } from './needs.ts';

export type NewGap = Pick<Gap, 'needs' | 'why' | 'place' | 'note' | 'person'>;
export type GapReport = { rows: GapRow[]; hidesSmall: boolean; mine: Gap[] };

const day = 86_400_000;

/** What was needed and could not be found. */
export function gapUses(ports: Ports) {
  const { now, personPlace } = ports;

  async function recordIn(tx: Tx, asker: Asker, { needs, why, place, note, person }: NewGap): Promise<Result<string, 'not-yours'>> {
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
  }

  /** A gap of the asker's own that can still be changed. */
  async function changeable(tx: Tx, asker: Asker, id: string): Promise<Result<Gap, 'not-yours' | 'too-late'>> {
    const gap = uuid.test(id) ? await gaps.findGap(tx, id) : undefined;
    if (!gap || gap.recordedBy !== asker.id) return refuse('not-yours');
    return mayRemove(gap, asker.id, now()) ? ok(gap) : refuse('too-late');
  }

  return {
    recordGap: (asker: Asker, gap: NewGap): Promise<Result<string, 'not-yours'>> =>
      asAsker(ports, asker, 'record gap', (tx) => recordIn(tx, asker, gap)),

    /** Records what a search was for as missing, with the likeliest reason why it found nothing right. */
    recordGapOf: (asker: Asker, search: Search, person: string | null): Promise<Result<string, 'not-yours'>> =>
      asAsker(ports, asker, 'record gap', async (tx) => {
        return recordIn(tx, asker, { ...(await missingIn(tx, search, momentFor(asker, now()))), note: '', person });
      }),

    changeGap: (asker: Asker, id: string, changed: Omit<NewGap, 'person'>): Promise<Result<null, 'not-yours' | 'too-late'>> =>
      asAsker(ports, asker, 'record gap', async (tx) => {
        const mine = await changeable(tx, asker, id);
        if (!mine.ok) return mine;
        const found = changed.place ? await findPlace(tx, changed.place) : undefined;
        await gaps.changeGap(tx, { ...mine.value, ...changed, area: areaOf(found) }, found);
        await recordEvents(tx, [{ ...aboutGap(asker, mine.value, now()), type: 'gap-changed' }]);
        return ok(null);
      }),

    /** A gap that the asker recorded, and whether they may still take it back. */
    ownGap: (asker: Asker, id: string): Promise<{ gap: Gap; removable: boolean } | undefined> =>
      asAsker(ports, asker, 'record gap', async (tx) => {
        const gap = uuid.test(id) ? await gaps.findGap(tx, id) : undefined;
        return gap?.recordedBy === asker.id ? { gap, removable: mayRemove(gap, asker.id, now()) } : undefined;
      }),

    removeGap: (asker: Asker, id: string): Promise<Result<null, 'not-yours' | 'too-late'>> =>
      asAsker(ports, asker, 'record gap', async (tx) => {
        const mine = await changeable(tx, asker, id);
        if (!mine.ok) return mine;
        await gaps.removeGap(tx, id);
        await recordEvents(tx, [{ ...aboutGap(asker, mine.value, now()), type: 'gap-removed' }]);
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

/** For papers that anybody of a steering group reads: needs of the last year, wherever they were, without what is restricted or rare. */
export async function gapsForPapers(tx: Tx, at: Date): Promise<{ need: Need; count: number }[]> {
  const counts = await gaps.countGaps(tx, new Date(at.getTime() - 365 * day));
  const everywhere = byNeedAndArea(counts.filter(({ need }) => !isRestricted(need)).map((each) => ({ ...each, area: '' })));
  return everywhere.filter(({ count }) => !isSmall(count)).map(({ need, count }) => ({ need, count }));
}

const aboutGap = (asker: Asker, gap: Gap, at: Date) => ({
  subject: { kind: 'gap', id: gap.id },
  by: { kind: 'account' as const, id: asker.id },
  at,
  ...(gap.person && { person: gap.person }),
});

/** What a search shows to be missing: the needs in it, where, and why nothing fitted as far as that can be told. */
export async function missingIn(tx: Tx, search: Search, moment: Moment): Promise<Pick<Gap, 'needs' | 'why' | 'place'>> {
  const answer = await answerTo(tx, search, moment, 'staff');
  const found = answer.ok ? answer.value.ranked.length : 0;
  const looser = [];
  for (const { why, search: loose } of looserSearches(search)) {
    const other = await answerTo(tx, loose, moment, 'staff');
    looser.push({ why, found: other.ok ? other.value.ranked.length : 0 });
  }
  const needs = search.needs.length ? search.needs : answer.ok ? needsMeant(answer.value.question) : [];
  const place = search.place || (answer.ok && answer.value.place?.name) || '';
  return { needs: needs.length ? needs : ['other'], why: likeliestWhy(found, looser), place };
}
