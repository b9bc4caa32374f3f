import { randomUUID } from 'node:crypto';
import type { Asker, Programme } from '../../identity/index.ts';
import { type Tx, uuid } from '../../platform/database.ts';
import { recordEvents } from '../../platform/events.ts';
import { ok, refuse, type Result } from '../../platform/result.ts';
import { type FieldWords, type Texts, textsOf } from '../fields-text.ts';
import { changesIn, dueOn, type From, type Part, type Sender } from '../suggestion.ts';
import { hiddenAmong } from '../store/public.ts';
import { servicesById, type WholeService } from '../store/read.ts';
import { addSuggestion } from '../store/suggestions.ts';
import { byOf, type FreshnessPorts, todayOf } from './freshness-needs.ts';
import { asAsker } from './needs.ts';

export type Suggested = { part: Part; texts: Partial<Texts>; words: string; sender: Sender };
export type Suggestible = { service: Pick<WholeService, 'id' | 'name' | 'organisationName'>; present: Texts };
export type SuggestRefusal = 'not-found' | 'nothing';

/** Saying that something in the directory should change. */
export function suggestingUses(ports: FreshnessPorts) {
  const { db, now } = ports;
  const toSuggestible = (service: WholeService, words: FieldWords): Suggestible => ({ service, present: textsOf(service, words) });

  return {
    /** A service about which anybody may suggest something; undefined also for one that nobody may know of. */
    suggestible: (programme: Programme, id: string, words: FieldWords): Promise<Suggestible | undefined> =>
      db.inProgramme(programme.id, async (tx) => {
        const service = await openService(tx, id);
        return service && toSuggestible(service, words);
      }),

    suggestPublicly: (programme: Programme, id: string, given: Suggested, words: FieldWords): Promise<Result<string, SuggestRefusal>> =>
      db.inProgramme(programme.id, async (tx) => {
        const service = await openService(tx, id);
        return service ? suggest(tx, { programme }, service, given, words, { kind: 'public', id: null }, now()) : refuse('not-found');
      }),

    suggestibleFor: (asker: Asker, id: string, words: FieldWords): Promise<Suggestible | undefined> =>
      asAsker(ports, asker, 'find services', async (tx) => {
        const [service] = uuid.test(id) ? await servicesById(tx, [id]) : [];
        return service && toSuggestible(service, words);
      }),

    suggestAs: (asker: Asker, id: string, given: Suggested, words: FieldWords): Promise<Result<string, SuggestRefusal>> =>
      asAsker(ports, asker, 'find services', async (tx) => {
        const [service] = uuid.test(id) ? await servicesById(tx, [id]) : [];
        return service ? suggest(tx, asker, service, given, words, { kind: 'account', id: asker.id }, now()) : refuse('not-found');
      }),
  };
}

async function openService(tx: Tx, id: string): Promise<WholeService | undefined> {
  const [service] = uuid.test(id) ? await servicesById(tx, [id]) : [];
  return service && !(await hiddenAmong(tx, [id])).has(id) ? service : undefined;
}

/** Keeps a suggestion for whoever looks after the directory. Nothing of the service changes by it. */
export async function suggest(
  tx: Tx,
  whose: { programme: Programme },
  service: WholeService,
  { part, texts, words: said, sender }: Suggested,
  words: FieldWords,
  from: From,
  at: Date,
): Promise<Result<string, 'nothing'>> {
  const changes = changesIn(part, texts, textsOf(service, words), said);
  if (!changes.ok) return changes;
  const id = randomUUID();
  await addSuggestion(tx, {
    ...{ id, service: service.id, part, changes: changes.value, words: said, from, sender, madeAt: at },
    dueOn: dueOn(todayOf(whose, at)),
    ...{
      owner: null,
      state: 'waiting',
      reason: null,
      answer: '',
      decidedAt: null,
      decidedBy: null,
      sameAs: null,
      acceptedVersion: null,
      rowVersion: 1,
    },
  });
  await recordEvents(tx, [
    {
      type: 'suggestion-made',
      subject: { kind: 'service', id: service.id },
      by: byOf(from),
      at,
      data: { suggestion: id, part, fields: Object.keys(changes.value), from: from.kind },
    },
  ]);
  return ok(id);
}
