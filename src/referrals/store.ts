import type { Selectable } from 'kysely';
import type { Need } from '../directory/index.ts';
import type { Tx } from '../platform/database.ts';
import type { Closure, Question, Referral, ReturnReason, Source, Stage } from './referral.ts';
import type { Signpost } from './signpost.ts';

type ReferralRow = {
  id: string;
  reference: string;
  person_id: string;
  source: Source;
  referred_by: string | null;
  practice_id: string | null;
  team_id: string;
  needs: Need[];
  note: string;
  stage: Stage['name'];
  received_at: Date;
  due_on: string | null;
  link_worker_id: string | null;
  decided_at: Date | null;
  return_reason: ReturnReason | null;
  return_note: string;
  closed_because: Closure | null;
  closed_at: Date | null;
};
type QuestionRow = {
  id: string;
  referral_id: string;
  question: string;
  asked_by: string;
  asked_at: Date;
  answer: string | null;
  answered_by: string | null;
  answered_at: Date | null;
};
type SignpostRow = {
  id: string;
  person_id: string | null;
  needs: Need[];
  given: string;
  to_name: string;
  to_role: string;
  to_team: string;
  to_contact: string;
  note: string;
  given_by: string;
  practice_id: string | null;
  given_at: Date;
};
type Tables = { referral: ReferralRow; referral_question: QuestionRow; signpost: SignpostRow };

const tables = (tx: Tx) => tx.withTables<Tables>();
export const pageSize = 50;

export async function findReferral(tx: Tx, id: string): Promise<Referral | undefined> {
  const row = await tables(tx).selectFrom('referral').selectAll().where('id', '=', id).executeTakeFirst();
  return row && fromRow(row);
}

/** Held until the transaction ends, so that two people cannot decide at once. */
export async function holdReferral(tx: Tx, id: string): Promise<Referral | undefined> {
  const row = await tables(tx).selectFrom('referral').selectAll().where('id', '=', id).forUpdate().executeTakeFirst();
  return row && fromRow(row);
}

/** What waits for a decision, longest waiting first. Without a team: the whole programme's. */
export async function queueOf(tx: Tx, team: string | null, page = 1): Promise<Referral[]> {
  let query = tables(tx).selectFrom('referral').selectAll().where('stage', 'in', ['waiting', 'asked']);
  if (team) query = query.where('team_id', '=', team);
  const rows = await query
    .orderBy('received_at')
    .limit(pageSize + 1)
    .offset((page - 1) * pageSize)
    .execute();
  return rows.map(fromRow);
}

export async function queueFigures(tx: Tx, team: string | null, today: string): Promise<{ waiting: number; late: number; asked: number }> {
  let query = tables(tx)
    .selectFrom('referral')
    .where('stage', 'in', ['waiting', 'asked'])
    .select(({ fn }) => [
      fn.countAll<number>().as('waiting'),
      fn.countAll<number>().filterWhere('stage', '=', 'asked').as('asked'),
      fn.countAll<number>().filterWhere('stage', '=', 'waiting').filterWhere('due_on', '<', today).as('late'),
    ]);
  if (team) query = query.where('team_id', '=', team);
  return query.executeTakeFirstOrThrow();
}

export type MadeBy = { referrer: string } | { practice: string };

export async function referralsMade(tx: Tx, by: MadeBy, page = 1): Promise<Referral[]> {
  const query = tables(tx).selectFrom('referral').selectAll();
  const made = 'referrer' in by ? query.where('referred_by', '=', by.referrer) : query.where('practice_id', '=', by.practice);
  const rows = await made
    .orderBy('received_at', 'desc')
    .limit(pageSize + 1)
    .offset((page - 1) * pageSize)
    .execute();
  return rows.map(fromRow);
}

export async function referralsOf(tx: Tx, person: string): Promise<Referral[]> {
  const rows = await tables(tx).selectFrom('referral').selectAll().where('person_id', '=', person).orderBy('received_at', 'desc').execute();
  return rows.map(fromRow);
}

export async function questionsOf(tx: Tx, referral: string): Promise<Question[]> {
  const rows = await tables(tx)
    .selectFrom('referral_question')
    .selectAll()
    .where('referral_id', '=', referral)
    .orderBy('asked_at')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    question: row.question,
    askedBy: row.asked_by,
    askedAt: row.asked_at,
    ...(row.answer !== null && { answer: { text: row.answer, by: row.answered_by!, at: row.answered_at! } }),
  }));
}

