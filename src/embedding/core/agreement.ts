import { addDays, type CalendarDay } from '../../platform/calendar.ts';

export const agreementKinds = ['sharing', 'service', 'both'] as const;
export type AgreementKind = (typeof agreementKinds)[number];

/** What an organisation and the programme have signed. Without `expiresOn` it runs until somebody ends it. */
export type Agreement = {
  id: string;
  organisation: string;
  kind: AgreementKind;
  signedOn: CalendarDay;
  expiresOn: CalendarDay | null;
  contact: string;
  note: string;
  /** Who is warned before it ends. */
  keeper: string;
  endedAt: Date | null;
  endedWhy: string;
  rowVersion: number;
};

/** How sharing with an organisation stands. Only in the first two may anything that names somebody be shared. */
export type Standing = 'valid' | 'ends-soon' | 'not-yet' | 'expired' | 'ended' | 'none';

const warnDaysAhead = 60;

type Dated = Pick<Agreement, 'kind' | 'signedOn' | 'expiresOn' | 'endedAt'>;

const aboutData = ({ kind }: Dated) => kind !== 'service';
const isRunning = ({ signedOn, expiresOn, endedAt }: Dated, today: CalendarDay): boolean =>
  !endedAt && signedOn <= today && (expiresOn === null || expiresOn >= today);
const endsSoon = ({ expiresOn }: Dated, today: CalendarDay): boolean => expiresOn !== null && expiresOn <= addDays(today, warnDaysAhead);

export function standingOf(all: readonly Dated[], today: CalendarDay): Standing {
  const about = all.filter(aboutData);
  const running = about.filter((each) => isRunning(each, today));
  if (running.length) return running.every((each) => endsSoon(each, today)) ? 'ends-soon' : 'valid';
  const last = about.toSorted((a, b) => b.signedOn.localeCompare(a.signedOn));
  if (last.some(({ endedAt, signedOn }) => !endedAt && signedOn > today)) return 'not-yet';
  return !last[0] ? 'none' : last[0].endedAt ? 'ended' : 'expired';
}

/** Those whose end somebody must be warned of: they run, end soon, and nothing signed with the same organisation outlasts them. */
export function toWarnOf<A extends Dated & { organisation: string }>(all: readonly A[], today: CalendarDay): A[] {
  const outlasted = (one: A) =>
    all.some(
      (other) =>
        other !== one &&
        other.organisation === one.organisation &&
        !other.endedAt &&
        (other.kind === one.kind || other.kind === 'both') &&
        (other.expiresOn === null || other.expiresOn > one.expiresOn!),
    );
  return all.filter((each) => isRunning(each, today) && endsSoon(each, today) && !outlasted(each));
}
