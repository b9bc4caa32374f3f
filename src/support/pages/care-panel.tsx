import { Button, Details, Form, formatDate, InsetText, Lines, Panel, Radios, useWords } from '../../design/index.ts';
import { type Asker, mayAtAll } from '../../identity/index.ts';
import type { PersonRecord } from '../index.ts';
import { weights } from '../weight.ts';

type Props = { record: PersonRecord; asker: Asker };

/** What the worker before wrote, and that the worker is away: seen before anything is done. */
export function CareNotes({ record: { care }, asker }: Props) {
  const words = useWords().caseloads;
  const { timeZone } = asker.programme.settings;
  if (!care?.handover && !care?.away) return null;
  return (
    <InsetText>
      {care.away && (
        <p>
          {words.absence.awayUntil(care.away.worker, formatDate(care.away.until))}{' '}
          {care.away.cover && words.absence.coveredBy(care.away.cover)}
        </p>
      )}
      {care.handover && (
        <>
          <p>
            <strong>{words.handover.from(care.handover.from, formatDate(care.handover.at, { timeZone }))}</strong>
          </p>
          <p>
            <Lines text={care.handover.note} />
          </p>
          {care.handover.mayUndo && asker.roles.includes('team-lead') && (
            <Form action={`/handover/undo/${care.handover.id}`}>
              <Button small variant="secondary" preventDoubleClick>
                {words.handover.undo}
              </Button>
            </Form>
          )}
        </>
      )}
    </InsetText>
  );
}

/** How much of a worker they take, as the worker says or the last weeks suggest; and the way to another worker. */
export function WeightPanel({ record: { person, support, care }, asker }: Props) {
  const words = useWords().caseloads;
  if (!support || !care) return null;
  const { choices, suggested, rule } = words.weight;
  const { weight, suggestedWeight } = care.weighs;
  const mayHandOver = mayAtAll(asker, 'hand over') && (asker.roles.includes('team-lead') || support.linkWorker === asker.id);
  return (
    <Panel heading={words.weight.title}>
      <p>{weight === null ? suggested(choices[suggestedWeight]) : choices[weight]}</p>
      <Details summary={words.weight.change}>
        <Form action={`/people/${person.id}/weight`}>
          <Radios
            name="weight"
            label={words.weight.label}
            labelHidden
            value={weight === null ? '' : String(weight)}
            options={[
              ...weights.map((each) => ({ value: String(each), text: choices[each] })),
              { value: '', text: suggested(choices[suggestedWeight]) },
            ]}
          />
          <p class="bothy-note">{rule(asker.programme.settings.heldCountsPercent)}</p>
          <Button small variant="secondary">
            {words.weight.save}
          </Button>
        </Form>
      </Details>
      {mayHandOver && (
        <p>
          <a href={`/people/${person.id}/handover`}>{words.handover.one}</a>
        </p>
      )}
    </Panel>
  );
}
