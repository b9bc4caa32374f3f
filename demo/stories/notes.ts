import { type Need, toPlace, type Why } from '../../src/directory/index.ts';
import { account, system } from '../path/path.ts';
import { towns } from '../places.ts';
import { accounts, practices, type Scene } from './scene.ts';

/** What the team has looked for in vain this year, and how often: enough of some to be counted, too few of others to be told. */
const missing: readonly (readonly [town: string, need: Need, why: Why, times: number])[] = [
  ['Carsphairn', 'transport', 'none', 7],
  ['St John’s Town of Dalry', 'loneliness', 'too-far', 6],
  ['Castle Douglas', 'housing', 'full', 9],
  ['Newton Stewart', 'mood', 'full', 8],
  ['Dalbeattie', 'caring', 'full', 5],
  ['Stranraer', 'language', 'none', 2],
  ['Creetown', 'digital', 'none', 3],
  ['Whithorn', 'bereavement', 'too-far', 4],
];

/** What people who looked for themselves, and did not sign in, told that they could not find. */
const told: readonly (readonly [town: string, need: Need, why: Why, times: number])[] = [
  ['Gatehouse of Fleet', 'digital', 'too-far', 6],
  ['Castle Douglas', 'housing', 'full', 3],
  ['Wigtown', 'transport', 'none', 2],
];

export function gaps({ world: { rows, random }, clock }: Scene): void {
  for (const [town, need, why, times] of told) {
    const [latitude, longitude] = towns[town]!;
    for (let nth = 0; nth < times; nth++) {
      const at = clock.ago(3 + nth * 11 + random.int(0, 6), '20:00');
      const gap = { id: random.uuid(), needs: [need], why, place: '', area: town, note: '', person: null, recordedBy: null, at };
      rows.gaps.push({ gap, place: toPlace('town', town, { latitude, longitude }) });
      rows.events.push({
        type: 'gap-told',
        subject: { kind: 'gap', id: gap.id },
        by: system,
        at,
        data: { needs: [need], why, area: town },
      });
    }
  }
  const workers = [accounts.sam.id, accounts.rhona.id, accounts.rhona.id, accounts.idris.id];
  for (const [town, need, why, times] of missing) {
    const [latitude, longitude] = towns[town]!;
    for (let nth = 0; nth < times; nth++) {
      const at = clock.ago(6 + nth * 19 + random.int(0, 9), '15:00');
      const recordedBy = random.pick(workers);
      const gap = { id: random.uuid(), needs: [need], why, place: town, area: town, note: '', person: null, recordedBy, at };
      rows.gaps.push({ gap, place: toPlace('town', town, { latitude, longitude }) });
      rows.events.push({
        type: 'gap-recorded',
        subject: { kind: 'gap', id: gap.id },
        by: account(recordedBy),
        at,
        data: { needs: [need], why, area: town },
      });
    }
  }
}

const given: readonly (readonly [daysAgo: number, what: string, needs: readonly Need[], note: string])[] = [
  [3, 'The Warm Room in Gatehouse, every weekday', ['energy'], 'Did not want anybody to ring. Took the card with the times.'],
  [8, 'The Grief Café in Kirkcudbright', ['bereavement'], 'Her neighbour goes; they will go together.'],
  [14, 'The Friday bus from Dalry', ['transport'], ''],
  [26, 'Tea and tablets at The Smiddy', ['digital'], 'Wants to see the grandchildren in Perth on a screen.'],
];

/** Sometimes a card with the times on it is all that somebody wants. */
export function signposts({ world: { rows, random }, clock }: Scene): void {
  for (const [daysAgo, what, needs, note] of given) {
    const at = clock.ago(daysAgo, '11:30');
    const id = random.uuid();
    rows.signposts.push({
      id,
      person: null,
      needs,
      given: what,
      note,
      givenBy: accounts.isla.id,
      practice: practices.glenkens.id,
      givenAt: at,
    });
    rows.events.push({ type: 'signpost-given', subject: { kind: 'signpost', id }, by: account(accounts.isla.id), at, data: { needs } });
  }
}
