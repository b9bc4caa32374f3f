import { randomUUID } from 'node:crypto';
import type { Tx } from '../../platform/database.ts';
import { choose } from '../match.ts';
import { keysOf } from '../portrait.ts';
import type { Document, Kind } from '../record.ts';
import { recordsNamed, takenBy } from '../store/feed-records.ts';
import { answersTo, ask, candidatesFor, hasKeys } from '../store/matches.ts';
import { documentsById } from '../store/records.ts';
import { idFrom } from './ids.ts';
import type { Part } from './parts.ts';
import { portraitsOf } from './portraits.ts';
import { mapped, namedBy } from './references.ts';

/** `resolved`: kind and key → record. What is not in it waits for somebody's word. `known`: documents of this reading, by kind and record. */
export type Resolving = { feed: string; at: Date; resolved: Map<string, string>; known: Map<string, Document> };

/**
 * Finds out which record each new thing of a feed is: the one of the same id, the one that somebody said, the one that it surely is, or a new
 * one. Where it may be one that we have, somebody is asked. Gives how many wait.
 */
export async function resolveNew(tx: Tx, kind: Kind, parts: readonly Part[], { feed, at, resolved, known }: Resolving): Promise<number> {
  if (!parts.length) return 0;
  const keys = parts.map(({ key }) => key);
  const there = await documentsById(tx, kind, keys);
  const answers = await answersTo(tx, feed, kind, keys);
  const taken = await takenBy(tx, feed, kind, [...keys, ...answers.values()]);
  const settle = (key: string, record: string) => resolved.set(`${kind} ${key}`, record);
  const ours = await recordsNamed(
    tx,
    parts.flatMap(({ document }) => namedBy(document).map((each) => ({ feed, ...each }))),
  );
  const inOurIds = (document: Document) =>
    mapped(document, (of, key) => resolved.get(`${of} ${key}`) ?? ours.get(`${feed} ${of} ${key}`) ?? key);

  let waiting = 0;
  const unknown: Document[] = [];
  const matching = await hasKeys(tx);
  for (const { key, document } of parts) {
    const answer = answers.get(key);
    if (answer !== undefined && !taken.has(answer)) settle(key, answer);
    else if (!isOwned(document, feed, resolved, ours)) waiting += 1;
    else if ((there.has(key) && !taken.has(key)) || !matching) settle(key, key);
    else unknown.push(inOurIds(document));
  }
  const portraits = await portraitsOf(tx, kind, unknown, known);
  const wanted = unknown.map(({ id }) => ({ of: id, keys: keysOf(portraits.get(id)!) }));
  const candidates = await candidatesFor(tx, feed, kind, wanted);
  const documents = await documentsById(tx, kind, [...candidates.values()].flat());
  const theirs = await portraitsOf(tx, kind, [...documents.values()]);
  const given = new Set<string>();
  const questions: Parameters<typeof ask>[1][number][] = [];
  for (const { id } of unknown) {
    const likely = (candidates.get(id) ?? []).flatMap((candidate) => (given.has(candidate) ? [] : (theirs.get(candidate) ?? [])));
    const choice = choose(portraits.get(id)!, likely);
    // Two things of one feed are never one of ours, even if somebody has given one the other's id.
    if (choice === null) settle(id, there.has(id) ? idFrom(`${feed} ${id}`) : id);
    else if ('same' in choice) {
      given.add(choice.same.id);
      settle(id, choice.same.id);
    } else {
      waiting += 1;
      const asked = choice.ask.map(({ portrait, likeness }) => ({ id: portrait.id, score: likeness.score, reasons: likeness.reasons }));
      questions.push({ id: randomUUID(), feed, kind, key: id, candidates: asked });
    }
  }
  await ask(tx, questions, at);
  return waiting;
}

/** A service waits until it is known whose it is. */
const isOwned = (document: Document, feed: string, resolved: ReadonlyMap<string, string>, ours: ReadonlyMap<string, string>): boolean =>
  namedBy(document).every(
    ({ kind, key }) => kind !== 'organisation' || resolved.has(`${kind} ${key}`) || ours.has(`${feed} ${kind} ${key}`),
  );
