import { serviceId } from '../directory/directory.ts';
import { must } from '../path/path.ts';
import { accounts, programme } from '../programme.ts';
import { asker, fieldWords, type Keep } from './keepers.ts';

const catriona = asker(accounts.catriona);

/** What others say should change: two wait, one was taken, one was not. */
export async function suggestions({ clock, at }: Keep): Promise<void> {
  const isla = asker(accounts.isla);
  const anybody = (daysAgo: number) => at(clock.ago(daysAgo, '20:15')).freshness.suggesting;
  const decide = at(clock.ago(8, '09:50')).freshness.suggestions;

  const hours = {
    part: 'times' as const,
    texts: { times: 'Monday to Friday, 10:00 to 17:00' },
    words: '',
    sender: { name: '', role: '', email: '' },
  };
  const phone = {
    ...hours,
    part: 'contact' as const,
    texts: { phone: '01632 960177' },
    words: 'The old number rings out. Marion answered this one.',
  };
  const taken = must(await at(clock.ago(10, '13:30')).freshness.suggesting.suggestAs(isla, serviceId('carers-cafe'), phone, fieldWords));
  must(await decide.accept(catriona, { id: taken, rowVersion: 1 }, null, fieldWords));

  const declined = must(
    await anybody(9).suggestPublicly(programme, serviceId('warm-room'), { ...hours, words: 'It could open longer.' }, fieldWords),
  );
  const answer = 'Thank you. We asked them, and they have nobody for a later hour this winter.';
  must(await decide.decline(catriona, { id: declined, rowVersion: 1 }, { reason: 'not-right', answer }));

  const moved = {
    part: 'place' as const,
    texts: { places: 'The Town Hall, 1 Ferry Row, Creetown, DG8 7KM' },
    words: 'The lunch club moved to the Town Hall. My mother goes, and the hut is locked.',
    sender: { name: 'Sheila', role: 'My mother goes there', email: '' },
  };
  must(await anybody(2).suggestPublicly(programme, serviceId('creetown-lunch'), moved, fieldWords));
  const gone = { ...hours, part: 'closed' as const, texts: {}, words: 'Nobody has answered since the summer, and the page is gone.' };
  must(await at(clock.ago(1, '10:05')).freshness.suggesting.suggestAs(isla, serviceId('insulation-grant'), gone, fieldWords));
}
