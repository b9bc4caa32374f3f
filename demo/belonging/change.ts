import { en } from '../../locales/en/index.ts';
import {
  addAgreements,
  type EntryDetails,
  emptyEntry,
  openChange,
  type ReadinessAnswers,
  type Register,
} from '../../src/embedding/index.ts';
import type { Account, Asker } from '../../src/identity/index.ts';
import { addDays } from '../../src/platform/calendar.ts';
import type { Database } from '../../src/platform/database.ts';
import { type Clock, openClock } from '../clock.ts';
import { organisationId, organisations } from '../directory/directory.ts';
import { accounts, practices, programme, teams } from '../programme.ts';
import { idOf } from '../random.ts';
import { problems, promises, registers } from './change-told.ts';

const as = (account: Omit<Account, 'passwordHash'>): Asker => ({ ...account, programme, practiceName: null });
const [catriona, dev] = [as(accounts.catriona), as(accounts.dev)];

/** How three practices come to social prescribing: one with a plan, one half-way, and one that was told a date. */
export async function tellChange(db: Database, now: Date): Promise<void> {
  const clock = openClock(now, programme.settings.timeZone);
  const none = () => Promise.resolve();
  const at = (instant: Date) => openChange({ db, now: () => instant, post: { queue: none }, everyProgramme: () => Promise.resolve([]) });
  await signAgreements(db, clock);

  const { glenkens, fleet, cree } = practices;
  const starts = { [glenkens.id]: -520, [fleet.id]: -150, [cree.id]: -70 };
  for (const [site, days] of Object.entries(starts))
    await at(clock.ago(450)).sites.sayStart(catriona, site, { stage: 'live', startsOn: addDays(clock.today, days), rowVersion: 0 });
  const named = {
    step: (key: keyof typeof en.change.steps) => en.change.steps[key],
    barrier: (key: keyof typeof en.change.readiness.barrier) => en.change.readiness.barrier[key],
  };
  await at(clock.ago(440, '12:30')).registers.takeTemplate(catriona, glenkens.id, named);
  await at(clock.ago(170, '12:30')).registers.takeTemplate(catriona, fleet.id, named);
  await carryOut(at(clock.ago(20, '15:00')), glenkens.id, 16);
  await carryOut(at(clock.ago(12, '15:00')), fleet.id, 15);
  await check(at(clock.ago(45, '13:00')), glenkens.id, {}, 'Dr Malik chaired it. It took one sandwich.');
  await check(
    at(clock.ago(9, '13:00')),
    cree.id,
    { sponsor: 'no', champion: 'no', time: 'no', understood: 'partly', briefed: 'no', room: 'no', record: 'no', cover: 'unknown' },
    'Asked ten weeks after the start, because nobody had asked before. Kasia was the only one who had seen the leaflet. We all laughed, and then we did not.',
  );
  await at(clock.ago(9, '14:00')).registers.makeOfMissing(catriona, cree.id, 'plan', named);
  for (const [site, register, details] of registers(clock, {
    glenkens: glenkens.id,
    fleet: fleet.id,
    cree: cree.id,
    stewartry: teams.stewartry.id,
  }))
    await at(clock.ago(8)).registers.addEntry(catriona, site, register, whole(register, details));
  for (const { site, ...details } of promises(clock))
    await at(clock.ago(30)).registers.addEntry(dev, site, 'commitments', whole('commitments', details));
  for (const { by, closedWith, ago, site, ...told } of problems(clock)) {
    const id = await at(clock.ago(ago, '16:30')).incidents.reportIncident(as(accounts[by]), { ...told, site: practices[site].id });
    if (id.ok && closedWith)
      await at(clock.ago(Math.max(0, ago - 3))).incidents.learnFromIncident(
        catriona,
        id.value,
        { atOnce: told.atOnce, learning: closedWith, close: true },
        1,
      );
  }
}

const whole = (register: Register, details: Partial<EntryDetails>): EntryDetails => ({ ...emptyEntry(register), ...details });

type Kept = ReturnType<typeof openChange>;

/** The first steps of a plan are done. */
async function carryOut({ registers: kept }: Kept, site: string, count: number): Promise<void> {
  const seen = await kept.seeRegister(catriona, site, 'plan');
  if (!seen.ok) return;
  for (const { id, rowVersion } of seen.value.entries.slice(0, count))
    await kept.moveEntry(catriona, { site, entry: id }, 'done', rowVersion);
}

async function check({ sites }: Kept, site: string, but: ReadinessAnswers, note: string): Promise<void> {
  const yes = Object.fromEntries(Object.keys(en.change.readiness.questions).map((key) => [key, 'yes'])) as ReadinessAnswers;
  await sites.checkReadiness(catriona, site, { ...yes, ...but }, note);
}

/** Small groups that have signed nothing: people are told of them, and go by themselves. */
const without = ['boiled-egg', 'coracle', 'dice', 'dog-walk', 'bowls', 'kettle-screen', 'net-wynd-table', 'cree-wanderers'];

async function signAgreements(db: Database, { today }: Clock): Promise<void> {
  const signed = organisations().filter(({ status, id }) => status === 'active' && !without.some((key) => organisationId(key) === id));
  const ends: Record<string, number> = {
    [organisationId('puff')]: -23,
    [organisationId('warm-space')]: 34,
    [organisationId('repair')]: 51,
  };
  const about: Record<string, { contact?: string; note?: string }> = {
    [organisationId('befriending')]: {
      contact: 'Jean Kirkpatrick, 01644 420374',
      note: 'Signed at her kitchen table. The paper is in the blue folder.',
    },
    [organisationId('mens-shed')]: { contact: 'Davie McCubbin', note: 'They asked for it in one page, and it is one page.' },
    [organisationId('puff')]: { contact: 'Morag Sim', note: 'Ran out while Morag was in hospital. Dev rings her this week.' },
    [organisationId('warm-space')]: { contact: 'The duty warden' },
  };
  await db.inProgramme(programme.id, (tx) =>
    addAgreements(
      tx,
      signed.map(({ id }, index) => ({
        id: idOf(`agreement ${id}`),
        organisation: id,
        kind: index % 3 ? ('sharing' as const) : ('both' as const),
        signedOn: addDays(today, -300 - (index % 60)),
        expiresOn: addDays(today, ends[id] ?? 200 + ((index * 13) % 500)),
        contact: about[id]?.contact ?? '',
        note: about[id]?.note ?? '',
        keeper: dev.id,
        endedAt: null,
        endedWhy: '',
        rowVersion: 1,
      })),
    ),
  );
}
