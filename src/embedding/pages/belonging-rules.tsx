import {
  Button,
  Checkboxes,
  Columns,
  Details,
  type Errors,
  Form,
  formatDate,
  formatDateTime,
  InsetText,
  Page,
  Panel,
  Radios,
  Table,
  TextArea,
  TextField,
  useWords,
  type Values,
} from '../../design/index.ts';
import { indicatorIds, type LiveId, liveIds, liveOf } from '../core/indicator.ts';
import type { RulesSeen } from '../index.ts';
import { shownRules } from './belonging-forms.ts';
import { valueText, wordsOf } from './belonging-words.tsx';

type Props = { seen: RulesSeen; mayKeep: boolean; timeZone: string; values?: Values; errors?: Errors; stale?: boolean };

/** The rules as they are; whoever keeps them changes them below. */
export function RulesPage({ seen, mayKeep, timeZone, values, errors, stale }: Props) {
  const words = useWords().belonging;
  const { rules: said } = words;
  const { rules, version, versions } = seen;
  const line = (id: LiveId, which: 'fitting' | 'belonging') => {
    const value = valueText(words, id, rules.thresholds[id][which]);
    return liveOf(id).better === 'more' ? said.from(value) : said.atMost(value);
  };
  return (
    <Page title={said.title} back={{ href: '/belonging', text: words.title }} errors={errors}>
      {stale && <InsetText>{said.stale}</InsetText>}
      <p>{said.intro}</p>
      <p>{version === 0 ? said.ours : said.version(version, versions[0]!.madeBy, formatDate(versions[0]!.madeAt, { timeZone }))}</p>
      <Table<LiveId>
        caption={said.lines}
        rows={liveIds}
        columns={[
          { header: said.indicator, rowHeader: true, cell: (id) => wordsOf(words, id).name },
          { header: said.fitting, cell: (id) => line(id, 'fitting') },
          { header: said.belonging, cell: (id) => line(id, 'belonging') },
        ]}
      />
      <ul>
        <li>{`${said.summary}: ${rules.withinDays.summary}`}</li>
        <li>{`${said.contact}: ${rules.withinDays.contact}`}</li>
        <li>{`${said.together}: ${said.by[rules.by]}`}</li>
        <li>{`${said.least}: ${rules.leastKnown}`}</li>
        <li>{rules.left.length ? `${said.leave}: ${rules.left.map((id) => wordsOf(words, id).name).join('; ')}` : said.leftNone}</li>
        <li>{words.standsWhy}</li>
        <li>{said.always}</li>
      </ul>
      {mayKeep && (
        <Details summary={said.change} open={errors !== undefined || stale === true} expander>
          <RulesForm seen={seen} values={values} />
        </Details>
      )}
      <Table
        caption={said.history}
        rows={versions}
        empty={<p class="bothy-note">{said.historyNone}</p>}
        columns={[
          { header: said.number, rowHeader: true, cell: (each) => each.version },
          { header: said.made, cell: ({ madeAt }) => formatDateTime(madeAt, { timeZone }) },
          { header: said.madeBy, cell: ({ madeBy }) => madeBy },
          { header: said.reason, cell: ({ why }) => why },
        ]}
      />
    </Page>
  );
}

function RulesForm({ seen: { rules, version }, values }: { seen: RulesSeen; values: Values | undefined }) {
  const words = useWords().belonging;
  const { rules: said } = words;
  const hint = (id: LiveId) =>
    liveOf(id).unit === 'days' ? said.daysHint : liveOf(id).better === 'less' ? said.lessHint : said.percentHint;
  return (
    <Form action="/belonging/rules" values={values ?? shownRules(rules)} rowVersion={version}>
      {liveIds.map((id) => (
        <Panel heading={wordsOf(words, id).name} level={3} key={id}>
          <p class="bothy-note">{hint(id)}</p>
          <Columns>
            <TextField name={`${id}-fitting`} label={said.fittingFor(wordsOf(words, id).name)} inputmode="decimal" width={5} />
            <TextField name={`${id}-belonging`} label={said.belongingFor(wordsOf(words, id).name)} inputmode="decimal" width={5} />
          </Columns>
        </Panel>
      ))}
      <Panel heading={said.within} level={3}>
        <TextField name="summary" label={said.summary} inputmode="numeric" width={3} />
        <TextField name="contact" label={said.contact} inputmode="numeric" width={3} />
      </Panel>
      <Radios
        name="by"
        label={said.together}
        labelSize="s"
        options={(['most', 'weakest'] as const).map((value) => ({ value, text: said.by[value] }))}
      />
      <TextField name="leastKnown" label={said.least} inputmode="numeric" width={2} />
      <Checkboxes
        name="left"
        label={said.leave}
        labelSize="s"
        hint={said.leaveHint}
        options={indicatorIds.map((value) => ({ value, text: wordsOf(words, value).name }))}
      />
      <TextArea name="why" label={said.why} hint={said.whyHint} rows={3} />
      <Button>{said.save}</Button>
    </Form>
  );
}
