import { createHash } from 'node:crypto';
import { en } from '../../../locales/en/index.ts';
import { type Asker, mayAtAll, thisProgramme } from '../../identity/index.ts';
import type { Tx } from '../../platform/database.ts';
import { recordEvents } from '../../platform/events.ts';
import { referenceFor } from '../../platform/reference.ts';
import { ok, refuse, type Result } from '../../platform/result.ts';
import { hashOf, newToken } from '../../platform/secrets.ts';
import { dayIn } from '../../platform/calendar.ts';
import { toIcal } from '../feed/ical.ts';
import { appointmentsBetween } from '../store/appointments.ts';
import { allRooms } from '../store/hours.ts';
import { accountOfFeed, addFeed, endFeeds, feedMadeAt } from '../store/links.ts';
import { byOf, type NotReached, type Ports } from './needs.ts';

const day = 86_400_000;
const [past, ahead] = [28 * day, 200 * day];
const refreshMinutes = 30;

export type Feed = { text: string; etag: string };

/** A link worker's calendar for their own telephone: when, what kind, which room. Whose it is stands only in Bothy. */
export const feedUses = ({ db, now }: Ports) => ({
  seeFeed: (asker: Asker): Promise<Date | undefined> => db.inProgramme(asker.programme.id, (tx) => feedMadeAt(tx, asker.id)),

  /** Answers the new address's secret, which is shown this once; the old address works no more. */
  makeFeed: (asker: Asker): Promise<Result<string, NotReached>> => {
    if (!mayAtAll(asker, 'keep calendar')) return Promise.resolve(refuse('not-yours'));
    return db.inProgramme(asker.programme.id, async (tx) => {
      const token = newToken();
      await endFeeds(tx, asker.id, now());
      await addFeed(tx, asker.id, hashOf(token), now());
      await tell(tx, asker, 'calendar-feed-made', now());
      return ok(token);
    });
  },

  endFeed: (asker: Asker): Promise<void> =>
    db.inProgramme(asker.programme.id, async (tx) => {
      await endFeeds(tx, asker.id, now());
      await tell(tx, asker, 'calendar-feed-ended', now());
    }),

  /** For whoever holds the secret. */
  async readFeed(token: string, publicUrl: string): Promise<Feed | undefined> {
    const whose = await db.outsideProgrammes((tx) => accountOfFeed(tx, hashOf(token)));
    if (!whose) return undefined;
    const text = await db.inProgramme(whose.programme, (tx) => written(tx, whose.account, publicUrl, now()));
    return { text, etag: `"${createHash('sha256').update(text).digest('base64url').slice(0, 27)}"` };
  },
});

const tell = (tx: Tx, asker: Asker, type: string, at: Date) =>
  recordEvents(tx, [{ type, subject: { kind: 'account', id: asker.id }, by: byOf(asker), at }]);

async function written(tx: Tx, account: string, publicUrl: string, now: Date): Promise<string> {
  const { name, settings } = await thisProgramme(tx);
  const words = en.calendar.feed;
  const rooms = new Map((await allRooms(tx)).map((room) => [room.id, room]));
  const span = { startsAt: new Date(now.getTime() - past), endsAt: new Date(now.getTime() + ahead) };
  const stand = (await appointmentsBetween(tx, [account], span)).filter(({ stage }) => stage.name !== 'cancelled');
  const events = stand.map(({ id, kind, startsAt, endsAt, room, rowVersion, madeAt }) => ({
    id,
    version: rowVersion,
    startsAt,
    endsAt,
    changedAt: madeAt,
    summary: words.summary[kind],
    location: (room && rooms.get(room)?.name) ?? '',
    description: words.reference(referenceFor('AP', id)),
    url: `${publicUrl}/calendar?day=${dayIn(settings.timeZone, startsAt)}&view=day`,
  }));
  return toIcal(events, { name: words.name(name), host: new URL(publicUrl).hostname, refreshMinutes });
}
