import { Details, InsetText, Stats, Table, useChrome, useWords } from '../../design/index.ts';
import { nomad } from '../../measures/index.ts';
import type { ItemResult, PartResult, Report } from '../core/round-report.ts';
import { intervalOf } from '../core/welch.ts';
import type { RoundSeen } from '../index.ts';
import { AnswerBar, AnswerKey } from './rounds-bars.tsx';
import {
  answersOf,
  isPart,
  oneDecimal,
  percent,
  signed,
  statementsOf,
  useDay,
  useGroupName,
  usePartName,
  type Statement,
} from './rounds-words.tsx';

type Enough = Extract<Report, { enough: true }>;

/** All that is told of a survey that has closed. */
export function Results({ seen, open = false }: { seen: RoundSeen; open?: boolean }) {
  const words = useWords().rounds.results;
  const { report, round, invited } = seen;
  if (!report) return null;
  if (!report.enough)
    return (
      <InsetText>
        <h2 class="nhsuk-heading-s">{words.few}</h2>
        <p>{words.fewText}</p>
      </InsetText>
    );
  const asked = Object.values(invited).reduce((a, b) => a + b, 0);
  return (
    <>
      <Stats items={[{ figure: percent(report.answered, asked), text: words.answeredOf(report.answered, asked) }]} />
      <Parts report={report} seen={seen} />
      <Items report={report} seen={seen} open={open} />
      <General report={report} seen={seen} />
      <NotRelevant report={report} seen={seen} />
      {report.parts.length > 0 && <ByRole report={report} />}
      <section>
        <h2 class="nhsuk-heading-m">{words.ruleHeading}</h2>
        <ul class="nhsuk-list nhsuk-list--bullet">
          {[...words.rule(round.leastPercent), words.answersNote].map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
        <p class="bothy-note">
          {words.cite} {nomad.citation}
        </p>
      </section>
    </>
  );
}

type Props = { report: Enough; seen: RoundSeen };

function Parts({ report, seen: { changes } }: Props) {
  const words = useWords().rounds;
  const nameOf = usePartName();
  const dayOf = useDay();
  if (!report.parts.length) return <p>{words.results.pulseNote}</p>;
  const changeOf = ({ part }: PartResult) => {
    const change = changes.find((each) => each.part === part);
    return change
      ? words.results.changed(signed(change.by), signed(change.interval.from), signed(change.interval.to))
      : words.results.noChange;
  };
  const rangeOf = (part: PartResult) => {
    if (part.n === null) return words.results.tooFew;
    const { from, to } = intervalOf(part);
    return words.results.between(oneDecimal(Math.max(1, from)), oneDecimal(Math.min(5, to)));
  };
  return (
    <section>
      <h2 class="nhsuk-heading-m">{words.results.partsHeading}</h2>
      <Table<PartResult>
        caption={words.results.partsCaption}
        captionHidden
        rows={report.parts}
        columns={[
          {
            header: words.results.part,
            rowHeader: true,
            cell: ({ part }) => (
              <>
                {nameOf(part)}
                {isPart(part) && <span class="bothy-note bothy-block">{words.partAbout[part]}</span>}
              </>
            ),
          },
          { header: words.results.mean, numeric: true, cell: (part) => (part.n === null ? '–' : oneDecimal(part.mean)) },
          { header: words.results.range, cell: rangeOf },
          { header: words.results.count, numeric: true, cell: ({ n }) => n ?? '–' },
          ...(changes.length ? [{ header: words.results.change, cell: changeOf }] : []),
        ]}
      />
      {!changes.length && <p class="bothy-note">{words.results.noChange}</p>}
      {changes[0] && <p class="bothy-note">{words.results.sinceNote(dayOf(changes[0].since.closedOn ?? changes[0].since.closesOn))}</p>}
    </section>
  );
}

function Items({ report, seen: { round }, open }: Props & { open: boolean }) {
  const words = useWords().rounds;
  const { lang } = useChrome();
  const nameOf = usePartName();
  const statements = statementsOf(round, lang).filter(({ part }) => part !== null);
  const parts = [...new Set(statements.map(({ part }) => part!))];
  const tallyOf = ({ id }: Statement) => report.items.find(({ item }) => item === id)?.tally ?? null;
  return (
    <section>
      <h2 class="nhsuk-heading-m">{words.results.itemsHeading}</h2>
      <p>{words.results.itemsNote}</p>
      <AnswerKey />
      {parts.map((part) => {
        const theirs = statements.filter((each) => each.part === part);
        return (
          <div key={part} class="bothy-answers-part">
            <h3 class="nhsuk-heading-s">{nameOf(part)}</h3>
            {theirs.map((statement) => {
              const tally = tallyOf(statement);
              return (
                <div key={statement.id} class="bothy-answers-item">
                  <p>
                    {statement.text}
                    {statement.reverse && <span class="bothy-note bothy-block">{words.results.reversed}</span>}
                  </p>
                  {tally ? (
                    <AnswerBar id={`bar-${statement.id}`} statement={statement.text} tally={tally} />
                  ) : (
                    <p class="bothy-note">{words.results.tooFew}</p>
                  )}
                </div>
              );
            })}
            <Details summary={words.results.figures} open={open}>
              <Table<Statement>
                caption={words.results.figuresCaption(nameOf(part))}
                captionHidden
                panel={false}
                rows={theirs}
                columns={[
                  { header: words.results.statement, cell: ({ text }) => text, rowHeader: true },
                  ...answersOf(lang).map(({ value, text }) => ({
                    header: text,
                    numeric: true,
                    cell: (row: Statement) => tallyOf(row)?.counts[value] ?? '–',
                  })),
                  { header: words.results.empty, numeric: true, cell: (row) => tallyOf(row)?.empty ?? '–' },
                ]}
              />
            </Details>
          </div>
        );
      })}
    </section>
  );
}

function General({ report, seen: { round, generalConfirmed } }: Props) {
  const words = useWords().rounds;
  const { lang } = useChrome();
  const dayOf = useDay();
  if (!round.general) return null;
  const statements = statementsOf(round, lang).filter(({ part }) => part === null);
  const meanOf = ({ id }: Statement) => {
    const counts = Object.entries(report.items.find(({ item }) => item === id)?.tally?.counts ?? {});
    const n = counts.reduce((sum, [, count]) => sum + count, 0);
    return n
      ? words.results.generalMean(oneDecimal(counts.reduce((sum, [value, count]) => sum + Number(value) * count, 0) / n), n)
      : words.results.tooFew;
  };
  return (
    <section>
      <h2 class="nhsuk-heading-m">{words.results.generalHeading}</h2>
      <p class="bothy-note">
        {generalConfirmed ? words.wording.confirmed(generalConfirmed.name, dayOf(generalConfirmed.on)) : words.wording.toConfirm}
      </p>
      <ul class="nhsuk-list">
        {statements.map((statement) => (
          <li key={statement.id}>
            {statement.text} <strong>{meanOf(statement)}</strong>
          </li>
        ))}
      </ul>
    </section>
  );
}

function NotRelevant({ report, seen: { round } }: Props) {
  const words = useWords().rounds.results;
  const { lang } = useChrome();
  const nameOf = usePartName();
  const kinds = answersOf(lang).filter(({ missing }) => missing);
  const statements = statementsOf(round, lang);
  const parts = [...new Set(statements.flatMap(({ part }) => part ?? []))];
  const tallies = (part: string) => report.items.filter(({ item }) => statements.some((each) => each.id === item && each.part === part));
  const sumOf = (items: readonly ItemResult[], value?: number) =>
    items.reduce(
      (sum, { tally }) =>
        sum + (tally ? (value === undefined ? Object.values(tally.counts).reduce((a, b) => a + b, 0) : (tally.counts[value] ?? 0)) : 0),
      0,
    );
  return (
    <section>
      <h2 class="nhsuk-heading-m">{words.notRelevantHeading}</h2>
      <p>{words.notRelevantText}</p>
      <Table<string>
        caption={words.notRelevantCaption}
        rows={parts}
        columns={[
          { header: words.part, cell: nameOf, rowHeader: true },
          ...kinds.map(({ value, text }) => ({
            header: text,
            numeric: true,
            cell: (part: string) => percent(sumOf(tallies(part), value), sumOf(tallies(part))),
          })),
        ]}
      />
    </section>
  );
}

function ByRole({ report }: Pick<Props, 'report'>) {
  const words = useWords().rounds.results;
  const nameOf = useGroupName();
  const partName = usePartName();
  return (
    <section>
      <h2 class="nhsuk-heading-m">{words.rolesHeading}</h2>
      <p>{report.groups.length ? words.rolesText : words.rolesNone}</p>
      {report.groups.length > 0 && (
        <Table
          caption={words.rolesCaption}
          captionHidden
          rows={report.groups}
          columns={[
            { header: words.role, cell: ({ group, answered }) => `${nameOf(group)} (${answered})`, rowHeader: true },
            ...report.parts.map(({ part }, at) => ({
              header: partName(part),
              numeric: true,
              cell: ({ parts }: Enough['groups'][number]) => {
                const found = parts[at];
                return !found || found.n === null ? words.tooFew : oneDecimal(found.mean);
              },
            })),
          ]}
        />
      )}
    </section>
  );
}
