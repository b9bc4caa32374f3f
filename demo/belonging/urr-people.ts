import type { Need } from '../../src/directory/index.ts';
import type { Clock } from '../clock.ts';
import { account, endPath, openPath, type World } from '../path/path.ts';
import { accept, giveBack, refer } from '../path/referring.ts';
import { close, meet } from '../path/supporting.ts';
import { anyName } from '../population/names.ts';
import { storyPerson } from '../people.ts';
import { ewan, morag, practice, staff, team } from './urr.ts';

/** One time in the life of the surgery, in working days ago. `referrers`: how many of the staff refer. Days are working days too. */
type Time = {
  from: number;
  to: number;
  people: number;
  referrers: number;
  givenBack: number;
  metAfter: (nth: number) => number;
  closed: number;
  /** How long after the last talk the summary is written; the person is seen twice before. */
  summaryAfter: (nth: number) => number;
  read: number;
};

const times: readonly Time[] = [
  // Two doctors send whoever they do not know what to do with; nobody hears what came of it.
  { from: 178, to: 136, people: 12, referrers: 2, givenBack: 5, metAfter: () => 17, closed: 6, summaryAfter: () => 18, read: 0 },
  // A nurse begins to refer. A lunch together, one afternoon a week in the small room.
  {
    from: 112,
    to: 76,
    people: 13,
    referrers: 3,
    givenBack: 2,
    metAfter: (nth) => (nth % 3 ? 7 : 15),
    closed: 8,
    summaryAfter: (nth) => (nth % 3 ? 4 : 16),
    read: 3,
  },
  // Everybody refers, and the summaries are read on the day.
  { from: 58, to: 2, people: 20, referrers: 5, givenBack: 1, metAfter: () => 4, closed: 9, summaryAfter: () => 3, read: 7 },
];

const needs: readonly Need[][] = [['loneliness'], ['money'], ['caring'], ['mood'], ['activity']];
const outcomes = [
  'He goes to the men’s shed on Wednesdays now, and has made a bird box for the surgery’s garden.',
  'The council tax is settled. She sleeps.',
  'Her sister comes on Fridays, so that she can go out. She has joined the choir at Kippford.',
  'He walks to Palnackie with the Thursday group, slowly, and says that slowly is the point.',
];

type Opened = { account: string; person: string; at: Date };

/** Tells of everybody whom the surgery referred; answers which summaries were read, by whom and when. */
export function referredFromUrr(world: World, clock: Clock): Opened[] {
  const opened: Opened[] = [];
  let nth = 0;
  for (const time of times)
    for (let each = 0; each < time.people; each++, nth++) {
      const came = Math.round(time.from - (each * (time.from - time.to)) / (time.people - 1));
      const by = staff[each % time.referrers]!;
      const { givenName, familyName } = anyName(world.random);
      const known = { dateOfBirth: `19${40 + (nth % 45)}-0${1 + (nth % 9)}-1${nth % 10}`, practice, place: 'Dalbeattie' };
      const person = storyPerson(500 + nth, {
        ...known,
        givenName,
        familyName: `${familyName} ${['Black', 'Hay', 'Bell', 'Ross'][nth % 4]}`,
      });
      const path = openPath(world, person, { at: clock.ago(came, '09:30'), by: account(by.id) });
      const note = 'Talked about it in the surgery. Would like to be rung in the morning.';
      refer(path, clock.ago(came, '09:30'), { by: by.id, practice: practice.id, team: team.id, needs: needs[nth % 5]!, note });
      const worker = nth % 2 ? ewan.id : morag.id;
      if (each < time.givenBack && came > 2) {
        const why = {
          by: worker,
          reason: each % 2 ? 'not-enough-information' : 'out-of-scope',
          note: 'Could we talk about this one?',
        } as const;
        giveBack(path, clock.ago(came - 1, '11:00'), why);
        endPath(path);
        continue;
      }
      if (came > 1) accept(path, clock.ago(came - 1, '11:00'), worker);
      const met = came - time.metAfter(each);
      if (came > 1 && met > 0) {
        const talked = met - Math.min(6, Math.max(0, met - 1));
        meet(path, clock.ago(met, '10:00'), {
          channel: 'phone',
          minutes: 25,
          note: 'What matters: to be asked. We will meet at the library.',
        });
        if (talked < met)
          meet(path, clock.ago(talked, '14:00'), {
            channel: 'visit',
            minutes: 50,
            place: 'library',
            note: 'Went together the first time.',
          });
        const ended = talked - time.summaryAfter(each);
        if (each - time.givenBack < time.closed && ended > 0) {
          close(path, clock.ago(ended, '15:00'), { because: 'completed', outcome: outcomes[nth % 4]!, tellReferrer: true });
          if (each - time.givenBack < time.read && ended > 1)
            opened.push({ account: by.id, person: person.id, at: clock.ago(ended - 1, '12:40') });
        }
      }
      endPath(path);
    }
  return opened;
}
