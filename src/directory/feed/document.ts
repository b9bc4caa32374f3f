import { PlainError } from '../../platform/plain-error.ts';
import { type Entry, entriesOf } from './entry.ts';
import { isRaw, type Raw, textIn } from './raw.ts';

/** A text as JSON. `name` is what a sentence about it calls it. */
export function parsed(text: string, name: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, '')) as unknown;
  } catch {
    const why =
      text.trim() === '' ? 'is empty' : /^\s*</.test(text) ? 'is a web page, not JSON' : 'is not whole JSON; it may have been cut short';
    throw new PlainError(`${name} ${why}.`);
  }
}

/** The list in a page of a feed: an envelope with `contents`, or an array. Undefined for anything else. */
export const listIn = (document: unknown): readonly unknown[] | undefined =>
  Array.isArray(document) ? document : isRaw(document) && Array.isArray(document['contents']) ? document['contents'] : undefined;

/** Whether it is what the root of an HSDS API answers. */
export const isApiRoot = (document: unknown): boolean => isRaw(document) && 'version' in document && !('id' in document);

export function* entriesOfDocument(document: unknown, name: string): Generator<Entry> {
  const list = listIn(document);
  if (list) {
    for (const [nth, record] of list.entries()) yield* entriesOf(record, `services[${nth}]`);
  } else if (isRaw(document) && 'id' in document && looksLikeService(document)) yield* entriesOf(document, 'service');
  else if (isOfVersion1(document))
    throw new PlainError(`${name} is a feed of Open Referral UK 1. Bothy reads version 3 of it, and of HSDS.`);
  else throw new PlainError(`${name} is not a feed of services: it holds neither a service nor a list of them.`);
}

/** What the root of an API says it speaks. */
export const apiVersionOf = (document: unknown): string => (isRaw(document) ? textIn(document['version']) : '');

/** The pages of version 1 hold `content`, and are numbered otherwise. */
const isOfVersion1 = (document: unknown): boolean => isRaw(document) && Array.isArray(document['content']) && 'totalPages' in document;

const looksLikeService = (document: Raw): boolean =>
  ['status', 'organization', 'organization_id', 'service', 'services'].some((mark) => mark in document);
