import { type Context, Hono } from 'hono';
import { ActionLink, Button, Columns, Form, Page, Select, TextArea, TextField, useWords, WarningCallout } from '../../design/index.ts';
import { allow, askerOf, type Door, show, showProblem } from '../../identity/index.ts';
import { type Errors, readForm, type Typed } from '../../platform/forms.ts';
import type { Words } from '../../../locales/en/index.ts';
import {
  type OrganisationEdit,
  type OrganisationPart,
  organisationParts,
  type OrganisationTyped,
  registers,
  takeOutReasons,
} from '../edit.ts';
import type { Directory, OrganisationForm } from '../index.ts';
import { EnterSaves, FeedNote, feedOfAll, PlaceFields, Rows, Section } from './edit-fields.tsx';
import { placeLine } from './edit-lines.ts';
import { readOrganisation, typedOf } from './edit-organisation-form.ts';
import { editFields, rowKinds, textOf, withAnother } from './edit-rows.ts';
import { ConfirmFeed, ConfirmNew, type Difference, Differences } from './edit-side-by-side.tsx';
import { OutOrBack } from './take-out.tsx';

type C = Context<Door>;

/** Adding an organisation by hand, changing one, taking it out and putting it back. */
export const editOrganisationPage = (directory: Directory) => {
  const again = (c: C, form: OrganisationForm, typed: Typed): Response | undefined => {
    const more = rowKinds.find((kind) => kind === typed['more']);
    if (more) return show(c, <EditOrganisation form={form} typed={withAnother(typed, more)} />);
    return typed['back'] ? show(c, <EditOrganisation form={form} typed={typed} />) : undefined;
  };
  const showForm = (c: C, form: OrganisationForm, errors: Errors = {}) =>
    show(c, <EditOrganisation form={form} typed={typedOf(form.organisation)} errors={errors} />, Object.keys(errors).length ? 422 : 200);

  return new Hono<Door>()
    .get('/new', allow('curate directory'), (c) => showForm(c, directory.blankOrganisation()))
    .post('/new', allow('curate directory'), async (c) => {
      const typed = await readForm(c, editFields);
      const form = directory.blankOrganisation();
      const first = again(c, form, typed);
      if (first) return first;
      const checked = readOrganisation(typed, form.organisation, form.places, c.get('words'));
      if (!checked.ok) return show(c, <EditOrganisation form={form} {...checked} />, 422);
      const added = await directory.addOrganisation(askerOf(c), checked.value, typed['sure'] === 'yes');
      if (added.ok) return c.redirect(`/services/new?organisation=${added.value}&done=organisation-added`, 303);
      const hrefOf = (id: string) => `/organisations/${id}/edit`;
      return show(c, <ConfirmNew alike={added.error.alike} hrefOf={hrefOf} action="/organisations/new" typed={typed} />);
    })
    .get('/:id/edit', allow('curate directory'), async (c) => {
      const form = await directory.organisationToEdit(askerOf(c), c.req.param('id'));
      return form ? showForm(c, form) : showProblem(c, 'not-found');
    })
    .post('/:id/edit', allow('curate directory'), async (c) => {
      const [asker, id] = [askerOf(c), c.req.param('id')];
      const typed = await readForm(c, editFields);
      const form = await directory.organisationToEdit(asker, id);
      if (!form) return showProblem(c, 'not-found');
      const first = again(c, form, typed);
      if (first) return first;
      const checked = readOrganisation(typed, form.organisation, form.places, c.get('words'));
      if (!checked.ok) return show(c, <EditOrganisation form={form} {...checked} />, 422);
      const ask = { version: Number(textOf(typed, 'rowVersion')) || 0, sure: typed['sure'] === 'yes' };
      const saved = await directory.saveOrganisation(asker, id, checked.value, ask);
      if (saved.ok) return c.redirect(`/organisations/${id}/edit?done=organisation-saved`, 303);
      if (saved.error === 'not-found') return showProblem(c, 'not-found');
      if ('stale' in saved.error) {
        const { stale } = saved.error;
        const newest = { ...typed, rowVersion: String(stale.version) };
        return show(c, <EditOrganisation form={stale} typed={newest} stale={differences(c, stale, checked.value)} />, 409);
      }
      const { confirm } = saved.error;
      const rows = differences(c, form, checked.value).filter(({ part }) => confirm.includes(part));
      return show(c, <ConfirmFeed caption={form.organisation.name} rows={rows} action={`/organisations/${id}/edit`} typed={typed} />);
    })
    .post('/:id/take-out', allow('curate directory'), async (c) => {
      const [asker, id] = [askerOf(c), c.req.param('id')];
      const words = c.get('words').editing.takeOut;
      const form = await directory.organisationToEdit(asker, id);
      if (!form) return showProblem(c, 'not-found');
      const typed = await readForm(c);
      const reason = takeOutReasons.find((each) => each === textOf(typed, 'reason'));
      if (!reason) return showForm(c, form, { reason: words.missing });
      const out = await directory.takeOutOrganisation(asker, id, reason);
      if (out.ok) return c.redirect(`/organisations/${id}/edit?done=organisation-taken-out`, 303);
      return typeof out.error === 'string'
        ? showProblem(c, out.error)
        : showForm(c, form, { reason: words.hasServices(out.error.services) });
    })
    .post('/:id/put-back', allow('curate directory'), async (c) => {
      const back = await directory.putBackOrganisation(askerOf(c), c.req.param('id'));
      return back ? c.redirect(`/organisations/${c.req.param('id')}/edit?done=organisation-put-back`, 303) : showProblem(c, 'not-found');
    });
};

