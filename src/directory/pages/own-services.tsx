import { type Context, Hono } from 'hono';
import { calendarDay } from '../../design/index.ts';
import { allow, askerOf, type Door, show, showProblem, started } from '../../identity/index.ts';
import { checkForm, type Errors, readForm, type Typed } from '../../platform/forms.ts';
import type { RoomUses } from '../index.ts';
import { OwnServicesPage } from './own-services-view.tsx';
import { pauseForm, roomDays } from './room-form.ts';

/** A community organisation's own services. */
export const ownServicesPage = (room: RoomUses) => {
  const page = async (c: Context<Door>, again?: { typed: Typed; errors: Errors }) => {
    const own = await room.ownServices(askerOf(c));
    return show(c, <OwnServicesPage own={own} resumed={c.req.query('pause')} {...again} />, again ? 422 : 200);
  };
  return new Hono<Door>()
    .use(allow('tell of service'))
    .get('/', (c) => page(c))
    .post('/pause', async (c) => {
      const { timeZone } = askerOf(c).programme.settings;
      const typed = await readForm(c, roomDays);
      const checked = checkForm(pauseForm(c.get('words').room.errors, calendarDay(started(c), timeZone), typed), typed);
      if (!checked.ok) return page(c, checked);
      const paused = await room.pauseAll(askerOf(c), checked.value);
      return paused.ok ? c.redirect('/our-services?done=service-paused', 303) : showProblem(c, paused.error);
    })
    .post('/resume', async (c) => {
      const typed = await readForm(c);
      const pause = String(typed.pause ?? '');
      const again = typed.again === 'yes';
      const changed = again ? await room.pauseAgain(askerOf(c), pause) : await room.resume(askerOf(c), pause);
      if (!changed.ok) return showProblem(c, changed.error);
      return c.redirect(again ? '/our-services?done=service-paused' : `/our-services?pause=${pause}&done=service-resumed`, 303);
    });
};