export async function hasReference(tx: Tx, reference: string): Promise<boolean> {
  return (await tables(tx).selectFrom('referral').select('id').where('reference', '=', reference).executeTakeFirst()) !== undefined;
}

export async function addReferrals(tx: Tx, referrals: readonly Referral[]): Promise<void> {
  if (referrals.length) await tables(tx).insertInto('referral').values(referrals.map(toRow)).execute();
}

export async function saveReferral(tx: Tx, referral: Referral): Promise<void> {
  await tables(tx).updateTable('referral').set(toRow(referral)).where('id', '=', referral.id).execute();
}

export async function saveQuestion(tx: Tx, referral: string, { id, question, askedBy, askedAt, answer }: Question): Promise<void> {
  const answered = { answer: answer?.text ?? null, answered_by: answer?.by ?? null, answered_at: answer?.at ?? null };
  await tables(tx)
    .insertInto('referral_question')
    .values({ id, referral_id: referral, question, asked_by: askedBy, asked_at: askedAt, ...answered })
    .onConflict((c) => c.columns(['programme_id', 'id'] as never).doUpdateSet(answered))
    .execute();
}

export async function addSignposts(tx: Tx, signposts: readonly Signpost[]): Promise<void> {
  const rows = signposts.map(({ person, givenBy, practice, givenAt, needs, to, ...rest }) => ({
    ...rest,
    needs: [...needs],
    ...{ to_name: to?.name ?? '', to_role: to?.role ?? '', to_team: to?.team ?? '', to_contact: to?.contact ?? '' },
    person_id: person,
    given_by: givenBy,
    practice_id: practice,
    given_at: givenAt,
  }));
  if (rows.length) await tables(tx).insertInto('signpost').values(rows).execute();
}

export async function signpostsBy(tx: Tx, givenBy: string, limit = 20): Promise<Signpost[]> {
  const rows = await tables(tx)
    .selectFrom('signpost')
    .selectAll()
    .where('given_by', '=', givenBy)
    .orderBy('given_at', 'desc')
    .limit(limit)
    .execute();
  return rows.map((row) => ({
    id: row.id,
    person: row.person_id,
    needs: row.needs,
    given: row.given,
    to: { name: row.to_name, role: row.to_role, team: row.to_team, contact: row.to_contact },
    note: row.note,
    givenBy: row.given_by,
    practice: row.practice_id,
    givenAt: row.given_at,
  }));
}

const toRow = ({
  id,
  reference,
  person,
  source,
  referredBy,
  practice,
  team,
  needs,
  note,
  receivedAt,
  dueOn,
  stage,
}: Referral): ReferralRow => ({
  id,
  reference,
  person_id: person,
  source,
  referred_by: referredBy,
  practice_id: practice,
  team_id: team,
  needs: [...needs],
  note,
  stage: stage.name,
  received_at: receivedAt,
  due_on: dueOn,
  link_worker_id: 'linkWorker' in stage ? stage.linkWorker : null,
  decided_at: stage.name === 'accepted' || stage.name === 'returned' ? stage.at : null,
  return_reason: stage.name === 'returned' ? stage.reason : null,
  return_note: stage.name === 'returned' ? stage.note : '',
  closed_because: stage.name === 'closed' ? stage.because : null,
  closed_at: stage.name === 'closed' ? stage.at : null,
});

const fromRow = (row: Selectable<ReferralRow>): Referral => ({
  id: row.id,
  reference: row.reference,
  person: row.person_id,
  source: row.source,
  referredBy: row.referred_by,
  practice: row.practice_id,
  team: row.team_id,
  needs: row.needs,
  note: row.note,
  receivedAt: row.received_at,
  dueOn: row.due_on,
  stage: stageOf(row),
});

function stageOf(row: Selectable<ReferralRow>): Stage {
  switch (row.stage) {
    case 'waiting':
    case 'asked':
      return { name: row.stage };
    case 'accepted':
      return { name: 'accepted', linkWorker: row.link_worker_id!, at: row.decided_at! };
    case 'returned':
      return { name: 'returned', reason: row.return_reason!, note: row.return_note, at: row.decided_at! };
    case 'closed':
      return { name: 'closed', because: row.closed_because!, linkWorker: row.link_worker_id, at: row.closed_at! };
  }
}
