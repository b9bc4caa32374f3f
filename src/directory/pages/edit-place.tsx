import { type Context, Hono } from 'hono';
import { Button, Form, Hidden, InsetText, Page, useWords } from '../../design/index.ts';
import { allow, askerOf, type Door, show, showProblem } from '../../identity/index.ts';
import { type Errors, readForm, type Typed } from '../../platform/forms.ts';
import type { Directory, PlaceForm } from '../index.ts';
import { PlaceRow } from './edit-fields.tsx';
import { addedPlaces } from './edit-service-form.ts';
import { editFields, textOf } from './edit-rows.ts';

type C = Context<Door>;

/** `service-<id>` or `organisation-<id>`: whose form to go back to. Nothing else leads anywhere. */
const backOf = (back: string): string => {
  const [, kind, id] = /^(service|organisation)-([0-9a-f-]{36})$/.exec(back) ?? [];
  return kind && id ? `/${kind}s/${id}/edit` : '/services/new';
};

/** Changing a place, on every service that is there. */
export const editPlacePage = (directory: Directory) => {
  const answer = (c: C, form: PlaceForm, typed: Typed, errors: Errors, status: 200 | 409 | 422, back: string) =>
    show(c, <EditPlace form={form} typed={typed} errors={errors} back={back} />, status);
  return new Hono<Door>()
    .get('/:id/edit', allow('curate directory'), async (c) => {
      const form = await directory.placeToEdit(askerOf(c), c.req.param('id'));
      return form ? answer(c, form, typedOf(form), {}, 200, c.req.query('back') ?? '') : showProblem(c, 'not-found');
    })
    .post('/:id/edit', allow('curate directory'), async (c) => {
      const [asker, id] = [askerOf(c), c.req.param('id')];
      const typed = await readForm(c, editFields);
      const form = await directory.placeToEdit(asker, id);
      if (!form) return showProblem(c, 'not-found');
      const errors: Errors = {};
      const back = textOf(typed, 'to');
      const words = c.get('words').editing;
      const [place] = addedPlaces({ ...typed, 'rows-place': '1' }, errors, words);
      if (!place) return answer(c, form, typed, { 'place-0-town': words.errors.town, ...errors }, 422, back);
      const saved = await directory.savePlace(asker, id, place, Number(textOf(typed, 'rowVersion')) || 0);
      if (saved.ok) return c.redirect(`${backOf(back)}?done=place-saved-everywhere`, 303);
      if (saved.error === 'not-found') return showProblem(c, 'not-found');
      const newest = await directory.placeToEdit(asker, id);
      return answer(c, newest ?? form, { ...typed, rowVersion: String(newest?.version) }, { _stale: words.place.stale }, 409, back);
    });
};

const typedOf = ({ place }: PlaceForm): Typed => ({
  'place-0-name': place.name,
  'place-0-address': place.address,
  'place-0-town': place.town,
  'place-0-postcode': place.postcode,
  'place-0-private': place.private ? ['yes'] : [],
});

function EditPlace({ form, typed, errors, back }: { form: PlaceForm; typed: Typed; errors: Errors; back: string }) {
  const w = useWords().editing.place;
  const { place } = form;
  return (
    <Page title={w.title} caption={place.name || place.town} back={{ href: backOf(back), text: w.back }} errors={errors}>
      {place.uses > 0 && <p>{w.shared(place.uses)}</p>}
      {place.private && (
        <InsetText>
          <p>{w.hidden}</p>
          <p>{w.open}</p>
        </InsetText>
      )}
      <Form action={`/places/${form.id}/edit`} values={typed} rowVersion={textOf(typed, 'rowVersion') || form.version}>
        <Hidden name="to" value={back} />
        <PlaceRow at="place-0-" />
        <Button preventDoubleClick>{w.save}</Button>
      </Form>
    </Page>
  );
}
