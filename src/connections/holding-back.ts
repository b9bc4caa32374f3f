import type { Status } from './status.ts';

/** Whether we have agreed in writing with an organisation how it looks after what it is told of people. */
export type AgreementStanding = 'fine' | 'none' | 'not-yet' | 'expired' | 'ended';

/**
 * Whether an organisation that was asked is not shown who it is about. Until its first answer it learns that only under an agreement in
 * force. Once it supports somebody, an agreement that merely ran out does not take away what it knows, for their sake; one that was ended does.
 */
export const holdsBack = (agreement: AgreementStanding, status: Status): boolean =>
  agreement === 'ended' || (agreement !== 'fine' && status === 'requested');
