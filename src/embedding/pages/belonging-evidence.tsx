import {
  Button,
  DateField,
  type Errors,
  Form,
  formatDate,
  Panel,
  Radios,
  SummaryList,
  type SummaryRow,
  Table,
  TextField,
  useWords,
  type Values,
} from '../../design/index.ts';
import { mayCount } from '../core/index-evidence.ts';
import { placeOf } from '../core/index-place.ts';
import { answersOf, isFact, liveOf, valueOf } from '../core/indicator.ts';
import type { IndicatorSeen } from '../index.ts';
import { ActionsTable } from './belonging-actions.tsx';
import { answerText, figureText, LevelTag, valueText, wordsOf } from './belonging-words.tsx';
import { SitePage } from './site-page.tsx';

export type Again = { form: 'fact' | 'actions'; values: Values; errors: Errors } | undefined;
type Props = { seen: IndicatorSeen; mayKeep: boolean; again: Again };

/** What one figure stands on, one step away from where it is shown. */
export function EvidencePage({ seen, mayKeep, again }: Props) {
  const words = useWords().belonging;
  const { site, indicator } = seen;
  const actions = seen.actions.filter((action) => action.indicator === indicator);
  return (
    <SitePage site={site} title={wordsOf(words, indicator).name} errors={again?.errors}>
      <Panel>
        <SummaryList rows={standingRows(words, useWords().referrals, seen)} lastBorder={false} />
      </Panel>
      {isFact(indicator) ? (
        <>
          {mayKeep && <FactForm seen={seen} again={again?.form === 'fact' ? again : undefined} />}
          <Said seen={seen} />
        </>
      ) : (
        <MonthByMonth seen={seen} />
      )}
      <h2>{words.actions.heading}</h2>
      {actions.length > 0 && <ActionsTable seen={seen} actions={actions} mayKeep={mayKeep} />}
      {mayKeep ? (
        <ActionForm seen={seen} again={again?.form === 'actions' ? again : undefined} />
      ) : (
        <ul>
          {wordsOf(words, indicator).do.map((way) => (
            <li key={way}>{way}</li>
          ))}
        </ul>
      )}
    </SitePage>
  );
}

type All = ReturnType<typeof useWords>;

function standingRows(words: All['belonging'], referrals: All['referrals'], seen: IndicatorSeen): SummaryRow[] {
  const { indicator, rules } = seen;
  const { evidence: said } = words;
  const found = seen.found[indicator];
  const { how, note } = wordsOf(words, indicator);
  const level = placeOf(indicator, found, rules);
  const rows: (SummaryRow | false)[] = [
    { key: said.figure, value: figureText(words, indicator, found) },
    { key: said.stands, value: rules.left.includes(indicator) ? words.leftOut : <LevelTag level={level} /> },
    found?.from !== undefined &&
      found.to !== undefined && { key: said.period, value: said.periodOf(formatDate(found.from), formatDate(found.to)) },
    found !== undefined &&
      mayCount(found) &&
      (found.reasons?.length ?? 0) > 0 && {
        key: said.reasons,
        value: found.reasons!.map((reason) => (referrals.reason as Record<string, string>)[reason] ?? reason).join('; '),
      },
    { key: said.how, value: how },
    { key: said.line, value: lineText(words, seen) },
    note !== undefined && { key: said.bearInMind, value: note },
    { key: said.basis, value: indicator === 'record-access' ? said.oursRecord : said.ours },
  ];
  return rows.filter((row) => row !== false);
}

function lineText(words: All['belonging'], { indicator, rules }: IndicatorSeen): string {
  const { evidence: said } = words;
  if (isFact(indicator)) return said.lineFact;
  const { fitting, belonging } = rules.thresholds[indicator];
  const line = liveOf(indicator).better === 'more' ? said.lineMore : said.lineLess;
  const within = indicator === 'summaries' ? rules.withinDays.summary : indicator === 'first-contact' ? rules.withinDays.contact : null;
  const lines = line(valueText(words, indicator, fitting), valueText(words, indicator, belonging));
  return within === null ? lines : `${said.lineDays(within)}. ${lines}`;
}

function Said({ seen: { indicator, history } }: { seen: IndicatorSeen }) {
  const words = useWords().belonging;
  const { evidence: said } = words;
  return (
    <Table
      caption={said.said}
      rows={history}
      empty={<p>{said.saidNone}</p>}
      columns={[
        {
          header: said.answer,
          rowHeader: true,
          cell: ({ answer }) => (answer === null ? said.unknown : answerText(words, indicator, answer)),
        },
        { header: said.saidOn, cell: ({ saidOn }) => formatDate(saidOn) },
        { header: said.saidBy, cell: ({ saidBy }) => saidBy },
        { header: said.noted, cell: ({ notedBy, notedAt }) => `${notedBy}, ${formatDate(notedAt)}` },
      ]}
    />
  );
}

function MonthByMonth({ seen: { indicator, months, rules } }: { seen: IndicatorSeen }) {
  const words = useWords().belonging;
  const { evidence: said } = words;
  if (months.length === 0) return null;
  return (
    <Table
      caption={said.history}
      rows={months.toReversed()}
      columns={[
        { header: said.month, rowHeader: true, cell: ({ countedOn }) => formatDate(countedOn) },
        { header: said.figure, cell: ({ found }) => figureText(words, indicator, found[indicator]) },
        { header: said.stands, cell: ({ found }) => <LevelTag level={placeOf(indicator, found[indicator], rules)} /> },
      ]}
    />
  );
}

function FactForm({ seen, again }: { seen: IndicatorSeen; again: Again }) {
  const words = useWords().belonging;
  const { indicator, site, today, found } = seen;
  const answers = isFact(indicator) ? answersOf(indicator) : [];
  return (
    <Panel heading={valueOf(found[indicator]) === null ? words.fact.heading : words.fact.change} id="fact">
      <Form action={`/belonging/${site.id}/evidence/${indicator}/fact`} values={again?.values}>
        <Radios
          name="answer"
          label={words.fact.answer}
          labelSize="s"
          options={[
            ...answers.map((value) => ({ value, text: answerText(words, indicator, value) })),
            { value: 'unknown', text: words.fact.unknown, divided: true },
          ]}
        />
        <DateField name="saidOn" label={words.fact.saidOn} value={today} />
        <TextField name="saidBy" label={words.fact.saidBy} hint={words.fact.saidByHint} maxLength={100} />
        <Button>{words.fact.save}</Button>
      </Form>
    </Panel>
  );
}

function ActionForm({ seen, again }: { seen: IndicatorSeen; again: Again }) {
  const words = useWords().belonging;
  const { indicator, site } = seen;
  const said = words.actions;
  return (
    <Panel heading={said.take} id="take" soft>
      <Form action={`/belonging/${site.id}/evidence/${indicator}/actions`} values={again?.values}>
        <Radios
          name="way"
          label={said.way}
          labelSize="s"
          options={[
            ...wordsOf(words, indicator).do.map((text, nth) => ({ value: String(nth), text })),
            { value: 'own', text: said.own, reveal: <TextField name="ownWords" label={said.ownWords} maxLength={300} /> },
          ]}
        />
        <TextField name="owner" label={said.who} hint={said.whoHint} maxLength={100} />
        <DateField name="reviewOn" label={said.by} hint={said.byHint} />
        <Button>{said.begin}</Button>
      </Form>
    </Panel>
  );
}
