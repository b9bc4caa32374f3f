import { type Column, formatDate, HiddenText, Panel, Table, useChrome, useWords } from '../../design/index.ts';
import type { Colleague } from '../../identity/index.ts';
import type { History } from '../index.ts';
import { rangeOf, type Scale, textIn } from '../instrument.ts';
import type { Measure } from '../measure.ts';
import { figure } from './asked.ts';
import { ChangeWords } from './change-words.tsx';
import { ScoreChart } from './chart.tsx';

type Props = { history: History; name: string; person: string; names: ReadonlyMap<string, Colleague>; print?: boolean };

/** One instrument with one person: each of its scores as it moved, what that means, and every time that it was asked. */
export function HistoryPanel({ history, name, person, names, print = false }: Props) {
  const words = useWords().measures;
  const { lang } = useChrome();
  const { instrument, scales, measures } = history;
  const scored = scales.filter(({ id }) => measures.some((each) => scoreIn(each, id) !== undefined));
  return (
    <Panel heading={textIn(instrument.name, lang)} id={instrument.id}>
      <div class="bothy-columns bothy-columns--halves">
        {scored.map((scale) => (
          <ScaleHistory key={scale.id} scale={scale} history={history} name={name} />
        ))}
      </div>
      <AllTimes measures={measures} scales={scales} person={person} names={names} print={print} caption={textIn(instrument.name, lang)} />
      <p class="bothy-note">{words.result.never}</p>
    </Panel>
  );
}

const counts = ({ state }: Measure): boolean => state === 'complete' || state === 'part';
const scoreIn = (measure: Measure, scale: string): number | undefined =>
  counts(measure) ? measure.scores.find((score) => score.scale === scale)?.value : undefined;

function ScaleHistory({ scale, history: { measures, pairs, instrument }, name }: { scale: Scale; history: History; name: string }) {
  const words = useWords().measures;
  const { lang } = useChrome();
  const pair = pairs.find((each) => each.scale === scale.id);
  const points = measures.toReversed().flatMap((each) => {
    const value = scoreIn(each, scale.id);
    return value === undefined ? [] : [{ day: each.takenOn, value }];
  });
  const range = rangeOf(scale);
  return (
    <div>
      <h3 class="nhsuk-heading-xs">
        {textIn(scale.name, lang)} <span class="bothy-note">{words.chart.scale(figure(range.from), figure(range.to))}</span>
      </h3>
      <ScoreChart scale={scale} points={points} name={name} id={`${instrument.id}-${scale.id}`} />
      {pair ? <ChangeWords pair={pair} scale={scale} /> : <p class="bothy-note">{words.change.onlyOne}</p>}
    </div>
  );
}

type TableProps = Pick<Props, 'person' | 'names'> & {
  measures: readonly Measure[];
  scales: readonly Scale[];
  print: boolean;
  caption: string;
};

function AllTimes({ measures, scales, person, names, print, caption }: TableProps) {
  const words = useWords().measures;
  const { lang } = useChrome();
  const day = (measure: Measure) => formatDate(measure.takenOn, { lang });
  const columns: Column<Measure>[] = [
    { header: words.history.day, cell: day, rowHeader: true },
    { header: words.history.when, cell: ({ point }) => words.points[point] },
    {
      header: words.history.how,
      cell: ({ mode, state, askedBy }) =>
        state === 'declined'
          ? words.history.by(names.get(askedBy)?.name ?? '')
          : `${words.modes[mode]}, ${words.history.by(names.get(askedBy)?.name ?? '')}`,
    },
    { header: words.history.score, cell: (measure) => <Outcome measure={measure} scales={scales} /> },
  ];
  const see: Column<Measure> = {
    header: words.history.see,
    headerHidden: true,
    cell: (measure) => (
      <a href={`/people/${person}/measures/results/${measure.id}`}>
        {words.history.see} <HiddenText>{day(measure)}</HiddenText>
      </a>
    ),
  };
  return (
    <Table
      caption={`${caption}: ${words.history.results.toLowerCase()}`}
      captionSize="s"
      columns={print ? columns : [...columns, see]}
      rows={measures}
      panel={false}
    />
  );
}

/** The scores in one line, or why there are none. */
function Outcome({ measure, scales }: { measure: Measure; scales: readonly Scale[] }) {
  const words = useWords().measures;
  const { lang } = useChrome();
  if (measure.state === 'struck') return <>{words.history.struck}</>;
  if (measure.state === 'declined') return <>{words.history.declined(words.whysNot[measure.whyNot ?? 'other'])}</>;
  const scores = measure.scores.map(({ scale: id, value, band }) => {
    const scale = scales.find((each) => each.id === id);
    const named = scale && band !== null ? scale.bands[band] : undefined;
    return `${scale ? textIn(scale.name, lang) : id} ${figure(value)}${named ? ` (${textIn(named.name, lang).toLowerCase()})` : ''}`;
  });
  const all = [measure.state === 'part' && words.history.part, ...scores, scores.length === 0 && words.history.notScored];
  return <>{all.filter(Boolean).join('; ')}</>;
}
