import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PlainError } from '../../platform/plain-error.ts';
import { safeDownload, shown } from '../../platform/safe-fetch.ts';
import { apiVersionOf, entriesOfDocument, isApiRoot, listIn, parsed } from './document.ts';
import { type Entry, entriesOf, type Pause } from './entry.ts';
import type { Mark } from './feed.ts';
import { fetchPatiently, type Fetching } from './fetching.ts';
import { type Filled, fillIn, isFilled } from './fill-in.ts';
import { type PageMemory, noMemory } from './page-memory.ts';
import { hashOf } from './ids.ts';
import { isRaw, textIn } from './raw.ts';
import { entriesOfFile } from './source-file.ts';

/** `lines`: it is one document, whatever its address looks like. `since`: only what has changed since then. `memory`: what earlier readings know of its pages. */
export type UrlAsk = { fetching: Fetching; resume?: Mark | null; since?: Date | null; lines?: boolean; memory?: PageMemory };

type Page = { url: URL; document: unknown; etag?: string | undefined; lastModified?: string | undefined };

/** What a feed is remembered by: its address without the page and without what may be a secret. */
export function nameOfUrl(text: string): string {
  if (!URL.canParse(text)) throw new PlainError(`${text} is not a web address.`);
  const url = new URL(text);
  for (const name of [...url.searchParams.keys()]) if (/^(page|per_page)$|key|token|secret|sig/i.test(name)) url.searchParams.delete(name);
  const query = url.searchParams.toString();
  return shown(url).replace(/\/+$/, '') + (query && `?${query}`);
}

/** All services of a feed: page after page, each filled in where the list gives only its outline. */
export async function* entriesOfUrl(
  text: string,
  { fetching, resume = null, since = null, lines = false, memory = noMemory }: UrlAsk,
): AsyncGenerator<Entry | Pause> {
  const url = new URL(text);
  if (lines || /\.(ndjson|jsonl|json)$/i.test(url.pathname) || url.searchParams.get('format') === 'ndjson')
    return yield* entriesOfDownload(url, fetching);
  if (since) url.searchParams.set('modified_after', since.toISOString());
  const pages = pagesOf(url, fetching, memory, resume);
  let nth = Number(resume?.['nth'] ?? 0);
  for await (const page of pages) {
    if ('entries' in page) return yield* page.entries;
    const mark: Mark = { page: page.number + 1, nth: nth + page.records.length, at: page.at };
    const filled: Filled[] = page.unchanged ? page.records.map((record) => ({ record })) : await fillIn(page.records, page.list, fetching);
    for (const { record, problem } of filled) {
      const path = `services[${nth++}]`;
      if (page.unchanged) yield { kind: 'service', path, record, unchanged: true };
      else if (problem) yield { kind: 'service', path, record, problem };
      else yield* entriesOf(record, path);
    }
    yield { kind: 'mark', mark };
  }
}

type Read = { number: number; list: URL; at: string; records: readonly unknown[]; unchanged?: true };

