import { serviceId } from '../directory/directory.ts';
import { must } from '../path/path.ts';
import { accounts } from '../programme.ts';
import { idOf } from '../random.ts';
import { asker, type Keep } from './keepers.ts';

type Item = readonly [service: string, note: string];

/** What Sam has picked out: for anybody who is cold, and for Agnes. */
export async function shortlists({ clock, at }: Keep): Promise<void> {
  const sam = asker(accounts.sam);
  const { shortlists: lists } = at(clock.ago(3, '16:20'));
  const fill = async (list: string, person: string | null, items: readonly Item[]) => {
    for (const [key, note] of items) {
      must(await lists.add(sam, { list, name: '', service: serviceId(key), person }));
      if (note) must(await lists.saveNote(sam, list, serviceId(key), note, 1));
    }
  };

  const warm = await lists.begin(sam, 'Somewhere warm this winter');
  await fill(warm, null, [
    ['warm-room', 'The kettle is always on, and nobody asks why you came.'],
    ['befriending-lunch', 'Soup at one long table, on Wednesdays.'],
    ['wood-bank', 'For a stove that has nothing in it.'],
    ['fuel-voucher', 'When the meter has run out: ring before noon.'],
  ]);
  must(await lists.share(sam, warm));

  const agnes = idOf('person Agnes McMillan');
  const [first, ...more]: readonly Item[] = [
    ['digital-drop-in', 'Small, and they go slowly.'],
    ['grief', 'There is always somebody at the door.'],
  ];
  const hers = must(await lists.add(sam, { list: null, name: 'To talk over on Tuesday', service: serviceId(first![0]), person: agnes }));
  await fill(hers, agnes, [first!, ...more]);
}
