/** A person's own copy of a version of their plan, behind a link that only their message holds. */
export type PlanShare = {
  id: string;
  person: string;
  plan: string;
  large: boolean;
  easy: boolean;
  sharedAt: Date;
  sharedBy: string;
  expiresAt: Date;
  openedAt: Date | null;
  stoppedAt: Date | null;
};

export const shareDays = 60;

export const isShareOver = ({ expiresAt, stoppedAt }: Pick<PlanShare, 'expiresAt' | 'stoppedAt'>, now: Date): boolean =>
  stoppedAt !== null || expiresAt <= now;
