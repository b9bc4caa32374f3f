import { type Context, Hono } from 'hono';
import { allow, askerOf, type Door, show, showProblem } from '../../identity/index.ts';
import { type Errors, readForm } from '../../platform/forms.ts';
import type { Feeds } from '../index.ts';
import { MatchesPage, MatchPage } from './matches-view.tsx';
import { pageIn } from './page-in.ts';

type C = Context<Door>;

/** What may be here already: a person says. */
export const matchesPage = (feeds: Feeds) => {
  const showOne = async (c: C, id: string, errors?: Errors) => {
    const question = await feeds.question(askerOf(c), id);
    return question
      ? show(c, <MatchPage question={question} {...(errors && { errors })} />, errors ? 422 : 200)
      : showProblem(c, 'not-found');
  };
  return new Hono<Door>()
    .use(allow('curate directory'))
    .get('/', async (c) => {
      const page = pageIn(c);
      return show(c, <MatchesPage {...await feeds.questions(askerOf(c), page)} page={page} />);
    })
    .get('/:id', (c) => showOne(c, c.req.param('id')))
    .post('/:id', async (c) => {
      const id = c.req.param('id');
      const answer = String((await readForm(c))['answer'] ?? '');
      const { matches } = c.get('words').feeds;
      if (!answer) return showOne(c, id, { answer: matches.error });
      const answered = await feeds.answerQuestion(askerOf(c), id, answer === 'new' ? null : answer);
      if (answered.ok) return c.redirect('/matches?done=match-saved', 303);
      if (answered.error === 'taken') return showOne(c, id, { answer: matches.taken });
      return showProblem(c, answered.error === 'decided' ? 'changed-meanwhile' : 'not-found');
    });
};
