import { randomUUID } from 'node:crypto';
import { accountsById, type Asker } from '../../identity/index.ts';
import { type Database, type Tx, uuid } from '../../platform/database.ts';
import { ok, refuse, type Result } from '../../platform/result.ts';
import type { Comment, DocumentKind, Proposal, Proposer, Section, SharedDocument, Version } from '../core/document.ts';
import { ownVoice, sameSections } from '../core/document.ts';
import * as store from '../store/documents.ts';
import { byOf, type NotReached, tell, within } from './together-needs.ts';

/** A document with the version that holds now, and the proposals that wait. */
export type DocumentListed = SharedDocument & { current: Version; open: number };
export type DocumentSeen = {
  document: SharedDocument;
  current: Version;
  versions: readonly Version[];
  proposals: readonly Proposal[];
  names: ReadonlyMap<string, string>;
};
export type ProposalSeen = DocumentSeen & { proposal: Proposal; base: Version; comments: readonly Comment[] };
export type ProposeRefusal = NotReached | 'nothing-changed' | 'newer-version';

export const documentUses = ({ db, now }: { db: Database; now: () => Date }) => {
  const may = within(db);

  async function seen(tx: Tx, id: string): Promise<Result<DocumentSeen, 'not-found'>> {
    const document = uuid.test(id) ? (await store.allDocuments(tx)).find((each) => each.id === id) : undefined;
    if (!document) return refuse('not-found');
    const versions = await store.versionsOf(tx, id);
    const proposals = await store.proposalsOf(tx, id);
    const names = await namesOf(
      tx,
      proposals.map(({ by }) => by),
    );
    return ok({ document, current: versions[0]!, versions, proposals, names });
  }

  async function seenProposal(tx: Tx, id: string): Promise<Result<ProposalSeen, 'not-found'>> {
    const proposal = uuid.test(id) ? await store.findProposal(tx, id) : undefined;
    const whole = proposal && (await seen(tx, proposal.document));
    const base = whole?.ok ? whole.value.versions.find(({ number }) => number === proposal!.basedOn) : undefined;
    if (!proposal || !whole?.ok || !base) return refuse('not-found');
    const comments = await store.commentsOn(tx, id);
    const names = await namesOf(tx, [proposal.by, ...comments.map(({ by }) => by)]);
    return ok({ ...whole.value, names, proposal, base, comments });
  }

  return {
    seeDocuments: (asker: Asker): Promise<Result<DocumentListed[], NotReached>> =>
      may(asker, 'find services', async (tx) => ok(await documentsListed(tx))),

    /** For everybody who may look, also without an account: only what holds now. */
    publicDocuments: (programme: string): Promise<DocumentListed[]> =>
      db.inProgramme(programme, async (tx) => (await documentsListed(tx)).filter(({ endedAt }) => !endedAt)),

    seeDocument: (asker: Asker, id: string): Promise<Result<DocumentSeen, NotReached>> => may(asker, 'find services', (tx) => seen(tx, id)),

    seeProposal: (asker: Asker, id: string): Promise<Result<ProposalSeen, NotReached>> =>
      may(asker, 'propose criteria', (tx) => seenProposal(tx, id)),

    startDocument: (asker: Asker, kind: DocumentKind, title: string, sections: readonly Section[]): Promise<Result<string, NotReached>> =>
      may(asker, 'keep steering', async (tx) => {
        const id = randomUUID();
        await store.addDocument(tx, { id, kind, title, endedAt: null }, asker.id, now());
        await store.addVersion(tx, { document: id, number: 1, sections, adoptedAt: now(), proposal: null, decision: null });
        await tell(tx, { type: 'document-started', kind: 'document', id, by: byOf(asker), at: now(), data: { kind } });
        return ok(id);
      }),

    endDocument: (asker: Asker, id: string, ended: boolean): Promise<Result<null, NotReached>> =>
      may(asker, 'keep steering', async (tx): Promise<Result<null, NotReached>> => {
        if (!(await seen(tx, id)).ok) return refuse('not-found');
        await store.endDocument(tx, id, ended ? now() : null);
        await tell(tx, { type: ended ? 'document-ended' : 'document-brought-back', kind: 'document', id, by: byOf(asker), at: now() });
        return ok(null);
      }),

    /** `as`: whose proposal it is, where it is written down for others. `basedOn`: the version that was read. */
    propose: (
      asker: Asker,
      document: string,
      { sections, why, as, basedOn }: { sections: readonly Section[]; why: string; as: Proposer | null; basedOn: number },
    ): Promise<Result<string, ProposeRefusal>> =>
      may(asker, 'propose criteria', async (tx): Promise<Result<string, ProposeRefusal>> => {
        const found = await seen(tx, document);
        if (!found.ok) return found;
        const { current } = found.value;
        if (current.number !== basedOn) return refuse('newer-version');
        if (sameSections(current.sections, sections)) return refuse('nothing-changed');
        const id = randomUUID();
        const voice = as ?? ownVoice(asker.roles);
        const open = { stage: 'open', decidedAt: null, rowVersion: 1 } as const;
        await store.addProposal(tx, { id, document, basedOn, sections, why, as: voice, by: asker.id, at: now(), ...open });
        await tell(tx, { type: 'change-proposed', kind: 'proposal', id, by: byOf(asker), at: now(), data: { document, as: voice } });
        return ok(id);
      }),

    comment: (asker: Asker, proposal: string, words: string): Promise<Result<null, NotReached>> =>
      may(asker, 'propose criteria', async (tx): Promise<Result<null, NotReached>> => {
        if (!(await seenProposal(tx, proposal)).ok) return refuse('not-found');
        await store.addComment(tx, proposal, { id: randomUUID(), words, by: asker.id, at: now() });
        await tell(tx, { type: 'proposal-commented', kind: 'proposal', id: proposal, by: byOf(asker), at: now() });
        return ok(null);
      }),

    /** Only whoever wrote it down may, and only until it is decided. */
    takeBackProposal: (asker: Asker, id: string): Promise<Result<string, NotReached | 'decided'>> =>
      may(asker, 'propose criteria', async (tx): Promise<Result<string, NotReached | 'decided'>> => {
        const found = await seenProposal(tx, id);
        if (!found.ok || found.value.proposal.by !== asker.id) return refuse('not-found');
        if (!(await store.decideProposal(tx, id, 'taken-back', now()))) return refuse('decided');
        await tell(tx, { type: 'proposal-taken-back', kind: 'proposal', id, by: byOf(asker), at: now() });
        return ok(found.value.document.id);
      }),
  };
};

const namesOf = async (tx: Tx, ids: readonly string[]): Promise<Map<string, string>> =>
  new Map([...(await accountsById(tx, [...new Set(ids)]))].map(([id, { name }]) => [id, name]));

async function documentsListed(tx: Tx): Promise<DocumentListed[]> {
  const versions = Map.groupBy(await store.versionsOf(tx), ({ document }) => document);
  const open = Map.groupBy(await store.openProposals(tx), ({ document }) => document);
  return (await store.allDocuments(tx)).map((document) => ({
    ...document,
    current: versions.get(document.id)![0]!,
    open: open.get(document.id)?.length ?? 0,
  }));
}
