import type { Field, RowsField, Section } from './section.ts';
import { daily, home, pregnancy, problems, services } from './sections-life.ts';
import { background, clinical, identity, practice, reaching, rights } from './sections-self.ts';
import { aboutMe, communication, concerns, people, requirements } from './sections-voice.ts';

/**
 * The sections of the PRSB Social Prescribing Information Standard v1.1 that only describe a person, in the order of the page: their own
 * voice first. Which item of the standard each field holds is said in `records/prsb`, for every item of it.
 */
export const sections = {
  aboutMe,
  concerns,
  people,
  communication,
  requirements,
  home,
  daily,
  services,
  problems,
  pregnancy,
  reaching,
  practice,
  identity,
  background,
  rights,
  clinical,
} as const;

export type SectionId = keyof typeof sections;
export const isSection = (id: string): id is SectionId => Object.hasOwn(sections, id);
export const sectionOf = (id: SectionId): Section => sections[id];

/** What a link worker sees and asks. */
export const teamSections: readonly SectionId[] = (Object.keys(sections) as SectionId[]).filter((id) => sections[id].who === 'team');

type TextOf<F> = F extends { fields: infer R; kind: 'rows' }
  ? { label: string; hint?: string; one: string; fields: { [K in keyof R]: TextOf<R[K]> } }
  : F extends { options: readonly (infer O extends string)[] }
    ? { label: string; hint?: string; options: Record<O, string> }
    : { label: string; hint?: string };

/** Words for every question and every answer, so that a missing one does not compile. */
export type SectionTexts = {
  [S in SectionId]: {
    title: string;
    lead?: string;
    why?: string;
    fields: { [F in keyof (typeof sections)[S]['fields']]: TextOf<(typeof sections)[S]['fields'][F]> };
  };
};

export const isRowsField = (field: Field): field is RowsField => field.kind === 'rows';
