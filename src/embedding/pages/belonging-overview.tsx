import { EmptyState, formatDate, Page, Table, useWords } from '../../design/index.ts';
import { concepts } from '../core/indicator.ts';
import type { OverviewRow } from '../index.ts';
import { LevelTag } from './belonging-words.tsx';

/** Every site, where it stands, and what waits to be looked at. */
export function OverviewPage({ rows }: { rows: readonly OverviewRow[] }) {
  const words = useWords().belonging;
  const { overview } = words;
  return (
    <Page title={words.title} wide>
      <p class="nhsuk-u-reading-width">{words.intro}</p>
      <Table<OverviewRow>
        caption={overview.caption}
        captionHidden
        rows={rows}
        empty={
          <EmptyState title={words.noSites}>
            <p>{words.noSitesText}</p>
          </EmptyState>
        }
        columns={[
          { header: overview.site, rowHeader: true, cell: ({ site }) => <a href={`/belonging/${site.id}`}>{site.name}</a> },
          { header: overview.stands, cell: ({ placed }) => <LevelTag level={placed?.site ?? null} /> },
          ...concepts.map((concept) => ({
            header: words.concepts[concept],
            cell: ({ placed }: OverviewRow) => {
              const level = placed?.concepts.find((each) => each.concept === concept)?.level;
              return level ? words.levels[level] : <span class="bothy-note">{words.notPlaced}</span>;
            },
          })),
          { header: overview.actions, cell: ({ open, due }) => overview.open(open, due) },
          { header: overview.counted, cell: ({ countedOn }) => (countedOn ? formatDate(countedOn) : overview.notCounted) },
        ]}
      />
      <p class="bothy-note nhsuk-u-reading-width">{words.validity}</p>
      <Links />
    </Page>
  );
}

export function Links() {
  const words = useWords().belonging;
  return (
    <ul>
      <li>
        <a href="/belonging/method">{words.toMethod}</a>
      </li>
      <li>
        <a href="/belonging/rules">{words.toRules}</a>
      </li>
    </ul>
  );
}
