import { randomUUID } from 'node:crypto';
import { en } from '../../locales/en/index.ts';
import { freshnessLetters, openDirectory, openFeeds, openFreshness, openRoom, openShortlists } from '../../src/directory/index.ts';
import type { Account, Asker } from '../../src/identity/index.ts';
import { addSent, type Recipient, type Sent } from '../../src/messages/index.ts';
import type { Database, Tx } from '../../src/platform/database.ts';
import { recordEvents } from '../../src/platform/events.ts';
import { openLog } from '../../src/platform/log.ts';
import { openRateLimit } from '../../src/platform/rate-limit.ts';
import type { Clock } from '../clock.ts';
import { programme } from '../programme.ts';

/** `links`: where the letters lead to, the latest last. */
export type Keep = { db: Database; clock: Clock; links: readonly string[]; at: ReturnType<typeof openKeepers> };

/** How a page writes a service down in words. */
export const fieldWords = { times: { ...en.freshness.times, days: en.directory.days }, free: en.directory.free };

/** Somebody of the demo, as they are when they have signed in. */
export const asker = ({ id, email, name, jobTitle, roles, practice, team, organisation }: Omit<Account, 'passwordHash'>): Asker => ({
  ...{ id, email, name, jobTitle, roles, practice, team, organisation },
  programme,
  practiceName: null,
});

type Letter = { template: string; about: string; to: Recipient; at: Date };

/** Letters are written as they would have been, and count as sent. `links` hears of the pages that they lead to. */
const openPost = (links: string[]) => ({
  failedAbout: () => Promise.resolve(new Set<string>()),
  queue: async (tx: Tx, { template, about, to, at }: Letter): Promise<void> => {
    const context = { to, person: null, programme, words: en, publicUrl: 'https://demo.bothy.example', now: at, letter: () => '' };
    const written = await freshnessLetters[template]?.(tx, about, context);
    const [[toKind, toId]] = Object.entries(to) as [[Sent['toKind'], string]];
    if (!written || !('to' in written)) return;
    links.push(...(written.secrets ?? []));
    const id = randomUUID();
    await addSent(tx, [{ id, template, about, person: null, toKind, toId, toName: written.to.name, sentAt: at }]);
    await recordEvents(tx, [{ type: 'message-sent', subject: { kind: 'message', id }, by: { kind: 'system' }, at, data: { template } }]);
  },
});

/** The modules as they were at some instant. Nothing leaves the house, and nothing is left for later. */
export function openKeepers(db: Database, links: string[]) {
  const nobodyWaits = openRateLimit(db, 'demo', { tries: 1000, perSeconds: 1 });
  const quiet = {
    db,
    log: openLog('silent'),
    jobs: { enqueue: () => Promise.resolve() },
    post: openPost(links),
    limits: { guesses: nobodyWaits, newLinks: nobodyWaits },
    everyProgramme: () => Promise.resolve([programme.id]),
    personPlace: () => Promise.resolve(undefined),
    behaviour: () => Promise.resolve(undefined),
  };
  return (instant: Date) => {
    const ports = { ...quiet, now: () => instant };
    return {
      directory: openDirectory(ports),
      feeds: openFeeds(ports),
      freshness: openFreshness(ports),
      room: openRoom(ports),
      shortlists: openShortlists(ports),
    };
  };
}
