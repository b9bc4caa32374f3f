import { type Context, Hono } from 'hono';
import { Button, Checkbox, Checkboxes, Form, InsetText, Page, TextArea, TextField, useWords } from '../../design/index.ts';
import { allow, askerOf, type Door, show, showProblem } from '../../identity/index.ts';
import { type Errors, readForm, type Typed } from '../../platform/forms.ts';
import type { Words } from '../../../locales/en/index.ts';
import { areasIn, type Place, postcodesIn } from '../core/areas-place.ts';
import type { CommunityNeeds, PlaceDetails, PlacesSeen } from '../index.ts';

type C = Context<Door>;
type Again = { typed?: Typed; errors?: Errors; stale?: boolean };

/** Naming a place, and what belongs to it. */
export const areaPlacesPage = (needs: CommunityNeeds) => {
  const draw = async (c: C, id?: string, again: Again = {}) => {
    const seen = await needs.seePlaces(askerOf(c));
    if (!seen.ok) return showProblem(c, seen.error);
    const place = seen.value.places.find((each) => each.id === id);
    if (id && !place) return showProblem(c, 'not-found');
    return show(c, <PlacePage seen={seen.value} place={place} {...again} />, again.stale ? 409 : again.errors ? 422 : 200);
  };
  const read = (c: C) => readForm(c, { many: ['practices', 'areas'] });

  return new Hono<Door>()
    .get('/new', allow('load areas'), (c) => draw(c))
    .post('/new', allow('load areas'), async (c) => {
      const typed = await read(c);
      const checked = checkedPlace(typed, c.get('words').areas.places.errors);
      if ('errors' in checked) return draw(c, undefined, { typed, errors: checked.errors });
      const added = await needs.addPlace(askerOf(c), checked.details);
      return added.ok ? c.redirect('/areas?done=needs-place-saved', 303) : showProblem(c, added.error);
    })
    .get('/:id', allow('load areas'), (c) => draw(c, c.req.param('id')))
    .post('/:id', allow('load areas'), async (c) => {
      const id = c.req.param('id');
      const typed = await read(c);
      const checked = checkedPlace(typed, c.get('words').areas.places.errors);
      if ('errors' in checked) return draw(c, id, { typed, errors: checked.errors });
      const asked = { ...checked.details, retired: typed['retired'] === 'yes' };
      const changed = await needs.changePlace(askerOf(c), id, asked, Number(typed['rowVersion']) || 0);
      if (changed.ok) return c.redirect('/areas?done=needs-place-saved', 303);
      return typeof changed.error === 'object' ? draw(c, id, { typed, stale: true }) : showProblem(c, changed.error);
    });
};

const most = { name: 100, areas: 500, postcodes: 200 };

function checkedPlace(typed: Typed, words: Words['areas']['places']['errors']): { details: PlaceDetails } | { errors: Errors } {
  const name = String(typed['name'] ?? '').trim();
  const { known: postcodes, unknown } = postcodesIn(String(typed['postcodes'] ?? ''));
  const practices = [typed['practices'] ?? []].flat();
  const areas = [...new Set([...[typed['areas'] ?? []].flat(), ...areasIn(String(typed['moreAreas'] ?? ''))])];
  const errors: Errors = {};
  if (!name) errors['name'] = words.name;
  if (name.length > most.name) errors['name'] = words.tooLong(most.name);
  if (unknown.length) errors['postcodes'] = words.postcodes(unknown.slice(0, 3).join(', '));
  else if (!postcodes.length && !practices.length && !areas.length) errors['postcodes'] = words.empty;
  else if (areas.length > most.areas || postcodes.length > most.postcodes) errors['postcodes'] = words.tooMany;
  return Object.keys(errors).length ? { errors } : { details: { name, postcodes, practices, areas } };
}

const mostBoxes = 60;

function PlacePage({ seen, place, typed, errors, stale }: Again & { seen: PlacesSeen; place: Place | undefined }) {
  const { places: words, title } = useWords().areas;
  const { fields } = words;
  const listed = seen.areas.length <= mostBoxes;
  const known = new Set(listed ? seen.areas.map(({ area }) => area) : []);
  const others = place?.areas.filter((area) => !known.has(area)) ?? [];
  return (
    <Page title={place ? words.change : words.add} caption={place?.name} back={{ href: '/areas', text: title }} errors={errors}>
      {stale && place && <InsetText>{words.stale(place.name)}</InsetText>}
      <Form action={place ? `/areas/places/${place.id}` : '/areas/places/new'} values={typed} rowVersion={place?.rowVersion}>
        <TextField name="name" label={fields.name} labelSize="s" value={place?.name} />
        <TextArea
          name="postcodes"
          label={fields.postcodes}
          labelSize="s"
          hint={fields.postcodesHint}
          rows={4}
          value={place?.postcodes.join('\n')}
          optional
        />
        <Checkboxes
          name="practices"
          label={fields.practices}
          labelSize="s"
          hint={fields.practicesHint}
          values={place?.practices}
          options={seen.practices.map(({ id, name }) => ({ value: id, text: name }))}
          optional
        />
        {listed && seen.areas.length > 0 && (
          <Checkboxes
            name="areas"
            label={fields.areas}
            labelSize="s"
            hint={fields.areasHint}
            values={place?.areas}
            options={seen.areas.map(({ area, name }) => ({ value: area, text: name ? `${name} (${area})` : area }))}
            optional
          />
        )}
        {(!listed || others.length > 0) && (
          <TextArea
            name="moreAreas"
            label={fields.areasTyped}
            labelSize="s"
            hint={fields.areasHint}
            rows={4}
            value={others.join('\n')}
            optional
          />
        )}
        {seen.areas.length === 0 && <p>{fields.areasNone}</p>}
        {place && <Checkbox name="retired" value="yes" label={fields.retired} checked={place.retiredAt !== null} />}
        {place && <p class="bothy-note">{words.changes}</p>}
        <Button preventDoubleClick>{words.save}</Button>
      </Form>
    </Page>
  );
}
