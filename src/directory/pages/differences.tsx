import { type Context, Hono } from 'hono';
import { allow, askerOf, type Door, show, showProblem } from '../../identity/index.ts';
import { readForm } from '../../platform/forms.ts';
import type { Feeds } from '../index.ts';
import { DifferencesPage, VoicesPage } from './differences-view.tsx';
import { pageIn } from './page-in.ts';

type C = Context<Door>;
const kinds = ['organisation', 'service', 'location'] as const;
const kindIn = (text: string) => kinds.find((kind) => kind === text);

/** Where feeds differ, and whose word counts. */
export const differencesPage = (feeds: Feeds) => {
  const showOne = async (c: C, kind: string, id: string, status: 200 | 409 = 200) => {
    const of = kindIn(kind);
    const seen = of && (await feeds.voices(askerOf(c), of, id));
    return seen ? show(c, <VoicesPage {...seen} stale={status === 409} />, status) : showProblem(c, 'not-found');
  };
  return new Hono<Door>()
    .use(allow('curate directory'))
    .get('/', async (c) => {
      const page = pageIn(c);
      return show(c, <DifferencesPage {...await feeds.contested(askerOf(c), page)} page={page} />);
    })
    .get('/:kind/:id', (c) => showOne(c, c.req.param('kind'), c.req.param('id')))
    .post('/:kind/:id', async (c) => {
      const { kind, id } = c.req.param();
      const of = kindIn(kind);
      if (!of) return showProblem(c, 'not-found');
      const typed = await readForm(c);
      const choices = Object.entries(typed).flatMap(([name, value]): [string, string][] =>
        name.startsWith('field.') && typeof value === 'string' && value ? [[name.slice('field.'.length), value]] : [],
      );
      const saved = await feeds.chooseVoices(
        askerOf(c),
        { kind: of, id, version: Number(typed['rowVersion'] ?? 0) },
        Object.fromEntries(choices),
      );
      if (saved.ok) return c.redirect(`/differences/${of}/${id}?done=voices-saved`, 303);
      return saved.error === 'not-found' ? showProblem(c, 'not-found') : showOne(c, kind, id, 409);
    });
};
