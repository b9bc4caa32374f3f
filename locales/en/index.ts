import { design } from './design.ts';
import { identity, notices, problems } from './identity.ts';

export const en = { design, identity, notices, problems };

export type Words = typeof en;
