import {
  Button,
  Checkbox,
  Checkboxes,
  Chips,
  Columns,
  Form,
  Hidden,
  Page,
  Radios,
  Select,
  TextArea,
  TextField,
  TimeField,
  useWords,
  WarningCallout,
} from '../../design/index.ts';
import type { Errors, Typed } from '../../platform/forms.ts';
import { type EditPart, placeMark } from '../edit.ts';
import type { ServiceForm } from '../index.ts';
import { needs } from '../need.ts';
import { oftens } from '../often.ts';
import { weekdays } from '../schedule.ts';
import { accessibilities, attendances, audiences, statuses, waysToJoin } from '../service.ts';
import { ClosureFields, EnterSaves, FeedNote, feedOfAll, type FormProps, PlaceFields, Rows, Section, TimeFields } from './edit-fields.tsx';
import { placeLine } from './edit-lines.ts';
import { rowCount, textOf } from './edit-rows.ts';
import { timesOn } from './edit-service-form.ts';
import { Differences, type Difference } from './edit-side-by-side.tsx';
import { scheduleLine } from './facts.tsx';
import { OutOrBack } from './take-out.tsx';

type Props = { form: ServiceForm; typed: Typed; errors?: Errors; stale?: readonly Difference[] | undefined };

/** Everything of one service on one page, in the order in which one would tell somebody of it. */
export function EditService({ form, typed, errors = {}, stale }: Props) {
  const w = useWords().editing.service;
  const action = form.id === null ? '/services/new' : `/services/${form.id}/edit`;
  const fields = { form, action, typed, errors };
  const back = form.id === null ? { href: '/services/new' } : { href: `/services/${form.id}`, text: w.back };
  return (
    <Page
      title={form.id === null ? w.add : w.edit}
      caption={form.id === null ? w.by(form.organisation.name) : form.service.name}
      back={back}
      errors={errors}
    >
      {form.removed && <WarningCallout>{useWords().editing.takeOut.isOut}</WarningCallout>}
      {stale && <Differences rows={stale} />}
      <FeedNote feed={feedOfAll(form.feeds)} />
      <Form action={action} values={typed} rowVersion={textOf(typed, 'rowVersion') || form.version}>
        <EnterSaves />
        {form.id === null && <Hidden name="organisation" value={form.organisation.id} />}
        <About {...fields} />
        <Who {...fields} />
        <Joining {...fields} />
        <Where {...fields} />
        <When {...fields} />
        <Contact {...fields} />
        <Stands {...fields} />
        <Button preventDoubleClick>{form.id === null ? w.addButton : w.save}</Button>
      </Form>
      {form.id !== null && <OutOrBack action={`/services/${form.id}`} removed={form.removed} missing={errors['reason'] !== undefined} />}
    </Page>
  );
}

type Part = FormProps & { form: ServiceForm };

const options = <T extends string>(codes: readonly T[], names: Readonly<Record<T, string>>) =>
  codes.map((value) => ({ value, text: names[value] }));
const notes = ({ form }: Part, ...parts: EditPart[]) =>
  feedOfAll(form.feeds) === undefined && <FeedNote feed={parts.map((part) => form.feeds[part]).find(Boolean)} />;

function About(part: Part) {
  const { directory: d, editing } = useWords();
  const w = editing.service;
  return (
    <Section id="about" heading={w.aboutHeading}>
      {notes(part, 'name', 'description', 'needs')}
      <TextField name="name" label={w.name} />
      <TextArea name="description" label={w.description} hint={w.descriptionHint} rows={6} />
      <Chips name="needs" label={w.needs} labelSize="s" options={options(needs, d.needs)} />
    </Section>
  );
}

function Who(part: Part) {
  const { directory: d, editing } = useWords();
  const w = editing.service;
  return (
    <Section id="who" heading={w.whoHeading}>
      {notes(part, 'whoFor', 'ages', 'eligibility', 'languages')}
      <Chips name="whoFor" label={w.whoFor} labelSize="s" options={options(audiences, d.audiences)} />
      <Columns>
        <TextField name="minAge" label={w.minAge} width={3} inputmode="numeric" optional />
        <TextField name="maxAge" label={w.maxAge} width={3} inputmode="numeric" optional />
      </Columns>
      <TextArea name="eligibility" label={w.eligibility} hint={w.eligibilityHint} rows={2} optional />
      <Chips
        name="languages"
        label={w.languages}
        labelSize="s"
        options={Object.entries(d.languages).map(([value, text]) => ({ value, text }))}
      />
      <TextField name="otherLanguages" label={w.otherLanguages} hint={w.otherLanguagesHint} optional />
    </Section>
  );
}

