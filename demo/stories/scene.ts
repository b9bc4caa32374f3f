import type { referralDecisions } from '../../src/referrals/index.ts';
import type { Clock } from '../clock.ts';
import { account, openPath, type Path, type World } from '../path/path.ts';
import { refer, type Referring } from '../path/referring.ts';
import { storyPerson } from '../people.ts';
import { accounts, practices } from '../programme.ts';

/** Where a story is told: the programme, and what day it is. */
export type Scene = { world: World; clock: Clock; next: () => number };

type Known = Parameters<typeof storyPerson>[1];
type By = keyof typeof accounts;

/** Somebody of whom a practice's staff have told the team. */
export function referred(scene: Scene, known: Known, at: Date, by: By, said: Pick<Referring, 'needs' | 'note'>): Path {
  const who = accounts[by];
  const path = openPath(scene.world, storyPerson(scene.next(), known), { at, by: account(who.id) });
  const practice = Object.values(practices).find(({ id }) => id === who.practice);
  refer(path, at, { ...said, by: who.id, practice: who.practice, team: practice?.team ?? who.team! });
  return path;
}

/** Somebody who asked for themselves, or for whom the family did. */
export function askedForThemselves(
  scene: Scene,
  known: Known,
  at: Date,
  source: (typeof referralDecisions.sources)[number],
  said: Pick<Referring, 'needs' | 'note'>,
): Path {
  const person = storyPerson(scene.next(), known);
  const path = openPath(scene.world, person, { at, by: { kind: 'person', id: person.id } });
  const team = Object.values(practices).find(({ id }) => id === person.practice)!.team;
  refer(path, at, { ...said, by: null, practice: person.practice, team, source });
  return path;
}

export { accounts, practices };
