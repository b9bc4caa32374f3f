import { randomUUID } from 'node:crypto';
import { type Asker, mayAtAll, thisProgramme } from '../../identity/index.ts';
import { type CalendarDay, dayIn } from '../../platform/calendar.ts';
import type { Tx } from '../../platform/database.ts';
import { type By, recordEvents } from '../../platform/events.ts';
import { ok, refuse, type Result } from '../../platform/result.ts';
import type { Instrument } from '../instrument.ts';
import { bundled } from '../instruments/bundled.ts';
import { asLicensed, type Attestation, licenceOn, type LicenceState, mayShowItems } from '../licence.ts';
import { readDefinition } from '../registry/read-definition.ts';
import { isVersionUsed } from '../store/measures.ts';
import * as store from '../store/registry.ts';
import { byOf, type Ports, todayFor } from './needs.ts';

/** An instrument as it may be used here today. `instrument` has no questions that the programme is not licensed to ask. */
export type Registered = {
  instrument: Instrument;
  inUse: boolean;
  wordingConfirmed: boolean;
  licence: LicenceState;
  attested: Attestation | undefined;
  /** Its questions are here, though they may not be shown. */
  holdsItems: boolean;
  imported: boolean;
};

export type Registry = {
  all: readonly Registered[];
  find(id: string): Registered | undefined;
  at(id: string, version: string): Instrument | undefined;
};

export async function registryOf(tx: Tx, today: CalendarDay): Promise<Registry> {
  const [imported, uses, attested] = [await store.importedVersions(tx), await store.uses(tx), await store.attestations(tx)];
  const every = [...bundled, ...imported];
  const all = [...new Set(every.map(({ id }) => id))].map((id): Registered => {
    const use = uses.find(({ instrument }) => instrument === id);
    const versions = every.filter((each) => each.id === id);
    const whole = versions.find(({ version }) => version === use?.version) ?? versions.at(-1)!;
    const licence = licenceOn(whole, attested.get(id), today);
    return {
      instrument: asLicensed(whole, licence),
      inUse: use?.inUse ?? whole.startsOn,
      wordingConfirmed: use?.wordingConfirmed ?? false,
      licence,
      attested: attested.get(id),
      holdsItems: whole.items.length > 0,
      imported: imported.includes(whole),
    };
  });
  return {
    all,
    find: (id) => all.find(({ instrument }) => instrument.id === id),
    at: (id, version) => {
      const whole = every.find((each) => each.id === id && each.version === version);
      return whole && asLicensed(whole, licenceOn(whole, attested.get(id), today));
    },
  };
}

/** What may be asked of people here. */
export const offered = ({ all }: Registry): Registered[] =>
  all.filter(({ inUse, instrument }) => inUse && instrument.audience === 'person');

export type ImportRefusal = { problems: readonly string[] } | 'version-used' | 'no-licence';
type Imported = { instrument: Instrument; isNew: boolean };

/** Brings in an instrument from a JSON file. A version that somebody has answered stays as it is for good. */
export async function importInstrument(
  tx: Tx,
  text: string,
  { by, at, dryRun = false }: { by: string | null; at: Date; dryRun?: boolean },
): Promise<Result<Imported, ImportRefusal>> {
  const read = readDefinition(text);
  if (!read.ok) return refuse({ problems: read.error });
  const instrument = read.value;
  const today = dayIn((await thisProgramme(tx)).settings.timeZone, at);
  const before = (await registryOf(tx, today)).at(instrument.id, instrument.version);
  const isBundled = bundled.some(({ id, version }) => id === instrument.id && version === instrument.version);
  if (isBundled || (before && (await isVersionUsed(tx, instrument.id, instrument.version)))) return refuse('version-used');
  const licence = licenceOn(instrument, (await store.attestations(tx)).get(instrument.id), today);
  if (instrument.items.length > 0 && !mayShowItems(licence)) return refuse('no-licence');
  if (!dryRun) {
    await store.putVersion(tx, instrument, by, at);
    const who: By = by ? { kind: 'account', id: by } : { kind: 'system' };
    await recordEvents(tx, [
      {
        type: 'instrument-imported',
        subject: { kind: 'instrument', id: randomUUID() },
        by: who,
        at,
        data: { instrument: instrument.id, version: instrument.version },
      },
    ]);
  }
  return ok({ instrument, isNew: !before });
}

