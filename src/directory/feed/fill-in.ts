import { PlainError } from '../../platform/plain-error.ts';
import { type FetchOptions, safeFetch, shown } from '../../platform/safe-fetch.ts';
import { parsed } from './document.ts';
import { isRaw, type Raw, textIn } from './raw.ts';

export type Filled = { record: unknown; problem?: string };

const atOnce = 2;
// A list need not tell more than the outline of each service; whoever tells any of these tells all.
const details = ['service_at_locations', 'schedules', 'attributes', 'contacts', 'cost_options', 'languages', 'phones', 'service_areas'];

/** The records in their order, each outline replaced by the whole service, which is asked for by its id. */
export async function fillIn(records: readonly unknown[], list: URL, fetching: FetchOptions): Promise<Filled[]> {
  const filled: Filled[] = new Array<Filled>(records.length);
  let next = 0;
  const work = async () => {
    for (let nth = next++; nth < records.length; nth = next++) filled[nth] = await whole(records[nth], list, fetching);
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  return filled;
}

async function whole(record: unknown, list: URL, fetching: FetchOptions): Promise<Filled> {
  if (!isRaw(record) || !isOutline(record)) return { record };
  const id = textIn(record['id']);
  const url = new URL(list);
  url.pathname = `${list.pathname.replace(/\/+$/, '')}/${encodeURIComponent(id)}`;
  url.searchParams.delete('page');
  url.searchParams.delete('per_page');
  const { status, body } = await safeFetch(url.href, fetching);
  if (status === 404 || status === 410) return { record };
  if (status !== 200) throw new PlainError(`${shown(url)} answers with HTTP ${status}.`);
  const service = parsed(body, shown(url));
  if (!isRaw(service)) return { record, problem: 'the address of the whole service answers with something else' };
  const answered = textIn(service['id']);
  if (answered !== id) return { record, problem: `its own address answers with another service, ${answered || 'which has no id'}` };
  return { record: { ...record, ...service } };
}

const isOutline = (record: Raw): boolean =>
  /^[\w.~:-]{1,200}$/.test(textIn(record['id'])) && !['service', 'services', ...details].some((name) => name in record);
