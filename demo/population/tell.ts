import { addDays, type CalendarDay, instantAt, weekday } from '../../src/platform/calendar.ts';
import { chaseUntil } from '../path/connecting.ts';
import { recordGap } from '../path/gap.ts';
import { account, currentSupport, dayOf, type Path } from '../path/path.ts';
import { accept, answerTeam, askReferrer, giveBack, refer } from '../path/referring.ts';
import { close, meet, savePlan, tryToReach } from '../path/supporting.ts';
import { finishTasks } from '../path/tasks.ts';
import type { Course } from './course.ts';
import type { Around, Step } from './step.ts';
import { tieSteps } from './ties.ts';
import { outcomes, returned, strengths, wordsOf } from './words.ts';

/** Tells as much of a course as has happened by now. */
export function tellCourse(path: Path, course: Course, around: Around, receivedAt: Date, until: Date): void {
  const { random, settings } = path.world;
  const firstDay = dayOf(path, receivedAt);
  const plan = (day: number) => onWorkday(addDays(firstDay, Math.round(day)));
  let last = receivedAt;
  for (const { day, run } of stepsOf(path, course, around).sort((a, b) => a.day - b.day)) {
    const minutes = random.int(0, 8 * 60 - 1);
    const time = `${String(9 + Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
    const at = new Date(
      Math.max(
        day === 0 ? receivedAt.getTime() : instantAt(settings.timeZone, plan(day), time).getTime(),
        last.getTime() + (day ? 420_000 : 0),
      ),
    );
    if (at > until) break;
    chaseUntil(path, at);
    run(path, at, plan);
    last = at;
  }
  chaseUntil(path, until);
}

const onWorkday = (day: CalendarDay): CalendarDay => addDays(day, weekday(day) > 4 ? 7 - weekday(day) : 0);

function stepsOf(path: Path, course: Course, around: Around): Step[] {
  const { needs, source, decideDay, ending } = course;
  const { referrer, practice, team, linkWorker } = around;
  const own = source === 'practice';
  const said = wordsOf(needs[0]!);
  const steps: Step[] = [
    {
      day: 0,
      run: (p, at) => refer(p, at, { by: own ? referrer : null, practice: own ? practice : null, team, needs, note: said.note, source }),
    },
  ];
  if (course.question && own) steps.push(questionStep(course, around));
  if ('returned' in ending) {
    const { returned: reason } = ending;
    return [...steps, { day: decideDay, run: (p, at) => giveBack(p, at, { by: linkWorker, reason, note: returned[reason] }) }];
  }
  return [
    ...steps,
    { day: decideDay, run: (p, at) => accept(p, at, linkWorker) },
    ...attemptSteps(path, course),
    ...contactSteps(path, course),
    ...course.ties.flatMap((tie) => tieSteps(path, tie, needs, around, course.endDay)),
    {
      day: course.endDay,
      run: (p, at) => close(p, at, { because: ending.closed, outcome: outcomes[ending.closed], goals: goalsAtEnd(course, said.goal) }),
    },
  ];
}

/** What came of the one goal, when there was a plan and support came to its end. */
const goalsAtEnd = ({ planned, contactDays, ending }: Course, words: string) =>
  planned && 'closed' in ending && ending.closed === 'completed'
    ? [{ goal: words, result: (['reached', 'partly', 'reached', 'not'] as const)[contactDays.length % 4]!, words: '' }]
    : [];

const questionStep = ({ decideDay }: Course, { referrer, linkWorker }: Around): Step => ({
  day: decideDay * 0.5,
  run: (path, at) => {
    const question = askReferrer(path, at, { by: linkWorker, question: 'When is a good time to ring?' });
    answerTeam(path, new Date(at.getTime() + 180_000), { question, by: referrer, text: 'In the afternoon.' });
  },
});

const attemptSteps = ({ world: { random } }: Path, { attemptDays, contactDays, endDay }: Course): Step[] =>
  attemptDays.map((day, nth) => ({
    day,
    run: (path, at, plan) => {
      const wanted = path.person.safeContact.channels;
      const channel = nth === 2 ? 'letter' : (wanted[nth % Math.max(1, wanted.length)] ?? 'phone');
      const outcome =
        channel !== 'phone' ? 'sent' : random.chance(0.5) && path.person.safeContact.voicemailOk ? 'left-message' : 'no-answer';
      const whyThisWay = wanted.length && !wanted.includes(channel) ? 'Nothing else had reached them.' : '';
      tryToReach(path, at, { channel, outcome, whyThisWay, againOn: plan(attemptDays[nth + 1] ?? contactDays[0] ?? endDay) });
    },
  }));

const contactSteps = ({ world: { random } }: Path, { contactDays, needs, planned, gap, endDay }: Course): Step[] =>
  contactDays.flatMap((day, nth): Step[] => {
    const said = wordsOf(needs[nth % needs.length]!);
    const channel = nth ? random.weighted({ phone: 60, visit: 25, video: 5, text: 10 }) : random.weighted({ phone: 55, visit: 45 });
    // Now and then the day slips.
    const slip = random.chance(0.15) ? random.int(3, 9) : 0;
    const minutes = { phone: 20, visit: 55, video: 40, text: 5 }[channel] + random.int(0, 3) * 5;
    const steps: Step[] = [
      {
        day,
        run: (path, at, plan) => {
          // Before they talk, the worker has looked after whatever a service had left open.
          finishTasks(path, ({ about }) => about !== null, account(currentSupport(path).linkWorker), at);
          meet(path, at, {
            channel,
            minutes,
            note: said.met,
            debrief: random.chance(0.04),
            nextOn: plan((contactDays[nth + 1] ?? endDay) - slip),
          });
        },
      },
    ];
    if (nth === 0 && planned) {
      const content = {
        whatMatters: said.matters,
        strengths: random.pick(strengths),
        needs,
        goals: [goal(said.goal, random.int(5, 10), random.int(2, 8))],
        actions: [],
        reviewOn: null,
      };
      steps.push({ day: day + 0.02, run: (path, at) => savePlan(path, at, content) });
    }
    if (nth === 0 && gap) {
      const why = random.weighted({ none: 30, 'too-far': 30, full: 22, 'not-eligible': 8, cost: 6, language: 2, access: 2 });
      steps.push({
        day: day + 0.03,
        run: (path, at) => currentSupport(path) && recordGap(path, at, { needs, why, town: path.person.place }),
      });
    }
    return steps;
  });

const goal = (words: string, importance: number, confidence: number) => ({ words, importance, confidence, status: 'going-on' as const });
