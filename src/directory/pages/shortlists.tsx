import { type Context, Hono } from 'hono';
import { allow, askerOf, type Door, readsOf, show, showProblem, started } from '../../identity/index.ts';
import { checkForm, type Errors, readForm, type Typed } from '../../platform/forms.ts';
import type { MailRefusal, SeenList, Shortlists } from '../index.ts';
import { linkDays } from '../shortlist.ts';
import { addressForm, linkIn, nameForm, noteForm, versionIn } from './shortlist-form.ts';
import { ShortlistPrint } from './shortlist-print.tsx';
import { LinkPage } from './shortlist-share.tsx';
import { ShortlistPage } from './shortlist-view.tsx';
import { ShortlistsPage } from './shortlists-view.tsx';

type C = Context<Door>;
type Again = { typed: Typed; errors: Errors; status: 409 | 422; of: string; theirs?: string };

/** Services that somebody keeps, for themselves or for a person. */
export const shortlistsPage = (shortlists: Shortlists, publicUrl: string) => {
  const showAll = async (c: C, problem?: { typed: Typed; errors: Errors }) => {
    const lists = await shortlists.lists(askerOf(c));
    readsOf(c, ...lists.ofPeople.map(({ person }) => person.id));
    const removed = await shortlists.removed(askerOf(c), c.req.query('removed') ?? '');
    return show(c, <ShortlistsPage lists={lists} removed={removed} {...frame(c)} {...problem} />, problem ? 422 : 200);
  };
  const showOne = async (c: C, again?: Again) => {
    const seen = await find(c);
    if (!seen) return showProblem(c, 'not-found');
    return show(c, <ShortlistPage seen={seen} removed={c.req.query('removed')} again={again} {...frame(c)} />, again?.status ?? 200);
  };
  /** The list of this address, and a note that whose it is was looked at. */
  const find = async (c: C): Promise<SeenList | undefined> => {
    const seen = await shortlists.see(askerOf(c), idOf(c));
    if (!seen.ok) return undefined;
    if (seen.value.person) readsOf(c, seen.value.person.id);
    return seen.value;
  };
  const back = (c: C, done: string, more = '') => c.redirect(`/shortlists/${idOf(c)}?${more}done=${done}`, 303);
  const refusedShare = async (c: C, refusal: MailRefusal | 'not-found', typed: Typed = {}) => {
    if (refusal === 'not-found') return showProblem(c, 'not-found');
    return showOne(c, { typed, errors: await shareErrors(c, refusal), status: 422, of: 'share' });
  };
  const shareErrors = async (c: C, refusal: MailRefusal): Promise<Errors> => {
    const words = c.get('words').shortlists.errors;
    if (refusal === 'no-consent') return { address: words.noConsent };
    if (refusal === 'empty') return { _share: words.empty };
    const names = (await find(c))?.services.filter(({ service }) => refusal.named.includes(service.id)).map(({ service }) => service.name);
    return { _share: words.named((names ?? []).join(', ')) };
  };

  return new Hono<Door>()
    .use(allow('keep shortlists'))
    .get('/', (c) => showAll(c))
    .post('/', async (c) => {
      const checked = checkForm(nameForm(c.get('words').shortlists), await readForm(c));
      if (!checked.ok) return showAll(c, checked);
      return c.redirect(`/shortlists/${await shortlists.begin(askerOf(c), checked.value.name)}?done=shortlist-begun`, 303);
    })
    .post('/services', async (c) => {
      const typed = await readForm(c);
      const link = linkIn(String(typed.link ?? ''));
      const service = String(typed.service ?? '');
      const wanted = {
        list: String(typed.list ?? '') || null,
        name: c.get('words').shortlists.usualName,
        service,
        person: String(typed.for ?? '') || null,
      };
      const added = await shortlists.add(askerOf(c), wanted);
      if (!added.ok && added.error === 'not-found') return showProblem(c, 'not-found');
      return c.redirect(`/services/${service}${link}${link ? '&' : '?'}done=${added.ok ? 'shortlist-added' : 'shortlist-full'}`, 303);
    })
    .get('/:id', (c) => showOne(c))
    .post('/:id', async (c) => {
      const typed = await readForm(c);
      const words = c.get('words').shortlists;
      const checked = checkForm(nameForm(words), typed);
      if (!checked.ok) return showOne(c, { ...checked, status: 422, of: 'name' });
      const saved = await shortlists.rename(askerOf(c), idOf(c), checked.value.name, versionIn(typed));
      if (saved.ok) return back(c, 'shortlist-renamed');
      if (saved.error === 'not-found') return showProblem(c, 'not-found');
      return showOne(c, { typed, errors: { name: words.errors.nameStale }, status: 409, of: 'name' });
    })
    .get('/:id/print', async (c) => {
      const seen = await find(c);
      if (!seen) return showProblem(c, 'not-found');
      return show(c, <ShortlistPrint {...seen} {...frame(c)} back={`/shortlists/${seen.list.id}`} programme={askerOf(c).programme.name} />);
    })
    .post('/:id/remove', async (c) => {
      const removed = await shortlists.remove(askerOf(c), idOf(c));
      if (!removed.ok) return showProblem(c, 'not-found');
      return c.redirect(`/shortlists?removed=${idOf(c)}&done=shortlist-removed`, 303);
    })
    .post('/:id/restore', async (c) => {
      const restored = await shortlists.restore(askerOf(c), idOf(c));
      return restored.ok ? back(c, 'shortlist-restored') : showProblem(c, 'not-found');
    })
    .post('/:id/links', async (c) => {
      const made = await shortlists.share(askerOf(c), idOf(c));
      if (!made.ok) return refusedShare(c, made.error);
      c.header('cache-control', 'no-store');
      return show(c, <LinkPage url={`${publicUrl}/list/${made.value}`} days={linkDays} back={`/shortlists/${idOf(c)}`} />);
    })
    .post('/:id/links/end', async (c) => {
      const ended = await shortlists.endLinks(askerOf(c), idOf(c));
      return ended.ok ? back(c, 'shortlist-closed') : showProblem(c, 'not-found');
    })
    .post('/:id/mail', async (c) => {
      const typed = await readForm(c);
      const checked = typed.to === 'person' ? undefined : checkForm(addressForm(c.get('words').shortlists), typed);
      if (checked && !checked.ok) return showOne(c, { ...checked, status: 422, of: 'share' });
      const sent = await shortlists.mail(askerOf(c), idOf(c), checked ? checked.value : 'person');
      return sent.ok ? back(c, 'shortlist-mailed') : refusedShare(c, sent.error, typed);
    })
    .post('/:id/services/:service/note', async (c) => {
      const typed = await readForm(c);
      const words = c.get('words').shortlists;
      const service = c.req.param('service');
      const checked = checkForm(noteForm(words), typed);
      if (!checked.ok) return showOne(c, { ...checked, status: 422, of: service });
      const saved = await shortlists.saveNote(askerOf(c), idOf(c), service, checked.value.note, versionIn(typed));
      if (saved.ok) return back(c, 'shortlist-note-saved');
      if (saved.error === 'not-found') return showProblem(c, 'not-found');
      return showOne(c, { typed, errors: { note: words.errors.noteStale }, status: 409, of: service });
    })
    .post('/:id/services/:service/move', async (c) => {
      const step = (await readForm(c)).step === 'up' ? 'up' : 'down';
      const moved = await shortlists.move(askerOf(c), idOf(c), c.req.param('service'), step);
      return moved.ok ? c.redirect(`/shortlists/${idOf(c)}#${c.req.param('service')}`, 303) : showProblem(c, 'not-found');
    })
    .post('/:id/services/:service/remove', async (c) => {
      const taken = await shortlists.takeOff(askerOf(c), idOf(c), c.req.param('service'));
      return taken.ok ? back(c, 'shortlist-item-removed', `removed=${c.req.param('service')}&`) : showProblem(c, 'not-found');
    })
    .post('/:id/services/:service/restore', async (c) => {
      const put = await shortlists.putBack(askerOf(c), idOf(c), c.req.param('service'));
      return put.ok ? back(c, 'shortlist-item-restored') : showProblem(c, 'not-found');
    });
};

const idOf = (c: C): string => c.req.param('id') ?? '';
const frame = (c: C) => ({ now: started(c), timeZone: askerOf(c).programme.settings.timeZone });
