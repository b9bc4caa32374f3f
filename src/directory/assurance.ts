import type { CalendarDay } from '../platform/calendar.ts';

/** A service that may be asked about, and where whoever runs it is reached. */
export type Candidate = { service: string; organisation: string; address: string; assuredAt: CalendarDay | null };
/** One mail: all that one organisation runs and answers for at one address. */
export type Asking = { organisation: string; address: string; services: string[] };

/** Mails that go out by themselves on one day, at most. */
export const mostAskedADay = 200;
/** Silence is followed by one reminder after this long; after as long again, somebody here is told. */
export const remindAfterDays = 14;
/** An address that did not work is not tried again for this long. */
export const bouncedForDays = 180;

/** Puts candidates together so that nobody gets two mails, in the order in which they came. */
export function askingsOf(candidates: readonly Candidate[]): Asking[] {
  const askings = new Map<string, Asking>();
  for (const { service, organisation, address } of candidates) {
    const key = `${organisation} ${address.toLowerCase()}`;
    const asking = askings.get(key) ?? { organisation, address: address.toLowerCase(), services: [] };
    if (!asking.services.includes(service)) asking.services.push(service);
    askings.set(key, asking);
  }
  return [...askings.values()];
}

export type AnswerKind = 'right' | 'changed' | 'ended';
export type Asked = {
  id: string;
  organisation: string;
  askedAt: Date;
  remindedAt: Date | null;
  answeredAt: Date | null;
  services: readonly AskedService[];
};
export type AskedService = {
  service: string;
  answer: AnswerKind | null;
  wasAssuredAt: CalendarDay | null;
  wasAssuredBy: string | null;
  suggestion: string | null;
};

/** When all of an asking has been answered, so that nobody is reminded. */
export const answeredWhole = ({ services }: Pick<Asked, 'services'>): boolean => services.every(({ answer }) => answer !== null);
