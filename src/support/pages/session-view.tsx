import {
  Button,
  ButtonRow,
  Checkboxes,
  Columns,
  DateField,
  Details,
  type Errors,
  Form,
  formatDate,
  Page,
  Panel,
  Prose,
  Tag,
  TextArea,
  TextField,
  useWords,
  type Values,
  WarningCallout,
} from '../../design/index.ts';
import type { Asker } from '../../identity/index.ts';
import type { SessionSeen } from '../index.ts';
import { actionRows } from './supervision-form.ts';
import { useCheckText, useTopicText } from './supervision-parts.tsx';

type Props = { seen: SessionSeen; asker: Asker; values?: Values; errors?: Errors; stale?: boolean; moving?: boolean };

/** One session, for the two whose it is. */
export function SessionPage({ seen, asker, values = {}, errors, stale, moving }: Props) {
  const { session, agenda, actions, checks, names } = seen;
  const all = useWords().supervision;
  const words = all.session;
  const topicText = useTopicText();
  const checkText = useCheckText();
  const here = `/supervision/sessions/${session.id}`;
  const name = (id: string | null) => (id === asker.id ? words.me : id && names.get(id)?.name) || session.outsideName || all.outside;
  const days = Object.fromEntries(Array.from({ length: actionRows }, (_, n) => [`action-${n}-by`, `action-${n}-by-day`]));
  const planned = session.stage === 'planned';
  return (
    <Page
      title={words.title(all.kinds[session.kind], formatDate(session.onDay))}
      back={{ href: '/supervision', text: words.back }}
      errors={errors}
      errorIds={{ ...days, onDay: 'onDay-day' }}
    >
      <p>
        <Tag colour={planned ? 'blue' : 'grey'}>{all.stages[session.stage]}</Tag>{' '}
        {session.moves > 0 && <span class="bothy-note">{words.moved(session.moves)}</span>}
      </p>
      <p class="bothy-note">{words.between(name(session.worker), name(session.supervisor))}</p>
      {stale && (
        <WarningCallout headingLevel={2}>
          <p>{words.stale}</p>
          <h3 class="nhsuk-heading-xs">{words.theirs}</h3>
          <Prose text={session.notes} />
        </WarningCallout>
      )}
      {checks.length > 0 && (
        <Panel heading={words.shared} soft>
          <ul class="nhsuk-list">
            {checks.slice(0, 3).map((check) => (
              <li key={check.id}>{checkText(check)}</li>
            ))}
          </ul>
        </Panel>
      )}
      {session.stage !== 'called-off' && (
        <Form action={here} values={values} rowVersion={session.rowVersion} draft>
          {agenda.length > 0 && (
            <Checkboxes
              name="covered"
              label={words.covered}
              labelSize="m"
              values={agenda.map(({ topic }) => topic.id)}
              options={agenda.map((each) => ({ value: each.topic.id, text: topicText(each) }))}
            />
          )}
          <TextArea name="notes" label={words.notes} labelSize="m" hint={words.notesHint} rows={7} value={session.notes} optional />
          <h2 class="nhsuk-heading-m">{words.agreed}</h2>
          {actions.length > 0 && (
            <ul class="nhsuk-list">
              {actions.map(({ id, what, dueOn }) => (
                <li key={id}>
                  {what} <span class="bothy-note">{formatDate(dueOn)}</span>
                </li>
              ))}
            </ul>
          )}
          {Array.from({ length: actionRows }, (_, n) => (
            <Columns key={n}>
              <TextField name={`action-${n}-what`} label={words.action(actions.length + n + 1)} optional />
              <DateField name={`action-${n}-by`} label={words.by} labelSize="s" optional />
            </Columns>
          ))}
          <ButtonRow>
            {planned && (
              <Button name="step" value="held" preventDoubleClick>
                {words.held}
              </Button>
            )}
            <Button variant={planned ? 'secondary' : 'primary'} name="step" value="notes" preventDoubleClick>
              {words.saveNotes}
            </Button>
          </ButtonRow>
        </Form>
      )}
      {planned && (
        <Details summary={words.move} open={moving}>
          <Form action={`${here}/move`} values={moving ? values : {}}>
            <DateField name="onDay" label={words.moveTo} value={session.onDay} />
            <Button small>{words.moveButton}</Button>
          </Form>
          <Form action={`${here}/call-off`}>
            <Button variant="link">{words.off}</Button>
          </Form>
        </Details>
      )}
    </Page>
  );
}