function Joining(part: Part) {
  const { directory: d, editing } = useWords();
  const w = editing.service;
  return (
    <Section id="joining" heading={w.joinHeading}>
      {notes(part, 'join', 'cost', 'documents')}
      <Chips name="howToJoin" label={w.join} labelSize="s" options={options(waysToJoin, d.waysToJoin)} />
      <Radios name="free" label={w.free} labelSize="s" inline options={options(['yes', 'no', 'unknown'] as const, w.frees)} />
      <Rows
        {...part}
        kind="cost"
        legend={w.cost}
        more={w.moreCosts}
        parts={['option', 'amount']}
        row={(at) => (
          <Columns>
            <TextField name={`${at}option`} label={w.costOption} />
            <TextField name={`${at}amount`} label={w.costAmount} width={5} inputmode="decimal" />
            <Hidden name={`${at}currency`} value={String(part.typed[`${at}currency`] ?? '')} />
          </Columns>
        )}
      />
      <Rows
        {...part}
        kind="document"
        legend={w.document}
        more={w.moreDocuments}
        parts={['text']}
        row={(at) => <TextField name={`${at}text`} label={w.documents} optional />}
      />
    </Section>
  );
}

function Where(part: Part) {
  const { directory: d, editing } = useWords();
  const w = editing.service;
  const back = part.form.id === null ? '' : `service-${part.form.id}`;
  return (
    <Section id="where" heading={w.whereHeading}>
      {notes(part, 'attendance', 'places', 'access')}
      <Checkboxes name="attendance" label={w.attendance} labelSize="s" inline options={options(attendances, d.attendances)} />
      <PlaceFields {...part} places={part.form.places} label={w.chosen} hint={w.chosenHint} back={back} />
      <Chips name="accessibility" label={w.access} labelSize="s" options={options(accessibilities, d.accessibilities)} />
    </Section>
  );
}

function When(part: Part) {
  const all = useWords();
  const w = all.editing.service;
  const { form, typed } = part;
  const added = Array.from({ length: rowCount(typed, 'place') }, (_, nth) => ({ value: placeMark(nth), text: w.newPlace(nth + 1) }));
  const places = [
    { value: '', text: w.anyPlace },
    ...form.places.map((place) => ({ value: place.id, text: placeLine(place, all) })),
    ...added,
  ];
  return (
    <Section id="when" heading={w.whenHeading}>
      {notes(part, 'times', 'closures')}
      <Heading3>{w.times}</Heading3>
      <p class="nhsuk-hint">{w.timesHint}</p>
      <KeptTimes {...part} />
      <TimeFields {...part}>
        {(at) => (
          <>
            <Columns>
              <Select name={`${at}often`} label={w.often} options={options(oftens, w.oftens)} />
              {places.length > 1 && <Select name={`${at}place`} label={w.timePlace} options={places} />}
            </Columns>
            <Chips name={`${at}days`} label={w.days} labelSize="s" options={options(weekdays, all.directory.days)} />
            <Columns>
              <TimeField name={`${at}from`} label={w.from} hint={w.timeHint} />
              <TimeField name={`${at}to`} label={w.to} hint={w.timeHint} />
            </Columns>
          </>
        )}
      </TimeFields>
      <Heading3>{w.closures}</Heading3>
      <p class="nhsuk-hint">{w.closuresHint}</p>
      <ClosureFields {...part} />
    </Section>
  );
}

const Heading3 = ({ children }: { children: string }) => <h3 class="nhsuk-heading-s">{children}</h3>;

function KeptTimes({ form }: Part) {
  const { directory: d, editing } = useWords();
  const { kept } = timesOn(form.service.schedules);
  if (!kept.length) return null;
  return (
    <Checkboxes
      name="time-keep-out"
      label={editing.service.keptTimes}
      labelSize="s"
      hint={editing.service.keptTimesHint}
      options={kept.map((schedule, nth) => ({ value: String(nth), text: scheduleLine(schedule, d, ''), hint: editing.service.out }))}
    />
  );
}

function Contact(part: Part) {
  const w = useWords().editing.service;
  return (
    <Section id="contact" heading={w.contactHeading}>
      {notes(part, 'contact')}
      <Heading3>{w.public}</Heading3>
      <Columns>
        <TextField name="phone" label={w.phone} type="tel" width={20} optional />
        <TextField name="email" label={w.email} type="email" optional />
      </Columns>
      <TextField name="url" label={w.url} type="url" inputmode="url" optional />
      <Heading3>{w.requests}</Heading3>
      <p class="nhsuk-hint">{w.requestsHint}</p>
      <Columns>
        <TextField name="requestPhone" label={w.requestPhone} type="tel" width={20} optional />
        <TextField name="requestEmail" label={w.requestEmail} type="email" optional />
      </Columns>
    </Section>
  );
}

function Stands(part: Part) {
  const w = useWords().editing.service;
  return (
    <Section id="stands" heading={w.standsHeading}>
      {notes(part, 'status')}
      <Radios name="status" label={w.status} labelSize="s" options={options(statuses, w.statuses)} />
      <Checkbox name="checked" label={w.checked} hint={w.checkedHint} checked={part.typed['checked'] === 'yes'} />
    </Section>
  );
}
