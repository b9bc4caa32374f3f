import { answerUses } from './uses/answer.ts';
import type { Ports } from './uses/needs.ts';
import { registryUses } from './uses/registry.ts';
import { scheduleUses } from './uses/schedule.ts';
import { seenUses } from './uses/seen.ts';
import { endOverdue, sendUses } from './uses/send.ts';
import { takeUses } from './uses/take.ts';

export { letters } from './letters/invitation.ts';
export { isScored, textIn, turned, valuesOf } from './instrument.ts';
export { nomad } from './instruments/nomad.ts';
export { changesOf } from './uses/changes.ts';
export { importInstrument, type Registered } from './uses/registry.ts';
export { withdrawOpenMeasures } from './uses/send.ts';
export { povertyQuestion } from './uses/poverty-question.ts';
export type { OwnMeasure, OwnRefusal } from './uses/answer.ts';
export type { History, MeasuresSeen, ResultSeen } from './uses/seen.ts';
export type { ScheduleSeen } from './uses/schedule.ts';
export type { BeforeAsking, TakeRefusal } from './uses/take.ts';

export type Measures = ReturnType<typeof openMeasures>;

/** Instruments, asking people their questions, and what the answers come to. */
export const openMeasures = (ports: Ports & Parameters<typeof answerUses>[0]) => ({
  ...registryUses(ports),
  ...scheduleUses(ports),
  ...seenUses(ports),
  ...takeUses(ports),
  ...sendUses(ports),
  own: answerUses(ports),
  endOverdue: (programme: string) => endOverdue(ports.db, ports.now, programme),
});
