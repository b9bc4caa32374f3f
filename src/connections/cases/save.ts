import type { Tx } from '../../platform/database.ts';
import { type By, type EventData, recordEvents } from '../../platform/events.ts';
import { nextChase, type Rules } from '../chase.ts';
import type { Change, Connection } from '../connection.ts';
import { noteDue } from '../store/behaviour.ts';
import { saveConnection } from '../store/connections.ts';

export const lookAtOf = (state: Connection, rules: Rules): Date | null => nextChase(state, rules)?.at ?? null;

type Told = { by: By; at: Date; more?: EventData };

/** Each event with the ids that it is about; what was said in words stays out of it. */
export const tell = (tx: Tx, { state, events }: Change, { by, at, more }: Told): Promise<void> =>
  recordEvents(
    tx,
    events.map(({ type, ...data }) => ({
      type,
      subject: { kind: 'connection', id: state.id },
      person: state.person,
      by,
      at,
      data: { ...data, ...more },
    })),
  );

/** Writes the change of a connection that is there already, with its events. */
export async function save(tx: Tx, change: Change, rules: Rules, told: Told): Promise<Connection> {
  await saveConnection(tx, change.state, lookAtOf(change.state, rules));
  await tell(tx, change, told);
  await noteDue(tx, [change.state]);
  return { ...change.state, rowVersion: change.state.rowVersion + 1 };
}
