import { type Gap, type Need, toPlace, type Why } from '../../src/directory/index.ts';
import { towns } from '../places.ts';
import { account, currentSupport, type Path, tell } from './path.ts';

/** Nothing fitted. The town is what is counted. */
export function recordGap(
  path: Path,
  at: Date,
  { needs, why, town, note = '' }: { needs: readonly Need[]; why: Why; town: string; note?: string },
): void {
  const { world, person } = path;
  const recordedBy = currentSupport(path).linkWorker;
  const [latitude, longitude] = towns[town] ?? [0, 0];
  const gap: Gap = {
    id: world.random.uuid(),
    needs,
    why,
    place: town,
    area: towns[town] ? town : '',
    note,
    person: person.id,
    recordedBy,
    at,
  };
  world.rows.gaps.push({ gap, place: towns[town] ? toPlace('town', town, { latitude, longitude }) : undefined });
  tell(path, 'gap-recorded', { kind: 'gap', id: gap.id }, account(recordedBy), at, { needs, why, area: gap.area });
}
