import { Tag, type TagColour, useWords } from '../../design/index.ts';
import type { PersonRecord } from '../index.ts';

/** In one line on a person's page: what is known of risks, and that something is kept apart. */
export function SafetyLine({ record: { person, risks, restricted } }: { record: PersonRecord }) {
  const { risks: words, restricted: apart } = useWords().safety;
  const open = risks.risks.filter(({ ended }) => !ended);
  const pressing = open.some(({ level }) => level !== 'watch');
  const [text, colour]: [string, TagColour] = open.length
    ? [`${words.known(open.length)}: ${open.map(({ kind }) => words.kinds[kind].toLowerCase()).join(', ')}`, pressing ? 'red' : 'yellow']
    : risks.standing === 'not-asked'
      ? [words.notAskedShort, 'orange']
      : [words.noneKnown, 'green'];
  return (
    <p class="bothy-safety-line">
      <a href={`/people/${person.id}/safety`}>
        <Tag colour={colour}>{text}</Tag>
      </a>{' '}
      {restricted && (
        <a href={`/people/${person.id}/restricted`}>
          <Tag colour="purple">{apart.somethingShort}</Tag>
        </a>
      )}
    </p>
  );
}
