import {
  Button,
  DateField,
  Details,
  Form,
  formatDate,
  Hidden,
  Page,
  Panel,
  Radios,
  Select,
  Stats,
  Table,
  Tag,
  TextField,
  useWords,
} from '../../design/index.ts';
import type { Asker } from '../../identity/index.ts';
import type { Standing, SupervisionSeen } from '../index.ts';
import { sessionKinds } from '../supervision.ts';
import { Agenda, CheckPanel, type Typed } from './supervision-parts.tsx';

type Props = { seen: SupervisionSeen; asker: Asker; typed?: Typed | undefined };

export function SupervisionPage({ seen, asker, typed }: Props) {
  const words = useWords().supervision;
  return (
    <Page title={words.title} errors={typed?.errors} errorIds={{ onDay: 'onDay-day' }}>
      {seen.counts && <Counts counts={seen.counts} />}
      {seen.own && <Own seen={seen} own={seen.own} asker={asker} typed={typed} />}
      {seen.toHold.length > 0 && <ToHold seen={seen} />}
      {seen.team.length > 0 && <Team seen={seen} typed={typed} />}
    </Page>
  );
}

function Counts({ counts }: { counts: NonNullable<SupervisionSeen['counts']> }) {
  const words = useWords().supervision.counts;
  if (counts.workers === null || counts.overdue === null) return <p>{words.few}</p>;
  return (
    <>
      <p>{words.text}</p>
      <Stats
        items={[
          { figure: counts.workers, text: words.workers },
          { figure: counts.overdue, text: words.overdue, late: counts.overdue > 0 },
        ]}
      />
    </>
  );
}

type OwnSeen = NonNullable<SupervisionSeen['own']>;

function Own({ seen, own, asker, typed }: Props & { own: OwnSeen }) {
  const words = useWords().supervision;
  const { standing, sessions, actions } = own;
  const next = sessions.findLast(({ stage }) => stage === 'planned');
  const who = (standing.schedule?.supervisor && seen.names.get(standing.schedule.supervisor)?.name) || standing.schedule?.outsideName;
  return (
    <>
      <Panel heading={words.next}>
        <p>
          {next ? (
            <a href={`/supervision/sessions/${next.id}`}>{words.session.title(words.kinds[next.kind], formatDate(next.onDay))}</a>
          ) : (
            words.noneNext
          )}
          {standing.overdue && (
            <>
              {' '}
              <Tag colour="red">{words.overdue}</Tag>
            </>
          )}
        </p>
        <p class="bothy-note">
          {who ? `${words.every(standing.everyWeeks)} ${words.with(who)}` : `${words.every(standing.everyWeeks)}. ${words.nobody}`}
          {' · '}
          {standing.lastHeldOn ? words.last(formatDate(standing.lastHeldOn)) : words.never}
          {standing.dueOn && ` ${words.dueBy(formatDate(standing.dueOn))}`}
        </p>
        {standing.overdue && <p>{words.overdueText}</p>}
        <PlanForm worker={asker.id} typed={typed} />
        <ScheduleForm standing={standing} seen={seen} typed={typed} />
      </Panel>
      <Agenda agenda={own.agenda} asker={asker} typed={typed} />
      <Panel heading={words.actions}>
        {actions.length === 0 ? (
          <p>{words.actionsNone}</p>
        ) : (
          <ul class="nhsuk-list">
            {actions.map(({ id, what, dueOn }) => (
              <li key={id}>
                {what} <span class="bothy-note">{formatDate(dueOn)}</span>
              </li>
            ))}
          </ul>
        )}
        <a href="/tasks">{words.tasks.title}</a>
      </Panel>
      <CheckPanel checks={own.checks} typed={typed} asker={asker} />
      {sessions.length > 0 && (
        <Panel heading={words.earlier}>
          <ul class="nhsuk-list">
            {sessions.map(({ id, kind, onDay, stage }) => (
              <li key={id}>
                <a href={`/supervision/sessions/${id}`}>{words.session.title(words.kinds[kind], formatDate(onDay))}</a>{' '}
                <span class="bothy-note">{words.stages[stage]}</span>
              </li>
            ))}
          </ul>
        </Panel>
      )}
    </>
  );
}