export type Attesting = { holder: string; number: string; expiresOn: CalendarDay };

export const registryUses = ({ db, now }: Ports) => {
  const managing = <T, E>(asker: Asker, work: (tx: Tx) => Promise<Result<T, E>>): Promise<Result<T, E | 'not-yours'>> =>
    mayAtAll(asker, 'manage instruments')
      ? db.inProgramme<Result<T, E | 'not-yours'>>(asker.programme.id, work)
      : Promise.resolve(refuse('not-yours'));
  const found = async (tx: Tx, asker: Asker, id: string) => (await registryOf(tx, todayFor(asker, now()))).find(id);
  const note = (tx: Tx, asker: Asker, type: string, instrument: string) =>
    recordEvents(tx, [{ type, subject: { kind: 'instrument', id: randomUUID() }, by: byOf(asker), at: now(), data: { instrument } }]);

  return {
    seeInstruments: (asker: Asker) => managing(asker, async (tx) => ok((await registryOf(tx, todayFor(asker, now()))).all)),

    seeInstrument: (asker: Asker, id: string): Promise<Result<Registered, 'not-yours' | 'not-found'>> =>
      managing(asker, async (tx) => {
        const one = await found(tx, asker, id);
        return one ? ok(one) : refuse('not-found');
      }),

    /** Switches it on or off here. One whose wording nobody has compared with the official form needs somebody to say that they have. */
    useInstrument: (
      asker: Asker,
      id: string,
      { inUse, wordingConfirmed }: { inUse: boolean; wordingConfirmed: boolean },
    ): Promise<Result<'saved', 'not-yours' | 'not-found' | 'wording' | 'staff'>> =>
      managing(asker, async (tx) => {
        const one = await found(tx, asker, id);
        if (!one) return refuse('not-found');
        const { instrument } = one;
        const confirmed = one.wordingConfirmed || wordingConfirmed;
        if (inUse && instrument.audience === 'staff') return refuse('staff');
        if (inUse && instrument.wording === 'to-confirm' && !confirmed) return refuse('wording');
        await store.saveUse(tx, { instrument: id, inUse, version: instrument.version, wordingConfirmed: confirmed }, asker.id, now());
        await note(tx, asker, inUse ? 'instrument-switched-on' : 'instrument-switched-off', id);
        return ok('saved');
      }),

    /** Says that the programme is licensed to ask an instrument's own questions, until a day. */
    attestLicence: (asker: Asker, id: string, attesting: Attesting): Promise<Result<'saved', 'not-yours' | 'not-found' | 'not-needed'>> =>
      managing(asker, async (tx) => {
        const one = await found(tx, asker, id);
        if (!one) return refuse('not-found');
        if (one.instrument.licence !== 'needs-licence') return refuse('not-needed');
        const attested = { ...attesting, id: randomUUID(), instrument: id, attestedAt: now(), attestedBy: asker.id, withdrawn: false };
        await store.addAttestation(tx, attested);
        await note(tx, asker, 'licence-attested', id);
        return ok('saved');
      }),

    withdrawLicence: (asker: Asker, id: string): Promise<Result<'saved', 'not-yours' | 'not-found'>> =>
      managing(asker, async (tx) => {
        const one = await found(tx, asker, id);
        if (!one?.attested || one.attested.withdrawn) return refuse('not-found');
        const withdrawn = { ...one.attested, id: randomUUID(), attestedAt: now(), attestedBy: asker.id, withdrawn: true };
        await store.addAttestation(tx, withdrawn);
        await note(tx, asker, 'licence-withdrawn', id);
        return ok('saved');
      }),

    importFrom: (asker: Asker, text: string): Promise<Result<Imported, ImportRefusal | 'not-yours'>> =>
      managing(asker, (tx) => importInstrument(tx, text, { by: asker.id, at: now() })),
  };
};
