import { type Context, Hono } from 'hono';
import * as z from 'zod';
import type { Words } from '../../../locales/en/index.ts';
import { allow, askerOf, type Door, show, showProblem } from '../../identity/index.ts';
import { toCsv } from '../../platform/csv.ts';
import { checkForm, readForm } from '../../platform/forms.ts';
import type { Feeds } from '../index.ts';
import { FeedForm, type FormProblem } from './feeds-form.tsx';
import { FeedPage, FeedsPage, RejectsPage } from './feeds-view.tsx';
import { pageIn } from './page-in.ts';

type C = Context<Door>;

const kinds = ['hsds', 'ndjson', 'openactive'] as const;
const feedForm = ({ errors }: Words['feeds']['form'], needsAddress: boolean) =>
  z.object({
    name: z.string().trim().min(1, errors.name).max(100, errors.nameLong),
    kind: needsAddress ? z.enum(kinds, { error: errors.kind }) : z.string().default(''),
    address: z
      .string()
      .default('')
      .transform((address) => address.trim())
      .refine((address) => !needsAddress || isAddress(address), errors.address),
    trust: z.coerce.number().int().min(1).max(9).catch(5),
    pull: z
      .enum(['', '6', '24', '168'])
      .catch('')
      .transform((hours) => (hours ? Number(hours) : null)),
    apply: z.enum(['ask', 'itself']).catch('ask'),
    stopped: z.string().optional(),
  });

const isAddress = (address: string): boolean =>
  address.length <= 2000 && URL.canParse(address) && ['http:', 'https:'].includes(new URL(address).protocol) && !new URL(address).password;

/** Where the directory is taken in from. */
export const feedsPage = (feeds: Feeds) => {
  const showForm = async (c: C, id?: string, problem?: FormProblem) => {
    const seen = id === undefined ? undefined : await feeds.feedSeen(askerOf(c), id);
    if (id !== undefined && !seen) return showProblem(c, 'not-found');
    return show(c, <FeedForm {...(seen && { feed: seen.feed })} {...problem} />, problem?.stale ? 409 : problem ? 422 : 200);
  };
  const save = async (c: C, id?: string) => {
    const typed = await readForm(c);
    const { form } = c.get('words').feeds;
    const seen = id === undefined ? undefined : await feeds.feedSeen(askerOf(c), id);
    if (id !== undefined && !seen) return showProblem(c, 'not-found');
    const isPulled = !seen || kinds.some((kind) => kind === seen.feed.kind);
    const checked = checkForm(feedForm(form, isPulled), typed);
    if (!checked.ok) return showForm(c, id, checked);
    const { pull, kind, address, stopped, ...more } = checked.value;
    const wanted = isPulled ? { kind: kind as (typeof kinds)[number], address } : { kind: seen.feed.kind, address: seen.feed.address };
    const known = seen && { id: seen.feed.id, rowVersion: Number(typed['rowVersion'] ?? 0) };
    const saved = await feeds.saveFeed(
      askerOf(c),
      { ...more, ...wanted, pullHours: isPulled ? pull : null, stopped: stopped === 'yes' },
      known,
    );
    if (saved.ok) return c.redirect(`/feeds/${saved.value}?done=feed-saved`, 303);
    if (saved.error === 'not-found') return showProblem(c, 'not-found');
    if (typeof saved.error === 'object') return showForm(c, id, { typed, errors: { _form: form.stale }, stale: true });
    return showForm(c, id, { typed, errors: { address: saved.error === 'address' ? form.errors.address : form.errors.addressTaken } });
  };

  return new Hono<Door>()
    .use(allow('curate directory'))
    .get('/', async (c) => show(c, <FeedsPage {...await feeds.feedList(askerOf(c))} />))
    .get('/new', (c) => showForm(c))
    .post('/new', (c) => save(c))
    .get('/readings/:run', async (c) => {
      const page = pageIn(c);
      const seen = await feeds.rejects(askerOf(c), c.req.param('run'), page);
      return seen ? show(c, <RejectsPage {...seen} page={page} />) : showProblem(c, 'not-found');
    })
    .get('/readings/:run/left-out.csv', async (c) => {
      const rejects = await feeds.allRejects(askerOf(c), c.req.param('run'));
      if (!rejects) return showProblem(c, 'not-found');
      const words = c.get('words').feeds.rejects;
      const rows = [[words.path, words.name, words.reason], ...rejects.map(({ path, name, reason }) => [path, name, reason])];
      return c.body(toCsv(rows), 200, {
        'content-type': 'text/csv; charset=utf-8',
        'content-disposition': 'attachment; filename="left-out.csv"',
      });
    })
    .get('/:id', async (c) => {
      const seen = await feeds.feedSeen(askerOf(c), c.req.param('id'));
      return seen ? show(c, <FeedPage {...seen} />) : showProblem(c, 'not-found');
    })
    .get('/:id/change', (c) => showForm(c, c.req.param('id')))
    .post('/:id/change', (c) => save(c, c.req.param('id')))
    .post('/:id/read', async (c) => {
      const asked = await feeds.pullNow(askerOf(c), c.req.param('id'));
      return asked.ok ? c.redirect(`/feeds/${c.req.param('id')}?done=feed-asked`, 303) : showProblem(c, 'not-found');
    });
};
