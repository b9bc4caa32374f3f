import type { CalendarDay } from '../../platform/calendar.ts';
import type { Tx } from '../../platform/database.ts';
import { textIn } from '../instrument.ts';
import { registryOf } from './registry.ts';

/** The one question about money, in its checked wording and with its source; undefined where a programme does not use it. */
export async function povertyQuestion(tx: Tx, today: CalendarDay): Promise<{ text: string; source: string } | undefined> {
  const found = (await registryOf(tx, today)).find('poverty');
  const item = found?.inUse ? found.instrument.items[0] : undefined;
  return found && item && { text: textIn(item.text, 'en'), source: found.instrument.citation };
}
