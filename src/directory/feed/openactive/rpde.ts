import { PlainError } from '../../../platform/plain-error.ts';
import { shown } from '../../../platform/safe-fetch.ts';
import { type Fetching, fetchPatiently } from '../fetching.ts';
import { parsed } from '../document.ts';
import { isRaw, type Raw, rawsIn, textIn } from '../raw.ts';

/** One thing in a feed of the Realtime Paged Data Exchange 1.0 (openactive.io): as it is now, or that it is no more. */
export type Item = { id: string; kind: string; deleted: boolean; data: Raw; path: string };

type Page = { next: string; items: readonly Raw[] };

/** Every item from an address on, page after page, until an empty page leads to itself. Ends in a sentence when the feed is broken. */
export async function* itemsOf(from: string, fetching: Fetching): AsyncGenerator<Item> {
  const been = new Set<string>();
  let last: unknown;
  for (let url = from, page = 1; ; page++) {
    been.add(url);
    const { next, items } = await pageAt(url, page, fetching);
    const name = `Page ${page} of ${shown(new URL(url))}`;
    for (const [nth, item] of items.entries()) {
      if (isBefore(item['modified'], last))
        throw new PlainError(`${name} is not in the order of when things changed, so that some may be missed.`);
      last = item['modified'] ?? last;
      yield readItem(item, `page ${page}, items[${nth}]`);
    }
    if (!items.length && (next === url || !next)) return;
    if (!next) throw new PlainError(`${name} does not say where the next one is.`);
    if (been.has(next)) {
      // An empty page that leads back a little is how some say that they are at their end.
      if (!items.length) return;
      throw new PlainError(`${name} leads back to an earlier one: its pages go round in a circle.`);
    }
    url = next;
  }
}

async function pageAt(url: string, page: number, fetching: Fetching): Promise<Page> {
  const name = `Page ${page} of ${shown(new URL(url))}`;
  const { body, status, url: at } = await fetchPatiently(url, fetching);
  if (status !== 200) throw new PlainError(`${name} answers with HTTP ${status}.`);
  const document = parsed(body, name);
  if (!isPage(document)) throw new PlainError(`${name} is not a page of OpenActive data: there are no items in it.`);
  const next = textIn(document['next']);
  if (next && !URL.canParse(next, at)) throw new PlainError(`${name} leads to something that is not an address.`);
  return { next: next && new URL(next, at).href, items: rawsIn(document['items']) };
}

/** Whether it is what an OpenActive feed answers. */
export const isPage = (document: unknown): document is Raw => isRaw(document) && Array.isArray(document['items']) && 'next' in document;

function readItem(item: Raw, path: string): Item {
  const data = isRaw(item['data']) ? item['data'] : {};
  return { id: textIn(item['id']), kind: textIn(item['kind']) || typeOf(data), deleted: textIn(item['state']) === 'deleted', data, path };
}

/** What a thing is, whether it says so in the present form or in that of before 2019. */
export const typeOf = (data: Raw): string => textIn(data['@type'] ?? data['type']).replace(/^.*[:/#]/, '');

/** `modified` is a time or a count, as a number or as its text. */
function isBefore(one: unknown, other: unknown): boolean {
  const [left, right] = [textIn(one), textIn(other)];
  if (!left || !right) return false;
  const [a, b] = [Number(left), Number(right)];
  return Number.isNaN(a) || Number.isNaN(b) ? left < right : a < b;
}
