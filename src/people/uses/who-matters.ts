import type { Tx } from '../../platform/database.ts';
import { rowsIn, textIn } from '../core/section.ts';
import { findSection } from '../store/sections.ts';

/** The people in somebody's life, as their record names them; for other modules, inside their transaction. */
export async function whoMatters(tx: Tx, person: string): Promise<{ name: string }[]> {
  const section = await findSection(tx, person, 'people');
  return section ? rowsIn(section.content, 'people').map((row) => ({ name: textIn(row, 'name') })) : [];
}
