import { Details, formatShortDate, Table, useChrome, useWords } from '../../design/index.ts';
import { type Interval, intervalOf } from '../core/welch.ts';
import type { ConstructMean } from '../index.ts';
import { isPart, oneDecimal, partIds, useDay, usePartName } from './rounds-words.tsx';

const size = { width: 300, height: 150, left: 26, right: 16, top: 22, bottom: 28 };
const scale = { from: 1, to: 5 };

const monthOf = (day: string, lang: string): string =>
  new Intl.DateTimeFormat(lang, { month: 'short', year: 'numeric', timeZone: 'UTC' }).format(new Date(`${day}T00:00:00Z`));
const yOf = (value: number): number =>
  size.height - size.bottom - ((value - scale.from) / (scale.to - scale.from)) * (size.height - size.top - size.bottom);
const within = (value: number): number => Math.min(scale.to, Math.max(scale.from, value));

/** How each part has moved over the full surveys at a site. */
export function OverTime({ over }: { over: readonly ConstructMean[] }) {
  const words = useWords().rounds.over;
  const nameOf = usePartName();
  const dayOf = useDay();
  const rounds = [...new Set(over.map(({ round }) => round))];
  if (!rounds.length) return null;
  const rows = rounds.map((round) => over.filter((each) => each.round === round));
  return (
    <section class="bothy-over">
      <h2 class="nhsuk-heading-m">{words.heading}</h2>
      <p>{words.about}</p>
      <div class="bothy-over__charts">
        {partIds.map((part) => (
          <figure key={part} class="bothy-over__chart">
            <figcaption>{nameOf(part)}</figcaption>
            <PartChart part={part} rounds={rounds} points={over.filter(({ construct }) => construct === part)} />
          </figure>
        ))}
      </div>
      <Details summary={words.table}>
        <Table
          caption={words.caption}
          captionHidden
          rows={rows}
          columns={[
            { header: words.closed, cell: (row) => dayOf(row[0]!.on), rowHeader: true },
            ...partIds.map((part) => ({
              header: nameOf(part),
              numeric: true,
              cell: (row: readonly ConstructMean[]) => {
                const found = row.find(({ construct }) => construct === part);
                return found ? `${oneDecimal(found.mean)} (${found.n})` : '–';
              },
            })),
          ]}
        />
      </Details>
    </section>
  );
}

function PartChart({ part, rounds, points }: { part: string; rounds: readonly string[]; points: readonly ConstructMean[] }) {
  const words = useWords().rounds.over;
  const { lang } = useChrome();
  const nameOf = usePartName();
  const id = `over-${isPart(part) ? part : 'part'}`;
  const room = size.width - size.left - size.right;
  const xOf = (round: string) =>
    size.left + (rounds.length === 1 ? room / 2 : 24 + (rounds.indexOf(round) / (rounds.length - 1)) * (room - 48));
  const marks = points.map((point) => ({ ...point, x: xOf(point.round), range: intervalOf(point) as Interval }));
  const said = marks.map(({ on, mean, range }) =>
    words.point(formatShortDate(on, { lang }), oneDecimal(mean), oneDecimal(range.from), oneDecimal(range.to)),
  );
  return (
    <svg class="bothy-scores" viewBox={`0 0 ${size.width} ${size.height}`} role="img" aria-labelledby={`${id}-title ${id}-desc`}>
      <title id={`${id}-title`}>{words.title(nameOf(part))}</title>
      <desc id={`${id}-desc`}>{said.join('; ')}</desc>
      {[1, 2, 3, 4, 5].map((value) => (
        <g key={value}>
          <line class="bothy-scores__edge" x1={size.left} x2={size.width - size.right} y1={yOf(value)} y2={yOf(value)} />
          <text class="bothy-scores__end" x={size.left - 8} y={yOf(value) + 4} text-anchor="end">
            {value}
          </text>
        </g>
      ))}
      {marks.length > 1 && (
        <polyline class="bothy-scores__line" points={marks.map(({ x, mean }) => `${x.toFixed(1)},${yOf(mean).toFixed(1)}`).join(' ')} />
      )}
      {marks.map(({ x, mean, range, on, round }) => {
        const [top, bottom] = [yOf(within(range.to)), yOf(within(range.from))];
        return (
          <g key={round}>
            <path class="bothy-over__range" d={`M${x - 4} ${top}h8M${x} ${top}V${bottom}M${x - 4} ${bottom}h8`} />
            <circle class="bothy-scores__dot" cx={x.toFixed(1)} cy={yOf(mean).toFixed(1)} r="4" />
            <text class="bothy-scores__value" x={x.toFixed(1)} y={(Math.min(top, yOf(mean) - 4) - 6).toFixed(1)} text-anchor="middle">
              {oneDecimal(mean)}
            </text>
            <text class="bothy-scores__end" x={x.toFixed(1)} y={size.height - 8} text-anchor="middle">
              {monthOf(on, lang)}
            </text>
          </g>
        );
      })}
    </svg>
  );
}
