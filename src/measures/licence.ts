import { addDays, type CalendarDay } from '../platform/calendar.ts';
import type { Instrument } from './instrument.ts';

/** An administrator's word that the programme may use an instrument's own questions. */
export type Attestation = {
  id: string;
  instrument: string;
  holder: string;
  number: string;
  expiresOn: CalendarDay;
  attestedAt: Date;
  attestedBy: string;
  withdrawn: boolean;
};

export type LicenceState = 'not-needed' | 'by-hand-only' | 'none' | 'held' | 'ends-soon' | 'ended';

/** Early enough to have it renewed. */
const warnDays = 60;

/** Where its licence stands on a day. The last day of a licence still counts. */
export function licenceOn(instrument: Pick<Instrument, 'licence'>, attested: Attestation | undefined, today: CalendarDay): LicenceState {
  if (instrument.licence === 'bundled') return 'not-needed';
  if (instrument.licence === 'score-only') return 'by-hand-only';
  if (!attested || attested.withdrawn) return 'none';
  if (attested.expiresOn < today) return 'ended';
  return attested.expiresOn < addDays(today, warnDays) ? 'ends-soon' : 'held';
}

export const mayShowItems = (state: LicenceState): boolean => state === 'not-needed' || state === 'held' || state === 'ends-soon';

/** The instrument as it may be used: without its questions, unless the programme is licensed to ask them. */
export const asLicensed = (instrument: Instrument, state: LicenceState): Instrument =>
  mayShowItems(state) ? instrument : { ...instrument, items: [] };

/** Whether somebody can be asked its questions, rather than only have a score typed in. */
export const canBeAsked = (instrument: Pick<Instrument, 'items' | 'ownGoals'>): boolean =>
  instrument.ownGoals || instrument.items.length > 0;
