import type { Tx } from '../../platform/database.ts';
import { isNo, type Purpose, standingOf } from '../consent.ts';
import { consentsOf, holdAnswers } from '../store.ts';

/**
 * Whether they have said no to this, and it still stands. Holds their answers until the transaction ends, so that whoever asks before
 * something leaves and whoever takes a yes back wait for each other.
 */
export async function saysNoTo(tx: Tx, person: string, purpose: Purpose, recipient: string | null = null): Promise<boolean> {
  await holdAnswers(tx, person, 'to-rely-on');
  return isNo(standingOf(await consentsOf(tx, person), { purpose, recipient }));
}
