import { type Context, Hono } from 'hono';
import * as z from 'zod';
import { type Door, show, started } from '../../identity/index.ts';
import { checkForm, type Errors, readForm, type Typed } from '../../platform/forms.ts';
import type { Words } from '../../../locales/en/index.ts';
import type { Freshness, RoomSaid, StillRight, StillRightRefusal } from '../index.ts';
import { fieldWords } from './field-inputs.tsx';
import { ChangePage, ExpiredLink, PlainWords, StillRightPage } from './still-right-view.tsx';
import { suggestForm } from './suggest-form.ts';

type C = Context<Door, '/:token'>;
type Again = { of?: string; values?: Typed; errors?: Errors; status?: 200 | 409 | 422 };

/** The page of an organisation that was asked whether its services are still right. Looking at it changes nothing: mail scanners look too. */
export const stillRightPage = ({ answering }: Freshness, machineOf: (c: Context) => string) => {
  const refused = async (c: C, why: StillRightRefusal) => {
    const words = c.get('words').freshness.stillRight;
    if (why === 'expired') return show(c, <ExpiredLink action={`/still-right/${c.req.param('token')}/new`} />, 410);
    const waitSeconds = await answering.countGuess(machineOf(c));
    if (!waitSeconds) return show(c, <PlainWords title={words.unknownTitle} text={words.unknown} />, 404);
    c.header('retry-after', String(waitSeconds));
    return show(c, <PlainWords title={words.waitTitle} text={words.wait} />, 429);
  };

  const pathOf = (c: C) => `/still-right/${c.req.param('token')}`;
  const back = (c: C, done = '') => c.redirect(`${pathOf(c)}${done && `?done=${done}`}`, 303);
  const open = (c: C) => answering.open(c.req.param('token'), fieldWords(c.get('words')));
  const showAll = async (c: C, { status = 200, ...again }: Again = {}) => {
    const found = await open(c);
    if (!found.ok) return refused(c, found.error);
    c.set('programme', found.value.programme);
    return show(c, <StillRightPage {...found.value} path={pathOf(c)} now={started(c)} {...again} />, status);
  };
  const showChange = async (c: C, id: string, { values = {}, errors }: Again = {}) => {
    const found = await open(c);
    if (!found.ok) return refused(c, found.error);
    const one = serviceIn(found.value, id);
    if (!one) return refused(c, 'unknown');
    c.set('programme', found.value.programme);
    return show(c, <ChangePage {...one} path={pathOf(c)} values={values} errors={errors} />, errors ? 422 : 200);
  };

  return new Hono<Door>()
    .get('/:token', (c) => showAll(c))
    .post('/:token/right', async (c) => {
      const { service } = await readForm(c);
      const said = await answering.sayRight(c.req.param('token'), typeof service === 'string' && service ? service : 'all');
      return said.ok ? back(c as never) : refused(c as never, said.error);
    })
    .get('/:token/services/:id', (c) => showChange(c as never, c.req.param('id')))
    .post('/:token/services/:id', async (c) => {
      const words = c.get('words');
      const values = await readForm(c);
      const checked = checkForm(suggestForm(words.freshness.suggest), values);
      if (!checked.ok) return showChange(c as never, c.req.param('id'), { values, errors: checked.errors });
      const said = await answering.sayChanged(
        c.req.param('token'),
        c.req.param('id'),
        { ...checked.value, sender: nobody },
        fieldWords(words),
      );
      if (said.ok) return back(c as never, 'still-right-changed');
      if (said.error !== 'nothing') return refused(c as never, said.error);
      return showChange(c as never, c.req.param('id'), { values, errors: { words: words.freshness.suggest.errors.nothing } });
    })
    .post('/:token/services/:id/ended', async (c) => {
      const given = { part: 'closed' as const, texts: {}, words: '', sender: nobody };
      const said = await answering.sayChanged(c.req.param('token'), c.req.param('id'), given, fieldWords(c.get('words')));
      return said.ok || said.error === 'nothing' ? back(c as never) : refused(c as never, said.error);
    })
    .post('/:token/services/:id/undo', async (c) => {
      const undone = await answering.undo(c.req.param('token'), c.req.param('id'));
      if (undone.ok) return back(c as never, 'still-right-undone');
      if (undone.error !== 'too-late') return refused(c as never, undone.error);
      return showAll(c as never, { errors: { _form: c.get('words').freshness.stillRight.tooLate }, status: 409 });
    })
    .post('/:token/services/:id/room', async (c) => {
      const values = await readForm(c);
      const checked = checkForm(roomForm(c.get('words').freshness.stillRight.errors), values);
      if (!checked.ok) return showAll(c as never, { of: c.req.param('id'), values, errors: checked.errors, status: 422 });
      const said = await answering.sayRoom(c.req.param('token'), c.req.param('id'), checked.value);
      return said.ok ? back(c as never, 'still-right-room') : refused(c as never, said.error);
    })
    .post('/:token/new', async (c) => {
      const words = c.get('words').freshness.stillRight;
      const asked = await answering.askForNewLink(c.req.param('token'));
      return asked.ok ? show(c, <PlainWords title={words.sentTitle} text={words.sent} />) : refused(c as never, 'unknown');
    });
};

const nobody = { name: '', role: '', email: '' };
const serviceIn = ({ services }: StillRight, id: string) => services.find(({ service }) => service.id === id);

const roomForm = (errors: Words['freshness']['stillRight']['errors']): z.ZodType<RoomSaid> =>
  z
    .object({
      room: z.enum(['room', 'waiting', 'full'], { error: errors.room }),
      places: z.string().trim().default(''),
      weeks: z.string().trim().default(''),
    })
    .transform(({ room, places, weeks }, check): RoomSaid => {
      const wrong = (field: 'places' | 'weeks') => {
        check.addIssue({ code: 'custom', path: [field], message: errors[field] });
        return z.NEVER;
      };
      if (room === 'room' && !/^[1-9]\d{0,2}$/.test(places)) return wrong('places');
      if (room === 'waiting' && (!/^\d{0,3}$/.test(weeks) || Number(weeks) > 104)) return wrong('weeks');
      return {
        available: room === 'room' ? Number(places) : 0,
        waitingList: room === 'waiting',
        waitWeeks: room === 'waiting' && weeks ? Number(weeks) : null,
      };
    });
