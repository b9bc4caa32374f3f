import type { Instrument } from '../instrument.ts';
import { eq5d, mycaw, pam, swemwbs, who5 } from './licensed.ts';
import { gad7, phq9 } from './mood.ts';
import { nomad } from './nomad.ts';
import { goals, loneliness, ons4, poverty } from './wellbeing.ts';

/** What comes with Bothy. A version that has been given out is never changed: a new one is added after it. */
export const bundled: readonly Instrument[] = [ons4, loneliness, goals, poverty, phq9, gad7, swemwbs, who5, mycaw, pam, eq5d, nomad];
