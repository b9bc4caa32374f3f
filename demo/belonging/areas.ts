import type { Need } from '../../src/directory/index.ts';

import { addDays } from '../../src/platform/calendar.ts';
import type { Database } from '../../src/platform/database.ts';
import { openCommunityNeeds, openTogether } from '../../src/voice/index.ts';
import { openClock } from '../clock.ts';
import { asker } from '../keeping/keepers.ts';
import { must } from '../path/path.ts';
import { accounts, practices, programme } from '../programme.ts';

/** Nobody has counted these: they are made up, and every page says so. */
const households = `Area code,Area name,Denominator,People (people),Aged 65 and over (%),Lives alone (%),No car or van (%),Looks after somebody (%),Minutes to a pharmacy by bus (minutes)
GH01,Carsphairn,190,190,34,41,9,14,64
GH02,St John’s Town of Dalry,520,520,31,36,13,13,38
GH03,Balmaclellan,310,310,29,33,8,12,31
GH04,New Galloway,430,430,33,38,12,13,0
GH05,Parton and Crossmichael,680,680,28,31,9,11,22
GH06,Castle Douglas,4200,4200,27,37,21,11,0
GH07,Gatehouse of Fleet,970,970,35,39,15,12,0
GH08,Kirkcudbright,3300,3300,31,36,17,11,0
GH09,Newton Stewart and Minnigaff,4100,4100,26,35,20,10,0
GH10,Creetown,740,740,30,38,18,13,19`;

const heat = (share: (nth: number) => string) =>
  [
    'Area code,Indicator,Value,Unit,Year',
    ...Array.from({ length: 10 }, (_, nth) => `GH${String(nth + 1).padStart(2, '0')},Homes that are hard to heat,${share(nth)},%,2025`),
  ].join('\n');

const source = 'Made up for the demo of Bothy';
const licence = 'Free to use; describes no real place';

type Picked = { place: 'glen' | 'all'; need: Need; title: string; why: string };
const picked: readonly Picked[] = [
  {
    ...{ place: 'glen', need: 'loneliness', title: 'Somewhere warm to sit in the evening, above Dalry' },
    why: 'Everything that there is stops at four o’clock, and the last bus goes at five.',
  },
  {
    ...{ place: 'all', need: 'money', title: 'Help with forms, at the surgery, every week' },
    why: 'People are sent to Castle Douglas for it, and come back with the form still in their bag.',
  },
  {
    place: 'all',
    need: 'caring',
    title: 'Somebody to sit with a person, so that their carer can come',
    why: 'Netta: “I miss half of our own meetings.”',
  },
];

/** What Dev brought in about the valleys, what the group picked out of it, how it voted, and what was done. */
export async function tellAreas(db: Database, now: Date): Promise<void> {
  const clock = openClock(now, programme.settings.timeZone);
  const at = (instant: Date) => openCommunityNeeds({ db, now: () => instant });
  const [dev, catriona, alec] = [asker(accounts.dev), asker(accounts.catriona), asker(accounts.alec)];

  const bring = async (ago: number, name: string, text: string, year: string) => {
    const then = at(clock.ago(ago, '11:20'));
    const id = must(await then.bringAreas(dev, text, `${name}.csv`));
    const { guess } = must(await then.areaFile(dev, id));
    must(await then.takeAreas(dev, id, { columns: guess, name, source, licence, year, invented: true }, { dryRun: false }));
  };
  await bring(60, 'Households', households, '2024');
  await bring(
    44,
    'Warm homes',
    heat((nth) => String(60 - nth)),
    '',
  );
  const draft = must(await at(clock.ago(43)).seeLoads(dev)).find(({ name }) => name === 'Warm homes');
  must(await at(clock.ago(43)).undoLoad(dev, draft!.id, true));
  await bring(
    42,
    'Warm homes, corrected',
    heat((nth) => (nth === 4 ? '*' : String(46 - 2 * nth))),
    '',
  );

  const places = at(clock.ago(41, '15:00'));
  const none = { areas: [], postcodes: [], practices: [] };
  const glen = must(
    await places.addPlace(dev, { ...none, name: 'The Glenkens', areas: ['GH01', 'GH02', 'GH03', 'GH04'], postcodes: ['DG7 3'] }),
  );
  must(
    await places.addPlace(dev, {
      ...none,
      name: 'Cree Valley',
      areas: ['GH09', 'GH10'],
      postcodes: ['DG8'],
      practices: [practices.cree.id],
    }),
  );
  must(await places.chooseCounting(dev, 'quarter'));

  for (const [nth, { place, ...each }] of picked.entries())
    must(await at(clock.ago(30, `14:4${nth}`)).addPriority(catriona, { ...each, place: place === 'glen' ? glen : 'all' }));
  const question = 'What should Galloway Hills Connections do something about first?';
  const ballot = must(await at(clock.ago(29)).openVote(catriona, question, { choose: 2, closesOn: addDays(clock.dayAgo(29), 10) }));
  const [first, second] = must(await at(clock.ago(29)).seePriorities(dev)).list.map(({ id }) => id) as [string, string];
  const group = openTogether({ db, now: () => clock.ago(27), post: { queue: () => Promise.resolve() }, parts: [] });
  for (const [who, chosen] of [
    [alec, [first, second]],
    [catriona, [second]],
    [dev, [second, first]],
  ] as const satisfies readonly (readonly [ReturnType<typeof asker>, readonly string[]])[])
    must(await group.vote(who, ballot, chosen));
  must(
    await at(clock.ago(10)).addStep(catriona, second, {
      on: clock.dayAgo(10),
      words: 'The surgery lends its meeting room on Tuesdays, and two volunteers are being trained to help with forms.',
    }),
  );
}
