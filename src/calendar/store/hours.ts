import type { Tx } from '../../platform/database.ts';
import type { CalendarDay } from '../../platform/calendar.ts';
import type { Hours, OtherDay } from '../hours.ts';
import type { Room } from '../room.ts';

type HoursRow = {
  id: string;
  account_id: string;
  weekday: number;
  starts: number;
  ends: number;
  slot_minutes: number;
  room_id: string | null;
  from_day: string;
  until_day: string | null;
};
type OtherRow = {
  id: string;
  account_id: string;
  kind: OtherDay['kind'];
  from_day: string;
  to_day: string;
  starts: number | null;
  ends: number | null;
  slot_minutes: number | null;
  room_id: string | null;
};
type RoomRow = {
  id: string;
  name: string;
  practice_id: string | null;
  place: string;
  getting_there: string;
  ended_at: Date | null;
  row_version: number;
};
const tables = (tx: Tx) => tx.withTables<{ working_hours: HoursRow; other_day: OtherRow; meeting_room: RoomRow }>();

/** Everybody's hours that hold on or after the day; of some, when they are named. */
export async function hoursSince(tx: Tx, day: CalendarDay, workers?: readonly string[]): Promise<Hours[]> {
  if (workers?.length === 0) return [];
  let query = tables(tx)
    .selectFrom('working_hours')
    .selectAll()
    .where((e) => e.or([e('until_day', 'is', null), e('until_day', '>=', day)]));
  if (workers) query = query.where('account_id', 'in', [...workers]);
  const rows = await query.orderBy('weekday').orderBy('starts').orderBy('from_day').execute();
  return rows.map((row) => ({
    id: row.id,
    worker: row.account_id,
    weekday: row.weekday,
    starts: row.starts,
    ends: row.ends,
    slotMinutes: row.slot_minutes,
    room: row.room_id,
    from: row.from_day,
    until: row.until_day,
  }));
}

export async function addHours(tx: Tx, hours: readonly Hours[]): Promise<void> {
  if (!hours.length) return;
  await tables(tx)
    .insertInto('working_hours')
    .values(
      hours.map(({ id, worker, weekday, starts, ends, slotMinutes, room, from, until }) => ({
        id,
        account_id: worker,
        weekday,
        starts,
        ends,
        slot_minutes: slotMinutes,
        room_id: room,
        from_day: from,
        until_day: until,
      })),
    )
    .execute();
}

/** Ends them after this day; those that never began go. */
export async function endHours(tx: Tx, id: string, lastDay: CalendarDay): Promise<void> {
  await tables(tx).deleteFrom('working_hours').where('id', '=', id).where('from_day', '>', lastDay).execute();
  await tables(tx).updateTable('working_hours').set({ until_day: lastDay }).where('id', '=', id).execute();
}

export async function otherDaysSince(tx: Tx, day: CalendarDay, workers: readonly string[]): Promise<OtherDay[]> {
  if (!workers.length) return [];
  const rows = await tables(tx)
    .selectFrom('other_day')
    .selectAll()
    .where('account_id', 'in', [...workers])
    .where('to_day', '>=', day)
    .orderBy('from_day')
    .orderBy('id')
    .execute();
  return rows.map((row): OtherDay => {
    const common = { id: row.id, worker: row.account_id, from: row.from_day, to: row.to_day };
    return row.kind === 'away'
      ? { ...common, kind: 'away' }
      : { ...common, kind: 'extra', starts: row.starts ?? 0, ends: row.ends ?? 0, slotMinutes: row.slot_minutes ?? 60, room: row.room_id };
  });
}

export async function addOtherDay(tx: Tx, other: OtherDay): Promise<void> {
  const extra = other.kind === 'extra' ? other : undefined;
  await tables(tx)
    .insertInto('other_day')
    .values({
      id: other.id,
      account_id: other.worker,
      kind: other.kind,
      from_day: other.from,
      to_day: other.to,
      starts: extra?.starts ?? null,
      ends: extra?.ends ?? null,
      slot_minutes: extra?.slotMinutes ?? null,
      room_id: extra?.room ?? null,
    })
    .execute();
}

/** Answers whether it was this worker's, and is gone. */
export async function removeOtherDay(tx: Tx, id: string, worker: string): Promise<boolean> {
  const { numDeletedRows } = await tables(tx)
    .deleteFrom('other_day')
    .where('id', '=', id)
    .where('account_id', '=', worker)
    .executeTakeFirst();
  return numDeletedRows > 0;
}

export async function allRooms(tx: Tx): Promise<Room[]> {
  const rows = await tables(tx).selectFrom('meeting_room').selectAll().orderBy('name').orderBy('id').execute();
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    practice: row.practice_id,
    place: row.place,
    gettingThere: row.getting_there,
    endedAt: row.ended_at,
    rowVersion: row.row_version,
  }));
}

const roomRow = ({ name, practice, place, gettingThere, endedAt }: Room) => ({
  name,
  practice_id: practice,
  place,
  getting_there: gettingThere,
  ended_at: endedAt,
});

export async function addRoom(tx: Tx, room: Room): Promise<void> {
  await tables(tx)
    .insertInto('meeting_room')
    .values({ ...roomRow(room), id: room.id, row_version: 1 })
    .execute();
}

/** Saves over the version that was read; false when somebody else has saved since. */
export async function saveRoom(tx: Tx, room: Room): Promise<boolean> {
  const { numUpdatedRows } = await tables(tx)
    .updateTable('meeting_room')
    .set({ ...roomRow(room), row_version: room.rowVersion + 1 })
    .where('id', '=', room.id)
    .where('row_version', '=', room.rowVersion)
    .executeTakeFirst();
  return numUpdatedRows > 0;
}
