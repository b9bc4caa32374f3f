import {
  Button,
  ButtonRow,
  Checkbox,
  Columns,
  DateField,
  type Errors,
  Fieldset,
  Form,
  formatDate,
  formatFullDate,
  PrintLetter,
  Prose,
  TextArea,
  useWords,
  type Values,
  WarningCallout,
} from '../../design/index.ts';
import type { Asker } from '../../identity/index.ts';
import { firstNameOf, nameOf, PersonPage } from '../../people/index.ts';
import type { EndingSeen } from '../index.ts';
import { type EndingPlan, mostCheckIns } from '../ending.ts';
import { endingDays } from './ending-form.ts';

type Props = { seen: EndingSeen; values: Values; version: number; errors?: Errors; stale?: EndingPlan | undefined };

export function EndingPage({ seen: { person, ending }, values, version, errors, stale }: Props) {
  const words = useWords().ending;
  const here = `/people/${person.id}/ending`;
  return (
    <PersonPage
      person={person}
      section="plan"
      title={words.title}
      errors={errors}
      errorIds={Object.fromEntries(endingDays.map((name) => [name, `${name}-day`]))}
    >
      {stale && (
        <WarningCallout headingLevel={2}>
          <p>{words.conflict}</p>
          <h3 class="nhsuk-heading-s">{words.theirs}</h3>
          <Paper ending={stale} level={4} />
        </WarningCallout>
      )}
      <p>{words.intro}</p>
      {ending && !stale && (
        <p>
          <a href={`${here}/print`}>{words.print}</a>
          {' · '}
          <a href={`/people/${person.id}/close`}>{words.toClose}</a>
        </p>
      )}
      <Form action={here} values={values} rowVersion={version}>
        <DateField name="lastOn" label={words.lastOn} labelSize="m" hint={words.lastOnHint} optional />
        <Fieldset legend={words.checkIns} legendSize="m" optional>
          <p class="nhsuk-hint">{words.checkInsHint}</p>
          <Columns>
            {Array.from({ length: mostCheckIns }, (_, n) => (
              <DateField name={`checkIn-${n}`} label={words.checkIn(n + 1)} key={n} />
            ))}
          </Columns>
          <Button small variant="secondary" name="suggest" value="days" formaction={`${here}#checkIn-0-day`}>
            {words.suggest}
          </Button>
        </Fieldset>
        <TextArea name="whatGoesOn" label={words.whatGoesOn} labelSize="m" hint={words.whatGoesOnHint} rows={3} optional />
        <TextArea name="whoToTurnTo" label={words.whoToTurnTo} labelSize="m" hint={words.whoToTurnToHint} rows={3} optional />
        <Checkbox name="talkedThrough" label={words.talkedThrough(nameOf(person))} />
        <ButtonRow>
          <Button preventDoubleClick>{words.save}</Button>
        </ButtonRow>
      </Form>
    </PersonPage>
  );
}

function Paper({ ending, level = 2 }: { ending: EndingPlan; level?: 2 | 4 }) {
  const { paper: words } = useWords().ending;
  const Title = `h${level}` as const;
  return (
    <>
      {ending.lastOn && <p>{words.last(formatFullDate(ending.lastOn))}</p>}
      {ending.checkIns.length > 0 && (
        <>
          <p>{words.stillInTouch}</p>
          <ul class="nhsuk-list nhsuk-list--bullet">
            {ending.checkIns.map((day) => (
              <li key={day}>{formatFullDate(day)}</li>
            ))}
          </ul>
        </>
      )}
      {ending.whatGoesOn && (
        <>
          <Title class="nhsuk-heading-m">{words.goesOn}</Title>
          <Prose text={ending.whatGoesOn} />
        </>
      )}
      {ending.whoToTurnTo && (
        <>
          <Title class="nhsuk-heading-m">{words.turnTo}</Title>
          <Prose text={ending.whoToTurnTo} />
        </>
      )}
    </>
  );
}

/** For the person to keep, in large letters. */
export function EndingPrint({ seen: { person, worker }, ending, asker }: { seen: EndingSeen; ending: EndingPlan; asker: Asker }) {
  const words = useWords().ending;
  return (
    <PrintLetter
      title={words.paper.title}
      programme={asker.programme.name}
      to={firstNameOf(person)}
      from={[worker, asker.programme.name].join('\n')}
      date={ending.savedAt}
      back={{ href: `/people/${person.id}/ending`, text: words.title }}
    >
      <div class="bothy-large">
        <Paper ending={ending} />
        <p>{words.paper.back(worker)}</p>
      </div>
    </PrintLetter>
  );
}

/** What was planned, for the page on which support ends. */
export function EndingLine({ person, ending }: { person: string; ending: EndingPlan | undefined }) {
  const words = useWords().ending;
  return (
    <p>
      {ending?.lastOn ? words.planned(formatDate(ending.lastOn)) : words.notPlanned}{' '}
      <a href={`/people/${person}/ending`}>{ending ? words.look : words.link}</a>
    </p>
  );
}
