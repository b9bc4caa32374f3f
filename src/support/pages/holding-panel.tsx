import { Button, ButtonRow, Details, Form, formatDate, Hidden, Lines, Panel, useWords } from '../../design/index.ts';
import { nameOf } from '../../people/index.ts';
import { dayIn } from '../../platform/calendar.ts';
import { heldDays, totalHeldDays } from '../holding.ts';
import type { PersonRecord } from '../index.ts';

type Props = { record: PersonRecord; now: Date; timeZone: string };

/** What they wait for and since when: said as the wait that it is, not as anybody's slowness. */
export function HoldingPanel({ record: { person, holdings, connections }, now, timeZone }: Props) {
  const words = useWords().caseloads.holding;
  const { state } = useWords().connections;
  const today = dayIn(timeZone, now);
  const open = holdings.find(({ ended }) => !ended);
  const over = holdings.filter(({ ended }) => ended);
  if (!holdings.length) return null;
  const line = open && connections.find(({ id }) => id === open.connection);
  return (
    <Panel heading={open ? words.panel : undefined} id="hold" soft>
      {open && (
        <>
          <p>
            <strong>{words.line(open.because, open.awaits, heldDays(open, today))}</strong>
            {line && (
              <span class="bothy-note">
                <a href={`/connections/${line.id}`}>
                  {words.state(state(line.status, line.kind), formatDate(line.statusAt, { timeZone }))}
                </a>
              </span>
            )}
            <span class="bothy-note">{words.theirs[open.because]}</span>
          </p>
          {open.words && (
            <p>
              <Lines text={open.words} />
            </p>
          )}
          <p class="bothy-note">{words.reviewed(formatDate(open.reviewOn))}</p>
          <Form action={`/people/${person.id}/hold/end`}>
            <Hidden name="id" value={open.id} />
            <ButtonRow>
              <Button small variant="secondary" preventDoubleClick>
                {words.resume}
              </Button>
              <a href={`/people/${person.id}/hold`} aria-label={`${words.goOn}: ${nameOf(person)}`}>
                {words.goOn}
              </a>
            </ButtonRow>
          </Form>
        </>
      )}
      {over.length > 0 && (
        <Details summary={words.earlier(holdings.length, totalHeldDays(holdings, today))}>
          <ul class="nhsuk-list">
            {over.map((each) => (
              <li key={each.id}>
                {words.earlierLine(words.reasons[each.because], formatDate(each.since), formatDate(each.ended!.on), heldDays(each, today))}
              </li>
            ))}
          </ul>
        </Details>
      )}
    </Panel>
  );
}
