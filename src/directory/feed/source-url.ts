import { PlainError } from '../../platform/plain-error.ts';
import { type FetchOptions, safeFetch, shown } from '../../platform/safe-fetch.ts';
import { entriesOfDocument, isApiRoot, listIn, parsed } from './document.ts';
import { type Entry, entriesOf } from './entry.ts';
import { fillIn } from './fill-in.ts';
import { isRaw, textIn } from './raw.ts';

type Page = { url: URL; document: unknown };

/** What a feed is remembered by: its address without the page and without what may be a secret. */
export function nameOfUrl(text: string): string {
  if (!URL.canParse(text)) throw new PlainError(`${text} is not a web address.`);
  const url = new URL(text);
  for (const name of [...url.searchParams.keys()]) if (/^(page|per_page)$|key|token|secret|sig/i.test(name)) url.searchParams.delete(name);
  const query = url.searchParams.toString();
  return shown(url).replace(/\/+$/, '') + (query && `?${query}`);
}

/** All services of a feed: page after page, each filled in where the list gives only its outline. */
export async function* entriesOfUrl(text: string, fetching: FetchOptions): AsyncGenerator<Entry> {
  const first = await firstPage(new URL(text), fetching);
  if (!listIn(first.document)) return yield* entriesOfDocument(first.document, shown(first.url));
  let nth = 0;
  for await (const records of pagesFrom(first, fetching)) {
    for (const { record, problem } of await fillIn(records, first.url, fetching)) {
      const path = `services[${nth++}]`;
      if (problem) yield { kind: 'service', path, record, problem };
      else yield* entriesOf(record, path);
    }
  }
}

async function firstPage(url: URL, fetching: FetchOptions): Promise<Page> {
  const listed = /\/services\/?$/.test(url.pathname);
  const answer = await safeFetch(listed ? pageOf(url, 1).href : url.href, fetching);
  const beside = Object.assign(new URL(url), { pathname: `${url.pathname.replace(/\/+$/, '')}/services` });
  const isPage = answer.status !== 200 || /^\s*</.test(answer.body);
  if (!listed && isPage) return { url: beside, document: await pageAt(beside, 1, fetching) };
  const document = read(answer.body, answer.status, url);
  if (!listed && isApiRoot(document)) return { url: beside, document: await pageAt(beside, 1, fetching) };
  return { url, document };
}

const pageOf = (url: URL, page: number): URL => {
  const asked = new URL(url);
  asked.searchParams.set('page', String(page));
  return asked;
};

async function pageAt(url: URL, page: number, fetching: FetchOptions): Promise<unknown> {
  const { body, status } = await safeFetch(pageOf(url, page).href, fetching);
  return read(body, status, url, page);
}

function read(body: string, status: number, url: URL, page = 1): unknown {
  const name = page === 1 ? shown(url) : `Page ${page} of ${shown(url)}`;
  if (status !== 200) throw new PlainError(`${name} answers with HTTP ${status}.`);
  return parsed(body, name);
}

/** The records of each page. Ends in a sentence when the feed leads round in a circle. */
async function* pagesFrom({ url, document: first }: Page, fetching: FetchOptions): AsyncGenerator<readonly unknown[]> {
  const seen = new Set<string>();
  for (let page = 1, document = first; ;) {
    const records = listIn(document);
    if (!records) throw new PlainError(`Page ${page} of ${shown(url)} is not a page of services.`);
    const ids = records.map((record) => (isRaw(record) ? textIn(record['id']) : '')).filter(Boolean);
    if (page > 1 && ids.length && ids.every((id) => seen.has(id)))
      throw new PlainError(`Page ${page} of ${shown(url)} repeats what earlier pages gave: its pages lead round in a circle.`);
    for (const id of ids) seen.add(id);
    if (records.length) yield records;
    if (!hasNext(document, page)) return;
    if (!records.length) throw new PlainError(`Page ${page} of ${shown(url)} is empty, though it says that more pages follow.`);
    document = await pageAt(url, ++page, fetching);
  }
}

function hasNext(document: unknown, page: number): boolean {
  if (!isRaw(document)) return false;
  const { total_pages: total, last_page: last } = document;
  return typeof total === 'number' ? page < total : last === false;
}
