import { PlainError } from '../../platform/plain-error.ts';
import { shown } from '../../platform/safe-fetch.ts';
import { parsed } from './document.ts';
import { fetchPatiently, type Fetching } from './fetching.ts';
import { isRaw, type Raw, textIn } from './raw.ts';

export type Filled = { record: unknown; problem?: string };

const atOnce = 2;
// A list need not tell more than the outline of each service; whoever tells any of these tells all.
const details = ['service_at_locations', 'schedules', 'attributes', 'contacts', 'cost_options', 'languages', 'phones', 'service_areas'];

/** The records in their order, each outline replaced by the whole service, which is asked for by its id. */
export async function fillIn(records: readonly unknown[], list: URL, fetching: Fetching): Promise<Filled[]> {
  const filled: Filled[] = new Array<Filled>(records.length);
  let next = 0;
  const work = async () => {
    for (let nth = next++; nth < records.length; nth = next++) filled[nth] = await whole(records[nth], list, fetching);
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  const asked = filled.filter((_, nth) => !isFilled(records[nth]));
  if (asked.length > 2 && asked.every(({ problem }) => problem?.includes('HTTP')))
    throw new PlainError(`None of the services of ${shown(list)} can be read on their own: ${asked[0]!.problem}.`);
  return filled;
}

async function whole(record: unknown, list: URL, fetching: Fetching): Promise<Filled> {
  if (!isRaw(record) || !isOutline(record)) return { record };
  const id = textIn(record['id']);
  const url = new URL(list);
  url.pathname = `${list.pathname.replace(/\/+$/, '')}/${encodeURIComponent(id)}`;
  url.searchParams.delete('page');
  url.searchParams.delete('per_page');
  const { status, body } = await fetchPatiently(url.href, fetching);
  if (status === 404 || status === 410) return { record };
  if (status !== 200) return { record, problem: `its own address answers with HTTP ${status}` };
  const service = parsed(body, shown(url));
  if (!isRaw(service)) return { record, problem: 'the address of the whole service answers with something else' };
  const answered = textIn(service['id']);
  if (answered !== id) return { record, problem: `its own address answers with another service, ${answered || 'which has no id'}` };
  return { record: { ...record, ...service } };
}

const isOutline = (record: Raw): boolean =>
  /^[\w.~:-]{1,200}$/.test(textIn(record['id'])) && !['service', 'services', ...details].some((name) => name in record);

/** Whether a list tells all of a thing itself. */
export const isFilled = (record: unknown): boolean => !isRaw(record) || !isOutline(record);
