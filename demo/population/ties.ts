import { type Answer, isOpen } from '../../src/connections/index.ts';
import type { Need } from '../../src/directory/index.ts';
import { callOff, connect, hear, type Nth } from '../path/connecting.ts';
import { dayOf, type Path } from '../path/path.ts';
import type { Tie } from './course.ts';
import type { Around, Step } from './step.ts';

/** A connection, from asking to whatever came of it. Nothing of it is left open when support ends. */
export function tieSteps(path: Path, tie: Tie, needs: readonly Need[], { servicesFor }: Around, endDay: number): Step[] {
  const made: { nth?: Nth } = {};
  const heard = tie.kind !== 'asked';
  const isStill = (p: Path) => made.nth !== undefined && isOpen(p.connections[made.nth]!.connection.status);
  const say = (p: Path, at: Date, given: Answer) => isStill(p) && hear(p, at, made.nth!, given, { heard });

  const steps: Step[] = [
    {
      day: tie.day,
      run: (p, at) => {
        const taken = new Set(p.connections.map(({ connection }) => connection.service));
        const fitting = needs.flatMap(servicesFor).filter(({ id }) => !taken.has(id));
        if (fitting.length) made.nth = connect(p, at, { service: p.world.random.pick(fitting).id, kind: tie.kind });
      },
    },
    { day: endDay - 0.01, run: (p, at) => end(p, at, tie, made.nth, say) },
  ];
  if (tie.outcome === 'silent') return steps;
  if (tie.outcome === 'cancelled')
    return [...steps, { day: tie.answerDay, run: (p, at) => isStill(p) && callOff(p, at, made.nth!, { reason: tie.reason, note: '' }) }];
  if (tie.outcome === 'refused')
    return [
      ...steps,
      {
        day: tie.answerDay,
        run: (p, at) =>
          say(p, at, { name: 'cannot-help', reason: tie.reason, note: tie.reason === 'other' ? 'Our leader is away until spring.' : '' }),
      },
    ];
  if (tie.outcome === 'waiting')
    return [...steps, { day: tie.answerDay, run: (p, at) => say(p, at, { name: 'waiting-list', weeks: tie.weeks, note: '' }) }];

  if (tie.kind !== 'self') steps.push({ day: tie.answerDay, run: (p, at) => say(p, at, { name: 'accepted', note: '' }) });
  const name = tie.outcome === 'started' ? 'came' : 'did-not-come';
  return [...steps, { day: tie.startDay, run: (p, at) => say(p, at, { name, on: dayOf(p, at), note: '' }) }];
}

function end(path: Path, at: Date, tie: Tie, nth: Nth | undefined, say: (path: Path, at: Date, given: Answer) => unknown): void {
  if (nth === undefined || !isOpen(path.connections[nth]!.connection.status)) return;
  if (tie.outcome === 'started') say(path, at, { name: 'finished', note: '' });
  else callOff(path, at, nth, { reason: tie.outcome === 'silent' ? 'no-answer' : 'no-longer-needed', note: '' });
}
