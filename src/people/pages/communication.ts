import type { Typed } from '../../platform/forms.ts';
import type { Words } from '../../../locales/en/index.ts';
import { type Content, textIn, textsIn } from '../core/section.ts';
import type { SectionId } from '../core/sections.ts';
import type { Person } from '../person.ts';
import { textsOf } from './section-texts.ts';

/** What was written down in plain lines before there were questions for it stands in the form until it is saved there. */
export const valuesBefore = (section: SectionId, person: Pick<Person, 'interpreter' | 'accessNeeds'>): Typed => {
  if (section !== 'communication') return {};
  return { language: person.interpreter, interpreter: person.interpreter ? 'yes' : '', note: person.accessNeeds };
};

/** The same in one line each, for the caseload, the search for services and what a service is told. */
export function learntFrom(section: SectionId, content: Content, words: Words): { interpreter: string; accessNeeds: string } | undefined {
  if (section !== 'communication') return undefined;
  const { fields } = textsOf(words, 'communication');
  const inWords = (field: string) => textsIn(content, field).map((each) => fields[field]?.options?.[each] ?? each);
  const sign = textIn(content, 'sign') && (fields['sign']?.options?.[textIn(content, 'sign')] ?? '');
  const wanted = ['yes', 'sometimes'].includes(textIn(content, 'interpreter'));
  const helps = [...inWords('formats'), ...inWords('support')].map((each, n) => (n ? each.toLowerCase() : each)).join(', ');
  return {
    interpreter: wanted ? [textIn(content, 'language'), sign].filter(Boolean).join(', ').slice(0, 100) : '',
    accessNeeds: [helps && `${helps}.`, textIn(content, 'note')].filter(Boolean).join(' ').slice(0, 1000),
  };
}
