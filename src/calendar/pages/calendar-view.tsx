import { Button, Form, formatShortDate, formatTime, Page, Panel, Select, Switch, useWords } from '../../design/index.ts';
import { addDays, type CalendarDay } from '../../platform/calendar.ts';
import type { Appointment } from '../appointment.ts';
import { timeOf } from '../clock.ts';
import { slotsOf } from '../hours.ts';
import type { CalendarSeen } from '../index.ts';
import { State, usePlace, useWorkers } from './words.tsx';

export type View = 'week' | 'day';
type Props = { seen: CalendarSeen; from: CalendarDay; view: View; today: CalendarDay; now: Date; timeZone: string; keepsRooms: boolean };
type Day = CalendarSeen['days'][number];

export function CalendarPage(props: Props) {
  const { seen, from, view, today } = props;
  const words = useWords().calendar.calendar;
  const who = seen.worker?.id ?? 'team';
  const to = (day: CalendarDay, as: View = view) => `/calendar?day=${day}&view=${as}&who=${who}`;
  const step = view === 'week' ? 7 : 1;
  const last = addDays(from, step - 1);
  const title = view === 'week' ? words.week(formatShortDate(from), formatShortDate(last)) : formatShortDate(from);
  const shown = seen.days.filter((day, index) => view === 'day' || index < 5 || day.sessions.length > 0 || on(props, day.day).length > 0);
  return (
    <Page
      title={`${words.title}, ${title}`}
      caption={seen.worker ? words.of(seen.worker.name) : words.team}
      wide
      actions={
        <print-button hidden>
          <Button type="button" variant="secondary" small>
            {words.print}
          </Button>
        </print-button>
      }
    >
      <div class="bothy-switches">
        <Switch
          label={words.later[view]}
          links={[
            { href: to(addDays(from, -step)), text: words.earlier[view], current: false },
            { href: to(today), text: words.today, current: from <= today && today <= last },
            { href: to(addDays(from, step)), text: words.later[view], current: false },
          ]}
        />
        <Switch
          label={words.viewLabel}
          links={(['week', 'day'] as const).map((each) => ({
            href: to(from <= today && today <= last ? today : from, each),
            text: words.views[each],
            current: each === view,
          }))}
        />
      </div>
      {seen.colleagues.length > 1 && <Whose seen={seen} from={from} view={view} />}
      <div class={`bothy-agenda bothy-agenda--${view}`}>
        {shown.map((day) => (
          <DayPart {...props} day={day} key={day.day} />
        ))}
      </div>
      <Tools keepsRooms={props.keepsRooms} who={who} />
    </Page>
  );
}

function Whose({ seen, from, view }: Pick<Props, 'seen' | 'from' | 'view'>) {
  const words = useWords().calendar.calendar;
  return (
    <Form method="get" action="/calendar" autoSubmit>
      <input type="hidden" name="day" value={from} />
      <input type="hidden" name="view" value={view} />
      <div class="bothy-filters">
        <Select
          name="who"
          label={words.whose}
          labelSize="s"
          value={seen.worker?.id ?? 'team'}
          options={[...seen.colleagues.map(({ id, name }) => ({ value: id, text: name })), { value: 'team', text: words.team }]}
        />
        <Button variant="secondary" small>
          {words.show}
        </Button>
      </div>
    </Form>
  );
}

const on = ({ seen, timeZone }: Pick<Props, 'seen' | 'timeZone'>, day: CalendarDay): readonly Appointment[] =>
  seen.appointments.filter(({ startsAt, stage }) => stage.name !== 'cancelled' && dayText(startsAt, timeZone) === day);
const dayText = (at: Date, timeZone: string) => new Intl.DateTimeFormat('en-CA', { timeZone, dateStyle: 'short' }).format(at);

