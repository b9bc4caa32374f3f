import { type Context, Hono } from 'hono';
import { allow, askerOf, type Door, show, showProblem, started } from '../../identity/index.ts';
import { dayIn } from '../../platform/calendar.ts';
import { readForm, type Typed } from '../../platform/forms.ts';
import { type EditPart, parts, type ServiceTyped, takeOutReasons } from '../edit.ts';
import type { Directory, ServiceForm } from '../index.ts';
import { ChooseOrganisation } from './edit-choose.tsx';
import { linesOf, typedService } from './edit-lines.ts';
import { editFields, rowKinds, textOf, withAnother } from './edit-rows.ts';
import { readService, typedOf } from './edit-service-form.ts';
import { EditService } from './edit-service-view.tsx';
import { ConfirmFeed, ConfirmNew, type Difference } from './edit-side-by-side.tsx';

type C = Context<Door>;

/** Adding a service by hand, changing one, taking it out and putting it back. */
export const editServicePage = (directory: Directory) => {
  /** What is asked of the form itself: one more row, or back from a question. */
  const again = (c: C, form: ServiceForm, typed: Typed): Response | undefined => {
    const more = rowKinds.find((kind) => kind === typed['more']);
    if (more) return show(c, <EditService form={form} typed={withAnother(typed, more)} />);
    return typed['back'] ? show(c, <EditService form={form} typed={typed} />) : undefined;
  };

  return new Hono<Door>()
    .get('/new', allow('curate directory'), async (c) => {
      const organisation = c.req.query('organisation');
      if (organisation === undefined) return show(c, <ChooseOrganisation />);
      const form = await directory.blankService(askerOf(c), organisation);
      return form
        ? show(c, <EditService form={form} typed={typedOf(form.service, c.get('words').directory)} />)
        : showProblem(c, 'not-found');
    })
    .post('/new', allow('curate directory'), async (c) => {
      const typed = await readForm(c, editFields);
      const asker = askerOf(c);
      if (!textOf(typed, 'organisation')) {
        const name = textOf(typed, 'find');
        const errors = name ? {} : { find: c.get('words').editing.choose.missing };
        const found = name ? await directory.organisationsNamed(asker, name) : undefined;
        return show(c, <ChooseOrganisation typed={typed} errors={errors} found={found} />, name ? 200 : 422);
      }
      const form = await directory.blankService(asker, textOf(typed, 'organisation'));
      if (!form) return showProblem(c, 'not-found');
      const first = again(c, form, typed);
      if (first) return first;
      const checked = readService(typed, form.service, form.places, c.get('words'));
      if (!checked.ok) return show(c, <EditService form={form} {...checked} />, 422);
      const added = await directory.addService(asker, form.organisation.id, checked.value, typed['sure'] === 'yes');
      if (added.ok) return c.redirect(`/services/${added.value}?done=service-added`, 303);
      if (added.error === 'not-found') return showProblem(c, 'not-found');
      return show(c, <ConfirmNew alike={added.error.alike} hrefOf={(id) => `/services/${id}`} action="/services/new" typed={typed} />);
    })
    .get('/:id/edit', allow('curate directory'), async (c) => {
      const form = await directory.serviceToEdit(askerOf(c), c.req.param('id'));
      return form
        ? show(c, <EditService form={form} typed={typedOf(form.service, c.get('words').directory)} />)
        : showProblem(c, 'not-found');
    })
    .post('/:id/edit', allow('curate directory'), async (c) => {
      const [asker, id] = [askerOf(c), c.req.param('id')];
      const typed = await readForm(c, editFields);
      const form = await directory.serviceToEdit(asker, id);
      if (!form) return showProblem(c, 'not-found');
      const first = again(c, form, typed);
      if (first) return first;
      const checked = readService(typed, form.service, form.places, c.get('words'));
      if (!checked.ok) return show(c, <EditService form={form} {...checked} />, 422);
      const version = Number(textOf(typed, 'rowVersion')) || 0;
      const saved = await directory.saveService(asker, id, checked.value, { version, sure: typed['sure'] === 'yes' });
      if (saved.ok) return c.redirect(`/services/${id}?done=service-saved`, 303);
      if (saved.error === 'not-found') return showProblem(c, 'not-found');
      if ('stale' in saved.error) {
        const { stale } = saved.error;
        const newest = { ...typed, 'time-keep-out': [], rowVersion: String(stale.version) };
        return show(c, <EditService form={stale} typed={newest} stale={differences(c, stale, checked.value)} />, 409);
      }
      const { confirm, after } = saved.error;
      const rows = differences(c, form, checked.value, after).filter(({ part }) => confirm.includes(part));
      return show(c, <ConfirmFeed caption={form.service.name} rows={rows} action={`/services/${id}/edit`} typed={typed} />);
    })
    .post('/:id/take-out', allow('curate directory'), async (c) => {
      const [asker, id] = [askerOf(c), c.req.param('id')];
      const typed = await readForm(c);
      const chosen = takeOutReasons.find((each) => each === textOf(typed, 'reason'));
      const form = await directory.serviceToEdit(asker, id);
      if (!form) return showProblem(c, 'not-found');
      if (!chosen) {
        const errors = { reason: c.get('words').editing.takeOut.missing };
        return show(c, <EditService form={form} typed={typedOf(form.service, c.get('words').directory)} errors={errors} />, 422);
      }
      await directory.takeOutService(asker, id, chosen);
      return c.redirect(`/services/${id}/edit?done=service-taken-out`, 303);
    })
    .post('/:id/put-back', allow('curate directory'), async (c) => {
      const back = await directory.putBackService(askerOf(c), c.req.param('id'));
      return back ? c.redirect(`/services/${c.req.param('id')}/edit?done=service-put-back`, 303) : showProblem(c, 'not-found');
    });
};

/** What the directory says now beside what was typed, part by part, where they are not the same to read. */
function differences(c: C, form: ServiceForm, typed: ServiceTyped, after = typedNow(c, form, typed)): (Difference & { part: EditPart })[] {
  const words = c.get('words');
  const [now, yours] = [linesOf(form.service, words), linesOf(after, words)];
  return parts
    .filter((part) => now[part].join('\n') !== yours[part].join('\n'))
    .map((part) => ({ part, label: words.editing.parts[part], before: now[part], after: yours[part], from: form.feeds[part] }));
}

function typedNow(c: C, form: ServiceForm, typed: ServiceTyped) {
  const asker = askerOf(c);
  return typedService(typed, form.service, form.places, dayIn(asker.programme.settings.timeZone, started(c)), asker.name);
}
