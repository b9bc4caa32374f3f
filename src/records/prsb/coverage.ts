import type { Answer, AnswersOf } from './answer.ts';
import { asking } from './asking.ts';
import { life } from './life.ts';
import { type Item, items } from './model.ts';
import { person } from './person.ts';
import { work } from './work.ts';

/** Every item of the standard and how it stands, by its path. */
export const answers: AnswersOf = { ...person, ...life, ...asking, ...work };

export type Share = { held: number; derived: number; notHeld: number; of: number; percent: number };

export function shareOf(all: AnswersOf): Share {
  const count = (how: Answer['how']) => Object.values(all).filter((answer) => answer.how === how).length;
  const of = items.length;
  const [held, derived] = [count('held'), count('derived')];
  return { held, derived, notHeld: count('not-held'), of, percent: Math.floor(((held + derived) / of) * 1000) / 10 };
}

const code = (places: readonly string[]) => places.map((place) => `\`${place}\``).join(', ');

function inWords(answer: Answer | undefined): string {
  if (!answer) return 'MISSING';
  if (answer.how === 'not-held') return `**Not held.** ${answer.because}`;
  const where = answer.how === 'held' ? `Held: ${code(answer.in)}` : `Derived from ${code(answer.from)}`;
  return answer.note ? `${where} (${answer.note})` : where;
}

const cell = (text: string) => text.replaceAll('|', '\\|');

/** docs/prsb-coverage.md, whole. */
export function coveragePage(): string {
  const share = shareOf(answers);
  const sections = [...new Set(items.map(({ section }) => section))];
  const table = (section: string) => {
    const rows = items.filter((item: Item) => item.section === section);
    return [
      `## ${section}`,
      '',
      '| Item | How many | How it stands |',
      '|---|---|---|',
      ...rows.map(
        ({ name, path, cardinality, demand }) => `| ${cell(name)} | ${cardinality} ${demand} | ${cell(inWords(answers[path]))} |`,
      ),
      '',
    ];
  };
  return [
    `${share.percent} % of the ${share.of} items of the Social Prescribing Information Standard v1.1 are in Bothy: ${share.held} held, ${share.derived} derived, ${share.notHeld} left out on purpose.`,
    '',
    '# What Bothy holds of the PRSB standard',
    '',
    'Made by `npm run prsb` from the map in `src/records/prsb`; tests hold it true. `table.column` is a column of the database; `about:section.field` is a question on',
    'the page “About” of a person. M is mandatory, R required when known, O optional. **Held** means that somebody can write it down and read it again; **derived**, that',
    'it follows from what is held. Where the standard asks for a SNOMED CT code, Bothy holds a code of its own: the members of the two sets for social prescribing are not',
    'published with the standard, and a deployer loads them from NHS TRUD. Nothing here says yet that a message in the standard’s form is sent: that is for the messages themselves.',
    '',
    'Names of items: PRSB and NHS England, Open Government Licence v3.0.',
    '',
    ...sections.flatMap(table),
  ].join('\n');
}
