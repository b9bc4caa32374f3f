import type { Behaviour, BehaviourOf } from '../../directory/index.ts';
import { thisProgramme } from '../../identity/index.ts';
import type { Tx } from '../../platform/database.ts';
import { behaviourOf } from '../behaviour.ts';
import { count, countedOf, holdDue } from '../store/behaviour.ts';
import type { Needs } from './needs.ts';

const atOnce = 100;
const day = 86_400_000;

/** How a service or an organisation has really answered; undefined when nobody has asked it anything yet. */
export async function measured(tx: Tx, whose: BehaviourOf): Promise<Behaviour | undefined> {
  const counted = await countedOf(tx, whose);
  return counted && behaviourOf(counted);
}

/** Counts what has changed since it was counted, and whatever was last counted a day ago, because a year ago moves on. */
export function openMeasuring({ db, now, everyProgramme }: Pick<Needs, 'db' | 'now' | 'everyProgramme'>) {
  const measureSome = (programme: string) =>
    db.inProgramme(programme, async (tx) => {
      const due = await holdDue(tx, new Date(now().getTime() - day), atOnce);
      const { timeZone } = (await thisProgramme(tx)).settings;
      for (const each of due) await count(tx, each, now(), timeZone);
      return due.length === atOnce;
    });
  return {
    measureAll: async () => {
      for (const programme of await everyProgramme()) while (await measureSome(programme));
    },
  };
}