function PlanForm({ worker, typed, id = '' }: { worker: string; typed: Typed | undefined; id?: string }) {
  const words = useWords().supervision;
  const mine = typed?.form === 'plan' && (typed.worker ?? worker) === worker ? typed : undefined;
  return (
    <Details summary={words.plan} open={mine !== undefined}>
      <Form action="/supervision/sessions" values={mine?.values ?? {}}>
        <Hidden name="worker" value={worker} />
        <DateField name="onDay" id={`onDay${id}`} label={words.onDay} errors={mine?.errors ?? {}} />
        <Radios
          name="kind"
          id={`kind${id}`}
          label={words.kind}
          inline
          value="one-to-one"
          errors={mine?.errors ?? {}}
          options={sessionKinds.map((value) => ({ value, text: words.kinds[value] }))}
        />
        <Button small preventDoubleClick>
          {words.planButton}
        </Button>
      </Form>
    </Details>
  );
}

function ScheduleForm({ standing, seen, typed }: { standing: Standing; seen: SupervisionSeen; typed: Typed | undefined }) {
  const words = useWords().supervision;
  const { worker, schedule, everyWeeks } = standing;
  const mine = typed?.form === 'schedule' && typed.worker === worker.id ? typed : undefined;
  const leads = [...seen.names.values()].filter(
    ({ id, roles }) => id !== worker.id && (roles.includes('team-lead') || id === schedule?.supervisor),
  );
  const options = [...leads.map(({ id, name }) => ({ value: id, text: name })), { value: 'outside', text: words.outside }];
  return (
    <Details summary={words.how} open={mine !== undefined}>
      <Form action={`/supervision/schedule/${worker.id}`} values={mine?.values ?? {}}>
        <TextField
          name="everyWeeks"
          id={`weeks-${worker.id}`}
          label={words.weeks}
          hint={words.weeksHint}
          value={String(everyWeeks)}
          inputmode="numeric"
          width={2}
          suffix={words.weeksUnit}
          errors={mine?.errors ?? {}}
        />
        <Select
          name="supervisor"
          id={`supervisor-${worker.id}`}
          label={words.supervisor}
          value={schedule?.outsideName ? 'outside' : (schedule?.supervisor ?? leads[0]?.id ?? 'outside')}
          options={options}
          errors={mine?.errors ?? {}}
        />
        <TextField
          name="outsideName"
          id={`outside-${worker.id}`}
          label={words.outsideName}
          hint={words.outside}
          value={schedule?.outsideName ?? ''}
          optional
          errors={mine?.errors ?? {}}
        />
        <Button small>{words.save}</Button>
      </Form>
    </Details>
  );
}

function ToHold({ seen }: { seen: SupervisionSeen }) {
  const words = useWords().supervision;
  return (
    <Panel heading={words.toHold}>
      <ul class="nhsuk-list">
        {seen.toHold.map(({ id, worker, kind, onDay }) => (
          <li key={id}>
            <a href={`/supervision/sessions/${id}`}>
              {`${seen.names.get(worker)?.name ?? ''}: ${words.session.title(words.kinds[kind], formatDate(onDay))}`}
            </a>
          </li>
        ))}
      </ul>
    </Panel>
  );
}

/** Dates and nothing else: what two people talk over is theirs. */
function Team({ seen, typed }: { seen: SupervisionSeen; typed: Typed | undefined }) {
  const words = useWords().supervision;
  return (
    <>
      <Table
        caption={words.team}
        rows={seen.team}
        columns={[
          { header: words.worker, rowHeader: true, cell: ({ worker }) => worker.name },
          { header: words.lastHeld, cell: ({ lastHeldOn }) => (lastHeldOn ? formatDate(lastHeldOn) : words.never) },
          {
            header: words.due,
            cell: ({ dueOn, overdue }) => (
              <>
                {dueOn ? formatDate(dueOn) : ''} {overdue && <Tag colour="red">{words.overdue}</Tag>}
              </>
            ),
          },
          {
            header: words.who,
            cell: ({ schedule, everyWeeks }) =>
              `${(schedule?.supervisor && seen.names.get(schedule.supervisor)?.name) || schedule?.outsideName || words.nobody} ${words.every(everyWeeks)}`,
          },
        ]}
      />
      {seen.team.map((standing) => (
        <Panel heading={standing.worker.name} key={standing.worker.id}>
          <PlanForm worker={standing.worker.id} typed={typed} id={`-${standing.worker.id}`} />
          <ScheduleForm standing={standing} seen={seen} typed={typed} />
        </Panel>
      ))}
    </>
  );
}
