import { Hono } from 'hono';
import { allow, askerOf, type Door, show, showProblem, started } from '../../identity/index.ts';
import { readForm } from '../../platform/forms.ts';
import type { Freshness } from '../index.ts';
import { isWorkKind } from '../work-list.ts';
import { DirectoryWorkPage } from './directory-work-view.tsx';

/** What there is to do to keep the directory right. */
export const directoryWorkPage = (freshness: Freshness) =>
  new Hono<Door>()
    .use(allow('curate directory'))
    .get('/', async (c) => {
      const asked = c.req.query('show') ?? '';
      const kind = isWorkKind(asked) ? asked : null;
      const page = Math.min(10_000, Math.max(1, Math.trunc(Number(c.req.query('page'))) || 1));
      const list = await freshness.workList(askerOf(c), { kind, page });
      const { timeZone } = askerOf(c).programme.settings;
      return show(c, <DirectoryWorkPage {...list} kind={kind} page={page} now={started(c)} timeZone={timeZone} />);
    })
    .post('/ask', async (c) => {
      const typed = await readForm(c, { many: ['service'] });
      const queued = await freshness.askNow(askerOf(c), typed['service'] as string[]);
      return c.redirect(`/directory-work?${showing(typed['show'])}done=${queued ? 'still-right-asked' : 'still-right-nobody'}`, 303);
    });

const showing = (text: unknown): string => (typeof text === 'string' && isWorkKind(text) ? `show=${text}&` : '');

/** "I checked: this is right today", by whoever may tell of the service. */
export const assureDoor = (freshness: Freshness) =>
  new Hono<Door>().post('/:id/still-right', allow('tell of service'), async (c) => {
    const assured = await freshness.assure(askerOf(c), c.req.param('id'));
    if (!assured.ok) return showProblem(c, assured.error);
    const typed = await readForm(c);
    const back = typed['back'] === 'work' ? `/directory-work?${showing(typed['show'])}` : `/services/${c.req.param('id')}?`;
    return c.redirect(`${back}done=service-assured`, 303);
  });
