import { sql } from 'kysely';
import type { Tx } from '../../platform/database.ts';
import type { Reason } from '../match.ts';
import type { Document, Kind } from '../record.ts';
import { asJson } from './put.ts';

/** A key that so many have tells nothing: the telephone of a council, say. */
const mostPerKey = 60;

/** Records after this one whose keys are not, or no longer, those of what they say. */
export async function unkeyed(
  tx: Tx,
  kind: Kind,
  after: string,
  limit: number,
): Promise<{ kind: Kind; id: string; document: Document; version: number }[]> {
  const { rows } = await sql<{ kind: Kind; id: string; document: Document; version: number }>`
    select d.kind, d.id, d.document, d.version from directory_record d
    where d.kind = ${kind} and d.id > ${after} and d.version is distinct from (
      select k.version from match_keyed k where k.kind = d.kind and k.record_id = d.id)
    order by d.id limit ${limit}`.execute(tx);
  return rows;
}

export async function putKeys(
  tx: Tx,
  keyed: readonly { kind: Kind; id: string; version: number; keys: readonly string[] }[],
): Promise<void> {
  if (!keyed.length) return;
  const rows = asJson(keyed);
  await sql`
    delete from match_key m using jsonb_to_recordset(${rows}) as new (kind text, id uuid) where m.kind = new.kind and m.record_id = new.id`.execute(
    tx,
  );
  await sql`
    insert into match_key (kind, key, record_id)
    select new.kind, key, new.id from jsonb_to_recordset(${rows}) as new (kind text, id uuid, keys jsonb), jsonb_array_elements_text(new.keys) as key
    on conflict do nothing`.execute(tx);
  await sql`
    insert into match_keyed (kind, record_id, version) select kind, id, version from jsonb_to_recordset(${rows}) as new (kind text, id uuid, version integer)
    on conflict (programme_id, kind, record_id) do update set version = excluded.version`.execute(tx);
}

export async function hasKeys(tx: Tx): Promise<boolean> {
  const { rows } = await sql<{ found: boolean }>`select exists (select from match_key) as found`.execute(tx);
  return rows[0]!.found;
}

/** The records that have any of these keys, unless too many have it; never those that the feed already has under another key. */
export async function candidatesFor(
  tx: Tx,
  feed: string,
  kind: Kind,
  wanted: readonly { of: string; keys: readonly string[] }[],
): Promise<Map<string, string[]>> {
  const pairs = wanted.flatMap(({ of, keys }) => keys.map((key) => ({ of, key })));
  if (!pairs.length) return new Map();
  const { rows } = await sql<{ of: string; id: string }>`
    with asked as (select * from jsonb_to_recordset(${asJson(pairs)}) as new (of uuid, key text)),
    telling as (select key from (select distinct key from asked) as each where (
      select count(*) from (select from match_key m where m.kind = ${kind} and m.key = each.key limit ${mostPerKey + 1}) as those) <= ${mostPerKey})
    select distinct asked.of, m.record_id as id from asked join telling using (key) join match_key m on m.kind = ${kind} and m.key = asked.key
    where not exists (select from feed_record r where r.feed_id = ${feed} and r.kind = ${kind} and r.record_id = m.record_id)`.execute(tx);
  const found = new Map<string, string[]>();
  for (const { of, id } of rows) found.set(of, [...(found.get(of) ?? []), id]);
  return found;
}

export type Candidate = { id: string; score: number; reasons: readonly Reason[] };
export type Question = {
  id: string;
  feed: string;
  feedName: string;
  kind: 'organisation' | 'service';
  key: string;
  pending: Document | null;
  candidates: readonly Candidate[];
  asked: Date;
  answer: string | null;
};

/** Asks somebody which record something is. Asked anew when it is not answered yet. */
export async function ask(
  tx: Tx,
  questions: readonly { id: string; feed: string; kind: Kind; key: string; candidates: readonly Candidate[] }[],
  at: Date,
): Promise<void> {
  if (!questions.length) return;
  await sql`
    insert into match_question (id, feed_id, kind, feed_key, candidates, asked_at)
    select id, feed, kind, key, candidates, ${at} from jsonb_to_recordset(${asJson(questions)}) as new (id uuid, feed uuid, kind text, key uuid, candidates jsonb)
    on conflict (programme_id, feed_id, kind, feed_key) do update set candidates = excluded.candidates where match_question.answer is null`.execute(
    tx,
  );
}

const columns = sql`q.id, q.feed_id as feed, f.name as "feedName", q.kind, q.feed_key as key, r.pending, q.candidates, q.asked_at as asked, q.answer`;
const joined = sql`match_question q join feed f on f.programme_id = q.programme_id and f.id = q.feed_id
  left join feed_record r on r.programme_id = q.programme_id and r.feed_id = q.feed_id and r.kind = q.kind and r.feed_key = q.feed_key`;

export async function openQuestions(tx: Tx, { limit, offset }: { limit: number; offset: number }): Promise<Question[]> {
  const { rows } = await sql<Question>`
    select ${columns} from ${joined} where q.answer is null order by q.kind, q.asked_at, q.id limit ${limit} offset ${offset}`.execute(tx);
  return rows;
}

export async function countOpen(tx: Tx): Promise<number> {
  const { rows } = await sql<{ n: number }>`select count(*) as n from match_question where answer is null`.execute(tx);
  return rows[0]!.n;
}

export async function findQuestion(tx: Tx, id: string, lock = false): Promise<Question | undefined> {
  const { rows } = await sql<Question>`
    select ${columns} from ${joined} where q.id = ${id} ${lock ? sql`for update of q` : sql``}`.execute(tx);
  return rows[0];
}

export async function answerQuestion(tx: Tx, id: string, { answer, at, by }: { answer: string; at: Date; by: string }): Promise<void> {
  await sql`update match_question set answer = ${answer}, answered_at = ${at}, answered_by = ${by} where id = ${id}`.execute(tx);
}

/** What people have said already of these. */
export async function answersTo(tx: Tx, feed: string, kind: Kind, keys: readonly string[]): Promise<Map<string, string>> {
  if (!keys.length) return new Map();
  const { rows } = await sql<{ key: string; answer: string }>`
    select feed_key as key, answer from match_question where feed_id = ${feed} and kind = ${kind} and feed_key = any(${keys}::uuid[]) and answer is not null`.execute(
    tx,
  );
  return new Map(rows.map(({ key, answer }) => [key, answer]));
}
