import { Button, ButtonRow, Panel, SummaryList, useWords } from '../../design/index.ts';
import { PersonPage, type Person } from '../../people/index.ts';
import type { Appointment } from '../appointment.ts';
import { type Names, type Rooms, State, usePlace, useSpan, useWorkers } from './words.tsx';

type Shared = { person: Person; names: Names; rooms: Rooms; now: Date; timeZone: string };

export function AppointmentsPage({ appointments, ...shared }: Shared & { appointments: readonly Appointment[] }) {
  const words = useWords().calendar.person;
  const { person } = shared;
  const open = appointments.filter((each) => each.stage.name === 'booked').toReversed();
  const before = appointments.filter((each) => each.stage.name !== 'booked');
  return (
    <PersonPage person={person} title={words.title} section="appointments">
      {person.died ? (
        <p>{words.died}</p>
      ) : (
        <ButtonRow>
          <Button href={`/people/${person.id}/appointments/new`}>{words.book}</Button>
        </ButtonRow>
      )}
      <Panel heading={words.ahead}>{open.length ? <Lines {...shared} appointments={open} /> : <p>{words.none}</p>}</Panel>
      <Panel heading={words.before}>{before.length ? <Lines {...shared} appointments={before} /> : <p>{words.noneBefore}</p>}</Panel>
    </PersonPage>
  );
}

function Lines({ appointments, person, names, rooms, now, timeZone }: Shared & { appointments: readonly Appointment[] }) {
  const words = useWords().calendar;
  const [span, place, workers] = [useSpan(timeZone), usePlace(rooms), useWorkers(names)];
  return (
    <ul class="bothy-agenda__list">
      {appointments.map((each) => (
        <li class="bothy-agenda__item" key={each.id}>
          <a href={`/people/${person.id}/appointments/${each.id}`}>
            <strong>{span(each)}</strong>
          </a>
          <span class="bothy-note">{[words.kinds[each.kind], place(each), words.with(workers(each))].filter(Boolean).join(' · ')}</span>
          <State appointment={each} now={now} />
        </li>
      ))}
    </ul>
  );
}

export function AppointmentPage({ appointment, person, names, rooms, now, timeZone }: Shared & { appointment: Appointment }) {
  const words = useWords().calendar;
  const [span, place, workers] = [useSpan(timeZone), usePlace(rooms), useWorkers(names)];
  const { stage, wish, bring, gettingThere, tell, kind } = appointment;
  const optional = (key: string, value: string) => (value ? [{ key, value }] : []);
  return (
    <PersonPage
      person={person}
      title={`${words.kinds[kind]}, ${span(appointment)}`}
      back={{ href: `/people/${person.id}/appointments`, text: words.person.title }}
    >
      <SummaryList
        rows={[
          { key: words.person.state, value: <State appointment={appointment} now={now} always /> },
          { key: words.person.whoGoes, value: workers(appointment) },
          ...optional(words.person.where, place(appointment)),
          ...optional(words.person.wish, wish),
          ...optional(words.person.bring, bring),
          ...optional(words.person.gettingThere, gettingThere),
          ...(stage.name === 'booked' ? [{ key: words.person.told, value: tell ? words.person.toldYes : words.person.toldNo }] : []),
          ...(stage.name === 'cancelled' ? [{ key: words.person.why, value: words.reasons[stage.reason] }] : []),
          ...(stage.name === 'not-there'
            ? [
                { key: words.person.why, value: words.why[stage.reason] },
                ...optional(words.person.easier, stage.easier.map((each) => words.easier[each]).join(', ')),
              ]
            : []),
          ...(stage.name === 'cancelled' || stage.name === 'not-there' ? optional(words.person.note, stage.note) : []),
        ]}
      />
      <Steps appointment={appointment} person={person} now={now} />
    </PersonPage>
  );
}

function Steps({ appointment, person, now }: { appointment: Appointment; person: Person; now: Date }) {
  const words = useWords().calendar.person;
  const to = (page: string) => `/people/${person.id}/appointments/${appointment.id}/${page}`;
  if (appointment.stage.name !== 'booked')
    return person.died ? null : (
      <ButtonRow>
        <Button variant="secondary" href={`/people/${person.id}/appointments/new`}>
          {words.again}
        </Button>
      </ButtonRow>
    );
  if (appointment.startsAt > now)
    return (
      <ButtonRow>
        <Button href={to('move')}>{words.move}</Button>
        <Button variant="secondary" href={to('cancel')}>
          {words.cancel}
        </Button>
      </ButtonRow>
    );
  return (
    <ButtonRow>
      <Button href={`/people/${person.id}/contact?appointment=${appointment.id}`}>{words.happened}</Button>
      <Button variant="secondary" href={to('not-there')}>
        {words.notThere}
      </Button>
      <Button variant="secondary" href={to('cancel')}>
        {words.calledOff}
      </Button>
    </ButtonRow>
  );
}
