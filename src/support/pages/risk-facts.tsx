import { formatDate, Lines, Tag, type TagColour, useWords } from '../../design/index.ts';
import type { Risk, RiskLevel } from '../risk.ts';

const colours: Record<RiskLevel, TagColour> = { watch: 'yellow', careful: 'orange', act: 'red' };

export function RiskFacts({ risk }: { risk: Risk }) {
  const words = useWords().safety.risks;
  return (
    <>
      <p class="bothy-risk__what">
        <strong>{words.kinds[risk.kind]}</strong> <Tag colour={risk.ended ? 'grey' : colours[risk.level]}>{words.levels[risk.level]}</Tag>
      </p>
      <p>
        <Lines text={risk.words} />
      </p>
      {risk.helps && (
        <>
          <p class="bothy-risk__label">{words.whatHelps}</p>
          <p>
            <Lines text={risk.helps} />
          </p>
        </>
      )}
      <p class="bothy-quiet">
        {[
          risk.startedOn && words.since(formatDate(risk.startedOn)),
          risk.ended ? words.endedOn(formatDate(risk.ended.on), risk.ended.why) : words.lookAgain(formatDate(risk.reviewOn)),
        ]
          .filter(Boolean)
          .join(' ')}
      </p>
    </>
  );
}
