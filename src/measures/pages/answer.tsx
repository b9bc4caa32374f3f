import { type Context, Hono, type MiddlewareHandler } from 'hono';
import { type Door, show } from '../../identity/index.ts';
import { readForm, type Typed } from '../../platform/forms.ts';
import type { Measures, OwnMeasure, OwnRefusal } from '../index.ts';
import { whysNot } from '../measure.ts';
import { AllPage, CheckPage, NoPage, OnePage, RingNowPage, SaidPage, StartPage } from './answer-view.tsx';
import { answersIn, fieldOf } from './asked.ts';

type C = Context<Door>;

/** Somebody's own page, opened by the link that they were sent: no account, no name but their first, and a quick way out. */
export const answerPage = ({ own }: Measures, machineOf: (c: Context) => string) => {
  const hereOf = (c: C) => `/answer/${c.req.param('token')}`;

  const refused = async (c: C, why: OwnRefusal) => {
    const words = c.get('words').measures.own;
    if (why !== 'unknown') return show(c, <SaidPage title={words[`${why}Title`]} text={words[`${why}Text`]} />, 410);
    const wait = await own.countGuess(machineOf(c));
    if (!wait) return show(c, <SaidPage title={words.unknownTitle} text={words.unknownText} />, 404);
    c.header('retry-after', String(wait));
    return show(c, <SaidPage title={words.waitTitle} text={words.waitText} />, 429);
  };

  const opened = async (c: C, draw: (found: OwnMeasure) => Response | Promise<Response>) => {
    const found = await own.open(c.req.param('token') ?? '');
    if (!found.ok) return refused(c, found.error);
    c.set('programme', found.value.programme);
    return draw(found.value);
  };

  /** The place of a question, from 1; nothing for what is no place. */
  const placeOf = (c: C, { items }: OwnMeasure): number | undefined => {
    const place = Number(c.req.param('place'));
    return Number.isInteger(place) && place >= 1 && place <= items.length ? place : undefined;
  };

  /** Keeps what was ticked, then goes on; an answer that tells of danger is met at once. */
  const keep = async (c: C, found: OwnMeasure, typed: Typed, next: string, again: (field: string) => Response) => {
    const kept = await own.keep(c.req.param('token') ?? '', answersIn(typed, found.items));
    if (kept.ok) {
      if (!kept.value.alarm) return c.redirect(next, 303);
      return c.redirect(`${hereOf(c)}/ring?then=${next.endsWith('check') ? 'check' : next.slice(next.lastIndexOf('/') + 1)}`, 303);
    }
    return typeof kept.error === 'string' ? refused(c, kept.error) : again(fieldOf(kept.error.impossible[0]!));
  };

  return new Hono<Door>()
    .use('/:token', offerWayOut)
    .use('/:token/*', offerWayOut)
    .get('/:token', (c) => opened(c, (found) => show(c, <StartPage own={found} here={hereOf(c)} />)))
    .get('/:token/all', (c) => opened(c, (found) => show(c, <AllPage own={found} here={hereOf(c)} />)))
    .post('/:token/all', (c) =>
      opened(c, async (found) => {
        const words = c.get('words').measures.own;
        const typed = await readForm(c);
        return keep(c, found, typed, `${hereOf(c)}/check`, (field) =>
          show(c, <AllPage own={found} here={hereOf(c)} values={typed} errors={{ [field]: words.impossible }} />, 422),
        );
      }),
    )
    .get('/:token/check', (c) => opened(c, (found) => show(c, <CheckPage own={found} here={hereOf(c)} />)))
    .post('/:token/check', (c) =>
      opened(c, async (found) => {
        const words = c.get('words').measures.own;
        const done = await own.finish(c.req.param('token'));
        if (done.ok) return show(c, <SaidPage title={words.doneTitle} text={words.doneText} />);
        if (done.error === 'nothing-said')
          return show(c, <CheckPage own={found} here={hereOf(c)} errors={{ _form: words.nothing }} />, 422);
        return refused(c, done.error);
      }),
    )
    .get('/:token/no', (c) => opened(c, () => show(c, <NoPage here={hereOf(c)} />)))
    .post('/:token/no', (c) =>
      opened(c, async () => {
        const words = c.get('words').measures.own;
        const typed = await readForm(c);
        const done = await own.sayNo(c.req.param('token'), whysNot.find((each) => each === typed['whyNot']) ?? 'rather-not');
        return done.ok ? show(c, <SaidPage title={words.doneTitle} text={words.noDoneText} />) : refused(c, done.error);
      }),
    )
    .get('/:token/ring', (c) =>
      opened(c, (found) => {
        const then = c.req.query('then') ?? '';
        const next = /^(check|\d{1,3})$/.test(then) ? `${hereOf(c)}/${then}` : hereOf(c);
        return show(c, <RingNowPage programme={found.programme} next={next} />);
      }),
    )
    .get('/:token/:place', (c) =>
      opened(c, (found) => {
        const place = placeOf(c, found);
        return place ? show(c, <OnePage own={found} here={hereOf(c)} place={place} />) : c.redirect(hereOf(c), 303);
      }),
    )
    .post('/:token/:place', (c) =>
      opened(c, async (found) => {
        const words = c.get('words').measures.own;
        const place = placeOf(c, found);
        if (!place) return c.redirect(hereOf(c), 303);
        const typed = await readForm(c);
        const item = found.items[place - 1]!;
        const again = (field: string, error: string) =>
          show(c, <OnePage own={found} here={hereOf(c)} place={place} values={typed} errors={{ [field]: error }} />, 422);
        if (answersIn(typed, [item])[item.id] === undefined) return again(fieldOf(item.id), words.choose);
        const next = place < found.items.length ? `${hereOf(c)}/${place + 1}` : `${hereOf(c)}/check`;
        return keep(c, found, typed, next, (field) => again(field, words.impossible));
      }),
    );
};

const offerWayOut: MiddlewareHandler<Door> = async (c, next) => {
  c.set('quickExit', true);
  await next();
};
