import type { Asker } from '../../identity/index.ts';
import type { Tx } from '../../platform/database.ts';
import { type By, recordEvents } from '../../platform/events.ts';
import { differencesOf } from '../difference.ts';
import { editedService, editOf } from '../editing/service.ts';
import type { Document, Source } from '../record.ts';
import { saveRecords } from '../record/save.ts';
import { wholeDocuments } from '../record/whole.ts';
import { locationDocument, serviceDocument } from '../record/write.ts';
import type { Service } from '../service.ts';
import { documentsById, recordsById } from '../store/records.ts';

export type Hand = { source: Source; by: By; at: Date };

export const handOf = (asker: Asker, at: Date): Hand => ({ source: `account:${asker.id}`, by: { kind: 'account', id: asker.id }, at });

/** Writes down what somebody has changed of a service, and who did. Answers its new version, or null when nothing is different. */
export async function changeService(
  tx: Tx,
  before: Service,
  after: Service,
  hand: Hand,
  {
    type = 'service-changed',
    more = {},
  }: { type?: 'service-changed' | 'service-assured' | 'service-assurance-undone'; more?: Record<string, string> } = {},
): Promise<number | null> {
  const known = new Set(before.locations.map(({ id }) => id));
  const added = after.locations.filter(({ id }) => !known.has(id)).map(locationDocument);
  const present = (await documentsById(tx, 'service', [before.id])).get(before.id) ?? serviceDocument(before);
  const [whole] = await wholeDocuments(tx, [before.id]);
  const edit = { ...editOf(whole?.document ?? present), ...fieldsChanged(before, after) };
  return saveChange(tx, { document: editedService(present, whole?.document ?? present, edit), present, added }, hand, { type, more });
}

const fieldsChanged = (before: Service, after: Service): Partial<Service> =>
  Object.fromEntries(
    Object.entries(after).filter(([field, value]) => JSON.stringify(before[field as keyof Service]) !== JSON.stringify(value)),
  );

type Change = { document: Document; present: Document; added?: readonly Document[] };

/** The same for a document that is known as it is to be. */
export async function saveChange(
  tx: Tx,
  { document, present, added = [] }: Change,
  { source, by, at }: Hand,
  { type, more }: { type: string; more: Record<string, string> },
): Promise<number | null> {
  const saved = await saveRecords(
    tx,
    [
      ...added.map((place) => ({ kind: 'location' as const, id: place.id, document: place })),
      { kind: 'service', id: document.id, document },
    ],
    { by: source, at },
  );
  if (!saved.some(({ kind }) => kind === 'service')) return null;
  const fields = differencesOf(present, document)
    .map(({ field }) => field)
    .filter((field) => field !== 'bothy');
  await recordEvents(tx, [{ type, subject: { kind: 'service', id: document.id }, by, at, data: { fields, ...more } }]);
  const [record] = await recordsById(tx, 'service', [document.id]);
  return record!.version;
}
