import { useWords } from '../../design/index.ts';
import type { NeedRow } from '../core/needs-profile.ts';

const size = { width: 440, row: 26, label: 190, value: 70 };

/** How many people were referred for each need. The same numbers stand in the table beside it. */
export function NeedsChart({ rows }: { rows: readonly NeedRow[] }) {
  const words = useWords();
  const { needs, summary } = words.needsProfile;
  const shown = rows.filter(({ counts }) => counts.people !== 0);
  if (!shown.length) return null;
  const most = Math.max(...shown.map(({ counts }) => counts.people ?? 0), 1);
  const across = size.width - size.label - size.value;
  const said = shown.map(({ need, counts }) => needs.bar(words.directory.needs[need], summary.people(counts.people))).join('; ');
  return (
    <svg
      class="bothy-bars"
      viewBox={`0 0 ${size.width} ${shown.length * size.row}`}
      role="img"
      aria-labelledby="needs-chart-title needs-chart-desc"
    >
      <title id="needs-chart-title">{needs.chart}</title>
      <desc id="needs-chart-desc">{needs.chartDesc(said)}</desc>
      {shown.map(({ need, counts: { people } }, nth) => {
        const width = people === null ? 0 : Math.max(2, (people / most) * across);
        const middle = nth * size.row + size.row / 2;
        return (
          <g key={need}>
            <text class="bothy-bars__name" x={size.label - 10} y={middle + 5} text-anchor="end">
              {words.directory.needs[need]}
            </text>
            {people !== null && (
              <rect class="bothy-bars__bar" x={size.label} y={nth * size.row + 4} width={width.toFixed(1)} height={size.row - 8} rx="3" />
            )}
            <text class={people === null ? 'bothy-bars__hidden' : 'bothy-bars__value'} x={size.label + width + 8} y={middle + 5}>
              {people === null ? needs.hidden : people}
            </text>
          </g>
        );
      })}
    </svg>
  );
}
