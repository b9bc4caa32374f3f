import { formatShortDate, useChrome, useWords } from '../../design/index.ts';
import { rangeOf, type Scale, textIn } from '../instrument.ts';
import { figure } from './asked.ts';
import { plotted, type Point } from './chart-plan.ts';

const size = { width: 320, height: 120, pad: 26 };

/** How one score has moved. The same figures stand in the table beside it. */
export function ScoreChart({ scale, points, name, id }: { scale: Scale; points: readonly Point[]; name: string; id: string }) {
  const words = useWords().measures.chart;
  const { lang } = useChrome();
  const range = rangeOf(scale);
  const marks = plotted(points, range, size);
  const said = points.map(({ day, value }) => words.value(formatShortDate(day, { lang }), figure(value))).join('; ');
  const [top, bottom] = [size.pad, size.height - size.pad];
  return (
    <svg class="bothy-scores" viewBox={`0 0 ${size.width} ${size.height}`} role="img" aria-labelledby={`${id}-title ${id}-desc`}>
      <title id={`${id}-title`}>{words.title(textIn(scale.name, lang), name)}</title>
      <desc id={`${id}-desc`}>{words.desc(said, words[scale.better])}</desc>
      <line class="bothy-scores__edge" x1={size.pad} x2={size.width - size.pad} y1={top} y2={top} />
      <line class="bothy-scores__edge" x1={size.pad} x2={size.width - size.pad} y1={bottom} y2={bottom} />
      <text class="bothy-scores__end" x={size.pad - 6} y={top + 4} text-anchor="end">
        {figure(range.to)}
      </text>
      <text class="bothy-scores__end" x={size.pad - 6} y={bottom + 4} text-anchor="end">
        {figure(range.from)}
      </text>
      {marks.length > 1 && (
        <polyline class="bothy-scores__line" points={marks.map(({ x, y }) => `${x.toFixed(1)},${y.toFixed(1)}`).join(' ')} />
      )}
      {marks.map(({ x, y, value, label, day }) => (
        <g key={day}>
          <circle class="bothy-scores__dot" cx={x.toFixed(1)} cy={y.toFixed(1)} r="4.5" />
          {label && (
            <text class="bothy-scores__value" x={x.toFixed(1)} y={(y < 40 ? y + 20 : y - 10).toFixed(1)} text-anchor="middle">
              {figure(value)}
            </text>
          )}
        </g>
      ))}
      {marks
        .filter(({ label }) => label)
        .map(({ x, day }, n) => (
          <text
            class="bothy-scores__end"
            key={day}
            x={x.toFixed(1)}
            y={size.height - 6}
            text-anchor={marks.length === 1 ? 'middle' : n === 0 ? 'start' : 'end'}
          >
            {formatShortDate(day, { lang })}
          </text>
        ))}
    </svg>
  );
}
