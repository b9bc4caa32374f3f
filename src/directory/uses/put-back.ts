import type { Tx } from '../../platform/database.ts';
import { ok, refuse, type Result } from '../../platform/result.ts';
import { fieldsBack } from '../version.ts';
import { versionsOf } from '../store/records.ts';
import { type Hand, saveChange } from './change-service.ts';

/** Takes back what one version changed, and leaves what has been changed since. Refuses when the same has been changed again. */
export async function putBack(tx: Tx, service: string, version: number, hand: Hand): Promise<Result<null, 'changed-since'>> {
  const versions = await versionsOf(tx, 'service', service);
  const [accepted, before] = [version, version - 1].map((wanted) => versions.find((each) => each.version === wanted)?.document);
  const present = versions[0]!.document;
  if (!accepted || !before) return refuse('changed-since');
  const document = fieldsBack(present, before, accepted);
  if (!document) return refuse('changed-since');
  await saveChange(tx, { document, present }, hand, { type: 'service-changed', more: {} });
  return ok(null);
}
