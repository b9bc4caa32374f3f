import type { Reaching } from '../../src/messages/index.ts';

/** For tests of letters to colleagues and organisations: nobody is reached who is not there. */
export const noPeople: Reaching = {
  reach: () => Promise.resolve({ way: 'none', why: 'gone' }),
  whyNotTo: () => Promise.resolve(undefined),
  stopLink: () => Promise.reject(new Error('No person was to be written to.')),
  tellByHand: () => Promise.resolve(false),
  postByHand: () => Promise.resolve(false),
};
