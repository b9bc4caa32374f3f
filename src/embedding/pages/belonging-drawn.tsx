import { formatDate, useChrome, useWords } from '../../design/index.ts';
import { type Level, levels } from '../core/indicator.ts';
import { type Mark, plan } from './belonging-plan.ts';

/** The continuum as a line with three stops. The words beside it say the same. */
export function Track({ name, level }: { name: string; level: Level | null }) {
  const words = useWords().belonging;
  const at = level ? levels.indexOf(level) : -1;
  const stops = [50, 150, 250];
  return (
    <svg class="bothy-track" viewBox="0 0 300 24" role="img" aria-label={words.track(name, level && words.levels[level])}>
      <line class="bothy-track__way" x1={stops[0]} x2={stops[2]} y1="12" y2="12" />
      {at > 0 && <line class="bothy-track__gone" x1={stops[0]} x2={stops[at]} y1="12" y2="12" />}
      {stops.map((x, nth) => (
        <circle class={`bothy-track__stop${nth < at ? ' bothy-track__stop--gone' : ''}`} key={x} cx={x} cy="12" r="5" />
      ))}
      {at >= 0 && <circle class="bothy-track__here" cx={stops[at]} cy="12" r="9" />}
    </svg>
  );
}

export type Drawn = {
  title: string;
  id: string;
  points: readonly { day: string; value: number | null; text: string }[];
  /** What stands at the left, by the value. */
  scale: readonly { value: number; text: string }[];
  span: { first: string; last: string };
};

/** How something moved over time. What was not known leaves a gap. */
export function Trend({ title, id, points, scale, span }: Drawn) {
  const words = useWords().belonging.overTime;
  const { lang } = useChrome();
  const { marks, lines, rows, size } = plan(points, scale, span);
  const when = (day: string) => formatDate(day, { lang });
  const said = points.map(({ day, text }) => words.point(when(day), text)).join('; ');
  return (
    <svg class="bothy-trend" viewBox={`0 0 ${size.width} ${size.height}`} role="img" aria-labelledby={`${id}-title ${id}-desc`}>
      <title id={`${id}-title`}>{title}</title>
      <desc id={`${id}-desc`}>{words.desc(said)}</desc>
      {rows.map(({ y, text }) => (
        <g key={text}>
          <line class="bothy-scores__edge" x1={size.left} x2={size.width - size.right} y1={y} y2={y} />
          <text class="bothy-scores__end" x={size.left - 8} y={y + 4} text-anchor="end">
            {text}
          </text>
        </g>
      ))}
      {lines.map((line) => (
        <polyline class="bothy-scores__line" points={line} key={line} />
      ))}
      {marks.map((mark: Mark) => (
        <circle class="bothy-scores__dot" key={mark.day} cx={mark.x.toFixed(1)} cy={mark.y.toFixed(1)} r="4.5" />
      ))}
      {[
        [span.first, size.left, 'start'] as const,
        ...(span.first === span.last ? [] : [[span.last, size.width - size.right, 'end'] as const]),
      ].map(([day, x, anchor]) => (
        <text class="bothy-scores__end" key={anchor} x={x} y={size.height - 4} text-anchor={anchor}>
          {when(day)}
        </text>
      ))}
    </svg>
  );
}
