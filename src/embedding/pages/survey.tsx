import { type Context, Hono } from 'hono';
import { type Door, show } from '../../identity/index.ts';
import { readForm, type Typed } from '../../platform/forms.ts';
import { secretFrom } from '../core/code.ts';
import type { OwnSurvey, Rounds, SurveyRefusal } from '../index.ts';
import { CodePage, SaidPage, SurveyPage } from './survey-view.tsx';
import { statementsOf } from './rounds-words.tsx';

type C = Context<Door>;
const statuses = { used: 410, over: 410, 'not-yet': 409 } as const;

/** Where somebody answers a survey, by a link or a code: no account, no name, and nothing kept until it is sent. */
export const surveyPage = ({ own }: Rounds, machineOf: (c: Context) => string) => {
  const refused = async (c: C, why: SurveyRefusal) => {
    const words = c.get('words').survey.answer;
    if (why === 'used') return show(c, <SaidPage title={words.usedTitle} lines={[words.usedText]} />, statuses.used);
    if (why === 'over') return show(c, <SaidPage title={words.overTitle} lines={[words.overText]} />, statuses.over);
    if (why === 'not-yet') return show(c, <SaidPage title={words.notYetTitle} lines={[words.notYetText]} />, statuses['not-yet']);
    const wait = await own.countGuess(machineOf(c));
    if (!wait) return show(c, <SaidPage title={words.unknownTitle} lines={[words.unknownText]} again />, 404);
    c.header('retry-after', String(wait));
    return show(c, <SaidPage title={words.waitTitle} lines={[words.waitText]} />, 429);
  };

  const opened = async (c: C, draw: (found: OwnSurvey) => Response | Promise<Response>) => {
    const found = await own.open(c.req.param('token') ?? '');
    if (!found.ok) return refused(c, found.error);
    c.set('programme', found.value.programme);
    return draw(found.value);
  };

  return new Hono<Door>()
    .get('/', (c) => show(c, <CodePage />))
    .post('/', async (c) => {
      const typed = await readForm(c);
      const code = secretFrom(String(typed['code'] ?? ''));
      if (/^[\w-]{1,100}$/.test(code)) return c.redirect(`/round/${code}`, 303);
      return show(c, <CodePage values={typed} errors={{ code: c.get('words').survey.answer.codeMissing }} />, 422);
    })
    .get('/:token', (c) => opened(c, (found) => show(c, <SurveyPage own={found} />)))
    .post('/:token', async (c) => {
      const typed = await readForm(c);
      return opened(c, async (found) => {
        const words = c.get('words').survey.answer;
        const again = (errors: Record<string, string>) => show(c, <SurveyPage own={found} values={typed} errors={errors} />, 422);
        const done = await own.answer(c.req.param('token'), answersIn(typed, found));
        if (done.ok) return show(c, <SaidPage title={words.doneTitle} lines={[words.doneText, words.doneMore]} />);
        if (done.error === 'nothing-said') return again({ _form: words.nothing });
        if (typeof done.error === 'object') return again(Object.fromEntries(done.error.impossible.map((id) => [id, words.impossible])));
        return refused(c, done.error);
      });
    });
};

/** What was ticked; what is no number is not an answer that any statement has. */
function answersIn(typed: Typed, { round }: OwnSurvey): Record<string, number> {
  const said = statementsOf(round, 'en').flatMap(({ id }) => {
    const value = typed[id];
    return typeof value === 'string' && value !== '' ? [[id, /^\d{1,2}$/.test(value) ? Number(value) : NaN] as const] : [];
  });
  return Object.fromEntries(said);
}
