import type { Ground } from './compose.ts';

/** Opens what makes social prescribing part of how practices work: embedding and voice. */
export const composeBelonging = (_ground: Ground) => ({});