function differences(
  c: C,
  { organisation, places, feeds }: OrganisationForm,
  typed: OrganisationTyped,
): (Difference & { part: OrganisationPart })[] {
  const words = c.get('words');
  const place = (id: string) => places.filter((each) => each.id === id).map((each) => placeLine(each, words));
  const yours = linesOf(typed, [...typed.chosen.flatMap(place), ...typed.added.map((each) => placeLine(each, words))], words);
  const now = linesOf(organisation, organisation.locations.flatMap(place), words);
  return organisationParts
    .filter((part) => now[part].join('\n') !== yours[part].join('\n'))
    .map((part) => ({ part, label: words.editing.organisation.parts[part], before: now[part], after: yours[part], from: feeds[part] }));
}

const linesOf = (of: Omit<OrganisationEdit, 'locations'>, places: string[], { editing: w }: Words): Record<OrganisationPart, string[]> => ({
  name: [of.name],
  description: of.description ? of.description.split('\n') : [],
  contact: [of.website, of.email, of.phone].flatMap((text) => text ?? []),
  identifiers: of.identifiers.map(({ scheme, number }) => `${w.organisation.registerNames[scheme] ?? scheme}: ${number}`),
  places,
});

type Props = { form: OrganisationForm; typed: Typed; errors?: Errors; stale?: readonly Difference[] };

function EditOrganisation({ form, typed, errors = {}, stale }: Props) {
  const all = useWords().editing;
  const w = all.organisation;
  const action = form.id === null ? '/organisations/new' : `/organisations/${form.id}/edit`;
  const fields = { action, typed, errors };
  const note = (...of: OrganisationPart[]) =>
    feedOfAll(form.feeds) === undefined && <FeedNote feed={of.map((part) => form.feeds[part]).find(Boolean)} />;
  const schemes = [...new Set([...registers, ...form.organisation.identifiers.map(({ scheme }) => scheme)])].filter(Boolean);
  return (
    <Page
      title={form.id === null ? w.add : w.edit}
      {...(form.id !== null && { caption: form.organisation.name })}
      back={{ href: '/services/new', text: w.back }}
      errors={errors}
    >
      {form.removed && <WarningCallout>{all.takeOut.isOut}</WarningCallout>}
      {stale && <Differences rows={stale} />}
      {form.id !== null && !form.removed && <ActionLink href={`/services/new?organisation=${form.id}`}>{w.addService}</ActionLink>}
      <Form action={action} values={typed} rowVersion={textOf(typed, 'rowVersion') || form.version}>
        <EnterSaves />
        <FeedNote feed={feedOfAll(form.feeds)} />
        {note('name', 'description')}
        <TextField name="name" label={w.name} />
        <TextArea name="description" label={w.description} rows={4} optional />
        <Section id="contact" heading={w.contactHeading}>
          {note('contact')}
          <TextField name="website" label={w.website} type="url" inputmode="url" optional />
          <Columns>
            <TextField name="email" label={w.email} type="email" optional />
            <TextField name="phone" label={w.phone} type="tel" width={20} optional />
          </Columns>
        </Section>
        <Section id="registered" heading={w.registers}>
          {note('identifiers')}
          <p class="nhsuk-hint">{w.identifiersHint}</p>
          <Rows
            {...fields}
            kind="identifier"
            legend={w.identifier}
            more={w.moreIdentifiers}
            parts={['number']}
            row={(at) => (
              <Columns>
                <Select
                  name={`${at}scheme`}
                  label={w.register}
                  options={schemes.map((value) => ({ value, text: w.registerNames[value] ?? value }))}
                />
                <TextField name={`${at}number`} label={w.number} width={20} code />
              </Columns>
            )}
          />
        </Section>
        <Section id="where" heading={w.whereHeading}>
          {note('places')}
          <PlaceFields
            {...fields}
            places={form.places}
            label={w.chosen}
            hint={w.chosenHint}
            back={form.id === null ? '' : `organisation-${form.id}`}
          />
        </Section>
        <Button preventDoubleClick>{form.id === null ? w.addButton : w.save}</Button>
      </Form>
      {form.id !== null && (
        <OutOrBack action={`/organisations/${form.id}`} removed={form.removed} missing={errors['reason'] !== undefined} />
      )}
    </Page>
  );
}
