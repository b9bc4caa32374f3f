import pg from 'pg';

const size = 400;

/** A worker with four hundred people: some of them on hold, some with a weight of their own, some with a risk noted. */
export async function giveFourHundred(url: string, programme: string, worker: string, team: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(
      `update support set link_worker_id = $2, team_id = $3,
         weight = case when n % 3 = 0 then (1 + n % 2 * 2)::int end,
         held_since = case when n % 7 = 0 then current_date - (n % 60)::int end,
         held_because = case when n % 7 = 0 then (array['service', 'change', 'nowhere'])[1 + (n % 3)::int] end,
         held_for = case when n % 7 = 0 and n % 3 = 0 then 'Dalbeattie debt advice' else '' end
       from (select id, row_number() over (order by id) as n from support where programme_id = $1 and stage = 'open' limit $4) chosen
       where support.programme_id = $1 and support.id = chosen.id`,
      [programme, worker, team, size],
    );
    await client.query(
      `insert into risk (programme_id, id, person_id, kind, level, words, review_on, said_at, said_by)
       select programme_id, gen_random_uuid(), person_id, 'other', 'careful', 'A dog that bites', current_date, now(), $2
       from (select *, row_number() over (order by id) as n from support where programme_id = $1 and link_worker_id = $2) s where n % 9 = 0`,
      [programme, worker],
    );
    await client.query('vacuum analyze support, risk, risk_raised');
  } finally {
    await client.end();
  }
}
