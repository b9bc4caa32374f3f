import { codebookUses } from './coding-codebook.ts';
import { exportUses } from './coding-export.ts';
import { findUses } from './coding-find.ts';
import type { CodingPorts } from './coding-needs.ts';
import { workOut } from './coding-own-table.ts';
import { textUses } from './coding-text.ts';

export type CodingUses = ReturnType<typeof openCoding>;

/** Reading stories together: what they say, by several readers, and how far these agree. */
export const openCoding = (ports: CodingPorts) => ({
  ...codebookUses(ports),
  ...textUses(ports),
  ...findUses(ports),
  ...exportUses(ports),
  workOut,
});