function DayPart(props: Props & { day: Day }) {
  const { day, seen, today } = props;
  const words = useWords().calendar.calendar;
  const appointments = on(props, day.day);
  const away = day.away.map((id) => seen.colleagues.find((each) => each.id === id)?.name ?? '').filter(Boolean);
  return (
    <section class={`bothy-panel bothy-agenda__day${day.day === today ? ' bothy-agenda__day--today' : ''}`}>
      <h2 class="nhsuk-heading-xs">
        {formatShortDate(day.day)}
        {day.day === today && <span class="bothy-agenda__today">{words.isToday}</span>}
      </h2>
      {day.holiday && <p class="bothy-note">{words.holiday}</p>}
      {away.length > 0 && <p class="bothy-note">{seen.worker ? words.away : words.awayWho(away.join(', '))}</p>}
      {appointments.length === 0 && <p class="bothy-note">{words.nothing}</p>}
      {appointments.length > 0 && (
        <ul class="bothy-agenda__list">
          {appointments.map((each) => (
            <Item {...props} appointment={each} key={each.id} />
          ))}
        </ul>
      )}
      <Sessions {...props} />
    </section>
  );
}

function Item({ appointment, seen, now, timeZone }: Props & { appointment: Appointment }) {
  const words = useWords().calendar;
  const [place, workers] = [usePlace(seen.rooms), useWorkers(seen.names)];
  const time = words.span(formatTime(appointment.startsAt, { timeZone }), formatTime(appointment.endsAt, { timeZone }));
  const about = [words.kinds[appointment.kind], place(appointment)];
  const others = seen.worker ? (appointment.workers.length > 1 ? words.with(workers(appointment)) : '') : words.with(workers(appointment));
  return (
    <li class="bothy-agenda__item">
      <span class="bothy-agenda__time">{time}</span>
      <a href={`/people/${appointment.person}/appointments/${appointment.id}`}>{seen.called.get(appointment.person) ?? ''}</a>
      <span class="bothy-note">{[...about, others].filter(Boolean).join(' · ')}</span>
      <State appointment={appointment} now={now} />
    </li>
  );
}

/** The stretches in which people can be seen, and how much of each is still free. */
function Sessions({ day, seen, now, timeZone }: Props & { day: Day }) {
  const words = useWords().calendar.calendar;
  if (!day.sessions.length) return null;
  return (
    <ul class="bothy-agenda__sessions">
      {day.sessions.map((session) => {
        const ahead = slotsOf(session, timeZone).filter(({ startsAt }) => startsAt > now);
        const free = seen.free.filter((slot) => slot.day === day.day && slot.worker === session.worker && within(session, slot.time));
        const who = seen.worker ? '' : (seen.names.get(session.worker) ?? seen.colleagues.find(({ id }) => id === session.worker))?.name;
        const room = session.room && seen.rooms.get(session.room)?.name;
        const state = ahead.length ? words.freeOf(free.length, ahead.length) : words.passed;
        return (
          <li key={`${session.worker}${session.starts}`}>
            {[words.session(timeOf(session.starts), timeOf(session.ends)), who, room, state].filter(Boolean).join(' · ')}
          </li>
        );
      })}
    </ul>
  );
}

const within = ({ starts, ends }: { starts: number; ends: number }, time: string): boolean => timeOf(starts) <= time && time < timeOf(ends);

function Tools({ keepsRooms, who }: { keepsRooms: boolean; who: string }) {
  const words = useWords().calendar.calendar;
  return (
    <Panel heading={words.tools} soft>
      <ul class="nhsuk-list bothy-agenda__tools">
        <li>
          <a href={who === 'team' ? '/calendar/hours' : `/calendar/hours?who=${who}`}>{words.hours}</a>
        </li>
        <li>
          <a href="/calendar/feed">{words.feed}</a>
        </li>
        {keepsRooms && (
          <>
            <li>
              <a href="/calendar/rooms">{words.rooms}</a>
            </li>
            <li>
              <a href="/calendar/figures">{words.figures}</a>
            </li>
          </>
        )}
      </ul>
    </Panel>
  );
}
