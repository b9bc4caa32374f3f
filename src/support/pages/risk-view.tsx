import { Button, ButtonRow, DateField, type Errors, Form, InsetText, Radios, TextArea, useWords, type Values } from '../../design/index.ts';
import { type Person, PersonPage } from '../../people/index.ts';
import { type Risk, riskKinds, riskLevels } from '../risk.ts';
import { RiskFacts } from './risk-facts.tsx';

type Props = {
  person: Person;
  risk: Risk | undefined;
  values?: Values | undefined;
  errors?: Errors | undefined;
  stale?: boolean | undefined;
};

/** One risk: what it is, how pressing, and what helps. */
export function RiskPage({ person, risk, values = {}, errors, stale }: Props) {
  const words = useWords().safety.risks;
  const at = `/people/${person.id}/safety`;
  return (
    <PersonPage
      person={person}
      section="safety"
      title={risk ? words.change : words.add}
      errors={errors}
      errorIds={{ startedOn: 'startedOn-day', reviewOn: 'reviewOn-day' }}
    >
      {stale && risk && (
        <InsetText>
          <p>{words.theirs}</p>
          <RiskFacts risk={risk} />
        </InsetText>
      )}
      <p>{words.readable}</p>
      <Form action={`${at}/risks/${risk?.id ?? 'new'}`} values={values} rowVersion={String(values['rowVersion'] ?? risk?.rowVersion ?? '')}>
        <div class="bothy-columns bothy-columns--halves">
          <Radios
            name="kind"
            label={words.kind}
            labelSize="m"
            value={risk?.kind}
            options={riskKinds.map((value) => ({ value, text: words.kinds[value] }))}
          />
          <div>
            <Radios
              name="level"
              label={words.level}
              labelSize="m"
              value={risk?.level}
              options={riskLevels.map((value) => ({ value, text: words.levels[value], hint: words.levelHints[value] }))}
            />
            <DateField name="reviewOn" label={words.reviewOn} labelSize="s" hint={words.reviewHint} value={risk?.reviewOn} />
            <DateField name="startedOn" label={words.startedOn} labelSize="s" value={risk?.startedOn ?? undefined} optional />
          </div>
        </div>
        <TextArea name="words" label={words.words} labelSize="m" hint={words.wordsHint} value={risk?.words} rows={3} />
        <TextArea name="helps" label={words.helps} labelSize="m" hint={words.helpsHint} value={risk?.helps} rows={3} optional />
        <ButtonRow>
          <Button preventDoubleClick>{words.save}</Button>
          <Button variant="secondary" href={at}>
            {words.back}
          </Button>
        </ButtonRow>
      </Form>
    </PersonPage>
  );
}
