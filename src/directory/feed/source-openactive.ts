import { PlainError } from '../../platform/plain-error.ts';
import { shown } from '../../platform/safe-fetch.ts';
import { parsed } from './document.ts';
import type { Entry } from './entry.ts';
import { type Fetching, fetchPatiently } from './fetching.ts';
import { idFrom } from './ids.ts';
import { isPage, type Item, itemsOf, typeOf } from './openactive/rpde.ts';
import { isCalledOff, isOffered, isSession, kindOf, serviceOf } from './openactive/to-service.ts';
import { type Session, sessionOf } from './openactive/when.ts';
import { keyOf } from './openactive/where.ts';
import { isRaw, type Raw, rawsIn, textIn } from './raw.ts';

/** `today`: what is over by then is not told. */
type Ask = { today: string; timeZone: string };
type Source = { host: string; publisher: Raw | undefined };
type Joined = { sessions: Map<string, Session>; calledOff: Set<string> };

/**
 * The sessions of an OpenActive feed (RPDE 1.0), or of all feeds that a page of open data names, each series as one service of HSDS 3.1.
 * Single sessions are told with the series that they are of.
 */
export async function* entriesOfRpde(text: string, fetching: Fetching, ask: Ask): AsyncGenerator<Entry> {
  const { feeds, publisher } = await feedsAt(text, fetching);
  const joined = new Map<string, Joined>();
  // Series first known without their times, in case the same feed tells the sessions after them.
  const waiting = new Map<string, { item: Item; source: Source }>();
  const orphans = new Map<string, { item: Item; source: Source }>();
  const tell = ({ item, source }: { item: Item; source: Source }) => entryOf(item, source, ask, joined.get(keyOf(item.data)));

  for (const [nth, feed] of feeds.entries()) {
    const source = { host: new URL(feed).host, publisher };
    for await (const item of itemsOf(feed, fetching)) {
      const kind = kindOf(item.kind, item.data);
      if (isSession(kind)) {
        const series = join(joined, item, ask);
        if (isRaw(item.data['superEvent']) && series) orphans.set(series, { item: { ...item, data: item.data['superEvent'] }, source });
      } else if (isOffered(kind)) {
        if (!item.deleted && nth === feeds.length - 1 && !hasTimes(item.data)) waiting.set(item.id, { item, source });
        else {
          waiting.delete(item.id);
          yield tell({ item, source });
        }
        orphans.delete(keyOf(item.data));
      }
    }
  }
  for (const late of waiting.values()) yield tell(late);
  for (const [key, orphan] of orphans) if (joined.get(key)?.sessions.size) yield tell({ ...orphan, item: { ...orphan.item, id: key } });
}

const hasTimes = (data: Raw): boolean =>
  ['eventSchedule', 'subEvent', 'startDate', 'hoursAvailable'].some((name) => data[name] !== undefined);

/** Adds a session to what is known of its series; answers with the key of that. */
function join(joined: Map<string, Joined>, { data, deleted, id }: Item, { today, timeZone }: Ask): string {
  const series = isRaw(data['superEvent']) ? keyOf(data['superEvent']) : textIn(data['superEvent']);
  const when = sessionOf(data, timeZone);
  if (!series || deleted || !when || when.day < today) return series;
  const known = joined.get(series) ?? { sessions: new Map<string, Session>(), calledOff: new Set<string>() };
  if (isCalledOff(data)) {
    known.sessions.delete(id);
    known.calledOff.add(when.day);
  } else known.sessions.set(id, when);
  joined.set(series, known);
  return series;
}

function entryOf(item: Item, source: Source, { timeZone }: Ask, joined: Joined | undefined): Entry {
  // A deleted item has no more than the id within its feed, so that is what ours is made of.
  const id = idFrom(`${source.host} ${item.id}`);
  if (item.deleted) return { kind: 'service', path: item.path, record: { id }, removed: true };
  const { host, publisher } = source;
  const sessions = [...(joined?.sessions.values() ?? [])];
  const record = serviceOf(item.data, { id, host, timeZone, publisher, sessions, calledOff: [...(joined?.calledOff ?? [])].sort() });
  const problem = !item.id ? 'has no id' : !record['organization'] ? 'does not name an organisation that runs it' : undefined;
  return { kind: 'service', path: item.path, record, ...(problem && { problem }) };
}

const wanted = /ScheduledSession|SessionSeries|FacilityUse$|HeadlineEvent|CourseInstance|\/Event$|^Event$/;

/** The feeds behind an address, those of single sessions first: the address itself, or all that a page of open data names. */
async function feedsAt(text: string, fetching: Fetching): Promise<{ feeds: string[]; publisher: Raw | undefined }> {
  const { body, status, url } = await fetchPatiently(text, fetching);
  const name = shown(new URL(url));
  if (status !== 200) throw new PlainError(`${name} answers with HTTP ${status}.`);
  const documents = jsonIn(body);
  if (!documents.length && !/^\s*</.test(body)) parsed(body, name);
  if (documents.some(isPage)) return { feeds: [text], publisher: undefined };
  const dataset = documents.filter(isRaw).find((document) => typeOf(document) === 'Dataset' && Array.isArray(document['distribution']));
  if (!dataset) throw new PlainError(`${name} is neither a feed of OpenActive data nor a page that names some.`);
  const told = rawsIn(dataset['distribution']).flatMap((each) => {
    const kind = textIn(each['additionalType']) || textIn(each['name']) || textIn(each['identifier']);
    const feed = textIn(each['contentUrl']);
    return wanted.test(kind) && URL.canParse(feed, url) ? [{ kind, feed: new URL(feed, url).href }] : [];
  });
  if (!told.length) throw new PlainError(`${name} names no feed of sessions or events.`);
  const sessionsFirst = told.sort((a, b) => Number(b.kind.includes('ScheduledSession')) - Number(a.kind.includes('ScheduledSession')));
  return {
    feeds: [...new Set(sessionsFirst.map(({ feed }) => feed))],
    publisher: isRaw(dataset['publisher']) ? dataset['publisher'] : undefined,
  };
}

/** A body that is JSON, or the JSON-LD in a web page. */
function jsonIn(body: string): unknown[] {
  const scripts = /^\s*</.test(body)
    ? [...body.matchAll(/<script[^>]*type=["']?application\/ld\+json["']?[^>]*>([\s\S]*?)<\/script>/gi)].map(([, inner]) => inner!)
    : [body];
  return scripts.flatMap((script) => {
    try {
      return [JSON.parse(script) as unknown].flat();
    } catch {
      return [];
    }
  });
}
