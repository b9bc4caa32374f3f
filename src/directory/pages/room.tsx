import { type Context, Hono } from 'hono';
import { calendarDay } from '../../design/index.ts';
import { allow, askerOf, type Door, reach, show, showProblem, started } from '../../identity/index.ts';
import { checkForm, type Errors, readForm, type Typed } from '../../platform/forms.ts';
import type { RoomUses } from '../index.ts';
import { pauseForm, roomDays, tellForm } from './room-form.ts';
import { RoomPage } from './room-view.tsx';

type C = Context<Door, '/:id'>;

/** Whoever may tell of a service says whether it has room, and stops requests to it for a while. */
export const roomPage = (room: RoomUses) => {
  const idOf = (c: C) => c.req.param('id');
  const today = (c: C) => calendarDay(started(c), askerOf(c).programme.settings.timeZone);
  const backTo = (c: C) => {
    const { back, backToService } = c.get('words').room;
    const own = reach(askerOf(c), 'tell of service') === 'organisation';
    return own ? { href: '/our-services', text: back } : { href: `/services/${idOf(c)}`, text: backToService };
  };
  const page = async (c: C, again?: { typed: Typed; errors: Errors }) => {
    const found = await room.roomOf(askerOf(c), idOf(c));
    if (!found) return showProblem(c, 'not-found');
    const frame = { now: started(c), usualUntil: room.usualUntil(askerOf(c)), back: backTo(c), resumed: c.req.query('pause') };
    return show(c, <RoomPage room={found} {...frame} {...again} />, again ? 422 : 200);
  };
  const done = (c: C, notice: string, pause = '') =>
    c.redirect(`/services/${idOf(c)}/room?${pause && `pause=${pause}&`}done=${notice}`, 303);

  return new Hono<Door>()
    .use('/:id/room', allow('tell of service'))
    .use('/:id/room/*', allow('tell of service'))
    .use('/:id/pause', allow('tell of service'))
    .use('/:id/resume', allow('tell of service'))
    .get('/:id/room', (c) => page(c))
    .post('/:id/room', async (c) => {
      const typed = await readForm(c, roomDays);
      const checked = checkForm(tellForm(c.get('words').room.errors, today(c), typed), typed);
      if (!checked.ok) return page(c, checked);
      const told = await room.tell(askerOf(c), idOf(c), checked.value);
      return told.ok ? done(c, 'room-told') : showProblem(c, told.error);
    })
    .post('/:id/room/unknown', async (c) => {
      const taken = await room.takeBack(askerOf(c), idOf(c), String((await readForm(c)).unit ?? ''));
      return taken.ok ? done(c, 'room-taken-back') : showProblem(c, taken.error);
    })
    .post('/:id/pause', async (c) => {
      const typed = await readForm(c, roomDays);
      const checked = checkForm(pauseForm(c.get('words').room.errors, today(c), typed), typed);
      if (!checked.ok) return page(c, checked);
      const paused = await room.pause(askerOf(c), idOf(c), checked.value);
      return paused.ok ? done(c, 'service-paused') : showProblem(c, paused.error);
    })
    .post('/:id/resume', async (c) => {
      const typed = await readForm(c);
      const pause = String(typed.pause ?? '');
      const changed = typed.again === 'yes' ? await room.pauseAgain(askerOf(c), pause) : await room.resume(askerOf(c), pause);
      if (!changed.ok) return showProblem(c, changed.error);
      return typed.again === 'yes' ? done(c, 'service-paused') : done(c, 'service-resumed', pause);
    });
};
