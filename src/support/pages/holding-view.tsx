import {
  Button,
  ButtonRow,
  DateField,
  type Errors,
  Form,
  formatDate,
  Hidden,
  Radios,
  TextArea,
  TextField,
  useWords,
  type Values,
  WarningCallout,
} from '../../design/index.ts';
import { PersonPage } from '../../people/index.ts';
import { addDays } from '../../platform/calendar.ts';
import type { BeforeHolding } from '../index.ts';
import { heldDays, holdReasons } from '../holding.ts';

type Props = { before: BeforeHolding; timeZone: string; values?: Values; errors?: Errors; changed?: boolean };

/** What they wait for, and when somebody looks again. */
export function HoldPage({ before, timeZone, values = {}, errors, changed }: Props) {
  const words = useWords().caseloads.holding;
  const { person, today } = before;
  const reveal = {
    service: <WhichService before={before} timeZone={timeZone} />,
    nowhere: <WhichGap before={before} timeZone={timeZone} />,
  };
  return (
    <PersonPage person={person} title={words.title} errors={errors} errorIds={{ reviewOn: 'reviewOn-day' }}>
      {changed && <WarningCallout headingLevel={2}>{words.changed}</WarningCallout>}
      <p>{words.intro}</p>
      <Form action={`/people/${person.id}/hold`} values={values}>
        <Radios
          name="because"
          label={words.because}
          labelSize="m"
          options={holdReasons.map((value) => ({
            value,
            text: words.reasons[value],
            hint: words.hints[value] || undefined,
            ...((value === 'service' || value === 'nowhere') && { reveal: reveal[value] }),
          }))}
        />
        <TextArea name="words" label={words.words} labelSize="m" hint={words.wordsHint} rows={3} optional />
        <DateField name="reviewOn" label={words.reviewOn} labelSize="m" hint={words.reviewHint} value={addDays(today, 28)} />
        <ButtonRow>
          <Button preventDoubleClick>{words.save}</Button>
          <a href={`/people/${person.id}`}>{useWords().caseloads.cancel}</a>
        </ButtonRow>
      </Form>
    </PersonPage>
  );
}

function WhichService({ before: { awaited } }: Pick<Props, 'before' | 'timeZone'>) {
  const words = useWords().caseloads.holding;
  const { state } = useWords().connections;
  const options = awaited.map(({ id, service, status, kind }) => ({ value: id, text: service, hint: state(status, kind) }));
  return (
    <>
      {options.length > 0 && (
        <Radios name="connection" label={words.connection} options={[...options, { value: '', text: words.notConnected }]} />
      )}
      <TextField name="awaits" label={words.name} hint={options.length ? words.nameHint : undefined} />
    </>
  );
}

function WhichGap({ before: { person, gaps }, timeZone }: Pick<Props, 'before' | 'timeZone'>) {
  const words = useWords().caseloads.holding;
  const { needs } = useWords().directory;
  const options = gaps.map((gap) => ({
    value: gap.id,
    text: words.gapFrom(gap.needs.map((need) => needs[need]).join(', '), formatDate(gap.at, { timeZone })),
  }));
  return (
    <>
      {options.length > 0 && <Radios name="gap" label={words.gap} options={[...options, { value: '', text: words.noGap }]} />}
      <p>
        <a href={`/services?for=${person.id}`}>{words.recordGap}</a>
      </p>
    </>
  );
}

/** They are on hold already: is waiting still right? */
export function StillWaitingPage({ before: { person, holding, today }, values = {}, errors }: Props) {
  const words = useWords().caseloads.holding;
  if (!holding) return null;
  return (
    <PersonPage person={person} title={words.goOn} errors={errors} errorIds={{ reviewOn: 'reviewOn-day' }}>
      <p class="nhsuk-body-l">{words.line(holding.because, holding.awaits, heldDays(holding, today))}</p>
      <Form action={`/people/${person.id}/hold/keep`} values={values} rowVersion={holding.rowVersion}>
        <Hidden name="id" value={holding.id} />
        <TextArea name="words" label={words.words} labelSize="m" hint={words.wordsHint} rows={3} value={holding.words} optional />
        <DateField name="reviewOn" label={words.until} labelSize="m" hint={words.reviewHint} value={addDays(today, 28)} />
        <ButtonRow>
          <Button preventDoubleClick>{words.keep}</Button>
          <a href={`/people/${person.id}`}>{useWords().caseloads.cancel}</a>
        </ButtonRow>
      </Form>
      <Form action={`/people/${person.id}/hold/end`}>
        <Hidden name="id" value={holding.id} />
        <Button variant="secondary">{words.resume}</Button>
      </Form>
    </PersonPage>
  );
}
