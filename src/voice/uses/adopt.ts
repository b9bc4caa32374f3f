import type { Tx } from '../../platform/database.ts';
import type { By } from '../../platform/events.ts';
import { ok, refuse, type Result } from '../../platform/result.ts';
import * as store from '../store/documents.ts';
import { tell } from './together-needs.ts';

export type AdoptRefusal = 'proposal-decided' | 'proposal-outdated';

/** What the group decided on a proposal, in the transaction of the decision. One that waits for another meeting stays open. */
export async function decideOnProposal(
  tx: Tx,
  proposal: string,
  { decision, outcome, by, at }: { decision: string; outcome: 'yes' | 'no' | 'later'; by: By; at: Date },
): Promise<Result<null, AdoptRefusal>> {
  const asked = await store.findProposal(tx, proposal);
  if (asked) await store.lockDocument(tx, asked.document);
  const found = await store.findProposal(tx, proposal);
  if (!found || found.stage !== 'open') return refuse('proposal-decided');
  if (outcome === 'later') return ok(null);
  const [current] = await store.versionsOf(tx, found.document);
  if (outcome === 'yes' && current!.number !== found.basedOn) return refuse('proposal-outdated');
  if (!(await store.decideProposal(tx, proposal, outcome === 'yes' ? 'adopted' : 'turned-down', at))) return refuse('proposal-decided');
  if (outcome === 'yes')
    await store.addVersion(tx, {
      document: found.document,
      number: found.basedOn + 1,
      sections: found.sections,
      adoptedAt: at,
      proposal,
      decision,
    });
  const type = outcome === 'yes' ? 'change-adopted' : 'change-turned-down';
  await tell(tx, { type, kind: 'proposal', id: proposal, by, at, data: { document: found.document, as: found.as } });
  return ok(null);
}
