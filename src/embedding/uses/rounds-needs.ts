import { type Asker, thisProgramme } from '../../identity/index.ts';
import { isScored, nomad, turned, valuesOf } from '../../measures/index.ts';
import type { Messages } from '../../messages/index.ts';
import { type CalendarDay, dayIn } from '../../platform/calendar.ts';
import type { Database, Tx } from '../../platform/database.ts';
import { type By, recordEvents } from '../../platform/events.ts';
import type { RateLimit } from '../../platform/rate-limit.ts';
import { generalItems, generalTop } from '../core/round-items.ts';
import type { AskedItem } from '../core/round-report.ts';
import type { Round } from '../core/round.ts';

export type Ports = {
  db: Database;
  now: () => Date;
  post: Pick<Messages, 'queue' | 'stopFor'>;
  limits: { guesses: RateLimit };
  everyProgramme: () => Promise<string[]>;
};

export const byOf = ({ id }: Asker): By => ({ kind: 'account', id });

export const todayHere = async (tx: Tx, now: Date): Promise<CalendarDay> => dayIn((await thisProgramme(tx)).settings.timeZone, now);

/** Events tell of rounds, never of who was invited or answered. */
export const noteRound = (tx: Tx, type: string, { id, kind }: Pick<Round, 'id' | 'kind'>, by: By, at: Date) =>
  recordEvents(tx, [{ type, subject: { kind: 'survey-round', id }, by, at, data: { kind } }]);

/** What a round asks, and how it counts. A2 is turned round: its agreement is bad news. */
export const askedBy = ({ items, general }: Pick<Round, 'items' | 'general'>): AskedItem[] => [
  ...nomad.items
    .filter(({ id }) => items.includes(id))
    .map((item) => {
      const scored = valuesOf(item).filter((value) => isScored(item, value));
      return {
        id: item.id,
        part: nomad.scales.find((scale) => scale.items.includes(item.id))?.id ?? null,
        scores: Object.fromEntries(scored.map((value) => [value, turned(item, value)])),
        notRelevant: valuesOf(item).filter((value) => !isScored(item, value)),
      };
    }),
  ...(general ? generalItems : []).map(({ id }) => ({
    id,
    part: null,
    scores: Object.fromEntries(Array.from({ length: generalTop + 1 }, (_, n) => [n, n])),
    notRelevant: [],
  })),
];
