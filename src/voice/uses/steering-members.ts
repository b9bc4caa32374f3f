import { randomUUID } from 'node:crypto';
import type { Asker } from '../../identity/index.ts';
import type { Database } from '../../platform/database.ts';
import { ok, refuse, type Result } from '../../platform/result.ts';
import { balanceOf, type Member, type Seat } from '../core/steering-member.ts';
import * as store from '../store/steering-members.ts';
import { steeringAccounts } from '../../identity/index.ts';
import { byOf, type NotReached, tell, todayOf, within } from './together-needs.ts';

export type Group = { members: readonly Member[]; balance: readonly Seat[]; accounts: readonly { id: string; name: string }[] };
export type MemberGiven = Omit<Member, 'id' | 'rowVersion'>;

export const memberUses = ({ db, now }: { db: Database; now: () => Date }) => {
  const may = within(db);
  return {
    seeGroup: (asker: Asker): Promise<Result<Group, NotReached>> =>
      may(asker, 'take part in steering', async (tx) => {
        const members = await store.allMembers(tx);
        return ok({ members, balance: balanceOf(members, todayOf(asker, now())), accounts: await steeringAccounts(tx) });
      }),

    addMember: (asker: Asker, given: MemberGiven): Promise<Result<Member, NotReached>> =>
      may(asker, 'keep steering', async (tx) => {
        const account = (await steeringAccounts(tx)).find(({ id }) => id === given.account)?.id ?? null;
        const member = { ...given, account, id: randomUUID(), rowVersion: 1 };
        await store.addMember(tx, member);
        const data = { constituency: member.constituency };
        await tell(tx, { type: 'member-joined', kind: 'member', id: member.id, by: byOf(asker), at: now(), data });
        return ok(member);
      }),

    changeMember: (
      asker: Asker,
      id: string,
      given: MemberGiven,
      version: number,
    ): Promise<Result<Member, NotReached | { stale: Member }>> =>
      may(asker, 'keep steering', async (tx): Promise<Result<Member, NotReached | { stale: Member }>> => {
        const before = (await store.allMembers(tx)).find((each) => each.id === id);
        if (!before) return refuse('not-found');
        const account = (await steeringAccounts(tx)).find((each) => each.id === given.account)?.id ?? null;
        const after = { ...given, account, id, rowVersion: version };
        if (!(await store.saveMember(tx, after))) return refuse({ stale: before });
        await tell(tx, { type: 'member-changed', kind: 'member', id, by: byOf(asker), at: now() });
        return ok(after);
      }),
  };
};
