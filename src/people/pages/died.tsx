import { type Context, Hono } from 'hono';
import { allow, askerOf, type Door, readsOf, show, showProblem, started } from '../../identity/index.ts';
import { dayIn } from '../../platform/calendar.ts';
import { checkForm, type Errors, readForm, type Typed } from '../../platform/forms.ts';
import { recordDeath } from '../death.ts';
import { diedForm, undoForm } from './died-form.ts';
import { DiedFormPage, DiedSurePage, DiedToldPage } from './died-view.tsx';
import type { DeathSeen, Deaths } from '../index.ts';

type C = Context<Door, '/:id/died'>;

/** Writing down that somebody has died, gently and never in one step; and taking it back. */
export const diedPage = (deaths: Deaths) => {
  const withSeen = async (c: C, draw: (seen: DeathSeen) => Response | Promise<Response>): Promise<Response> => {
    const found = await deaths.see(askerOf(c), c.req.param('id'));
    if (!found.ok) return showProblem(c, found.error);
    readsOf(c, found.value.person.id);
    return draw(found.value);
  };
  const ask = (c: C, { person }: DeathSeen, values: Typed, errors: Errors) =>
    show(c, <DiedFormPage {...{ person, values, errors }} />, 422);
  const told = (c: C, seen: DeathSeen, typed?: { values: Typed; errors: Errors }) =>
    show(c, <DiedToldPage {...seen} {...typed} timeZone={askerOf(c).programme.settings.timeZone} />, typed ? 422 : 200);

  return new Hono<Door>()
    .use('/:id/died', allow('support person'))
    .get('/:id/died', (c) =>
      withSeen(c, (seen) =>
        seen.person.died || (seen.deaths.length > 0 && c.req.query('again') === undefined)
          ? told(c, seen)
          : show(c, <DiedFormPage person={seen.person} values={{}} />),
      ),
    )
    .post('/:id/died', async (c) => {
      const typed = await readForm(c, { days: ['on'] });
      return withSeen(c, async (seen) => {
        const { person } = seen;
        const words = c.get('words').died.errors;
        const checked = checkForm(diedForm(words), typed);
        if (!checked.ok) return ask(c, seen, typed, checked.errors);
        const { sure, ...said } = checked.value;
        const today = dayIn(askerOf(c).programme.settings.timeZone, started(c));
        const possible = recordDeath(person, said, { id: '', at: started(c), by: '', today });
        if (!possible.ok) {
          if (possible.error === 'recorded-already') return c.redirect(`/people/${person.id}/died`, 303);
          return ask(c, seen, typed, { on: words[possible.error] });
        }
        if (!sure) return show(c, <DiedSurePage {...{ person, said, typed }} />);
        const saved = await deaths.record(askerOf(c), person.id, said);
        if (saved.ok) return c.redirect(`/people/${person.id}/died?done=death-recorded`, 303);
        if (saved.error === 'not-found' || saved.error === 'not-yours') return showProblem(c, saved.error);
        return showProblem(c, 'changed-meanwhile');
      });
    })
    .use('/:id/died/undo', allow('support person'))
    .post('/:id/died/undo', async (c) => {
      const typed = await readForm(c);
      return withSeen(c, async (seen) => {
        const words = c.get('words');
        const checked = checkForm(undoForm({ ...words.people.errors, ...words.died.errors }), typed);
        if (!checked.ok) return told(c, seen, { values: typed, errors: checked.errors });
        const undone = await deaths.undo(askerOf(c), seen.person.id, checked.value.because);
        if (undone.ok) return c.redirect(`/people/${seen.person.id}/died?done=death-undone`, 303);
        return showProblem(c, undone.error === 'undone-already' ? 'changed-meanwhile' : undone.error);
      });
    });
};
