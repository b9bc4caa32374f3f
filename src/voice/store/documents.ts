import { sql } from 'kysely';
import type { Tx } from '../../platform/database.ts';
import type {
  Comment,
  CriteriaChanges,
  DocumentKind,
  Proposal,
  ProposalStage,
  Proposer,
  Section,
  SharedDocument,
  Version,
} from '../core/document.ts';

type ProposalRow = {
  id: string;
  document_id: string;
  based_on: number;
  sections: Section[];
  why: string;
  proposed_as: Proposer;
  proposed_by: string;
  proposed_at: Date;
  stage: ProposalStage;
  decided_at: Date | null;
  row_version: number;
};
type VersionRow = {
  document_id: string;
  number: number;
  sections: Section[];
  adopted_at: Date;
  proposal_id: string | null;
  decision_id: string | null;
};
type Tables = {
  shared_document: { id: string; kind: DocumentKind; title: string; made_at: Date; made_by: string; ended_at: Date | null };
  document_version: Omit<VersionRow, 'sections'> & { sections: string };
  document_proposal: Omit<ProposalRow, 'sections'> & { sections: string };
  document_comment: { id: string; proposal_id: string; words: string; by_id: string; at: Date };
};
const tables = (tx: Tx) => tx.withTables<Tables>();

export async function allDocuments(tx: Tx): Promise<SharedDocument[]> {
  const rows = await tables(tx)
    .selectFrom('shared_document')
    .select(['id', 'kind', 'title', 'ended_at as endedAt'])
    .orderBy('kind')
    .orderBy('title')
    .execute();
  return rows;
}

export async function addDocument(tx: Tx, { id, kind, title }: SharedDocument, by: string, at: Date): Promise<void> {
  await tables(tx).insertInto('shared_document').values({ id, kind, title, made_at: at, made_by: by, ended_at: null }).execute();
}

/** Until this transaction ends, nobody else adopts a version of it. */
export async function lockDocument(tx: Tx, id: string): Promise<void> {
  await tables(tx).selectFrom('shared_document').select('id').where('id', '=', id).forUpdate().execute();
}

export async function endDocument(tx: Tx, id: string, at: Date | null): Promise<void> {
  await tables(tx).updateTable('shared_document').set({ ended_at: at }).where('id', '=', id).execute();
}

const toVersion = ({ document_id, adopted_at, proposal_id, decision_id, ...row }: VersionRow): Version => ({
  ...row,
  document: document_id,
  adoptedAt: adopted_at,
  proposal: proposal_id,
  decision: decision_id,
});

/** Of one document or of all, the newest first. */
export async function versionsOf(tx: Tx, document?: string): Promise<Version[]> {
  let query = tables(tx)
    .selectFrom('document_version')
    .select(['document_id', 'number', 'sections', 'adopted_at', 'proposal_id', 'decision_id'])
    .orderBy('number', 'desc');
  if (document) query = query.where('document_id', '=', document);
  return (await query.$castTo<VersionRow>().execute()).map(toVersion);
}

export async function addVersion(tx: Tx, version: Version): Promise<void> {
  await tables(tx)
    .insertInto('document_version')
    .values({
      document_id: version.document,
      number: version.number,
      sections: JSON.stringify(version.sections),
      adopted_at: version.adoptedAt,
      proposal_id: version.proposal,
      decision_id: version.decision,
    })
    .execute();
}

const toProposal = ({
  document_id,
  based_on,
  proposed_as,
  proposed_by,
  proposed_at,
  decided_at,
  row_version,
  ...row
}: ProposalRow): Proposal => ({
  ...row,
  document: document_id,
  basedOn: based_on,
  as: proposed_as,
  by: proposed_by,
  at: proposed_at,
  decidedAt: decided_at,
  rowVersion: row_version,
});

const proposals = (tx: Tx) =>
  tables(tx).selectFrom('document_proposal').selectAll().orderBy('proposed_at', 'desc').orderBy('id').$castTo<ProposalRow>();

export const proposalsOf = async (tx: Tx, document: string): Promise<Proposal[]> =>
  (await proposals(tx).where('document_id', '=', document).execute()).map(toProposal);

export const openProposals = async (tx: Tx): Promise<Proposal[]> =>
  (await proposals(tx).where('stage', '=', 'open').execute()).map(toProposal);

export async function findProposal(tx: Tx, id: string): Promise<Proposal | undefined> {
  const row = await proposals(tx).where('id', '=', id).executeTakeFirst();
  return row && toProposal(row);
}

export async function addProposal(tx: Tx, proposal: Proposal): Promise<void> {
  await tables(tx)
    .insertInto('document_proposal')
    .values({
      id: proposal.id,
      document_id: proposal.document,
      based_on: proposal.basedOn,
      sections: JSON.stringify(proposal.sections),
      why: proposal.why,
      proposed_as: proposal.as,
      proposed_by: proposal.by,
      proposed_at: proposal.at,
      stage: proposal.stage,
      decided_at: null,
      row_version: 1,
    })
    .execute();
}

/** False when it was decided meanwhile. */
export async function decideProposal(tx: Tx, id: string, stage: ProposalStage, at: Date): Promise<boolean> {
  const { numUpdatedRows } = await tables(tx)
    .updateTable('document_proposal')
    .set({ stage, decided_at: at })
    .where('id', '=', id)
    .where('stage', '=', 'open')
    .executeTakeFirst();
  return numUpdatedRows > 0;
}

export async function addComment(tx: Tx, proposal: string, { id, words, by, at }: Comment): Promise<void> {
  await tables(tx).insertInto('document_comment').values({ id, proposal_id: proposal, words, by_id: by, at }).execute();
}

export const commentsOn = async (tx: Tx, proposal: string): Promise<Comment[]> =>
  tables(tx)
    .selectFrom('document_comment')
    .select(['id', 'words', 'by_id as by', 'at'])
    .where('proposal_id', '=', proposal)
    .orderBy('at')
    .orderBy('id')
    .execute();

/** Changes of the referral criteria that were adopted from one instant until before another; first versions are no changes. */
export async function criteriaChanges(tx: Tx, from: Date, to: Date): Promise<CriteriaChanges> {
  const { rows } = await sql<CriteriaChanges>`
    select count(*) as adopted, count(*) filter (where p.proposed_as = 'link-worker') as "byLinkWorker"
    from document_version v
      join shared_document d on d.programme_id = v.programme_id and d.id = v.document_id and d.kind = 'criteria'
      join document_proposal p on p.programme_id = v.programme_id and p.id = v.proposal_id
    where v.adopted_at >= ${from} and v.adopted_at < ${to}`.execute(tx);
  return rows[0]!;
}