async function* pagesOf(
  url: URL,
  fetching: Fetching,
  memory: PageMemory,
  resume: Mark | null,
): AsyncGenerator<Read | { entries: Iterable<Entry> }> {
  const place = resume?.['at'];
  const list = typeof place === 'string' && URL.canParse(place) && new URL(place).origin === url.origin ? new URL(place) : undefined;
  let number = list ? Number(resume?.['page'] ?? 1) : 1;
  let page = list ? await pageAt(list, number, fetching, memory) : await firstPage(url, fetching, memory);
  if (isRaw(page.document) && !('known' in page) && !listIn(page.document)) {
    yield { entries: entriesOfDocument(page.document, shown(page.url)) };
    return;
  }
  const seen = new Set<string>();
  for (;;) {
    const name = `Page ${number} of ${shown(page.url)}`;
    const at = new URL(page.url);
    for (const param of ['modified_after', 'page']) at.searchParams.delete(param);
    if ('known' in page) {
      const { ids, next } = page.known;
      yield { number, list: page.url, at: at.href, records: ids.map((id) => ({ id })), unchanged: true };
      if (!next) return;
    } else {
      const records = listIn(page.document);
      if (!records) throw new PlainError(`${name} is not a page of services.`);
      const ids = records.map((record) => (isRaw(record) ? textIn(record['id']) : ''));
      const told = hashOf(ids.join(' '));
      if (ids.some(Boolean) && seen.has(told))
        throw new PlainError(`${name} repeats what earlier pages gave: its pages lead round in a circle.`);
      seen.add(told);
      const next = hasNext(page.document, number);
      if (!records.length && next) throw new PlainError(`${name} is empty, though it says that more pages follow.`);
      if (records.length) yield { number, list: page.url, at: at.href, records };
      // Only a page that tells everything itself is worth remembering: outlines stay the same when their services change.
      if (records.every(isFilled)) memory.note(pageOf(page.url, number).href, page, { ids: ids.filter(Boolean), next });
      if (!next) return;
    }
    page = await pageAt(page.url, ++number, fetching, memory);
  }
}

type KnownPage = { url: URL; document: null; known: { ids: readonly string[]; next: boolean } };

async function firstPage(url: URL, fetching: Fetching, memory: PageMemory): Promise<Page | KnownPage> {
  if (/\/services\/?$/.test(url.pathname)) return pageAt(url, 1, fetching, memory);
  const answer = await fetchPatiently(url.href, fetching);
  const beside = Object.assign(new URL(url), { pathname: `${url.pathname.replace(/\/+$/, '')}/services` });
  if (answer.status !== 200 || /^\s*</.test(answer.body)) return pageAt(beside, 1, fetching, memory);
  const document = parsed(answer.body, shown(url));
  if (!isApiRoot(document)) return { url, document };
  const version = apiVersionOf(document);
  if (version && !/(^|[^\d.])3(\.\d+)*$/.test(version)) {
    throw new PlainError(`${shown(url)} speaks ${version.slice(0, 60)}. Bothy reads version 3 of HSDS and of Open Referral UK.`);
  }
  return pageAt(beside, 1, fetching, memory);
}

const pageOf = (url: URL, page: number): URL => {
  const asked = new URL(url);
  asked.searchParams.set('page', String(page));
  return asked;
};

async function pageAt(url: URL, number: number, fetching: Fetching, memory: PageMemory): Promise<Page | KnownPage> {
  const asked = pageOf(url, number);
  const known = await memory.find(asked.href);
  const headers = {
    ...(known?.etag && { 'if-none-match': known.etag }),
    ...(known?.lastModified && { 'if-modified-since': known.lastModified }),
  };
  const { body, status, headers: told } = await fetchPatiently(asked.href, { ...fetching, headers });
  if (status === 304 && known) return { url, document: null, known: known.content };
  const name = number === 1 ? shown(url) : `Page ${number} of ${shown(url)}`;
  if (status !== 200) throw new PlainError(`${name} answers with HTTP ${status}.`);
  return { url, document: parsed(body, name), etag: told.etag, lastModified: told['last-modified'] };
}

function hasNext(document: unknown, page: number): boolean {
  if (!isRaw(document)) return false;
  const { total_pages: total, last_page: last } = document;
  return typeof total === 'number' ? page < total : last === false;
}

const largest = 4 * 1024 ** 3;

/** One document, however large: it is put on disk first, and read piece by piece. */
async function* entriesOfDownload(url: URL, { wait: _, ...fetching }: Fetching): AsyncGenerator<Entry> {
  const folder = await mkdtemp(join(tmpdir(), 'bothy-feed-'));
  try {
    const file = join(folder, 'feed');
    const { status, headers } = await safeDownload(url.href, file, { ...fetching, seconds: 3600, bytes: largest });
    if (status !== 200) throw new PlainError(`${shown(url)} answers with HTTP ${status}.`);
    yield* entriesOfFile(file, { name: shown(url), contentType: headers['content-type'] });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
