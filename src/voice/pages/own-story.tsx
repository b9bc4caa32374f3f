import { type Context, Hono, type MiddlewareHandler } from 'hono';
import { type Door, show } from '../../identity/index.ts';
import { checkForm, type Errors, readForm, type Typed } from '../../platform/forms.ts';
import { uses } from '../core/story.ts';
import type { OwnStory, OwnStoryRefusal, Stories } from '../index.ts';
import { CheckPage, SaidPage, StandsPage, TakeMineBackPage, TellPage, ToldPage } from './own-story-view.tsx';
import { answersForm, longest, takenBack } from './story-form.ts';

type C = Context<Door>;

/** Somebody's own page: to tell, to say yes to the words, and to take them back. No account, no name but their first, and a quick way out. */
export const ownStoryPage = ({ own }: Stories, machineOf: (c: Context) => string) => {
  const tokenOf = (c: C) => c.req.param('token') ?? '';
  const hereOf = (c: C) => `/my-story/${tokenOf(c)}`;

  const refused = async (c: C, why: OwnStoryRefusal) => {
    const words = c.get('words').stories.own;
    if (why === 'over') return show(c, <SaidPage title={words.overTitle} text={words.overText} />, 410);
    const wait = await own.countGuess(machineOf(c));
    if (!wait) return show(c, <SaidPage title={words.unknownTitle} text={words.unknownText} />, 404);
    c.header('retry-after', String(wait));
    return show(c, <SaidPage title={words.waitTitle} text={words.waitText} />, 429);
  };
  const opened = async (c: C, draw: (found: OwnStory) => Response | Promise<Response>) => {
    const found = await own.open(tokenOf(c));
    if (!found.ok) return refused(c, found.error);
    c.set('programme', found.value.programme);
    return draw(found.value);
  };
  const typedOf = async (c: C) => {
    const typed = await readForm(c);
    return { typed, words: String(typed['words'] ?? '').replaceAll('\r\n', '\n') };
  };

  /** The page as it stands, which may be another than that on which the form was. */
  const draw = (c: C, found: OwnStory, said: { values?: Typed; errors?: Errors; open?: boolean } = {}) => {
    const here = hereOf(c);
    const status = said.errors ? 422 : 200;
    switch (found.page) {
      case 'tell':
        return show(c, <TellPage own={found} here={here} kept={c.req.query('kept') === 'yes'} {...said} />, status);
      case 'check':
        return show(c, <CheckPage own={found} here={here} {...said} />, status);
      case 'told':
        return show(c, <ToldPage own={found} here={here} />);
      case 'approved':
        return show(c, <StandsPage own={found} here={here} />);
      case 'taken-back': {
        const words = c.get('words').stories.own;
        return show(c, <SaidPage title={words.takenBackTitle} text={words.takenBackText} />);
      }
    }
  };

  return new Hono<Door>()
    .use('/:token', offerWayOut)
    .use('/:token/*', offerWayOut)
    .get('/:token', (c) => opened(c, (found) => draw(c, found)))
    .post('/:token/keep', (c) =>
      opened(c, async (found) => {
        const { typed, words } = await typedOf(c);
        if (words.length > longest) return draw(c, found, { values: typed, errors: { words: c.get('words').stories.own.tooLong } });
        await own.keep(tokenOf(c), words);
        return c.redirect(`${hereOf(c)}?kept=yes`, 303);
      }),
    )
    .post('/:token/tell', (c) =>
      opened(c, async (found) => {
        const said = c.get('words').stories.own;
        const { typed, words } = await typedOf(c);
        if (words.length > longest) return draw(c, found, { values: typed, errors: { words: said.tooLong } });
        const told = await own.tell(tokenOf(c), words);
        if (!told.ok && told.error === 'nothing-said') return draw(c, found, { values: typed, errors: { words: said.nothing } });
        return c.redirect(hereOf(c), 303);
      }),
    )
    .post('/:token/yes', (c) =>
      opened(c, async (found) => {
        const words = c.get('words').stories.own;
        const { typed } = await typedOf(c);
        const checked = checkForm(answersForm(c.get('words').stories), typed);
        if (!checked.ok) return draw(c, found, { values: typed, errors: checked.errors });
        const said = await own.approve(tokenOf(c), checked.value);
        if (!said.ok && said.error === 'not-checking' && found.page === 'check')
          return draw(c, found, { values: typed, errors: { _form: words.changed } });
        return c.redirect(hereOf(c), 303);
      }),
    )
    .post('/:token/not-right', (c) =>
      opened(c, async (found) => {
        const words = c.get('words').stories.own;
        const typed = await readForm(c);
        const said = String(typed['said'] ?? '').trim();
        if (!said || said.length > 2000) return draw(c, found, { values: typed, errors: { said: words.nothingSaid }, open: true });
        const noted = await own.notRight(tokenOf(c), said);
        return noted.ok ? show(c, <SaidPage title={words.notRightTitle} text={words.notRightText} />) : c.redirect(hereOf(c), 303);
      }),
    )
    .get('/:token/take-back', (c) =>
      opened(c, (found) => (found.page === 'taken-back' ? draw(c, found) : show(c, <TakeMineBackPage own={found} here={hereOf(c)} />))),
    )
    .post('/:token/take-back', (c) =>
      opened(c, async (found) => {
        const words = c.get('words').stories.own;
        const from = takenBack(await readForm(c, { many: ['from'] }));
        if (!from) return show(c, <TakeMineBackPage own={found} here={hereOf(c)} errors={{ from: words.takeBackChoose }} />, 422);
        await own.takeBack(tokenOf(c), from);
        const untold = found.page === 'tell' && !found.expired;
        const part = from !== 'all' && uses.some((use) => !from.includes(use));
        if (untold) return show(c, <SaidPage title={words.noTitle} text={words.noText} />);
        return show(
          c,
          <SaidPage title={part ? words.partTitle : words.takenBackTitle} text={part ? words.partText : words.takenBackText} />,
        );
      }),
    );
};

const offerWayOut: MiddlewareHandler<Door> = async (c, next) => {
  c.set('quickExit', true);
  await next();
};
