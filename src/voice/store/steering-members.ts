import type { Tx } from '../../platform/database.ts';
import type { CalendarDay } from '../../platform/calendar.ts';
import type { Constituency, Member } from '../core/steering-member.ts';

type Row = {
  id: string;
  name: string;
  constituency: Constituency;
  brings: string;
  account_id: string | null;
  from_day: string;
  until_day: string | null;
  row_version: number;
};
const tables = (tx: Tx) => tx.withTables<{ steering_member: Row }>();

const toMember = ({ account_id, from_day, until_day, row_version, ...row }: Row): Member => ({
  ...row,
  account: account_id,
  fromDay: from_day,
  untilDay: until_day,
  rowVersion: row_version,
});
const toRow = ({ account, fromDay, untilDay, rowVersion, ...member }: Member): Row => ({
  ...member,
  account_id: account,
  from_day: fromDay,
  until_day: untilDay,
  row_version: rowVersion,
});

export async function allMembers(tx: Tx): Promise<Member[]> {
  const rows = await tables(tx).selectFrom('steering_member').selectAll().orderBy('from_day').orderBy('name').orderBy('id').execute();
  return rows.map(toMember);
}

/** The seat that an account has in the group on a day. */
export async function memberWith(tx: Tx, account: string, day: CalendarDay): Promise<Member | undefined> {
  const row = await tables(tx)
    .selectFrom('steering_member')
    .selectAll()
    .where('account_id', '=', account)
    .where('from_day', '<=', day)
    .where((e) => e.or([e('until_day', 'is', null), e('until_day', '>=', day)]))
    .orderBy('from_day')
    .executeTakeFirst();
  return row && toMember(row);
}

export async function addMember(tx: Tx, member: Member): Promise<void> {
  await tables(tx).insertInto('steering_member').values(toRow(member)).execute();
}

/** Saves over the version that was read; false when somebody else has saved since. */
export async function saveMember(tx: Tx, member: Member): Promise<boolean> {
  const { numUpdatedRows } = await tables(tx)
    .updateTable('steering_member')
    .set(toRow({ ...member, rowVersion: member.rowVersion + 1 }))
    .where('id', '=', member.id)
    .where('row_version', '=', member.rowVersion)
    .executeTakeFirst();
  return numUpdatedRows > 0;
}
