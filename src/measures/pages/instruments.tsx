import { type Context, Hono } from 'hono';
import * as z from 'zod';
import type { Words } from '../../../locales/en/index.ts';
import { allow, askerOf, type Door, show, showProblem, started } from '../../identity/index.ts';
import { type CalendarDay, dayIn } from '../../platform/calendar.ts';
import { checkForm, type Errors, readForm, type Typed } from '../../platform/forms.ts';
import type { Measures } from '../index.ts';
import { dayAsked } from './asked.ts';
import { ImportPage, InstrumentPage, InstrumentsPage } from './instruments-view.tsx';

type C = Context<Door>;

const licenceForm = (w: Words['measures']['instruments']['errors'], today: CalendarDay) =>
  z.object({
    holder: z.string({ error: w.holder }).trim().min(1, w.holder).max(200, w.holder),
    number: z.string({ error: w.number }).trim().min(1, w.number).max(100, w.number),
    expiresOn: dayAsked(w.expiresOn).refine((day) => day >= today && day <= '2100-12-31', w.expiresOn),
  });

/** Which instruments a programme uses, under which licence, and how another is brought in. */
export const instrumentsPage = (measures: Measures) => {
  const showOne = async (c: C, values: Typed = {}, errors?: Errors) => {
    const found = await measures.seeInstrument(askerOf(c), c.req.param('id') ?? '');
    if (!found.ok) return showProblem(c, found.error);
    return show(c, <InstrumentPage one={found.value} values={values} errors={errors} />, errors ? 422 : 200);
  };
  const saved = (c: C, done: string) => c.redirect(`/instruments/${c.req.param('id')}?done=${done}`, 303);

  return new Hono<Door>()
    .use(allow('manage instruments'))
    .get('/', async (c) => {
      const all = await measures.seeInstruments(askerOf(c));
      return all.ok ? show(c, <InstrumentsPage all={all.value} />) : showProblem(c, all.error);
    })
    .get('/import', (c) => show(c, <ImportPage />))
    .post('/import', async (c) => {
      const words = c.get('words').measures.instruments.errors;
      const file = (await c.req.parseBody())['file'];
      if (!(file instanceof File) || !file.name) return show(c, <ImportPage errors={{ file: words.file }} />, 422);
      const taken = await measures.importFrom(askerOf(c), await file.text());
      if (taken.ok) return c.redirect(`/instruments/${taken.value.instrument.id}?done=instrument-brought-in`, 303);
      if (taken.error === 'not-yours') return showProblem(c, taken.error);
      if (typeof taken.error === 'string') return show(c, <ImportPage errors={{ file: words[taken.error] }} />, 422);
      const { problems } = taken.error;
      return show(c, <ImportPage errors={{ file: words.problems(problems.length) }} problems={problems} />, 422);
    })
    .get('/:id', (c) => showOne(c))
    .get('/:id/definition.json', async (c) => {
      const found = await measures.seeInstrument(askerOf(c), c.req.param('id'));
      if (!found.ok) return showProblem(c, found.error);
      c.header('content-disposition', `attachment; filename="${found.value.instrument.id}.json"`);
      return c.json(found.value.instrument);
    })
    .post('/:id/use', async (c) => {
      const typed = await readForm(c);
      const asked = { inUse: typed['inUse'] === 'yes', wordingConfirmed: typed['confirmed'] === 'yes' };
      const done = await measures.useInstrument(askerOf(c), c.req.param('id'), asked);
      if (done.ok) return saved(c, 'instrument-saved');
      if (done.error === 'wording') return showOne(c, typed, { confirmed: c.get('words').measures.instruments.errors.wording });
      return showProblem(c, done.error === 'staff' ? 'not-found' : done.error);
    })
    .post('/:id/licence', async (c) => {
      const typed = await readForm(c, { days: ['expiresOn'] });
      const today = dayIn(askerOf(c).programme.settings.timeZone, started(c));
      const checked = checkForm(licenceForm(c.get('words').measures.instruments.errors, today), typed);
      if (!checked.ok) return showOne(c, typed, checked.errors);
      const done = await measures.attestLicence(askerOf(c), c.req.param('id'), checked.value);
      if (done.ok) return saved(c, 'licence-saved');
      return showProblem(c, done.error === 'not-needed' ? 'not-found' : done.error);
    })
    .post('/:id/licence/withdraw', async (c) => {
      const done = await measures.withdrawLicence(askerOf(c), c.req.param('id'));
      return done.ok ? saved(c, 'instrument-saved') : showProblem(c, done.error);
    });
};
