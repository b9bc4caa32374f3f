import type { AgreementStanding } from './cases/needs.ts';
import type { Status } from './status.ts';

/**
 * Whether an organisation that was asked is not shown who it is about. Until its first answer it learns that only under an agreement in
 * force. Once it supports somebody, an agreement that merely ran out does not take away what it knows, for their sake; one that was ended does.
 */
export const holdsBack = (agreement: AgreementStanding, status: Status): boolean =>
  agreement === 'ended' || (agreement !== 'fine' && status === 'requested');
