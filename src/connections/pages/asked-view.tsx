import { formatDate, NotificationBanner, Panel, SummaryList, useWords } from '../../design/index.ts';
import type { Errors, Typed } from '../../platform/forms.ts';
import { type Asked, isOpen, mayStillSee, type Status } from '../index.ts';
import { AnswerFields } from './answer-fields.tsx';
import { Told } from './told.tsx';

/** `newer`: it was answered by somebody else while this page was open. */
export type AskedProps = Asked & { action: string; today: string; values: Typed; errors?: Errors; newer?: boolean | undefined };

/** The body of an organisation's page: who it is, as it was told, and what it may answer. The same with and without an account. */
export function AskedBody({ programme, connection, heldBack, sessions, worker, action, today, values, newer }: AskedProps) {
  const words = useWords().connections.reply;
  const { status } = connection;
  if (heldBack && mayStillSee(connection))
    return (
      <>
        <p class="nhsuk-body-l">{words.heldBack(programme.name)}</p>
        <p>{words.heldBackThen}</p>
        {worker && <p>{words.ask(worker.name, worker.phone)}</p>}
      </>
    );
  if (!connection.shared || !mayStillSee(connection)) return <Ended connection={connection} newer={newer} />;
  const lead = status === 'requested' ? words.lead.requested(programme.name) : status in words.lead ? words.lead[status as 'accepted'] : '';
  return (
    <>
      {newer && <NotificationBanner text={words.newer} id="newer" />}
      <p class="nhsuk-body-l">{lead}</p>
      {status === 'on-hold' && connection.expectedOn && <p>{words.expected(formatDate(connection.expectedOn))}</p>}
      <Panel heading={words.who}>
        <Told packet={connection.shared} />
      </Panel>
      {sessions.length > 0 && (
        <>
          <h2 class="nhsuk-heading-s">{words.sessions}</h2>
          <SummaryList rows={sessions.map(({ on, came }) => ({ key: formatDate(on), value: came ? words.came : words.didNotCome }))} />
        </>
      )}
      {isOpen(status) ? (
        <AnswerFields connection={connection} action={action} today={today} values={values} button={words.send} voice={words.voice} />
      ) : (
        <p>{words.nothingMore}</p>
      )}
      {worker && <p>{words.ask(worker.name, worker.phone)}</p>}
    </>
  );
}

const turnedDown = (status: Status): boolean => status === 'rejected' || status === 'failed';

function Ended({ connection, newer }: Pick<AskedProps, 'connection' | 'newer'>) {
  const words = useWords().connections.reply;
  return (
    <>
      {newer && <NotificationBanner text={words.newerEnded} id="newer" />}
      {turnedDown(connection.status) && <p>{words.turnedDown}</p>}
      {connection.redacted && <p>{words.takenBack}</p>}
      <p>{words.endedText}</p>
    </>
  );
}

/** What the page is called. The person's name stays out of it, because titles are kept in histories. */
export function useAskedTitle({ connection }: Pick<Asked, 'connection'>): string {
  const words = useWords().connections.reply;
  if (mayStillSee(connection)) return words.titleOf[connection.status];
  return turnedDown(connection.status) ? words.endedByYou : words.ended;
}
