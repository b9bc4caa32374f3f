import {
  ActionLink,
  Button,
  ButtonRow,
  DateField,
  Details,
  Form,
  formatDate,
  Hidden,
  Panel,
  Prose,
  Radios,
  SummaryList,
  TextArea,
  TextField,
  useWords,
} from '../../design/index.ts';
import type { Errors, Typed } from '../../platform/forms.ts';
import type { Death, Said, Stopped } from '../death.ts';
import { nameOf, type Person } from '../person.ts';
import { PersonPage } from './person-page.tsx';
import type { DeathSeen } from '../index.ts';

type FormProps = { person: Person; values: Typed; errors?: Errors };

export function DiedFormPage({ person, values, errors }: FormProps) {
  const words = useWords().died;
  const { form } = words;
  return (
    <PersonPage person={person} title={words.title} errors={errors} errorIds={{ on: 'on-day' }}>
      {words.intro.map((text) => (
        <p key={text}>{text}</p>
      ))}
      <Form action={`/people/${person.id}/died`} values={values}>
        <Radios
          name="known"
          label={form.known}
          labelSize="s"
          options={[
            { value: 'yes', text: form.yes },
            { value: 'no', text: form.no },
          ]}
        />
        <DateField name="on" label={form.on} labelSize="s" hint={form.onHint} optional />
        <TextField name="saidBy" label={form.saidBy} hint={form.saidByHint} />
        <Button preventDoubleClick>{form.next}</Button>
      </Form>
    </PersonPage>
  );
}

/** Asks once more, and says what will happen, before anything does. */
export function DiedSurePage({ person, said, typed }: { person: Person; said: Said; typed: Typed }) {
  const words = useWords().died;
  const { sure } = words;
  const kept = ['known', 'on-day', 'on-month', 'on-year', 'saidBy'];
  return (
    <PersonPage person={person} title={sure.title(nameOf(person))}>
      <p>{said.on ? sure.day(formatDate(said.on)) : sure.noDay}</p>
      <p>{sure.saidBy(said.saidBy)}</p>
      <p>{sure.notSure}</p>
      <Panel heading={sure.happens} soft>
        <ul class="nhsuk-list nhsuk-list--bullet">
          {sure.things.map((text) => (
            <li key={text}>{text}</li>
          ))}
        </ul>
      </Panel>
      <Form action={`/people/${person.id}/died`} values={{}}>
        {kept.map((name) => (
          <Hidden key={name} name={name} value={String(typed[name] ?? '')} />
        ))}
        <Hidden name="sure" value="yes" />
        <ButtonRow>
          <Button preventDoubleClick>{sure.save}</Button>
          <Button variant="secondary" href={`/people/${person.id}`}>
            {sure.back}
          </Button>
        </ButtonRow>
      </Form>
    </PersonPage>
  );
}

type ToldProps = DeathSeen & { timeZone: string; values?: Typed; errors?: Errors };

/** What was written down, what was stopped, and what helps now. */
export function DiedToldPage({ person, deaths, names, timeZone, values = {}, errors }: ToldProps) {
  const words = useWords().died;
  const { told } = words;
  const stands = deaths.find(({ undone }) => !undone);
  const who = (id: string) => names.get(id)?.name ?? told.somebody;
  const name = nameOf(person);
  return (
    <PersonPage person={person} title={stands ? words.heading(name) : words.title} errors={errors}>
      {stands && (
        <>
          <SummaryList
            rows={[
              { key: told.on, value: stands.on ? formatDate(stands.on) : told.dayUnknown },
              { key: told.saidBy, value: stands.saidBy },
              { key: told.by, value: `${who(stands.recordedBy)}, ${formatDate(stands.recordedAt, { timeZone })}` },
            ]}
          />
          <Panel heading={told.next}>
            <ActionLink href={`/people/${person.id}/close`}>{told.close}</ActionLink>
            <p>{told.closeText}</p>
            <p>{told.family}</p>
            <ActionLink href="/refer">{told.refer}</ActionLink>
          </Panel>
          <Panel heading={told.care} soft>
            <p>{told.careText}</p>
            <ActionLink href="/supervision">{told.debrief}</ActionLink>
          </Panel>
          <StoppedList heading={told.stopped} stopped={stands.stopped} />
          <Details summary={told.mistake} open={errors !== undefined}>
            <p>{told.mistakeText(name)}</p>
            <Form action={`/people/${person.id}/died/undo`} values={values}>
              <TextArea name="because" label={told.because} hint={told.becauseHint} rows={2} />
              <Button variant="secondary" preventDoubleClick>
                {told.undo}
              </Button>
            </Form>
          </Details>
        </>
      )}
      {deaths
        .filter(({ undone }) => undone)
        .map((death) => (
          <Undone key={death.id} {...{ death, who, timeZone }} />
        ))}
      {!stands && (
        <p>
          <a href={`/people/${person.id}/died?again`}>{words.heading(name)}</a>
        </p>
      )}
    </PersonPage>
  );
}

function Undone({ death: { undone, stopped }, who, timeZone }: { death: Death; who: (id: string) => string; timeZone: string }) {
  const { told } = useWords().died;
  if (!undone) return null;
  return (
    <>
      <h2 class="nhsuk-heading-m">{told.undone}</h2>
      <Prose text={told.undoneBy(who(undone.by), formatDate(undone.at, { timeZone }), undone.because)} />
      <StoppedList heading={told.startAgain} stopped={stopped} />
    </>
  );
}

function StoppedList({ heading, stopped }: { heading: string; stopped: readonly Stopped[] }) {
  const all = useWords();
  const words = all.died;
  const codes: Partial<Record<Stopped['kind'], Readonly<Record<string, string>>>> = {
    message: all.messages.templates,
    task: all.support.tasks,
  };
  const named = ({ kind, what }: Stopped) => codes[kind]?.[what] ?? '';
  return (
    <Panel heading={heading}>
      {stopped.length === 0 && <p>{words.told.nothing}</p>}
      <ul class="nhsuk-list nhsuk-list--bullet">
        {stopped.map((each, index) => (
          <li key={index}>
            {[words.kind[each.kind], named(each)].filter(Boolean).join(': ')}
            {each.kind === 'connection' && each.id && (
              <>
                {' '}
                <a href={`/connections/${each.id}`}>{words.seeConnection}</a>
              </>
            )}
          </li>
        ))}
      </ul>
    </Panel>
  );
}
