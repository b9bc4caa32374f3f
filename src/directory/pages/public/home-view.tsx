import { EmptyState, Heading, PublicPage, useWords } from '../../../design/index.ts';
import type { Programme } from '../../../identity/index.ts';
import type { NeedCount } from '../../index.ts';
import { toAddress } from '../../need-address.ts';
import { type Frame, homeOfDirectory } from './door.tsx';
import { PublicSearchForm } from './search-form.tsx';

type Props = { frame: Frame; counts: readonly NeedCount[]; towns: readonly string[]; publicUrl: string };

export function HomePage({ frame: { programme, home }, counts, towns, publicUrl }: Props) {
  const { publicDirectory: words, directory } = useWords();
  return (
    <PublicPage title={words.title} home={home} meta={{ description: words.description(programme.name), canonical: `${publicUrl}${home}` }}>
      <p class="nhsuk-lede-text">{words.intro}</p>
      <PublicSearchForm home={home} towns={towns} typed={{}} withNeeds={false} />
      <Heading level={2} class="nhsuk-heading-m">
        {words.browse}
      </Heading>
      {counts.length === 0 ? (
        <EmptyState title={words.empty}>
          <p>{words.emptyText}</p>
        </EmptyState>
      ) : (
        <>
          <ul class="bothy-needs">
            {counts.map(({ need, count }) => (
              <li key={need}>
                <a href={`${home}/needs/${toAddress(need)}`}>{directory.needs[need]}</a>
                <span class="bothy-note">{words.count(count)}</span>
              </li>
            ))}
          </ul>
          <p>
            <a href={`${home}/services`}>{words.everything}</a>
          </p>
        </>
      )}
    </PublicPage>
  );
}

/** Where several programmes publish theirs. */
export function DirectoriesPage({ programmes }: { programmes: readonly Programme[] }) {
  const { publicDirectory: words } = useWords();
  return (
    <PublicPage title={words.listTitle} home="/directory" meta={{}}>
      <p>{words.listIntro}</p>
      <ul class="nhsuk-list">
        {programmes.map((programme) => (
          <li key={programme.id}>
            <a href={homeOfDirectory(programme)}>{programme.name}</a>
          </li>
        ))}
      </ul>
    </PublicPage>
  );
}
