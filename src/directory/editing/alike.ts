import type { Tx } from '../../platform/database.ts';
import { isRaw, textIn } from '../feed/raw.ts';
import { keepKeys, portraitsOf } from '../feed/portraits.ts';
import { compare, type Reason } from '../match.ts';
import { keysOf } from '../portrait.ts';
import type { Document, Kind } from '../record.ts';
import { recordsWithKeys } from '../store/editing.ts';
import { documentsById } from '../store/records.ts';

/** Something in the directory that may be what somebody is about to add; `organisation` is who runs it, '' for an organisation. */
export type Alike = { id: string; name: string; organisation: string; reasons: readonly Reason[] };

const mostCompared = 60;
const mostShown = 5;

/** What there is already that looks like this, the likeliest first. `fresh` are the places that come with it. */
export async function alikeTo(tx: Tx, kind: Exclude<Kind, 'location'>, document: Document, fresh: readonly Document[]): Promise<Alike[]> {
  // Whatever was added since the keys were last made.
  await keepKeys(tx, { kind, after: '00000000-0000-0000-0000-000000000000' });
  const known = new Map(fresh.map((place) => [`location ${place.id}`, place]));
  const own = (await portraitsOf(tx, kind, [document], known)).get(document.id)!;
  const ids = (await recordsWithKeys(tx, kind, keysOf(own), mostCompared)).filter((id) => id !== document.id);
  const documents = await documentsById(tx, kind, ids);
  const portraits = await portraitsOf(tx, kind, [...documents.values()]);
  const found = [...portraits.values()]
    .map((portrait) => ({ portrait, likeness: compare(own, portrait) }))
    .filter(({ likeness }) => likeness.verdict !== 'different')
    .sort((a, b) => b.likeness.score - a.likeness.score)
    .slice(0, mostShown);
  const of = (id: string) => {
    const stub = documents.get(id)!['organization'];
    return isRaw(stub) ? textIn(stub['id']) : '';
  };
  const organisations = await documentsById(
    tx,
    'organisation',
    found.flatMap(({ portrait }) => of(portrait.id) || []),
  );
  return found.map(({ portrait: { id }, likeness }) => ({
    id,
    name: textIn(documents.get(id)!['name']),
    organisation: textIn(organisations.get(of(id))?.['name']),
    reasons: likeness.reasons,
  }));
}
