import { randomUUID } from 'node:crypto';
import { allPractices, type Asker, mayAtAll, type Practice } from '../../identity/index.ts';
import { type Tx, uuid } from '../../platform/database.ts';
import { recordEvents } from '../../platform/events.ts';
import { ok, refuse, type Result } from '../../platform/result.ts';
import type { Room } from '../room.ts';
import * as store from '../store/hours.ts';
import { byOf, type NotReached, type Ports } from './needs.ts';

export type RoomDetails = Pick<Room, 'name' | 'practice' | 'place' | 'gettingThere'>;
export type RoomsPage = { rooms: readonly Room[]; practices: readonly Practice[] };

export const roomUses = ({ db, now }: Ports) => {
  const forKeepers = <T, E>(asker: Asker, work: (tx: Tx) => Promise<Result<T, E>>): Promise<Result<T, E | NotReached>> =>
    mayAtAll(asker, 'keep rooms') ? db.inProgramme(asker.programme.id, work) : Promise.resolve(refuse('not-yours'));
  const tell = (tx: Tx, asker: Asker, type: string, id: string) =>
    recordEvents(tx, [{ type, subject: { kind: 'room', id }, by: byOf(asker), at: now() }]);
  const known = async (tx: Tx, practice: string | null) =>
    practice === null || (await allPractices(tx)).some(({ id }) => id === practice) ? practice : null;

  return {
    seeRooms: (asker: Asker): Promise<Result<RoomsPage, NotReached>> =>
      forKeepers(asker, async (tx) => ok({ rooms: await store.allRooms(tx), practices: await allPractices(tx) })),

    addRoom: (asker: Asker, details: RoomDetails): Promise<Result<Room, NotReached>> =>
      forKeepers(asker, async (tx) => {
        const room: Room = { ...details, practice: await known(tx, details.practice), id: randomUUID(), endedAt: null, rowVersion: 1 };
        await store.addRoom(tx, room);
        await tell(tx, asker, 'room-added', room.id);
        return ok(room);
      }),

    /** `ended`: nobody can be booked into it any more; what is booked stays. */
    changeRoom: (
      asker: Asker,
      id: string,
      details: RoomDetails & { ended: boolean },
      version: number,
    ): Promise<Result<Room, NotReached | { stale: Room }>> =>
      forKeepers(asker, async (tx): Promise<Result<Room, NotReached | { stale: Room }>> => {
        const before = uuid.test(id) ? (await store.allRooms(tx)).find((room) => room.id === id) : undefined;
        if (!before) return refuse('not-found');
        const { ended, ...rest } = details;
        const endedAt = ended ? (before.endedAt ?? now()) : null;
        const after: Room = { ...before, ...rest, practice: await known(tx, rest.practice), endedAt, rowVersion: version };
        if (!(await store.saveRoom(tx, after))) return refuse({ stale: before });
        await tell(tx, asker, 'room-changed', id);
        return ok(after);
      }),
  };
};
