import { saysNoTo } from '../../people/index.ts';
import type { Tx } from '../../platform/database.ts';
import { type Closing, forReferrer } from '../closing.ts';

/** What the practice may read of an ending now: no more than that it ended, if the person did not agree then, or does not any more. */
export async function nowForReferrer(tx: Tx, closing: Closing): Promise<Closing> {
  const tellReferrer = closing.tellReferrer && !(await saysNoTo(tx, closing.person, 'practice'));
  return forReferrer({ ...closing, tellReferrer });
}
