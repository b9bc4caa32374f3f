import {
  ActionLink,
  Button,
  ButtonRow,
  DateField,
  EmptyState,
  Form,
  formatDate,
  InsetText,
  Page,
  Prose,
  Radios,
  Select,
  SummaryList,
  Table,
  Tag,
  type TagColour,
  TextArea,
  useWords,
} from '../../design/index.ts';
import type { CalendarDay } from '../../platform/calendar.ts';
import type { Errors, Typed } from '../../platform/forms.ts';
import { type Incident, severities, type Severity } from '../core/incident.ts';
import type { IncidentSeen, IncidentsSeen, Site } from '../index.ts';

type Again = { values?: Typed; errors?: Errors; stale?: boolean };
const colours: Record<Severity, TagColour> = { 'near-miss': 'blue', low: 'grey', serious: 'orange', grave: 'red' };

/** Open ones first; whoever does not lead sees their own. */
export function IncidentsPage({ incidents, sites, names, mayLead }: IncidentsSeen) {
  const words = useWords().change.incidents;
  const siteName = ({ site }: Incident) => sites.find(({ id }) => id === site)?.name ?? words.nowhere;
  return (
    <Page title={words.title} wide>
      <p>{words.intro}</p>
      {!mayLead && <p>{words.mineNote}</p>}
      <ActionLink href="/incidents/new">{words.report}</ActionLink>
      <Table<Incident>
        caption={words.title}
        captionHidden
        rows={incidents}
        empty={
          <EmptyState title={words.none}>
            <p>{words.noneText}</p>
          </EmptyState>
        }
        columns={[
          { header: words.what, rowHeader: true, cell: ({ id, what }) => <a href={`/incidents/${id}`}>{firstWords(what)}</a> },
          { header: words.severityColumn, cell: ({ severity }) => <Tag colour={colours[severity]}>{words.severityTags[severity]}</Tag> },
          { header: words.site, cell: siteName },
          {
            header: words.reported,
            cell: ({ reportedAt, reportedBy }) => `${formatDate(reportedAt)}, ${names.get(reportedBy)?.name ?? ''}`,
          },
          { header: words.state, cell: ({ closed }) => (closed ? words.closed : <Tag colour="yellow">{words.open}</Tag>) },
        ]}
      />
    </Page>
  );
}

const firstWords = (text: string) => (text.length > 90 ? `${text.slice(0, 90).replace(/\s\S*$/, '')} …` : text);

export function ReportPage({ sites, site, today, values, errors }: Again & { sites: readonly Site[]; site: string; today: CalendarDay }) {
  const words = useWords().change.incidents;
  return (
    <Page title={words.reportTitle} back={{ href: '/incidents', text: words.title }} errors={errors}>
      <p>{words.intro}</p>
      <InsetText>
        <p>{words.noNames}</p>
        <p>
          <a href="/in-danger">{words.danger}</a>
        </p>
      </InsetText>
      <Form values={values}>
        <TextArea name="what" label={words.what} rows={5} maxLength={4000} />
        <Radios name="severity" label={words.severity} options={severities.map((value) => ({ value, text: words.severities[value] }))} />
        <TextArea name="atOnce" label={words.atOnce} rows={3} maxLength={4000} optional />
        <DateField name="happenedOn" label={words.happenedOn} value={today} />
        <Select
          name="site"
          label={words.site}
          value={site}
          options={[{ value: '', text: words.nowhere }, ...sites.map(({ id, name }) => ({ value: id, text: name }))]}
        />
        <Button preventDoubleClick>{words.send}</Button>
      </Form>
    </Page>
  );
}

export function IncidentPage({ incident, sites, names, mayLead, values, errors, stale }: IncidentSeen & Again) {
  const words = useWords().change.incidents;
  const nameOf = (id: string) => names.get(id)?.name ?? '';
  const { closed } = incident;
  const here = `/incidents/${incident.id}`;
  return (
    <Page
      title={words.oneTitle}
      caption={sites.find(({ id }) => id === incident.site)?.name ?? words.nowhere}
      back={{ href: '/incidents', text: words.title }}
      errors={errors}
    >
      {stale && <InsetText>{[words.stale, closed ? words.closed : words.open, incident.learning].filter(Boolean).join(' ')}</InsetText>}
      <p class="bothy-note">{words.reportedBy(nameOf(incident.reportedBy), formatDate(incident.reportedAt))}</p>
      <SummaryList
        rows={[
          { key: words.what, value: <Prose text={incident.what} /> },
          { key: words.happenedOn, value: formatDate(incident.happenedOn) },
          { key: words.severity, value: words.severities[incident.severity] },
          ...(incident.atOnce && (closed || !mayLead) ? [{ key: words.atOnce, value: <Prose text={incident.atOnce} /> }] : []),
          ...(incident.learning && (closed || !mayLead) ? [{ key: words.learning, value: <Prose text={incident.learning} /> }] : []),
        ]}
      />
      {closed && <p>{words.closedBy(nameOf(closed.by), formatDate(closed.at))}</p>}
      {mayLead && !closed && (
        <Form action={here} values={values} rowVersion={incident.rowVersion}>
          <TextArea name="atOnce" label={words.atOnce} value={incident.atOnce} rows={3} maxLength={4000} optional />
          <TextArea name="learning" label={words.learning} value={incident.learning} rows={4} maxLength={4000} optional />
          <ButtonRow>
            <Button name="close" value="yes">
              {words.close}
            </Button>
            <Button variant="secondary">{words.save}</Button>
          </ButtonRow>
        </Form>
      )}
      {mayLead && closed && (
        <Form action={`${here}/reopen`} rowVersion={incident.rowVersion}>
          <Button variant="secondary">{words.reopen}</Button>
        </Form>
      )}
    </Page>
  );
}
