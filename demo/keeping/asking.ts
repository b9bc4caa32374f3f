import { serviceId } from '../directory/directory.ts';
import { must } from '../path/path.ts';
import { accounts } from '../programme.ts';
import { asker, fieldWords, type Keep } from './keepers.ts';

const catriona = asker(accounts.catriona);
const nobody = { name: '', role: '', email: '' };

/** Organisations that were asked by mail whether their services are still right: one says yes, one says what has changed, one says nothing. */
export async function asking({ clock, at, links }: Keep): Promise<void> {
  const ask = async (daysAgo: number, key: string): Promise<string> => {
    await at(clock.ago(daysAgo, '08:20')).freshness.askNow(catriona, [serviceId(key)]);
    return links.at(-1)!.split('/').at(-1)!;
  };

  const bowls = await ask(15, 'bowls-night');
  must(await at(clock.ago(14, '19:30')).freshness.answering.sayRight(bowls, 'all'));
  await ask(12, 'village-film');
  const walk = await ask(4, 'grief-walk');
  const { answering } = at(clock.ago(3, '12:10')).freshness;
  const words = 'We meet at the lifeboat slip now, because the harbour car park is dug up until spring.';
  const changed = { part: 'place' as const, texts: { places: 'The Lifeboat Slip, Shore Road, Kirkcudbright' }, words, sender: nobody };
  must(await answering.sayChanged(walk, serviceId('grief-walk'), changed, fieldWords));
  must(await answering.sayRoom(bowls, serviceId('bowls-night'), { available: 6, waitingList: false, waitWeeks: null }));
}
