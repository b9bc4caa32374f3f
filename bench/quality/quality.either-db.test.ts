import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { openDirectory } from '../../src/directory/index.ts';
import { addProgramme, type Programme, usualSettings } from '../../src/identity/index.ts';
import type { Tx } from '../../src/platform/database.ts';
import { ownDatabase } from '../../test/support/database.ts';
import { gazetteer } from '../../demo/places.ts';
import { fillDirectory, isHeldOut, mean, type Question, questions, type Scored, scoreOf, searchOf } from './questions.ts';

const now = new Date('2026-11-21T10:00:00Z');
const today = '2026-11-21';

/** What a plain full-text search makes of the same words and filters: of all the words, as most directories do, or of any of them. */
async function plainly(
  tx: Tx,
  matching: 'all' | 'any',
  { words, place, km, needs, whoFor, age, days, attendance, free, room }: Question,
): Promise<string[]> {
  const code = place.replace(/\s/g, '').toUpperCase();
  const here = gazetteer.find((each) => each.code === code || each.name === place || each.code === place.toLowerCase());
  const spot = here ? sql`ll_to_earth(${here.latitude}, ${here.longitude})::cube` : sql`null::cube`;
  const all = sql`websearch_to_tsquery('english', ${words})`;
  const query = matching === 'all' ? all : sql`replace(plainto_tsquery('english', ${words})::text, '&', '|')::tsquery`;
  const { rows } = await sql<{ id: string }>`
    select s.id from service s join organisation o on o.id = s.organisation_id
    cross join lateral (select to_tsvector('english', concat_ws(' ', s.name, s.description, o.name)) as words) text
    where (${words} = '' or text.words @@ ${query}) and exists (
      select from service_search l where l.service_id = s.id
        and (${km}::int is null or ${spot} is null or l.spot is null or l.spot <-> ${spot} <= ${km}::int * 1000)
        and (${needs}::text[] = '{}' or l.needs && ${needs}::text[])
        and (${whoFor}::text is null or l.who_for && array[${whoFor}::text, 'everyone'])
        and (${age}::int is null or ${age}::int between coalesce(l.min_age, 0) and coalesce(l.max_age, 200))
        and (${days}::text[] = '{}' or l.days && ${days}::text[])
        and (${attendance}::text[] = '{}' or l.attendance && ${attendance}::text[])
        and (not ${free}::boolean or l.free) and (not ${room}::boolean or (l.room > 0 and l.room_until > ${now})))
    order by case when ${words} = '' then 0 else ts_rank(text.words, ${query}) end desc,
      (select min(l.spot <-> ${spot}) from service_search l where l.service_id = s.id), s.name limit 10`.execute(tx);
  return rows.map(({ id }) => id);
}

const figures = (scores: readonly Scored[]) => ({
  ndcg: mean(scores.map(({ ndcg }) => ndcg)),
  recall: mean(scores.map(({ recall }) => recall)),
});

it('finds what a careful link worker would expect, far better than plain full-text search, on questions it was not tuned to', async () => {
  const db = await ownDatabase('quality');
  try {
    const programme: Programme = { id: randomUUID(), slug: 'quality', name: 'Quality', settings: usualSettings };
    await db.inProgramme(programme.id, async (tx) => {
      await addProgramme(tx, programme);
      await fillDirectory(tx, today, now);
    });
    const directory = openDirectory({ db, now: () => now, personPlace: () => Promise.resolve(undefined) });
    const ours: Scored[] = [];
    const plain: Scored[] = [];
    const any: Scored[] = [];
    for (const question of questions()) {
      const results = await directory.findPublicly(programme, searchOf(question));
      if (!results.ok) throw new Error(`${question.id}: ${results.error}`);
      ours.push(
        scoreOf(
          question,
          results.value.found.map(({ id }) => id),
        ),
      );
      plain.push(scoreOf(question, await db.inProgramme(programme.id, (tx) => plainly(tx, 'all', question))));
      any.push(scoreOf(question, await db.inProgramme(programme.id, (tx) => plainly(tx, 'any', question))));
    }
    const heldOut = (scores: readonly Scored[]) => scores.filter(({ question }) => isHeldOut(question));
    const tuned = (scores: readonly Scored[]) => scores.filter(({ question }) => !isHeldOut(question));
    const table = Object.entries({ 'tuned against': tuned, 'held out': heldOut, all: (scores: readonly Scored[]) => scores }).map(
      ([name, of]) => ({ name, questions: of(ours).length, ours: figures(of(ours)), plain: figures(of(plain)), any: figures(of(any)) }),
    );
    if (process.env['QUALITY_SHOWN']) console.log(toText(table));

    expect(ours.length).toBeGreaterThanOrEqual(150);
    expect(figures(heldOut(ours)).ndcg).toBeGreaterThanOrEqual(0.85);
    expect(figures(tuned(ours)).ndcg).toBeGreaterThanOrEqual(0.85);
    expect(figures(ours).recall).toBeGreaterThanOrEqual(0.8);
    expect(figures(heldOut(ours)).ndcg).toBeGreaterThan(figures(heldOut(plain)).ndcg + 0.3);
    expect(figures(heldOut(ours)).ndcg).toBeGreaterThan(figures(heldOut(any)).ndcg + 0.1);
  } finally {
    await db.close();
  }
}, 300_000);

type Figures = ReturnType<typeof figures>;
type Line = { name: string; questions: number; ours: Figures; plain: Figures; any: Figures };

function toText(lines: readonly Line[]): string {
  const head = ['', 'questions', 'nDCG@10', 'recall@10', 'plain, all: nDCG', 'recall', 'plain, any: nDCG', 'recall'];
  const rows = lines.map(({ name, questions: count, ours, plain, any }) => [
    name,
    String(count),
    ...[ours.ndcg, ours.recall, plain.ndcg, plain.recall, any.ndcg, any.recall].map((figure) => figure.toFixed(3)),
  ]);
  return [head, ...rows].map((row) => row.map((cell, nth) => (nth ? cell.padStart(18) : cell.padEnd(14))).join('')).join('\n');
}
