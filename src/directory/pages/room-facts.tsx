import { Button, Form, formatDate, Heading, Hidden, InsetText, useWords } from '../../design/index.ts';
import type { Behaviour, ServiceRoom } from '../index.ts';
import type { Capacity, Telling } from '../room.ts';

/** What was said of the room in one unit: `3 places free of 12`. */
export function useSaid(): (telling: Pick<Telling, 'unit' | 'available' | 'maximum' | 'waitingList' | 'waitWeeks'>) => string {
  const { said, units } = useWords().room;
  return ({ unit, available, maximum, waitingList, waitWeeks }) => {
    const name = (units as Record<string, string>)[unit] ?? unit;
    if (available === null) return said.takenBack(name);
    if (available > 0) return said.room(available, unit, maximum);
    return waitingList ? said.waiting(name, waitWeeks) : said.full(name);
  };
}

/** What a service promises, and how it really goes; a few lines for beside a page. */
export function BehaviourLines({ behaviour, promise, all }: { behaviour: Behaviour | undefined; promise: Capacity | null; all?: boolean }) {
  const { behaviour: words } = useWords().room;
  const { requests, reply, accepted, silent, wait } = behaviour ?? {
    requests: null,
    reply: null,
    accepted: null,
    silent: null,
    wait: null,
  };
  const said = promise?.waitingList && promise.waitWeeks !== null ? words.promise(promise.waitWeeks) : '';
  const lines: [string, string | false | null][] = [
    [words.requests, requests !== null && String(requests)],
    [words.reply, reply && words.replyIn(reply.median, reply.p80)],
    [words.accepted, accepted && `${words.share(accepted.share)} ${words.of(accepted.of)}`],
    [words.silent, silent && `${words.share(silent.share)} ${words.of(silent.of)}`],
    [words.wait, wait && words.really(wait.median, wait.of)],
  ];
  const known = lines.some(([, text]) => text);
  return (
    <>
      <Heading level={2} class="nhsuk-heading-s">
        {all ? words.headingAll : words.heading}
      </Heading>
      {said && <p>{said}</p>}
      <p>{known ? words.lead : words.fewYet}</p>
      {known &&
        lines.map(([name, text]) => (
          <p key={name}>
            {name}
            <br />
            <strong>{text || words.few}</strong>
          </p>
        ))}
    </>
  );
}

type PauseProps = { pauses: ServiceRoom['pauses']; action: string; of: 'one' | 'all' };

/** What has been stopped, and the way to take people again. */
export function Paused({ pauses, action, of }: PauseProps) {
  const { pause: words } = useWords().room;
  return (
    <>
      {pauses.map(({ id, service, until, reason, begunAt, note }) => (
        <InsetText key={id}>
          <p>
            <strong>{(service ? words.stopped : words.stoppedAll)(until && formatDate(until))}</strong>
          </p>
          <p>{words.because(words.reasons[reason], formatDate(begunAt))}</p>
          {note && <p>{note}</p>}
          {of === 'one' && !service && <p>{words.wholeOrganisation}</p>}
          <Form action={action}>
            <Hidden name="pause" value={id} />
            <Button variant="secondary" small>
              {words.resume}
            </Button>
          </Form>
        </InsetText>
      ))}
    </>
  );
}

/** The way back after taking people again. */
export function UndoResume({ pause, action }: { pause: string; action: string }) {
  const { pause: words } = useWords().room;
  return (
    <Form action={action}>
      <Hidden name="pause" value={pause} />
      <p>
        {words.undoText}{' '}
        <Button variant="link" name="again" value="yes">
          {words.undo}
        </Button>
      </p>
    </Form>
  );
}

/** Beside a service, for those who may tell of it. */
export const RoomAside = ({ room }: { room: ServiceRoom }) => (
  <>
    <BehaviourLines behaviour={room.behaviour} promise={room.service.capacity} />
    <p>
      <a href={`/services/${room.service.id}/room`}>{useWords().room.tellLink}</a>
    </p>
  </>
);
