import { randomUUID } from 'node:crypto';
import type { Asker } from '../../identity/index.ts';
import { type Tx, uuid } from '../../platform/database.ts';
import { recordEvents } from '../../platform/events.ts';
import { ok, refuse, type Result } from '../../platform/result.ts';
import { type FieldProblem, type Field, type FieldWords, type Texts, textsOf, withTexts } from '../fields-text.ts';
import {
  changedSince,
  decide,
  type Decision,
  type DecideRefusal,
  type DeclineReason,
  sourceOfSuggestion,
  type Suggestion,
  wantedIn,
} from '../suggestion.ts';
import { servicesById, type WholeService } from '../store/read.ts';
import { recordsById } from '../store/records.ts';
import * as store from '../store/suggestions.ts';
import { changeService } from './change-service.ts';
import { byAsker, type FreshnessPorts, namesOf, todayOf } from './freshness-needs.ts';
import { asAsker } from './needs.ts';
import { putBack } from './put-back.ts';

export type SuggestionRow = store.Listed & { owner: string | undefined };
export type SuggestionList = { rows: SuggestionRow[]; total: number; perPage: number };
export type SeenSuggestion = {
  suggestion: Suggestion;
  service: WholeService;
  present: Texts;
  /** The version of the service that is shown; 0 before it has one. */
  version: number;
  /** Fields that are not any more what they were when it was made. */
  changed: Field[];
  /** What the people and organisations of it are called. */
  names: ReadonlyMap<string, string>;
  /** Others that wait about the same service. */
  others: Suggestion[];
};
export type DecisionRefusal =
  'not-found' | 'changed-meanwhile' | DecideRefusal | 'changed-since' | 'service-changed' | { problems: FieldProblem[] };

const day = 86_400_000;
/** By then every try to answer them has been made. */
const forgetAfterDays = 3;

