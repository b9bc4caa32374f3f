import { type Context, Hono } from 'hono';
import { allow, askerOf, type Door, readsOf, show, showProblem, started } from '../../identity/index.ts';
import { dayIn } from '../../platform/calendar.ts';
import { readForm, type Typed } from '../../platform/forms.ts';
import { askedOf, readSection } from '../core/read-section.ts';
import { isSection, type SectionId, sectionOf, teamSections } from '../core/sections.ts';
import type { OneSection, People } from '../index.ts';
import { AboutPage } from './about-view.tsx';
import { learntFrom, valuesBefore } from './communication.ts';
import { SectionHistoryPage } from './section-history.tsx';
import { errorsInWords } from './section-values.ts';
import { savedValues, SectionPage } from './section-view.tsx';

type C = Context<Door>;
const zoneOf = (c: C) => askerOf(c).programme.settings.timeZone;

/** What is written down about a person, section by section, each with every version. */
export const aboutPage = (people: People) => {
  const sectionIn = (c: C): SectionId | undefined => {
    const id = c.req.param('section') ?? '';
    return isSection(id) && teamSections.includes(id) ? id : undefined;
  };
  const showSection = (
    c: C,
    id: SectionId,
    seen: OneSection,
    form: Partial<Parameters<typeof SectionPage>[0]>,
    status: 200 | 409 | 422,
  ) => {
    readsOf(c, seen.person.id, ...seen.ties.map(({ person }) => person.id));
    const version = seen.current?.version ?? 0;
    const values = seen.current ? savedValues(id, seen.current) : valuesBefore(id, seen.person);
    return show(c, <SectionPage id={id} seen={seen} values={values} version={version} timeZone={zoneOf(c)} {...form} />, status);
  };
  const save = async (c: C, id: SectionId, seen: OneSection, typed: Typed) => {
    const section = sectionOf(id);
    const version = Number(typed['rowVersion']) || 0;
    const read = readSection(section, typed, dayIn(zoneOf(c), started(c)));
    if (!read.ok) {
      const errors = errorsInWords(read.error, c.get('words').aboutPerson.errors);
      return showSection(c, id, seen, { values: typed, version, errors }, 422);
    }
    const learnt = learntFrom(id, read.value, c.get('words'));
    const saved = await people.saveSection(askerOf(c), seen.person.id, { section: id, content: read.value, version, learnt });
    if (saved.ok) {
      const next = typed['more'] ? `/${id}` : '';
      return c.redirect(`/people/${seen.person.id}/about${next}?done=section-saved`, 303);
    }
    if (typeof saved.error === 'string') return showProblem(c, saved.error);
    const { stale } = saved.error;
    return showSection(c, id, seen, { values: typed, version: stale.version, stale: { saved: stale, typed: read.value } }, 409);
  };

  return new Hono<Door>()
    .use('/:id/about', allow('see person'))
    .use('/:id/about/*', allow('support person'))
    .get('/:id/about', async (c) => {
      const found = await people.seeAbout(askerOf(c), c.req.param('id'));
      if (!found.ok) return showProblem(c, found.error);
      readsOf(c, found.value.person.id, ...found.value.ties.map(({ person }) => person.id));
      return show(c, <AboutPage about={found.value} timeZone={zoneOf(c)} />);
    })
    .post('/:id/about/people/link', async (c) => {
      const typed = await readForm(c);
      const other = String(typed['other'] ?? '') || null;
      const tied = await people.tiePeople(askerOf(c), c.req.param('id'), String(typed['row'] ?? ''), other);
      if (!tied.ok) return showProblem(c, tied.error);
      return c.redirect(`/people/${c.req.param('id')}/about/people?done=${other ? 'people-linked' : 'people-unlinked'}`, 303);
    })
    .get('/:id/about/:section', async (c) => {
      const id = sectionIn(c);
      if (!id) return showProblem(c, 'not-found');
      const found = await people.seeSection(askerOf(c), c.req.param('id'), id);
      return found.ok ? showSection(c, id, found.value, {}, 200) : showProblem(c, found.error);
    })
    .post('/:id/about/:section', async (c) => {
      const id = sectionIn(c);
      if (!id) return showProblem(c, 'not-found');
      const found = await people.seeSection(askerOf(c), c.req.param('id'), id);
      if (!found.ok) return showProblem(c, found.error);
      return save(c, id, found.value, await readForm(c, askedOf(sectionOf(id))));
    })
    .get('/:id/about/:section/history', async (c) => {
      const id = sectionIn(c);
      if (!id) return showProblem(c, 'not-found');
      const found = await people.historyOfSection(askerOf(c), c.req.param('id'), id);
      if (!found.ok) return showProblem(c, found.error);
      readsOf(c, found.value.person.id);
      return show(c, <SectionHistoryPage id={id} {...found.value} timeZone={zoneOf(c)} />);
    });
};
