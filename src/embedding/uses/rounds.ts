import { answerRound } from './rounds-answer.ts';
import { turnRounds } from './rounds-clock.ts';
import { keepRounds } from './rounds-keep.ts';
import type { Ports } from './rounds-needs.ts';
import { seeRounds } from './rounds-see.ts';

export type Rounds = ReturnType<typeof openRounds>;

/** Surveys among those who work at a site: made, answered without a name, and told of when they are over. */
export const openRounds = (ports: Ports) => ({
  ...seeRounds(ports),
  ...keepRounds(ports),
  own: answerRound(ports),
  handlers: { 'turn-survey-rounds': turnRounds(ports) },
  schedules: { 'turn-survey-rounds': '7 * * * *' },
});
