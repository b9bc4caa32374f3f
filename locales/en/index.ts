import { design } from './design.ts';
import { directory } from './directory.ts';
import { identity, notices, problems } from './identity.ts';

export const en = { design, directory, identity, notices, problems };

export type Words = typeof en;
