import { type Context, Hono } from 'hono';
import * as z from 'zod';
import {
  Button,
  Checkbox,
  type Errors,
  Form,
  InsetText,
  Page,
  Panel,
  Select,
  Table,
  TextArea,
  TextField,
  useWords,
} from '../../design/index.ts';
import { allow, askerOf, type Door, show, showProblem } from '../../identity/index.ts';
import { checkForm, readForm, type Typed } from '../../platform/forms.ts';
import type { Words } from '../../../locales/en/index.ts';
import type { Calendars, Room, RoomsPage as Seen } from '../index.ts';
import { text, versionOf } from './asked.ts';

type C = Context<Door>;
type Again = { values?: Typed; errors?: Errors; stale?: boolean };

const roomForm = (words: Words['calendar']['errors']) =>
  z.object({
    name: z.string({ error: words.name }).trim().min(1, words.name).max(100, words.tooLong(100)),
    practice: z
      .string()
      .default('')
      .transform((id) => id || null),
    place: text(200, words.tooLong(200)),
    gettingThere: text(500, words.tooLong(500)),
    ended: z
      .literal('yes')
      .optional()
      .transform((yes) => yes === 'yes'),
  });

/** The rooms in which people are seen. */
export const roomsPage = (calendar: Calendars) => {
  const draw = async (c: C, again: Again = {}, id?: string) => {
    const seen = await calendar.seeRooms(askerOf(c));
    if (!seen.ok) return showProblem(c, seen.error);
    const room = seen.value.rooms.find((each) => each.id === id);
    if (id && !room) return showProblem(c, 'not-found');
    const page = room ? <RoomPage seen={seen.value} room={room} {...again} /> : <RoomsPage seen={seen.value} {...again} />;
    return show(c, page, again.stale ? 409 : again.errors ? 422 : 200);
  };
  return new Hono<Door>()
    .use('/', allow('keep rooms'))
    .use('/:room', allow('keep rooms'))
    .get('/', (c) => draw(c))
    .post('/', async (c) => {
      const typed = await readForm(c);
      const checked = checkForm(roomForm(c.get('words').calendar.errors), typed);
      if (!checked.ok) return draw(c, { values: typed, errors: checked.errors });
      const { ended: _, ...details } = checked.value;
      const added = await calendar.addRoom(askerOf(c), details);
      return added.ok ? c.redirect('/calendar/rooms?done=room-saved', 303) : showProblem(c, added.error);
    })
    .get('/:room', (c) => draw(c, {}, c.req.param('room')))
    .post('/:room', async (c) => {
      const typed = await readForm(c);
      const checked = checkForm(roomForm(c.get('words').calendar.errors), typed);
      if (!checked.ok) return draw(c, { values: typed, errors: checked.errors }, c.req.param('room'));
      const saved = await calendar.changeRoom(askerOf(c), c.req.param('room'), checked.value, versionOf(typed));
      if (saved.ok) return c.redirect('/calendar/rooms?done=room-saved', 303);
      return typeof saved.error === 'object' ? draw(c, { values: typed, stale: true }, c.req.param('room')) : showProblem(c, saved.error);
    });
};

function RoomsPage({ seen, values, errors }: Again & { seen: Seen }) {
  const words = useWords().calendar.rooms;
  const practiceOf = ({ practice }: Room) => seen.practices.find(({ id }) => id === practice)?.name ?? words.elsewhere;
  return (
    <Page title={words.title} back={{ href: '/calendar' }} errors={errors}>
      <p>{words.intro}</p>
      <Table<Room>
        caption={words.caption}
        captionHidden
        rows={seen.rooms}
        empty={<p>{words.none}</p>}
        columns={[
          { header: words.name, cell: (room) => <a href={`/calendar/rooms/${room.id}`}>{room.name}</a>, rowHeader: true },
          { header: words.practice, cell: practiceOf },
          { header: words.place, cell: (room) => (room.endedAt ? words.endedTag : room.place) },
        ]}
      />
      <Panel heading={words.add}>
        <Form action="/calendar/rooms" values={values}>
          <Fields seen={seen} />
          <Button>{words.save}</Button>
        </Form>
      </Panel>
    </Page>
  );
}

function RoomPage({ seen, room, values, errors, stale }: Again & { seen: Seen; room: Room }) {
  const words = useWords().calendar;
  return (
    <Page title={words.rooms.changeTitle} caption={room.name} back={{ href: '/calendar/rooms' }} errors={errors}>
      {stale && <InsetText>{[words.form.stale, room.name, room.place, room.gettingThere].filter(Boolean).join(' · ')}</InsetText>}
      <Form action={`/calendar/rooms/${room.id}`} values={values} rowVersion={room.rowVersion}>
        <Fields seen={seen} room={room} />
        <Checkbox name="ended" value="yes" label={words.rooms.ended} checked={room.endedAt !== null} />
        <Button>{words.rooms.saveChange}</Button>
      </Form>
    </Page>
  );
}

function Fields({ seen, room }: { seen: Seen; room?: Room }) {
  const words = useWords().calendar.rooms;
  const practices = seen.practices.map(({ id, name }) => ({ value: id, text: name }));
  return (
    <>
      <TextField name="name" label={words.name} hint={words.nameHint} value={room?.name} />
      <Select
        name="practice"
        label={words.practice}
        value={room?.practice ?? ''}
        options={[{ value: '', text: words.elsewhere }, ...practices]}
      />
      <TextField name="place" label={words.place} hint={words.placeHint} value={room?.place} optional />
      <TextArea name="gettingThere" label={words.gettingThere} hint={words.gettingHint} value={room?.gettingThere} rows={3} optional />
    </>
  );
}
