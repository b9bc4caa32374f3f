import { randomUUID } from 'node:crypto';
import type { Asker } from '../identity/index.ts';
import { type Database, uuid } from '../platform/database.ts';
import { ok, refuse, type Result } from '../platform/result.ts';
import { isSigned, sign, wordsOn } from '../platform/tickets.ts';
import * as core from './draft.ts';
import * as store from './store.ts';

export type { Draft } from './draft.ts';

export type Drafts = ReturnType<typeof openDrafts>;

/** What a page with a long form needs: a ticket for this tab, what was begun earlier, and what was taken up again. */
export type OnPage = { ticket: string; turn: number; waiting: readonly core.Draft[]; taken: core.Draft | undefined };

/** What was typed and not saved yet. Nothing of it is ever shown to anybody but its own account. */
export function openDrafts({ db, now }: { db: Database; now: () => Date }) {
  const keys = new Map<string, Buffer>();
  const ownKey = async (programme: string): Promise<Buffer> => {
    const key = keys.get(programme) ?? (await db.inProgramme(programme, store.keyOf));
    keys.set(programme, key);
    return key;
  };
  const ticketFor = async (asker: Asker, page: string, draft: string): Promise<string> => {
    const until = now().getTime() + core.ticketLasts;
    return sign(await ownKey(asker.programme.id), core.toWords({ programme: asker.programme.id, account: asker.id, draft, page, until }));
  };

  return {
    ticketFor: (asker: Asker, page: string) => ticketFor(asker, page, randomUUID()),

    async onPage(asker: Asker, page: string, { offered, wanted }: { offered: boolean; wanted: string | undefined }): Promise<OnPage> {
      const drafts = offered ? await db.inProgramme(asker.programme.id, (tx) => store.unfinishedOf(tx, asker.id, page)) : [];
      const taken = drafts.find(({ id }) => id === wanted);
      const ticket = await ticketFor(asker, page, taken?.id ?? randomUUID());
      return { ticket, turn: taken?.turn ?? 0, waiting: drafts.filter((draft) => draft !== taken), taken };
    },

    /** What a ticket says, if it is one of ours and not too old. */
    async read(text: string): Promise<core.Ticket | undefined> {
      const ticket = text.length < 1000 ? core.fromWords(wordsOn(text)) : undefined;
      if (!ticket || ticket.until < now().getTime()) return undefined;
      const key = keys.get(ticket.programme) ?? (await db.inProgramme(ticket.programme, store.findKey));
      return key && isSigned(key, text) ? ticket : undefined;
    },

    /** Keeps a form for the account that it was given to, whether or not they are still signed in. */
    keep: (ticket: core.Ticket, fields: core.Fields, turn?: number): Promise<Result<core.Draft, core.KeepRefusal>> =>
      db.inProgramme(ticket.programme, async (tx) => {
        const before = await store.holdDraft(tx, ticket.account, ticket.draft);
        const kept = core.keep(before, { ticket, fields: core.worthKeeping(fields), turn, at: now() });
        if (kept.ok) await store.putDraft(tx, kept.value);
        return kept;
      }),

    /** The form has been saved for good, or its draft thrown away. */
    finish: (asker: Asker, id: string): Promise<void> =>
      db.inProgramme(asker.programme.id, async (tx) => {
        const draft = uuid.test(id) ? await store.holdDraft(tx, asker.id, id) : undefined;
        if (draft) await store.putDraft(tx, core.finish(draft, now()));
      }),

    find: (asker: Asker, id: string): Promise<core.Draft | undefined> =>
      db.inProgramme(asker.programme.id, async (tx) => {
        const draft = uuid.test(id) ? await store.findDraft(tx, asker.id, id) : undefined;
        return draft?.finishedAt ? undefined : draft;
      }),

    /** Goes on with a draft in this tab. It moves to a name of its own, so that the tab in which it was begun cannot write over it. */
    takeUp: (asker: Asker, id: string): Promise<Result<core.Draft, 'gone'>> =>
      db.inProgramme(asker.programme.id, async (tx) => {
        const draft = uuid.test(id) ? await store.holdDraft(tx, asker.id, id) : undefined;
        if (!draft || draft.finishedAt) return refuse('gone');
        const moved = { ...draft, id: randomUUID(), savedAt: now() };
        await store.putDraft(tx, core.finish(draft, now()));
        await store.putDraft(tx, moved);
        return ok(moved);
      }),

    unfinished: (asker: Asker): Promise<core.Draft[]> => db.inProgramme(asker.programme.id, (tx) => store.unfinishedOf(tx, asker.id)),

    forgetOld: (programme: string): Promise<void> =>
      db.inProgramme(programme, (tx) => store.removeSavedBefore(tx, new Date(now().getTime() - core.keptDays * 86_400_000))),
  };
}
