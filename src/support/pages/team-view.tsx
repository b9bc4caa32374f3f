import { Button, EmptyState, Form, formatDateTime, HiddenText, Page, Panel, Table, Tag, TextField, useWords } from '../../design/index.ts';
import { nameOf } from '../../people/index.ts';
import { type Alert, alertKinds } from '../alert.ts';
import type { Raised } from '../raised.ts';
import { worriesIn } from './raised-view.tsx';
import { TeamWaits } from './team-waits.tsx';
import { MissedVisit } from './team-visits.tsx';
import { ReviewForm } from './team-openings.tsx';
import type { TeamProps } from './team-props.ts';

/** A lead's page: what needs them first, a section for each kind; then what was dealt with. */
export function TeamPage(props: TeamProps) {
  const { team, typed } = props;
  const words = useWords().safety.team;
  const kinds = alertKinds.filter((kind) => team.waiting.some((alert) => alert.kind === kind));
  return (
    <Page
      title={words.title}
      errors={typed?.errors}
      errorIds={typed ? { note: `note-${typed.of}`, verdict: `verdict-${typed.of}` } : undefined}
    >
      {kinds.length === 0 && (
        <EmptyState title={words.none}>
          <p>{words.noneText}</p>
        </EmptyState>
      )}
      {kinds.map((kind) => (
        <AlertsOfKind {...props} alerts={team.waiting.filter((alert) => alert.kind === kind)} kind={kind} key={kind} />
      ))}
      <TeamWaits waits={team.waits} />
      <DealtWith {...props} />
    </Page>
  );
}

function AlertsOfKind({ alerts, kind, ...props }: TeamProps & { alerts: readonly Alert[]; kind: Alert['kind'] }) {
  const words = useWords().safety.alerts;
  return (
    <Panel heading={words[kind]}>
      <ul class="nhsuk-list bothy-alerts">
        {alerts.map((alert) => (
          <li class="bothy-alert" key={alert.id}>
            <AlertLine {...props} alert={alert} />
          </li>
        ))}
      </ul>
    </Panel>
  );
}

function AlertLine({ alert, team, asker, typed }: TeamProps & { alert: Alert }) {
  const { team: words } = useWords().safety;
  const { timeZone } = asker.programme.settings;
  const person = alert.person ? team.people.get(alert.person) : undefined;
  const who = alert.raisedBy ? team.names.get(alert.raisedBy)?.name : undefined;
  const about = team.names.get(alert.about.id);
  return (
    <>
      <p>
        {person && (
          <>
            <a href={`/people/${person.id}`}>{nameOf(person)}</a>{' '}
          </>
        )}
        {about && <strong>{about.name}</strong>}{' '}
        <span>{words.raised(who ?? words.bothy, formatDateTime(alert.raisedAt, { timeZone }))}</span>{' '}
        {alert.timesTold > 1 && <Tag colour="red">{words.told(alert.timesTold)}</Tag>}
      </p>
      {about && (alert.kind === 'without-link-worker' || alert.kind === 'caseload-over') && (
        <p>
          <a href={`/handover/${about.id}`}>{useWords().caseloads.orphans.toHandover(about.name)}</a>
        </p>
      )}
      {alert.kind === 'risk-raised' && <RaisedLine raised={team.raised.get(alert.about.id)} />}
      {alert.kind === 'visit-overdue' && <MissedVisit {...{ team, asker, typed }} alert={alert} />}
      {alert.kind === 'glass-broken' ? (
        <ReviewForm {...{ team, asker, typed }} alert={alert} />
      ) : (
        <SeenForm {...{ team, asker, typed }} alert={alert} />
      )}
    </>
  );
}

function SeenForm({ alert, team, typed }: TeamProps & { alert: Alert }) {
  const { team: words, alerts } = useWords().safety;
  const person = alert.person ? team.people.get(alert.person) : undefined;
  const mine = typed?.of === alert.id ? typed : undefined;
  return (
    <Form action={`/team/alerts/${alert.id}/seen`} values={mine?.typed}>
      <TextField id={`note-${alert.id}`} name="note" label={words.note} labelSize="s" errors={mine?.errors ?? {}} />
      <Button small preventDoubleClick>
        {words.seen}
        <HiddenText>{words.seenThis(`${alerts[alert.kind]}${person ? `, ${nameOf(person)}` : ''}`)}</HiddenText>
      </Button>
    </Form>
  );
}

function RaisedLine({ raised }: { raised: Raised | undefined }) {
  const { danger, raised: words } = useWords().safety;
  if (!raised) return null;
  return (
    <p>
      <strong>{worriesIn(raised, danger.worries) || words.pressed}</strong>
      {raised.did.length > 0 && ` ${words.did(raised.did.map((deed) => danger.deeds[deed].toLowerCase()).join(', '))}`}
    </p>
  );
}

function DealtWith({ team, asker }: TeamProps) {
  const { team: words, alerts } = useWords().safety;
  const { timeZone } = asker.programme.settings;
  if (!team.dealtWith.length) return null;
  const name = (id: string | null | undefined) => (id ? (team.names.get(id)?.name ?? '') : '');
  return (
    <Table
      caption={words.dealtWith}
      captionSize="m"
      rows={team.dealtWith}
      columns={[
        { header: words.what, rowHeader: true, cell: ({ kind }) => alerts[kind] },
        {
          header: words.whom,
          cell: ({ person, about }) => {
            const found = person ? team.people.get(person) : undefined;
            return found ? <a href={`/people/${found.id}`}>{nameOf(found)}</a> : name(about.id);
          },
        },
        { header: words.when, cell: ({ raisedAt }) => formatDateTime(raisedAt, { timeZone }) },
        {
          header: words.how,
          cell: ({ seen }) =>
            seen ? (
              <>
                {seen.note}
                <span class="bothy-note">{words.seenBy(name(seen.by))}</span>
              </>
            ) : (
              words.settled
            ),
        },
      ]}
    />
  );
}
