import { type Context, Hono } from 'hono';
import { allow, askerOf, type Door, readsOf, show, showProblem } from '../../identity/index.ts';
import { checkForm, type Errors, readForm, type Typed } from '../../platform/forms.ts';
import { isYes } from '../consent.ts';
import type { ConsentSeen, Consents, Line } from '../index.ts';
import { ConsentAskPage, WithdrawPage } from './consent-ask-view.tsx';
import { aboutIn, answerForm, pathOf, withdrawForm, withdrawPathOf } from './consent-form.ts';
import { ConsentPage } from './consent-view.tsx';

type C = Context<Door, '/:id/consent/:purpose'>;
type Asked = ConsentSeen & { line: Line };

/** What somebody agrees to: asking, writing it down, taking it back. */
export const consentPage = (consents: Consents) => {
  const about = (c: C) => aboutIn(c.req.param('purpose'), c.req.query('service'));

  const withLine = async (c: C, draw: (asked: Asked) => Response | Promise<Response>): Promise<Response> => {
    const named = about(c);
    const found = named && (await consents.ask(askerOf(c), c.req.param('id'), named));
    if (!found?.ok) return showProblem(c, found?.error ?? 'not-found');
    readsOf(c, found.value.person.id);
    return draw(found.value);
  };
  const ask = (c: C, asked: Asked, values: Typed = {}, errors?: Errors) =>
    show(c, <ConsentAskPage {...asked} values={values} {...(errors && { errors })} />, errors ? 422 : 200);
  const takeBack = (c: C, asked: Asked, values: Typed, errors?: Errors) =>
    show(c, <WithdrawPage {...asked} values={values} {...(errors && { errors })} />, errors ? 422 : 200);

  return new Hono<Door>()
    .get('/:id/consent', allow('see person'), async (c) => {
      const found = await consents.see(askerOf(c), c.req.param('id'));
      if (!found.ok) return showProblem(c, found.error);
      readsOf(c, found.value.person.id);
      return show(c, <ConsentPage {...found.value} />);
    })
    .use('/:id/consent/*', allow('support person'))
    .get('/:id/consent/:purpose', (c) => withLine(c, (asked) => ask(c, asked)))
    .post('/:id/consent/:purpose', async (c) => {
      const typed = await readForm(c);
      return withLine(c, async (asked) => {
        const checked = checkForm(answerForm(c.get('words').consent.askPage.errors), typed);
        if (!checked.ok) return ask(c, asked, typed, checked.errors);
        const saved = await consents.record(askerOf(c), asked.person.id, asked.line.about, checked.value);
        return saved.ok ? c.redirect(`/people/${asked.person.id}/consent?done=consent-saved`, 303) : showProblem(c, saved.error);
      });
    })
    .get('/:id/consent/:purpose/withdraw', (c) =>
      withLine(c, (asked) =>
        isYes(asked.line.standing)
          ? takeBack(c, asked, { services: asked.lines.flatMap(({ about: { recipient } }) => recipient ?? []) })
          : c.redirect(pathOf(asked.person.id, asked.line.about), 303),
      ),
    )
    .post('/:id/consent/:purpose/withdraw', async (c) => {
      const typed = await readForm(c, { many: ['services'] });
      return withLine(c, async (asked) => {
        const checked = checkForm(withdrawForm(c.get('words').consent.withdrawPage.errors), typed);
        if (!checked.ok) return takeBack(c, asked, typed, checked.errors);
        const taken = await consents.withdraw(askerOf(c), asked.person.id, asked.line.about, checked.value);
        if (!taken.ok)
          return taken.error === 'nothing-given'
            ? c.redirect(withdrawPathOf(asked.person.id, asked.line.about), 303)
            : showProblem(c, taken.error);
        const next = taken.value === 'share-with-service' ? 'sharing' : 'consent';
        return c.redirect(`/people/${asked.person.id}/${next}?done=consent-withdrawn`, 303);
      });
    });
};
