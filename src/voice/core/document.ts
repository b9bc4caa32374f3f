import type { Role } from '../../identity/index.ts';

/** What the steering group owns together: whom to refer, and what is offered to them. */
export const documentKinds = ['criteria', 'offer'] as const;
export type DocumentKind = (typeof documentKinds)[number];

export type Section = { heading: string; text: string };

export type SharedDocument = { id: string; kind: DocumentKind; title: string; endedAt: Date | null };

/** `number` counts from 1. The first was there before the group was, and has no proposal. */
export type Version = {
  document: string;
  number: number;
  sections: readonly Section[];
  adoptedAt: Date;
  proposal: string | null;
  decision: string | null;
};

/** Whose a proposal is. Somebody may write it down for others, who have no account or no time. */
export const proposers = ['link-worker', 'referrer', 'team-lead', 'manager', 'steering', 'patients', 'community', 'partner'] as const;
export type Proposer = (typeof proposers)[number];

export const proposalStages = ['open', 'adopted', 'turned-down', 'taken-back'] as const;
export type ProposalStage = (typeof proposalStages)[number];

export type Proposal = {
  id: string;
  document: string;
  /** The number of the version that it would replace. */
  basedOn: number;
  sections: readonly Section[];
  why: string;
  as: Proposer;
  by: string;
  at: Date;
  stage: ProposalStage;
  decidedAt: Date | null;
  rowVersion: number;
};

export type Comment = { id: string; words: string; by: string; at: Date };

const ownRoles: Partial<Record<Role, Proposer>> = {
  'link-worker': 'link-worker',
  'team-lead': 'team-lead',
  'programme-manager': 'manager',
  'steering-member': 'steering',
  referrer: 'referrer',
};

/** How somebody proposes in their own name: the first of their roles that has a voice. */
export const ownVoice = (roles: readonly Role[]): Proposer => roles.flatMap((role) => ownRoles[role] ?? [])[0] ?? 'steering';

/** As many changes of the referral criteria as were adopted, and how many of them link workers had proposed. */
export type CriteriaChanges = { adopted: number; byLinkWorker: number };

/** What was typed, without empty sections. */
export const tidySections = (sections: readonly Section[]): Section[] =>
  sections
    .map(({ heading, text }) => ({ heading: heading.trim().replaceAll(/\s+/g, ' '), text: text.trim().replaceAll('\r\n', '\n') }))
    .filter(({ heading, text }) => heading || text);

export const sameSections = (a: readonly Section[], b: readonly Section[]): boolean =>
  a.length === b.length && a.every(({ heading, text }, nth) => heading === b[nth]!.heading && text === b[nth]!.text);
