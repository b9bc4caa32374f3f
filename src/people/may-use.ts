import type { Standing } from './consent.ts';

/** What facts about a person are wanted for. */
export type Use = 'care' | 'evaluation' | 'research';
/** Whether they can be told from the facts, and if so, what allows that. */
export type UseBasis = 'care' | 'explicit-consent' | 'section-251' | 'anonymised';
/** Nobody is taken to agree because nobody has looked: what is not known counts as opted out, where opting out counts. */
export type OptOut = 'in' | 'out' | 'not-checked';

export const whyNotUsed = ['not-agreed', 'said-no', 'opted-out', 'not-checked', 'not-a-basis'] as const;
export type WhyNotUsed = (typeof whyNotUsed)[number];

/**
 * Whether facts about one person may be used. The national data opt-out (England, standard DCB3058) holds back confidential facts that are used
 * beyond somebody's own care with the approval of section 251 of the NHS Act 2006. It does not stop their care, what they agreed to
 * explicitly, or what cannot be traced to them. A no that they gave to us stops what they said no to, whatever the basis.
 * Undefined: it may.
 */
export function whyNotUse(use: Use, basis: UseBasis, consent: Standing, optedOut: OptOut): WhyNotUsed | undefined {
  if (use === 'care') return basis === 'care' ? undefined : 'not-a-basis';
  switch (basis) {
    case 'care':
      return 'not-a-basis';
    case 'anonymised':
      return undefined;
    case 'explicit-consent':
      return consent.name === 'given' ? undefined : consent.name === 'not-asked' ? 'not-agreed' : 'said-no';
    case 'section-251':
      if (consent.name === 'refused' || consent.name === 'withdrawn') return 'said-no';
      return optedOut === 'in' ? undefined : optedOut === 'out' ? 'opted-out' : 'not-checked';
  }
}

export const mayUse = (...asked: Parameters<typeof whyNotUse>): boolean => whyNotUse(...asked) === undefined;
