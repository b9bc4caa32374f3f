import { addClosedRound, openRounds } from '../../src/embedding/index.ts';
import { nomad } from '../../src/measures/index.ts';
import { addDays, type CalendarDay } from '../../src/platform/calendar.ts';
import type { Database, Tx } from '../../src/platform/database.ts';
import { openClock } from '../clock.ts';
import { accounts, practices, programme } from '../programme.ts';
import { idOf, openRandom, type Random } from '../random.ts';
import { practice as urr } from './urr.ts';

type Part = 'coherence' | 'participation' | 'action' | 'monitoring';
type Wave = { workdaysAgo: number; answered: Record<string, number>; stood: Record<Part, number>; notYet: number };
type Told = { practice: { id: string; name: string }; invited: Record<string, number>; waves: readonly Wave[] };

const stood = (coherence: number, participation: number, action: number, monitoring: number) => ({
  coherence,
  participation,
  action,
  monitoring,
});

/**
 * Three practices in a year. At Urr Valley it went from bolted on to belonging, as its figures did. At Glenkens it was a leaflet in a drawer, then Sam had a room on Tuesdays and Dr Malik spoke for him, and now
 * it is how they work. At Fleet they see the point, but nobody has had time to show them how.
 */
const told: readonly Told[] = [
  {
    practice: practices.glenkens,
    invited: { gp: 6, nurse: 6, receptionist: 8, together: 4 },
    waves: [
      { workdaysAgo: 235, answered: { gp: 5, nurse: 5, receptionist: 6, together: 2 }, stood: stood(2.8, 3, 2.5, 2.1), notYet: 0.16 },
      { workdaysAgo: 120, answered: { gp: 5, nurse: 6, receptionist: 7, together: 3 }, stood: stood(3.5, 3.7, 3.1, 2.8), notYet: 0.06 },
      { workdaysAgo: 24, answered: { gp: 6, nurse: 6, receptionist: 7, together: 3 }, stood: stood(4.2, 4.3, 3.9, 3.7), notYet: 0.01 },
    ],
  },
  {
    practice: urr,
    invited: { receptionist: 7, together: 8 },
    waves: [
      { workdaysAgo: 160, answered: { receptionist: 6, together: 6 }, stood: stood(2.7, 2.8, 2.3, 1.9), notYet: 0.18 },
      { workdaysAgo: 85, answered: { receptionist: 6, together: 7 }, stood: stood(3.5, 3.6, 3, 3), notYet: 0.05 },
      { workdaysAgo: 12, answered: { receptionist: 7, together: 7 }, stood: stood(4.3, 4.4, 4, 4.1), notYet: 0.01 },
    ],
  },
  {
    practice: practices.fleet,
    invited: { receptionist: 7, together: 9 },
    waves: [
      { workdaysAgo: 228, answered: { receptionist: 5, together: 6 }, stood: stood(2.9, 2.7, 2.3, 2), notYet: 0.2 },
      { workdaysAgo: 114, answered: { receptionist: 5, together: 7 }, stood: stood(3.3, 3.1, 2.4, 2.2), notYet: 0.12 },
      { workdaysAgo: 18, answered: { receptionist: 6, together: 7 }, stood: stood(3.6, 3.3, 2.6, 2.5), notYet: 0.07 },
    ],
  },
];

const asked = {
  ...{ kind: 'full' as const, items: nomad.items.map(({ id }) => id), general: false, intervention: 'link worker service' },
  ...{ languages: ['en'], leastPercent: 50 },
};

/** What one person says: near to where their practice stands, in their own way, with a few statements left out. */
function said(random: Random, { stood: at, notYet }: Wave): Record<string, number> {
  const mood = random.float() * 2.4 - 1.2;
  const answers: Record<string, number> = {};
  for (const { id, reverse } of nomad.items) {
    const part = nomad.scales.find(({ items }) => items.includes(id))!.id as Part;
    if (random.chance(0.02)) continue;
    if (random.chance(notYet)) answers[id] = random.chance(0.75) ? 7 : random.chance(0.6) ? 6 : 8;
    else {
      const level = Math.min(5, Math.max(1, Math.round(at[part] + mood + random.float() * 2 - 1)));
      answers[id] = reverse ? 6 - level : level;
    }
  }
  return answers;
}

async function tellWave(
  tx: Tx,
  { practice, invited }: Told,
  wave: Wave,
  { random, closedOn, at }: { random: Random; closedOn: CalendarDay; at: Date },
) {
  const given = Object.entries(wave.answered).flatMap(([group, n]) =>
    Array.from({ length: n }, () => ({ group, answers: said(random, wave) })),
  );
  const round = {
    ...asked,
    ...{ id: idOf(`round ${practice.name} ${wave.workdaysAgo}`), site: practice.id, siteName: practice.name, organisation: practice.name },
    ...{ opensOn: addDays(closedOn, -15), closesOn: addDays(closedOn, -1), stage: 'closed' as const, closedOn },
    ...{ remindedOn: addDays(closedOn, -4), rowVersion: 3 },
  };
  await addClosedRound(tx, round, { given, invited, by: accounts.catriona.id, at });
}

/** At Cree Bridge a pulse is open: some have answered it, on codes from a sheet beside the kettle. */
async function openPulse(db: Database, now: Date): Promise<void> {
  const idle = { queue: () => Promise.resolve(''), stopFor: () => Promise.resolve(0) };
  const rounds = openRounds({
    db,
    now: () => now,
    post: idle,
    limits: { guesses: { take: () => Promise.resolve(0), forget: () => Promise.resolve() } },
    everyProgramme: () => Promise.resolve([]),
  });
  const { today } = openClock(now, programme.settings.timeZone);
  const dev = { ...accounts.dev, practiceName: null, programme };
  const details = {
    ...asked,
    kind: 'pulse' as const,
    items: ['C4', 'P2', 'A1', 'A5', 'R3'],
    organisation: practices.cree.name,
    opensOn: today,
    closesOn: addDays(today, 12),
  };
  const made = await rounds.make(dev, practices.cree.id, details);
  if (!made.ok) throw new Error('The pulse of the demo could not be made.');
  const codes = await rounds.makeCodes(dev, practices.cree.id, made.value.id, 'receptionist', 11);
  const opened = await rounds.open(dev, practices.cree.id, made.value.id);
  if (!codes.ok || !opened.ok) throw new Error('The pulse of the demo could not be opened.');
  const random = openRandom('pulse');
  for (const code of codes.value.codes.slice(0, 6))
    await rounds.own.answer(code, Object.fromEntries(details.items.map((id) => [id, random.int(3, 5)])));
}

/** What those who work at the practices have said of it. */
export async function tellRounds(db: Database, now: Date): Promise<void> {
  const clock = openClock(now, programme.settings.timeZone);
  const random = openRandom('rounds');
  await db.inProgramme(programme.id, async (tx) => {
    for (const site of told)
      for (const wave of site.waves)
        await tellWave(tx, site, wave, {
          random: random.fork(`${site.practice.name} ${wave.workdaysAgo}`),
          closedOn: clock.dayAgo(wave.workdaysAgo),
          at: clock.ago(wave.workdaysAgo, '07:07'),
        });
  });
  await openPulse(db, now);
}
