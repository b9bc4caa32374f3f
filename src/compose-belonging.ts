import type { Ground } from './compose.ts';
import { agreementUses } from './embedding/index.ts';
import type { Messages } from './messages/index.ts';

export type BelongingGround = Ground & { post: Messages; everyProgramme: () => Promise<string[]> };

/** Opens what makes social prescribing part of how practices work: embedding and voice. */
export const composeBelonging = (ground: BelongingGround) => ({
  agreements: agreementUses(ground),
});