/** Deciding what becomes of suggestions. */
export function suggestionUses(ports: FreshnessPorts) {
  const { db, now, post } = ports;

  const decideOn = <T extends string | null>(
    asker: Asker,
    { id, rowVersion }: { id: string; rowVersion: number },
    work: (tx: Tx, suggestion: Suggestion) => Promise<Result<T, DecisionRefusal>>,
  ): Promise<Result<T, DecisionRefusal>> =>
    asAsker(ports, asker, 'curate directory', async (tx): Promise<Result<T, DecisionRefusal>> => {
      const suggestion = uuid.test(id) ? await store.holdSuggestion(tx, id) : undefined;
      if (!suggestion) return refuse('not-found');
      return suggestion.rowVersion === rowVersion ? work(tx, suggestion) : refuse('changed-meanwhile');
    });

  /** Saves a decision, tells it, and lets whoever asked know. */
  async function settle(tx: Tx, asker: Asker, before: Suggestion, decision: Decision): Promise<Result<null, DecideRefusal>> {
    const decided = decide(before, decision, asker.id, now());
    if (!decided.ok) return decided;
    const writes = (before.sender.email !== '' || before.from.kind === 'account') && decision.name !== 'reopen';
    await store.saveSuggestion(tx, decided.value, decision.name === 'reopen' ? 'nothing' : writes ? 'but-address' : 'all');
    const to = before.from.kind === 'account' ? { account: before.from.id } : { address: before.id };
    if (writes) await post.queue(tx, { template: 'suggestion-answered', about: before.id, to, at: now() });
    const state = decision.name === 'reopen' ? 'reopened' : decided.value.state;
    await recordEvents(tx, [
      {
        type: `suggestion-${state}`,
        subject: { kind: 'service', id: before.service },
        by: byAsker(asker),
        at: now(),
        data: { suggestion: before.id, ...(decided.value.reason && { reason: decided.value.reason }) },
      },
    ]);
    return ok(null);
  }

  return {
    /** Those that wait, the most urgent first; or those that have been decided. */
    list: (asker: Asker, { waiting, page }: { waiting: boolean; page: number }): Promise<SuggestionList> =>
      asAsker(ports, asker, 'curate directory', async (tx) => {
        const { rows, total } = await store.suggestionsListed(tx, waiting, page);
        const names = await namesOf(tx, { accounts: rows.map(({ suggestion }) => suggestion.owner), organisations: [] });
        return {
          rows: rows.map((row) => ({ ...row, owner: names.get(row.suggestion.owner ?? '') })),
          total,
          perPage: store.suggestionsPerPage,
        };
      }),

    see: (asker: Asker, id: string, words: FieldWords): Promise<SeenSuggestion | undefined> =>
      asAsker(ports, asker, 'curate directory', async (tx) => {
        const suggestion = uuid.test(id) ? await store.findSuggestion(tx, id) : undefined;
        const [service] = suggestion ? await servicesById(tx, [suggestion.service]) : [];
        if (!suggestion || !service) return undefined;
        const { from, owner, decidedBy } = suggestion;
        const present = textsOf(service, words);
        return {
          suggestion,
          service,
          present,
          version: await versionOf(tx, service.id),
          changed: changedSince(suggestion, present),
          names: await namesOf(tx, {
            accounts: [owner, decidedBy, from.kind === 'account' ? from.id : null],
            organisations: from.kind === 'organisation' ? [from.id] : [],
          }),
          others: (await store.waitingOf(tx, service.id)).filter((other) => other.id !== id),
        };
      }),

    /** Says who looks into it: the asker, or whoever of those who keep the directory is free. */
    take: (asker: Asker, which: { id: string; rowVersion: number }, mine: boolean): Promise<Result<null, DecisionRefusal>> =>
      decideOn(asker, which, async (tx, suggestion) => {
        if (suggestion.state !== 'waiting') return refuse('decided-already');
        await store.saveSuggestion(tx, { ...suggestion, owner: mine ? asker.id : null });
        return ok(null);
      }),

    /** Puts what was suggested into the directory: as it stands, or as somebody says it better. */
    accept: (
      asker: Asker,
      which: { id: string; rowVersion: number },
      /** `seen` is the version of the service that they were written over. */
      edited: { texts: Partial<Texts>; seen: number } | null,
      words: FieldWords,
    ): Promise<Result<null, DecisionRefusal>> =>
      decideOn(asker, which, async (tx, suggestion) => {
        if (suggestion.state !== 'waiting') return refuse('decided-already');
        await store.hold(tx, 'service', suggestion.service);
        if (edited && edited.seen !== (await versionOf(tx, suggestion.service))) return refuse('service-changed');
        const [service] = await servicesById(tx, [suggestion.service]);
        const written = withTexts(service!, edited?.texts ?? wantedIn(suggestion), words, randomUUID);
        if (!written.ok) return refuse({ problems: written.error });
        const { from, madeAt } = suggestion;
        const said = todayOf(asker, madeAt);
        // Those who run it have looked at all of it when they say what is wrong.
        const assured = from.kind === 'organisation' && said > (service!.assuredAt ?? '') && written.value.status === 'active';
        const after = assured ? { ...written.value, assuredAt: said, assuredBy: service!.organisationName } : written.value;
        const source = edited ? (`account:${asker.id}` as const) : sourceOfSuggestion(from);
        const version = await changeService(
          tx,
          service!,
          after,
          { source, by: byAsker(asker), at: now() },
          { more: { suggestion: suggestion.id } },
        );
        return settle(tx, asker, suggestion, { name: 'accept', version });
      }),

    /** `answer` is read by whoever suggested it, where they left an address. */
    decline: (
      asker: Asker,
      which: { id: string; rowVersion: number },
      { reason, answer }: { reason: DeclineReason; answer: string },
    ): Promise<Result<null, DecisionRefusal>> =>
      decideOn(asker, which, (tx, suggestion) => settle(tx, asker, suggestion, { name: 'decline', reason, answer })),

    markDuplicate: (asker: Asker, which: { id: string; rowVersion: number }, of: string): Promise<Result<null, DecisionRefusal>> =>
      decideOn(asker, which, async (tx, suggestion) => {
        const other = uuid.test(of) ? await store.findSuggestion(tx, of) : undefined;
        if (other?.service !== suggestion.service) return refuse('not-found');
        return settle(tx, asker, suggestion, { name: 'duplicate', of });
      }),

    /** Takes a decision back. What an acceptance changed is put back, unless somebody has changed it again since. */
    reopen: (asker: Asker, which: { id: string; rowVersion: number }): Promise<Result<null, DecisionRefusal>> =>
      decideOn(asker, which, async (tx, suggestion) => {
        if (suggestion.acceptedVersion !== null) {
          await store.hold(tx, 'service', suggestion.service);
          const hand = { source: `account:${asker.id}` as const, by: byAsker(asker), at: now() };
          const back = await putBack(tx, suggestion.service, suggestion.acceptedVersion, hand);
          if (!back.ok) return back;
        }
        return settle(tx, asker, suggestion, { name: 'reopen' });
      }),

    /** Forgets the addresses of those who have been answered. */
    forgetSenders: (programme: string): Promise<void> =>
      db.inProgramme(programme, (tx) => store.forgetSendersBefore(tx, new Date(now().getTime() - forgetAfterDays * day))),
  };
}

const versionOf = async (tx: Tx, service: string): Promise<number> => (await recordsById(tx, 'service', [service]))[0]?.version ?? 0;
