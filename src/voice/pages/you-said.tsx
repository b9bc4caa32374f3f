import { ActionLink, EmptyState, formatDate, Heading, Lines, Panel, PlainPage, Prose, PublicPage, useWords } from '../../design/index.ts';
import type { Programme } from '../../identity/index.ts';
import type { YouSaid } from '../core/suggestion.ts';
import type { DocumentListed } from '../index.ts';

/** Where several programmes could be meant. */
export function ProgrammesPage({ programmes }: { programmes: readonly Programme[] }) {
  const words = useWords().together.programmes;
  return (
    <PlainPage title={words.title}>
      {programmes.length === 0 ? (
        <p>{words.none}</p>
      ) : (
        <>
          <p>{words.intro}</p>
          <ul>
            {programmes.map(({ slug, name }) => (
              <li key={slug}>
                <a href={`/together/${slug}`}>{name}</a>
              </li>
            ))}
          </ul>
        </>
      )}
    </PlainPage>
  );
}

const order = ['done', 'planned', 'not-now'] as const;

/** What people said, and what came of it: only what somebody has read and let be shown. */
export function YouSaidPage({ programme, entries, publicUrl }: { programme: Programme; entries: readonly YouSaid[]; publicUrl: string }) {
  const words = useWords().together.public;
  const home = `/together/${programme.slug}`;
  const meta = { description: words.description(programme.name), canonical: `${publicUrl}${home}` };
  return (
    <PublicPage title={words.title} home={home} meta={meta}>
      <p class="nhsuk-lede-text">{words.intro(programme.name)}</p>
      <ActionLink href={`${home}/suggest`}>{words.suggest}</ActionLink>
      {entries.length === 0 && <EmptyState title={words.none}>{words.noneText}</EmptyState>}
      {order
        .map((stage) => ({ stage, those: entries.filter((entry) => entry.stage === stage) }))
        .filter(({ those }) => those.length > 0)
        .map(({ stage, those }) => (
          <section key={stage}>
            <Heading class="nhsuk-heading-m">{words[stage]}</Heading>
            {those.map((entry) => (
              <Entry {...entry} key={entry.id} />
            ))}
          </section>
        ))}
      <Heading class="nhsuk-heading-m">{words.documents}</Heading>
      <p>
        {words.documentsIntro} <a href={`${home}/criteria`}>{words.documents}</a>
      </p>
    </PublicPage>
  );
}

function Entry({ said, answer, stage, on }: YouSaid) {
  const words = useWords().together.public;
  return (
    <Panel>
      <p class="bothy-note">{words.said}</p>
      <blockquote class="bothy-quote">
        <Lines text={said} />
      </blockquote>
      <p>
        <strong>{`${words.answers[stage]}: `}</strong>
        <Lines text={answer} />
      </p>
      <p class="bothy-note">{words.on(formatDate(on))}</p>
    </Panel>
  );
}

/** What holds now, for everybody. */
export function PublicDocumentsPage({ programme, documents }: { programme: Programme; documents: readonly DocumentListed[] }) {
  const { public: shown } = useWords().together;
  const words = useWords().steering.documents;
  const home = `/together/${programme.slug}`;
  return (
    <PublicPage title={words.title} home={home} back={{ href: home, text: shown.title }}>
      <p class="nhsuk-lede-text">{shown.documentsIntro}</p>
      {documents.length === 0 && <EmptyState title={words.none} />}
      {documents.map(({ id, title, current }) => (
        <Panel heading={title} key={id}>
          <p class="bothy-note">{`${words.version(current.number)}, ${words.since(formatDate(current.adoptedAt))}`}</p>
          {current.sections.map(({ heading, text }) => (
            <section key={heading}>
              <Heading level={3} class="nhsuk-heading-xs">
                {heading}
              </Heading>
              <Prose text={text} />
            </section>
          ))}
        </Panel>
      ))}
    </PublicPage>
  );
}
