/** The standards in which the directory is given out: where, and what the first address says of it. */
export const flavours = {
  hsds: {
    path: '/hsds/v3',
    title: 'Human Services Data Specification 3.1',
    version: '3.1',
    profile: 'https://docs.openreferral.org/en/latest/',
  },
  // The UK's validator reads the version letter by letter to find what to test against.
  oruk: {
    path: '/oruk/v3',
    title: 'Open Referral UK 3.0',
    version: 'HSDS-UK-3.0',
    profile: 'https://github.com/OpenReferralUK/uk-profile/blob/main/docs/index.md',
  },
} as const;
export type Flavour = keyof typeof flavours;
