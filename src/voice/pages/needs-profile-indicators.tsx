import { Heading, Table, Tag, useWords } from '../../design/index.ts';
import type { Combined, Indicator } from '../core/areas-indicator.ts';

type Props = { indicators: readonly Indicator[]; place: { name: string } | null };

/** What others publish of the areas of a place, beside all areas that were brought in. */
export function Indicators({ indicators, place }: Props) {
  const words = useWords().needsProfile;
  const { indicators: w } = words;
  if (!indicators.length) return <p>{words.noIndicators}</p>;
  const hasHere = place !== null && indicators.some(({ here }) => here);
  const figure = (combined: Combined, unit: string) => {
    const how = combined.how === 'one' ? '' : w.hows[combined.how](combined.areas, combined.of);
    return (
      <>
        <strong>{words.value(combined.value, unit)}</strong>
        {how && <span class="bothy-note"> {how}</span>}
      </>
    );
  };
  return (
    <>
      <Heading level={2} class="nhsuk-heading-m">
        {w.title}
      </Heading>
      {place && !hasHere && <p>{w.noAreas}</p>}
      <Table<Indicator>
        caption={w.caption}
        captionHidden
        rows={indicators}
        columns={[
          {
            header: w.name,
            rowHeader: true,
            cell: ({ name, year, load }) => (
              <>
                {name}, {year} {load.invented && <Tag colour="yellow">{w.invented}</Tag>}
              </>
            ),
          },
          ...(hasHere ? [{ header: w.here, cell: ({ here, unit }: Indicator) => (here ? figure(here, unit) : w.notHere) }] : []),
          { header: w.whole, cell: ({ whole, unit }) => figure(whole, unit) },
          ...(hasHere
            ? [
                {
                  header: w.barTitle(''),
                  headerHidden: true,
                  cell: (row: Indicator, nth: number) => <Bars indicator={row} id={`bars-${nth}`} />,
                },
              ]
            : []),
          { header: w.source, cell: ({ source, load }) => `${source} · ${load.licence}` },
        ]}
      />
      <p class="bothy-note">{w.note}</p>
    </>
  );
}

const width = 160;

/** Shares and rates only: a number of people here says nothing beside one of everywhere. */
function Bars({ indicator: { name, unit, here, whole }, id }: { indicator: Indicator; id: string }) {
  const words = useWords().needsProfile;
  if (!here || whole.how === 'sum' || here.value < 0 || whole.value < 0) return null;
  const most = Math.max(here.value, whole.value, 1e-9);
  const [a, b] = [here.value, whole.value].map((value) => ((value / most) * width).toFixed(1));
  return (
    <svg class="bothy-bars bothy-bars--small" viewBox={`0 0 ${width} 26`} role="img" aria-labelledby={`${id}-title ${id}-desc`}>
      <title id={`${id}-title`}>{words.indicators.barTitle(name)}</title>
      <desc id={`${id}-desc`}>{words.indicators.barDesc(words.value(here.value, unit), words.value(whole.value, unit))}</desc>
      <rect class="bothy-bars__bar" x="0" y="2" width={a} height="10" rx="2" />
      <rect class="bothy-bars__other" x="0" y="15" width={b} height="10" rx="2" />
    </svg>
  );
}
