import { befriending } from './befriending.ts';
import { fatima, lorna } from './carers.ts';
import { bill, derek, greta, ishbel, pat, sandy } from './endings.ts';
import { firstContact } from './first-contact.ts';
import { gaps, signposts } from './notes.ts';
import { givenBack, queue } from './queue.ts';
import { eilidh, oksana, rosie } from './safely.ts';
import type { Scene } from './scene.ts';
import { agnes, jordan, tomasz } from './supported.ts';

/** Nobody real. Between them they stand at every stage that there is. */
export const stories: readonly ((scene: Scene) => void)[] = [
  ...[queue, givenBack, firstContact, tomasz, agnes, jordan, fatima, lorna, eilidh, rosie, oksana],
  ...[befriending, sandy, bill, greta, pat, derek, ishbel],
  ...[gaps, signposts],
];
