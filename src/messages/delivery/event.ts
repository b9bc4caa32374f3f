import type { By, EventData, NewEvent } from '../../platform/events.ts';
import type { Message } from '../message.ts';

type Told = 'message-sent' | 'message-to-print' | 'message-by-hand' | 'message-stopped' | 'message-failed' | 'message-retried';

export const messageEvent = (
  type: Told,
  { id, template, person }: Pick<Message, 'id' | 'template' | 'person'>,
  at: Date,
  more: EventData = {},
  by: By = { kind: 'system' },
): NewEvent => ({ type, subject: { kind: 'message', id }, ...(person && { person }), by, at, data: { template, ...more } });
