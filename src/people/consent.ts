import { ok, refuse, type Result } from '../platform/result.ts';

/** What somebody can say yes or no to. Sharing with a service is asked for each service. */
export const purposes = ['support', 'share-with-service', 'practice', 'contact', 'evaluation', 'research', 'story'] as const;
export type Purpose = (typeof purposes)[number];

/** How they were asked; the last two when they cannot answer for themselves. */
export const ways = ['in-person', 'phone', 'online', 'representative', 'best-interests'] as const;
export type Way = (typeof ways)[number];

/** On what law the use of the facts relies: UK GDPR Article 6 (1)(e), (f) and (a). */
export type Lawful = 'public-task' | 'legitimate-interests' | 'consent';
/** How the duty of confidence is met. It is another question than the law's, with another answer. */
export type Confidentiality = 'explicit' | 'implied' | 'best-interests';

/** An answer that a person gave, with the version of the words that they were asked with. A yes can be taken back. */
export type Consent = {
  id: string;
  person: string;
  purpose: Purpose;
  recipient: string | null;
  answer: 'given' | 'refused';
  how: Way;
  why: string;
  lawful: Lawful;
  confidentiality: Confidentiality;
  wording: string;
  askedBy: string | null;
  givenAt: Date;
  withdrawnAt: Date | null;
  withdrawnBy: string | null;
  withdrawnHow: Way | null;
};

/** Changes when the words do, so that it is always known what somebody answered. What they say is in locales, under the same name. */
export const wordings = {
  support: 'support-2026-11',
  'share-with-service': 'share-2026-11',
  practice: 'practice-2026-11',
  contact: 'contact-2026-11',
  evaluation: 'evaluation-2026-11',
  research: 'research-2026-11',
  story: 'story-2026-11',
} as const satisfies Record<Purpose, string>;

const lawfulFor: Record<Purpose, Lawful> = {
  support: 'public-task',
  'share-with-service': 'public-task',
  practice: 'public-task',
  contact: 'public-task',
  evaluation: 'consent',
  research: 'consent',
  story: 'consent',
};

type Asked = Pick<Consent, 'id' | 'person' | 'purpose' | 'askedBy' | 'givenAt'> &
  Partial<Pick<Consent, 'recipient' | 'answer' | 'how' | 'why'>>;

/** An answer as it is written down. */
export const answered = ({ recipient = null, answer = 'given', how = 'in-person', why = '', ...asked }: Asked): Consent => ({
  ...asked,
  recipient,
  answer,
  how,
  why,
  lawful: lawfulFor[asked.purpose],
  confidentiality: how === 'best-interests' ? 'best-interests' : 'explicit',
  wording: wordings[asked.purpose],
  withdrawnAt: null,
  withdrawnBy: null,
  withdrawnHow: null,
});

/** Where it must be said who answers for somebody, or why it is best for them. */
export const needsWhy = (how: Way): boolean => how === 'representative' || how === 'best-interests';

export type About = { purpose: Purpose; recipient?: string | null };
export type Standing = { name: 'given' | 'refused' | 'withdrawn'; consent: Consent } | { name: 'not-asked' };

const isAbout = (consent: Consent, { purpose, recipient = null }: About) => consent.purpose === purpose && consent.recipient === recipient;
const saidAt = ({ givenAt, withdrawnAt }: Consent): number => (withdrawnAt ?? givenAt).getTime();

/** How it stands now: what was said last, whether that was an answer or taking one back. No answer yet is never a yes. */
export function standingOf(consents: readonly Consent[], about: About): Standing {
  const last = consents
    .filter((consent) => isAbout(consent, about))
    .toSorted((a, b) => saidAt(b) - saidAt(a) || strength(b) - strength(a))[0];
  return last ? { name: last.withdrawnAt ? 'withdrawn' : last.answer, consent: last } : { name: 'not-asked' };
}

// Of two things said in the same moment, the no counts.
const strength = ({ answer, withdrawnAt }: Consent): number => (withdrawnAt || answer === 'refused' ? 1 : 0);

export const isYes = (standing: Standing): boolean => standing.name === 'given';
export const isNo = (standing: Standing): boolean => standing.name === 'refused' || standing.name === 'withdrawn';

/** Takes back every yes to this that still stands. */
export function withdraw(
  consents: readonly Consent[],
  about: About,
  { at, by, how }: { at: Date; by: string; how: Way },
): Result<Consent[], 'nothing-given'> {
  const open = consents.filter((consent) => isAbout(consent, about) && consent.answer === 'given' && !consent.withdrawnAt);
  if (!open.length) return refuse('nothing-given');
  return ok(open.map((consent) => ({ ...consent, withdrawnAt: at, withdrawnBy: by, withdrawnHow: how })));
}
