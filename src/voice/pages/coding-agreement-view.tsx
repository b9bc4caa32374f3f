import {
  ActionLink,
  Button,
  EmptyState,
  type Errors,
  Form,
  Heading,
  InsetText,
  Radios,
  Table,
  TextArea,
  useWords,
} from '../../design/index.ts';
import type { Typed } from '../../platform/forms.ts';
import type { AgreementSeen, OwnTable } from '../index.ts';
import { Figures } from './coding-figures.tsx';
import { CodeTag, CodingPage } from './coding-words.tsx';

type Row = AgreementSeen['codes'][number];

export function AgreementPage({ seen }: { seen: AgreementSeen }) {
  const words = useWords().coding.agreement;
  const { texts, sentences, coders, all, codes, names, wanted, waiting } = seen;
  return (
    <CodingPage title={words.title} part="agreement" wide>
      <p>{words.intro}</p>
      {texts === 0 ? (
        <EmptyState title={words.none}>
          <p>{words.noneText(wanted)}</p>
        </EmptyState>
      ) : (
        <>
          <p>
            {words.over(texts, sentences, coders.length)} {waiting > 0 && words.waiting(waiting)}
          </p>
          <Heading level={2}>{words.figures}</Heading>
          <Figures all={all} names={names} />
          <InsetText>{words.noVerdict}</InsetText>
          <Heading level={2}>{words.byCode}</Heading>
          <ByCode rows={codes} />
        </>
      )}
      <p class="bothy-note">{words.method}</p>
      <ActionLink href="/coding/agreement/own">{words.try}</ActionLink>
    </CodingPage>
  );
}

function ByCode({ rows }: { rows: readonly Row[] }) {
  const { agreement: words } = useWords().coding;
  // A reader who never gave the code leaves an interval without width, which says nothing.
  const withRange = ({ value, low, high }: { value: number; low: number; high: number }) =>
    high - low > 1e-9 ? `${words.number(value)} (${words.between(low, high)})` : words.number(value);
  const alone = rows.every(({ pairs }) => pairs.length < 2);
  return (
    <Table<Row>
      caption={words.byCode}
      captionHidden
      rows={rows}
      columns={[
        { header: words.code, cell: ({ code }) => <CodeTag code={code} />, rowHeader: true },
        { header: words.coded, numeric: true, cell: ({ coded }) => coded },
        {
          header: words.percent,
          numeric: true,
          cell: ({ percent }) => (percent.ok ? words.share(percent.value.value) : words.whyShort[percent.error]),
        },
        {
          header: words.alpha,
          numeric: true,
          cell: ({ alpha }) => (alpha.ok ? words.number(alpha.value.value) : words.whyShort[alpha.error]),
        },
        ...(alone
          ? [
              {
                header: words.kappa,
                numeric: true,
                cell: ({ pairs: [pair] }: Row) =>
                  !pair ? '' : pair.kappa.ok ? withRange(pair.kappa.value) : words.whyShort[pair.kappa.error],
              },
            ]
          : [
              {
                header: words.fleiss,
                numeric: true,
                cell: ({ fleiss }: Row) => (fleiss.ok ? words.number(fleiss.value.value) : words.whyShort[fleiss.error]),
              },
            ]),
      ]}
    />
  );
}

type OwnProps = { values?: Typed; errors?: Errors; found?: OwnTable };

/** Agreement in a table that somebody brings: nothing of it is kept. */
export function OwnTablePage({ values, errors, found }: OwnProps) {
  const words = useWords().coding;
  const levels = Object.entries(words.own.levels).map(([value, text]) => ({ value, text }));
  const say = (answer: OwnTable[number]['answer']) => (answer.ok ? answer.value.value.toFixed(4) : words.agreement.why[answer.error]);
  return (
    <CodingPage title={words.own.title} back={{ href: '/coding/agreement', text: words.parts.agreement }} errors={errors}>
      <p>{words.own.intro}</p>
      {found && (
        <Table<OwnTable[number]>
          caption={words.own.title}
          captionHidden
          rows={found}
          columns={[
            { header: words.own.what, cell: ({ what }) => words.own.figures[what], rowHeader: true },
            { header: words.own.value, cell: ({ answer }) => say(answer), numeric: true },
            {
              header: words.agreement.range,
              cell: ({ range }) => (range ? `${range.low.toFixed(4)} – ${range.high.toFixed(4)}` : ''),
              numeric: true,
            },
            { header: words.own.of, cell: ({ answer }) => (answer.ok ? answer.value.units : ''), numeric: true },
          ]}
        />
      )}
      <Form action="/coding/agreement/own" values={values}>
        <TextArea name="table" label={words.own.table} hint={words.own.tableHint} rows={10} errors={errors} />
        <Radios name="level" label={words.own.level} value="nominal" options={levels} />
        <Button>{words.own.work}</Button>
      </Form>
    </CodingPage>
  );
}
