import { ActionLink, Button, Form, formatDate, Hidden, useWords, WarningCallout } from '../../design/index.ts';
import { addDays, type CalendarDay } from '../../platform/calendar.ts';
import type { Meeting } from '../index.ts';

/** Four weeks: long enough for things to change, and not so long that somebody is forgotten. */
const lookAgainDays = 28;

type Props = Pick<Meeting, 'person' | 'service'> & { today: CalendarDay };

/** A service that takes nobody on at present: another one, or a reminder of when it does again. */
export function NotTaking({ person, service, today }: Props) {
  const words = useWords().room.connect;
  const until = service.pause?.until ?? null;
  const again = until ?? addDays(today, lookAgainDays);
  return (
    <>
      <WarningCallout heading={words.title(service.name)} headingLevel={2}>
        <p>{until ? words.until(formatDate(until)) : words.notice}</p>
      </WarningCallout>
      <ActionLink href={`/services?for=${person.id}`}>{words.choose}</ActionLink>
      <Form action={`/people/${person.id}/tasks`}>
        <Hidden name="note" value={words.task(service.name.slice(0, 120))} />
        <Hidden name="dueOn" value={again} />
        <Button variant="secondary" preventDoubleClick>
          {until ? words.hold : words.holdNotice}
        </Button>
      </Form>
    </>
  );
}
