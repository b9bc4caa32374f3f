import { Columns, Details, formatDate, Table, useWords } from '../../design/index.ts';
import { type Concept, concepts, levels } from '../core/indicator.ts';
import type { SiteSeen } from '../index.ts';
import { Trend } from './belonging-drawn.tsx';

type Month = SiteSeen['months'][number];

/** The four parts month by month, and beside them what staff said in surveys. Never added up. */
export function OverTime({ seen: { months, constructs } }: { seen: SiteSeen }) {
  const words = useWords().belonging;
  const { overTime } = words;
  const days = [...months.map(({ countedOn }) => countedOn), ...constructs.map(({ on }) => on)].toSorted();
  const span = { first: days[0] ?? '', last: days.at(-1) ?? '' };
  const levelIn = ({ placed }: Month, concept: Concept) => placed.concepts.find((each) => each.concept === concept)?.level ?? null;
  const names = [...new Set(constructs.map(({ construct }) => construct))];
  return (
    <>
      <h2 id="over-time">{overTime.heading}</h2>
      {months.length === 0 ? (
        <p>{overTime.none}</p>
      ) : (
        <>
          <p class="bothy-note">{overTime.intro}</p>
          <Columns>
            {concepts.map((concept) => (
              <figure class="bothy-figure" key={concept}>
                <figcaption>{words.concepts[concept]}</figcaption>
                <Trend
                  id={`trend-${concept}`}
                  title={words.concepts[concept]}
                  span={span}
                  scale={levels.map((level, value) => ({ value, text: words.levels[level] }))}
                  points={months.map((month) => {
                    const level = levelIn(month, concept);
                    return {
                      day: month.countedOn,
                      value: level && levels.indexOf(level),
                      text: level ? words.levels[level] : words.notPlaced,
                    };
                  })}
                />
              </figure>
            ))}
          </Columns>
          <Details summary={overTime.table}>
            <Table<Month>
              caption={overTime.heading}
              captionHidden
              panel={false}
              rows={months.toReversed()}
              columns={[
                { header: overTime.month, rowHeader: true, cell: ({ countedOn }) => formatDate(countedOn) },
                ...concepts.map((concept) => ({
                  header: words.concepts[concept],
                  cell: (month: Month) => {
                    const level = levelIn(month, concept);
                    return level ? words.levels[level] : words.notPlaced;
                  },
                })),
              ]}
            />
          </Details>
        </>
      )}
      <h3>{overTime.nomad}</h3>
      {constructs.length === 0 ? (
        <p class="bothy-note">{overTime.nomadNone}</p>
      ) : (
        <>
          <p class="bothy-note">{overTime.nomadIntro}</p>
          <Columns>
            {names.map((name) => (
              <figure class="bothy-figure" key={name}>
                <figcaption>{overTime.constructs[name] ?? name}</figcaption>
                <Trend
                  id={`trend-nomad-${name}`}
                  title={overTime.constructs[name] ?? name}
                  span={span}
                  scale={[1, 3, 5].map((value) => ({ value, text: String(value) }))}
                  points={constructs
                    .filter(({ construct }) => construct === name)
                    .map(({ on, mean }) => ({ day: on, value: mean, text: mean.toFixed(1) }))}
                />
              </figure>
            ))}
          </Columns>
        </>
      )}
    </>
  );
}
