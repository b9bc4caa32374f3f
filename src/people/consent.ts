export type Purpose = 'support' | 'share-with-service' | 'evaluation' | 'story';
export type Basis = 'agreed' | 'best-interests';

/** A person's permission for one purpose, with the version of the words that they were asked with. */
export type Consent = {
  id: string;
  person: string;
  purpose: Purpose;
  recipient: string | null;
  basis: Basis;
  wording: string;
  askedBy: string | null;
  givenAt: Date;
  withdrawnAt: Date | null;
};

/** Changes when the words on the page do, so that it is always known what somebody agreed to. */
export const wordings = { support: 'support-2026-11', 'share-with-service': 'share-2026-11' } as const;
