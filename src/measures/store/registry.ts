import { randomUUID } from 'node:crypto';
import type { Tx } from '../../platform/database.ts';
import type { Instrument } from '../instrument.ts';
import type { Attestation } from '../licence.ts';
import { tables } from './tables.ts';

export type Use = { instrument: string; inUse: boolean; version: string; wordingConfirmed: boolean };

/** Oldest first, so that the last of an instrument is the newest. */
export async function importedVersions(tx: Tx): Promise<Instrument[]> {
  const rows = await tables(tx).selectFrom('instrument_version').select('definition').orderBy('added_at').orderBy('version').execute();
  return rows.map(({ definition }) => definition as unknown as Instrument);
}

export async function putVersion(tx: Tx, definition: Instrument, by: string | null, at: Date): Promise<void> {
  const content = { definition: JSON.stringify(definition), added_at: at, added_by: by };
  await tables(tx)
    .insertInto('instrument_version')
    .values({ id: randomUUID(), instrument: definition.id, version: definition.version, ...content })
    .onConflict((c) => c.columns(['programme_id', 'instrument', 'version'] as never).doUpdateSet(content))
    .execute();
}

export async function uses(tx: Tx): Promise<Use[]> {
  const rows = await tables(tx).selectFrom('instrument_use').selectAll().execute();
  return rows.map((row) => ({
    instrument: row.instrument,
    inUse: row.in_use,
    version: row.version,
    wordingConfirmed: row.wording_confirmed,
  }));
}

export async function saveUse(tx: Tx, { instrument, inUse, version, wordingConfirmed }: Use, by: string, at: Date): Promise<void> {
  const row = { in_use: inUse, version, wording_confirmed: wordingConfirmed, changed_at: at, changed_by: by };
  await tables(tx)
    .insertInto('instrument_use')
    .values({ instrument, ...row })
    .onConflict((c) => c.columns(['programme_id', 'instrument'] as never).doUpdateSet(row))
    .execute();
}

/** The newest of each instrument. */
export async function attestations(tx: Tx): Promise<Map<string, Attestation>> {
  const rows = await tables(tx).selectFrom('licence_attestation').selectAll().orderBy('attested_at').execute();
  return new Map(
    rows.map((row) => [
      row.instrument,
      {
        id: row.id,
        instrument: row.instrument,
        holder: row.holder,
        number: row.number,
        expiresOn: row.expires_on,
        withdrawn: row.withdrawn,
        attestedAt: row.attested_at,
        attestedBy: row.attested_by,
      },
    ]),
  );
}

export async function addAttestation(tx: Tx, attested: Attestation): Promise<void> {
  await tables(tx)
    .insertInto('licence_attestation')
    .values({
      id: attested.id,
      instrument: attested.instrument,
      holder: attested.holder,
      number: attested.number,
      expires_on: attested.expiresOn,
      withdrawn: attested.withdrawn,
      attested_at: attested.attestedAt,
      attested_by: attested.attestedBy,
    })
    .execute();
}
