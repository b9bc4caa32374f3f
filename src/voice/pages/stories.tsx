import { type Context, Hono } from 'hono';
import { allow, askerOf, type Door, mayAtAll, readsOf, show, showProblem } from '../../identity/index.ts';
import { checkForm, type Errors, readForm, type Typed } from '../../platform/forms.ts';
import { tellings } from '../core/story.ts';
import type { Stories, StorySeen } from '../index.ts';
import { OwnWorkPage, StoriesPage } from './stories-view.tsx';
import { answersForm, howForm, longest, takenBack, wordingForm } from './story-form.ts';
import { ReadOutPage, TakeBackPage } from './story-steps-view.tsx';
import { StoryPage } from './story-view.tsx';
import { swapIn } from './story-swap.ts';

type C = Context<Door>;
const gather = allow('gather stories');

/** Where link workers ask for stories, write them down, and have their tellers say yes to the words; of people, and of their own work. */
export const storiesPage = (stories: Stories) => {
  const whichOf = (c: C) => ({ person: c.req.param('id') ?? null, id: c.req.param('story') ?? '' });
  const ofPerson = (c: C) => ({ person: c.req.param('id') ?? '', id: c.req.param('story') ?? '' });
  const hereOf = (c: C) => {
    const { person, id } = whichOf(c);
    return person === null ? `/stories/mine/${id}` : `/people/${person}/stories/${id}`;
  };
  const seen = async (c: C, draw: (found: StorySeen) => Response | Promise<Response>) => {
    const found = await stories.seeStory(askerOf(c), whichOf(c));
    if (!found.ok) return showProblem(c, found.error);
    if (found.value.person) readsOf(c, found.value.person.id);
    return draw(found.value);
  };
  const again = (c: C, values: Typed, errors: Errors) =>
    seen(c, (found) => show(c, <StoryPage seen={found} values={values} errors={errors} />, 422));

  /** After a step: on with a notice, or the story again with why not. */
  const stepped = (c: C, done: Awaited<ReturnType<Stories['sendToCheck']>>, notice: string, typed: Typed = {}, field = '_form') => {
    if (done.ok) return c.redirect(`${hereOf(c)}?done=${notice}`, 303);
    if (done.error === 'not-found' || done.error === 'not-yours') return showProblem(c, done.error);
    return again(c, typed, { [field]: c.get('words').stories.one.refusals[done.error] });
  };

  const app = new Hono<Door>();
  const list = (c: C, values: Typed = {}, errors?: Errors) =>
    stories.seeStories(askerOf(c), c.req.param('id') ?? '').then((found) => {
      if (!found.ok) return showProblem(c, found.error);
      readsOf(c, found.value.person.id);
      return show(c, <StoriesPage seen={found.value} values={values} {...(errors && { errors })} />, errors ? 422 : 200);
    });
  app
    .get('/people/:id/stories', gather, (c) => list(c))
    .post('/people/:id/stories', gather, async (c) => {
      const words = c.get('words').stories.gather;
      const typed = await readForm(c);
      const how = tellings.find((each) => each === typed['how']);
      if (!how) return list(c, typed, { how: words.choose });
      const started = await stories.startStory(askerOf(c), c.req.param('id'), how);
      if (!started.ok) {
        if (started.error === 'not-found' || started.error === 'not-yours') return showProblem(c, started.error);
        return list(c, typed, { _form: words.quiet[started.error] });
      }
      const { story, token } = started.value;
      if (token) return c.redirect(`/my-story/${token}`, 303);
      const at = `/people/${c.req.param('id')}/stories`;
      return c.redirect(how === 'own-page' ? `${at}?done=story-link-sent` : `${at}/${story.id}`, 303);
    })
    .get('/stories/mine', gather, async (c) =>
      show(c, <OwnWorkPage lines={await stories.ownStories(askerOf(c))} sharer={mayAtAll(askerOf(c), 'share stories')} />),
    )
    .post('/stories/mine', gather, async (c) => {
      const started = await stories.startOwnStory(askerOf(c));
      return started.ok ? c.redirect(`/stories/mine/${started.value.id}`, 303) : showProblem(c, started.error);
    });

  for (const base of ['/people/:id/stories/:story', '/stories/mine/:story'] as const)
    app
      .get(base, gather, (c) => seen(c, (found) => show(c, <StoryPage seen={found} />)))
      .post(`${base}/told`, gather, async (c) => {
        const typed = await readForm(c);
        const original = String(typed['original'] ?? '').replaceAll('\r\n', '\n');
        if (original.length > longest) return again(c, typed, { original: c.get('words').stories.one.tooLong });
        return stepped(c, await stories.writeDown(askerOf(c), whichOf(c), original), 'story-kept', typed, 'original');
      })
      .post(`${base}/wording`, gather, (c) =>
        seen(c, async (found) => {
          const words = c.get('words').stories;
          const typed = swapIn(await readForm(c, { many: ['needs', 'cleared'] }), found, words);
          const checked = checkForm(wordingForm(words.one), typed);
          if (!checked.ok) return show(c, <StoryPage seen={found} values={typed} errors={checked.errors} />, 422);
          const saved = await stories.reword(askerOf(c), whichOf(c), checked.value);
          if (saved.ok) return c.redirect(`${hereOf(c)}?done=story-worded#wording`, 303);
          if (typeof saved.error === 'object') {
            const { stale } = saved.error;
            return show(
              c,
              <StoryPage seen={{ ...found, story: stale }} values={typed} theirs={stale} errors={{ words: words.one.stale }} />,
              409,
            );
          }
          return stepped(c, { ok: false, error: saved.error }, '', typed);
        }),
      )
      .post(`${base}/others`, gather, async (c) => {
        const typed = await readForm(c);
        const note = String(typed['note'] ?? '').trim();
        if (!note || note.length > 1000) return again(c, typed, { note: c.get('words').stories.one.noNote });
        return stepped(c, await stories.noteOthersYes(askerOf(c), whichOf(c), note), 'story-others', typed, 'note');
      })
      .get(`${base}/read-out`, gather, (c) =>
        seen(c, (found) => (found.story.version ? show(c, <ReadOutPage seen={found} />) : showProblem(c, 'not-found'))),
      )
      .post(`${base}/read-out`, gather, (c) =>
        seen(c, async (found) => {
          const words = c.get('words').stories.readOut;
          const typed = await readForm(c);
          const checked = checkForm(answersForm(c.get('words').stories), typed);
          const how = howForm(words.chooseHow).safeParse(found.person ? typed['how'] : 'in-person');
          if (!checked.ok || !how.success) {
            const errors = { ...(!checked.ok && checked.errors), ...(!how.success && { how: words.chooseHow }) };
            return show(c, <ReadOutPage seen={found} values={typed} errors={errors} />, 422);
          }
          return stepped(c, await stories.agreed(askerOf(c), whichOf(c), { ...checked.value, how: how.data }), 'story-approved');
        }),
      )
      .get(`${base}/take-back`, gather, (c) =>
        seen(c, (found) => (found.story.endedAt ? showProblem(c, 'not-found') : show(c, <TakeBackPage seen={found} />))),
      )
      .post(`${base}/take-back`, gather, (c) =>
        seen(c, async (found) => {
          const words = c.get('words').stories.takeBack;
          const typed = await readForm(c, { many: ['from'] });
          const from = takenBack(typed);
          const how = howForm(words.chooseHow).safeParse(found.person ? typed['how'] : 'in-person');
          if (!from || !how.success) {
            const errors = { ...(!from && { from: words.choose }), ...(!how.success && { how: words.chooseHow }) };
            return show(c, <TakeBackPage seen={found} values={typed} errors={errors} />, 422);
          }
          return stepped(c, await stories.takeBack(askerOf(c), whichOf(c), { from, how: how.data }), 'story-taken-back');
        }),
      );

  return app
    .post('/people/:id/stories/:story/send', gather, async (c) =>
      stepped(c, await stories.sendToCheck(askerOf(c), ofPerson(c)), 'story-link-sent'),
    )
    .post('/people/:id/stories/:story/again', gather, async (c) =>
      stepped(c, await stories.sendAgain(askerOf(c), ofPerson(c)), 'story-link-sent'),
    )
    .post('/people/:id/stories/:story/here', gather, async (c) => {
      const opened = await stories.openHere(askerOf(c), ofPerson(c));
      return opened.ok ? c.redirect(`/my-story/${opened.value}`, 303) : stepped(c, opened, '');
    });
};
