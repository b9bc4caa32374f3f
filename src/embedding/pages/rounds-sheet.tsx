import { PrintLetter, useWords } from '../../design/index.ts';
import type { Round } from '../core/round.ts';
import { useDay } from './rounds-words.tsx';

type Props = { round: Round; codes: readonly string[]; programme: string; publicUrl: string; back: string; now: Date };

/** Slips to cut out and hand round, each with a code that works once. */
export function CodeSheet({ round, codes, programme, publicUrl, back, now }: Props) {
  const { sheet: words, answer } = useWords().survey;
  const dayOf = useDay();
  const address = `${publicUrl.replace(/^https?:\/\//, '')}/round`;
  return (
    <PrintLetter title={words.title} programme={programme} to={words.to} from={programme} date={now} back={{ href: back }}>
      <p>{words.how(address)}</p>
      <p>
        <strong>{words.once}</strong>
      </p>
      <ul class="bothy-slips">
        {codes.map((code) => (
          <li key={code}>
            <span>{words.strip(round.intervention, answer.minutes(round.items.length))}</span>
            <span>
              {words.goTo} <strong>{address}</strong> {words.type}
            </span>
            <span class="bothy-slips__code">{code}</span>
            <span>{words.until(dayOf(round.closesOn))}</span>
          </li>
        ))}
      </ul>
    </PrintLetter>
  );
}
