import type { Tx } from '../../platform/database.ts';
import type { Mode, Point } from '../instrument.ts';
import type { State, WhyNot } from '../measure.ts';

export type MeasureRow = {
  id: string;
  person_id: string;
  support_id: string | null;
  instrument: string;
  version: string;
  language: string;
  mode: Mode;
  interpreter: boolean;
  proxy: boolean;
  point: Point;
  state: State;
  taken_on: string;
  asked_by: string;
  added_at: Date;
  ended_at: Date | null;
  answers: string;
  goals: string;
  scores: string;
  unscored: string;
  why_not: WhyNot | null;
  note: string;
  alarmed: boolean;
  row_version: number;
};

type Tables = {
  measure: MeasureRow;
  measure_link: { token_hash: Buffer; measure_id: string; made_at: Date; expires_at: Date };
  measure_schedule: { content: string; row_version: number };
  instrument_version: { id: string; instrument: string; version: string; definition: string; added_at: Date; added_by: string | null };
  instrument_use: {
    instrument: string;
    in_use: boolean;
    version: string;
    wording_confirmed: boolean;
    changed_at: Date;
    changed_by: string;
  };
  licence_attestation: {
    id: string;
    instrument: string;
    holder: string;
    number: string;
    expires_on: string;
    withdrawn: boolean;
    attested_at: Date;
    attested_by: string;
  };
};

export const tables = (tx: Tx) => tx.withTables<Tables>();
