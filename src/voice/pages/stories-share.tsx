import { type Context, Hono } from 'hono';
import { allow, askerOf, type Door, show, showProblem, started } from '../../identity/index.ts';
import { type Errors, readForm, type Typed } from '../../platform/forms.ts';
import { uses } from '../core/story.ts';
import type { Stories } from '../index.ts';
import { RecallPage, SharedStoryPage, SharePage, StoryPrint } from './stories-share-view.tsx';

type C = Context<Door>;
const share = allow('share stories');
const useIn = (text: unknown) => uses.find((each) => each === text);

/** For leads and managers: the stories that may be shared, and what has to be called back. */
export const storiesSharePage = (stories: Stories) => {
  const one = async (c: C, values: Typed = {}, errors?: Errors) => {
    const found = await stories.seeSharedOne(askerOf(c), c.req.param('story') ?? '');
    if (!found.ok) return showProblem(c, found.error);
    return show(c, <SharedStoryPage story={found.value} values={values} {...(errors && { errors })} />, errors ? 422 : 200);
  };
  const recalls = async (c: C, said: { at?: string; values?: Typed; errors?: Errors } = {}) => {
    const found = await stories.seeRecalls(askerOf(c));
    return found.ok ? show(c, <RecallPage seen={found.value} {...said} />, said.errors ? 422 : 200) : showProblem(c, found.error);
  };
  const line = (typed: Typed, name: string) =>
    String(typed[name] ?? '')
      .trim()
      .slice(0, 500);

  return new Hono<Door>()
    .get('/', share, async (c) => {
      const use = useIn(c.req.query('use'));
      const found = await stories.seeShared(askerOf(c), use);
      return found.ok ? show(c, <SharePage seen={found.value} use={use} />) : showProblem(c, found.error);
    })
    .get('/recall', share, (c) => recalls(c))
    .post('/recall/:use', share, async (c) => {
      const typed = await readForm(c);
      const how = line(typed, 'how');
      if (!how) return recalls(c, { at: c.req.param('use'), values: typed, errors: { how: c.get('words').stories.recall.howMissing } });
      const done = await stories.recalled(askerOf(c), c.req.param('use'), how);
      return done.ok ? c.redirect('/stories/recall?done=story-recalled', 303) : showProblem(c, done.error);
    })
    .get('/:story', share, (c) => one(c))
    .post('/:story/print', share, async (c) => {
      const words = c.get('words').stories.share;
      const typed = await readForm(c);
      const [use, whoGot] = [useIn(typed['use']), line(typed, 'whoGot')];
      if (!use || !whoGot) return one(c, typed, { ...(!use && { use: words.printChoose }), ...(!whoGot && { whoGot: words.printNoWho }) });
      const printed = await stories.printStory(askerOf(c), c.req.param('story'), { use, whoGot });
      if (printed.ok) return show(c, <StoryPrint story={printed.value} use={use} whoGot={whoGot} asker={askerOf(c)} now={started(c)} />);
      return printed.error === 'no-yes' ? one(c, typed, { _form: words.printNo }) : showProblem(c, printed.error);
    })
    .post('/:story/decide', share, async (c) => {
      const words = c.get('words').stories.share;
      const typed = await readForm(c);
      const decided = await stories.decide(askerOf(c), c.req.param('story'), {
        goOn: typed['decided'] === 'go-on',
        why: line(typed, 'why'),
      });
      if (decided.ok) return c.redirect('/stories?done=story-decided', 303);
      return decided.error === 'nothing-said' ? one(c, typed, { why: words.whyMissing }) : showProblem(c, decided.error);
    });
};
