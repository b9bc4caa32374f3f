import { EmptyState, Page, Stats, useWords } from '../../design/index.ts';
import { inOrder, isLate } from '../core/change-entry.ts';
import type { Everywhere } from '../index.ts';
import { EntryTable } from './change-entry-parts.tsx';

type Props = Everywhere & { register: 'training' | 'commitments'; now: Date };

/** One register of every site in one list: who is trained, or what institutions have promised. */
export function EverywherePage({ entries, sites, today, register, now }: Props) {
  const words = useWords().change;
  const own = words.everywhere[register];
  const count = (stage: string) => entries.filter((entry) => entry.stage === stage).length;
  const late = entries.filter((entry) => isLate(entry, today)).length;
  const { figures } = words.everywhere;
  return (
    <Page title={own.title} back={{ href: '/change', text: words.all.title }} wide>
      <p>{words.registers[register].intro}</p>
      {entries.length > 0 && (
        <Stats
          items={
            register === 'training'
              ? [
                  { figure: entries.length - late, text: words.everywhere.valid },
                  { figure: late, text: words.everywhere.ranOut, late: late > 0 },
                ]
              : [
                  { figure: count('kept'), text: figures.kept },
                  { figure: count('promised'), text: figures.promised },
                  { figure: count('withdrawn'), text: figures.withdrawn },
                  { figure: late, text: figures.late, late: late > 0 },
                ]
          }
        />
      )}
      {entries.length === 0 ? (
        <EmptyState title={own.none}>
          <p>{words.registers[register].noneText}</p>
        </EmptyState>
      ) : (
        <EntryTable
          caption={own.title}
          entries={inOrder(entries, today)}
          href={({ site, id }) => `/belonging/${site}/change/${register}/${id}`}
          now={now}
          siteOf={({ site }) => sites.get(site)?.name ?? ''}
        />
      )}
    </Page>
  );
}
