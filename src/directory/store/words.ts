import { sql } from 'kysely';
import type { Tx } from '../../platform/database.ts';
import type { Place } from '../place.ts';

/** Which of these words some service uses, and which of these codes are places. */
export async function lookUp(tx: Tx, words: readonly string[], codes: readonly string[]): Promise<{ known: Set<string>; places: Place[] }> {
  if (!words.length && !codes.length) return { known: new Set(), places: [] };
  const { rows } = await sql<{ known: string[]; places: Place[] }>`
    select
      array(select typed from unnest(${words}::text[]) typed where exists (
        select from service_spelling s where s.stem = coalesce((tsvector_to_array(to_tsvector('english', folded(typed))))[1], '') or s.word = typed)) as known,
      coalesce((select jsonb_agg(jsonb_build_object('code', code, 'kind', kind, 'name', name, 'latitude', latitude, 'longitude', longitude))
        from place where code = any(${codes}::text[])), '[]') as places`.execute(tx);
  const { known, places } = rows[0]!;
  return { known: new Set(known), places };
}

/** Words that services use and that look like one of these. */
export async function wordsLike(tx: Tx, words: readonly string[]): Promise<string[]> {
  await sql`select set_config('pg_trgm.similarity_threshold', '0.2', true)`.execute(tx);
  const { rows } = await sql<{ word: string }>`
    select near.word from unnest(${words}::text[]) typed,
      lateral (select word from service_spelling where word % typed order by similarity(word, typed) desc, word limit 20) near`.execute(tx);
  return rows.map(({ word }) => word);
}
