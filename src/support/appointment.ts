import type { ContactChannel } from './contact.ts';

type Kind = 'meeting' | 'call' | 'home' | 'video' | 'accompanied';
/** What calendar tells of an appointment; `place` in words. */
export type AgreedTime = { id: string; kind: Kind; startsAt: Date; endsAt: Date; place: string };

const channels: Record<Kind, ContactChannel> = { meeting: 'visit', home: 'visit', accompanied: 'visit', call: 'phone', video: 'video' };

/** What is known already of a contact that began as an appointment. */
export const fromAgreedTime = ({ kind, startsAt, endsAt, place }: AgreedTime) => ({
  channel: channels[kind],
  minutes: Math.round((endsAt.getTime() - startsAt.getTime()) / 60_000),
  happenedAt: startsAt,
  place,
});
