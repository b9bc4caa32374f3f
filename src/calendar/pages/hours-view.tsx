import {
  Button,
  DateField,
  Details,
  type Errors,
  Form,
  formatDate,
  HiddenText,
  Page,
  Panel,
  Select,
  Table,
  TimeField,
  useWords,
  type Values,
} from '../../design/index.ts';
import { timeOf } from '../clock.ts';
import type { Hours, HoursPage as Seen } from '../index.ts';
import { lengthChoices } from './book-form.ts';

export type Typing = { form: 'hours' | 'away' | 'extra'; values: Values; errors: Errors };
type Props = { seen: Seen; today: string; typing?: Typing | undefined };

const errorIds = { from: 'from-day', until: 'until-day', awayFrom: 'awayFrom-day', awayTo: 'awayTo-day', day: 'day-day' };

export function HoursPage({ seen, today, typing }: Props) {
  const words = useWords().calendar.hours;
  const { worker, hours, rooms } = seen;
  const length = useLength();
  const at = `/calendar/hours/${worker.id}`;
  const roomOf = (id: string | null) => rooms.find((room) => room.id === id)?.name ?? words.anywhere;
  const line = ({ weekday, starts, ends }: Hours) => `${words.weekdays[weekday] ?? ''}, ${timeOf(starts)}–${timeOf(ends)}`;
  return (
    <Page
      title={words.title}
      caption={worker.name}
      back={{ href: `/calendar?who=${worker.id}` }}
      errors={typing?.errors}
      errorIds={errorIds}
    >
      <p>{words.intro}</p>
      <Table<Hours>
        caption={words.caption}
        rows={hours}
        empty={<p>{words.none}</p>}
        columns={[
          { header: words.day, cell: ({ weekday }) => words.weekdays[weekday], rowHeader: true },
          { header: words.times, cell: ({ starts, ends }) => `${timeOf(starts)}–${timeOf(ends)}` },
          { header: words.slot, cell: ({ slotMinutes }) => length(slotMinutes) },
          { header: words.room, cell: ({ room }) => roomOf(room) },
          {
            header: words.dates,
            cell: ({ from, until }) => (until ? words.until(formatDate(from), formatDate(until)) : words.from(formatDate(from))),
          },
          {
            header: words.end,
            headerHidden: true,
            cell: (each) =>
              each.until === null || each.until > today ? (
                <Form action={`${at}/${each.id}/end`}>
                  <Button small variant="secondary">
                    {words.end}
                    <HiddenText>{words.endThis(line(each))}</HiddenText>
                  </Button>
                </Form>
              ) : null,
          },
        ]}
      />
      <p class="bothy-note">{words.holidays}</p>
      <AddHours seen={seen} at={at} today={today} typing={typing?.form === 'hours' ? typing : undefined} />
      <OtherDays seen={seen} at={at} typing={typing} />
    </Page>
  );
}

const useLength = () => useWords().calendar.form.lengths;
type Part = { seen: Seen; at: string; typing?: Typing | undefined };

type Names = { starts: string; ends: string; minutes: string; room: string };
const weekly: Names = { starts: 'starts', ends: 'ends', minutes: 'slotMinutes', room: 'room' };
/** Both stand on one page, so each box has a name of its own. */
const extra: Names = { starts: 'extraStarts', ends: 'extraEnds', minutes: 'extraMinutes', room: 'extraRoom' };

function Stretch({ rooms, names }: Pick<Seen, 'rooms'> & { names: Names }) {
  const words = useWords().calendar.hours;
  const length = useLength();
  return (
    <>
      <div class="bothy-columns bothy-columns--halves">
        <TimeField name={names.starts} label={words.starts} hint={words.timeHint} />
        <TimeField name={names.ends} label={words.ends} hint={words.endHint} />
      </div>
      <Select
        name={names.minutes}
        label={words.slot}
        value="60"
        options={lengthChoices.map((n) => ({ value: String(n), text: length(n) }))}
      />
      <Select
        name={names.room}
        label={words.room}
        options={[
          { value: '', text: words.anywhere },
          ...rooms.filter(({ endedAt }) => endedAt === null).map(({ id, name }) => ({ value: id, text: name })),
        ]}
      />
    </>
  );
}

function AddHours({ seen, at, today, typing }: Part & { today: string }) {
  const words = useWords().calendar.hours;
  return (
    <Details summary={words.add} open={typing !== undefined || seen.hours.length === 0} expander>
      <Form action={at} values={typing?.values ?? {}}>
        <Select name="weekday" label={words.weekday} options={words.weekdays.map((text, index) => ({ value: String(index), text }))} />
        <Stretch rooms={seen.rooms} names={weekly} />
        <DateField name="from" label={words.firstDay} value={today} />
        <DateField name="until" label={words.lastDay} hint={words.lastHint} optional />
        <Button>{words.save}</Button>
      </Form>
    </Details>
  );
}

function OtherDays({ seen: { others, absences, rooms }, at, typing }: Part) {
  const words = useWords().calendar.hours;
  const of = (form: Typing['form']) => (typing?.form === form ? typing : undefined);
  return (
    <Panel heading={words.otherCaption}>
      {others.length + absences.length === 0 && <p>{words.noOther}</p>}
      {absences.map(({ id, from, to }) => (
        <p key={id}>
          {`${words.awayKind}: ${from === to ? formatDate(from) : words.until(formatDate(from), formatDate(to))} `}
          <a href="/absences">{words.absences}</a>
        </p>
      ))}
      {others.map((other) => {
        const dates = other.from === other.to ? formatDate(other.from) : words.until(formatDate(other.from), formatDate(other.to));
        const text =
          other.kind === 'away'
            ? `${words.awayKind}: ${dates}`
            : `${words.extraKind}: ${dates}, ${timeOf(other.starts)}–${timeOf(other.ends)}`;
        return (
          <div class="bothy-todo" key={other.id}>
            <div class="bothy-todo__line">
              <span>{text}</span>
              <Form action={`${at}/days/${other.id}/remove`}>
                <Button small variant="secondary">
                  {words.remove}
                  <HiddenText>{words.endThis(text)}</HiddenText>
                </Button>
              </Form>
            </div>
          </div>
        );
      })}
      <Details summary={words.addAway} open={of('away') !== undefined}>
        <p>{words.booked}</p>
        <Form action={`${at}/away`} values={of('away')?.values ?? {}}>
          <DateField name="awayFrom" label={words.awayFrom} />
          <DateField name="awayTo" label={words.awayTo} hint={words.awayHint} />
          <Button>{words.saveAway}</Button>
        </Form>
      </Details>
      <Details summary={words.addExtra} open={of('extra') !== undefined}>
        <Form action={`${at}/extra`} values={of('extra')?.values ?? {}}>
          <DateField name="day" label={words.extraDay} />
          <Stretch rooms={rooms} names={extra} />
          <Button>{words.saveExtra}</Button>
        </Form>
      </Details>
    </Panel>
  );
}
