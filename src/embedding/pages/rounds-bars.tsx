import { useChrome, useWords } from '../../design/index.ts';
import type { Tally } from '../core/round-report.ts';
import { answersOf } from './rounds-words.tsx';

const size = { width: 400, height: 28 };

/** How many gave each answer to a statement, in one bar. The same figures stand in the table beside it. */
export function AnswerBar({ id, statement, tally }: { id: string; statement: string; tally: Tally }) {
  const words = useWords().rounds.results;
  const { lang } = useChrome();
  const levels = answersOf(lang).map(({ value, text, missing }) => ({
    n: tally.counts[value] ?? 0,
    text,
    kind: missing ? 'nr' : String(value),
  }));
  const all = [...levels, { n: tally.empty, text: words.noAnswer, kind: 'none' }].filter(({ n }) => n > 0);
  const total = all.reduce((sum, { n }) => sum + n, 0) || 1;
  const widths = all.map(({ n }) => (n / total) * size.width);
  return (
    <svg class="bothy-answers" viewBox={`0 0 ${size.width} ${size.height}`} role="img" aria-labelledby={`${id}-title ${id}-desc`}>
      <title id={`${id}-title`}>{words.svgTitle(statement)}</title>
      <desc id={`${id}-desc`}>{all.map(({ text, n }) => words.svgPart(text, n)).join('; ')}</desc>
      {all.map(({ kind, n, text }, at) => {
        const x = widths.slice(0, at).reduce((a, b) => a + b, 0);
        return (
          <g key={text} class={`bothy-answers__part bothy-answers__part--${kind}`}>
            <rect x={x.toFixed(1)} y="1" width={widths[at]!.toFixed(1)} height={size.height - 2} />
            {widths[at]! >= 14 && (
              <text x={(x + widths[at]! / 2).toFixed(1)} y="19" text-anchor="middle">
                {n}
              </text>
            )}
          </g>
        );
      })}
    </svg>
  );
}

/** What the shades of the bars mean. */
export function AnswerKey() {
  const words = useWords();
  const { lang } = useChrome();
  const answers = answersOf(lang).filter(({ missing }) => !missing);
  const key = [
    ...answers.map(({ value, text }) => [String(value), text] as const),
    ['nr', words.survey.answer.notRelevant] as const,
    ['none', words.rounds.results.empty] as const,
  ];
  return (
    <ul class="bothy-answers-key">
      {key.map(([kind, text]) => (
        <li key={kind}>
          <svg class="bothy-answers__swatch" viewBox="0 0 16 16" aria-hidden="true" focusable="false">
            <g class={`bothy-answers__part bothy-answers__part--${kind}`}>
              <rect x="1" y="1" width="14" height="14" />
            </g>
          </svg>
          {text}
        </li>
      ))}
    </ul>
  );
}
