import {
  ActionLink,
  Button,
  ButtonRow,
  EmptyState,
  formatDate,
  Form,
  Heading,
  InsetText,
  Page,
  Panel,
  Prose,
  Table,
  Tag,
  useWords,
} from '../../design/index.ts';
import { documentKinds, type Proposal, type Section, type Version } from '../core/document.ts';
import type { DocumentListed, DocumentSeen } from '../index.ts';

type ListProps = { documents: readonly DocumentListed[]; mayKeep: boolean; mayPropose: boolean };

export function DocumentsPage({ documents, mayKeep, mayPropose }: ListProps) {
  const words = useWords().steering.documents;
  const standing = documents.filter(({ endedAt }) => !endedAt || mayKeep);
  return (
    <Page title={words.title}>
      <p>{words.intro}</p>
      {standing.length === 0 && <EmptyState title={words.none}>{words.noneText}</EmptyState>}
      {documentKinds
        .map((kind) => ({ kind, those: standing.filter((each) => each.kind === kind) }))
        .filter(({ those }) => those.length > 0)
        .map(({ kind, those }) => (
          <section key={kind}>
            <Heading class="nhsuk-heading-m">{words.kinds[kind]}</Heading>
            <ul class="nhsuk-list">
              {those.map(({ id, title, current, open, endedAt }) => (
                <li key={id}>
                  <a href={`/criteria/${id}`}>{title}</a>{' '}
                  <span class="bothy-note">
                    {endedAt ? words.ended : `${words.version(current.number)}, ${words.since(formatDate(current.adoptedAt))}`}
                  </span>{' '}
                  {mayPropose && open > 0 && <Tag colour="purple">{words.open(open)}</Tag>}
                </li>
              ))}
            </ul>
          </section>
        ))}
      {mayKeep && <ActionLink href="/criteria/new">{words.start}</ActionLink>}
    </Page>
  );
}

const Sections = ({ sections, level = 2 }: { sections: readonly Section[]; level?: 2 | 3 }) => (
  <>
    {sections.map(({ heading, text }) => (
      <section key={heading}>
        <Heading level={level} class="nhsuk-heading-s">
          {heading}
        </Heading>
        <Prose text={text} />
      </section>
    ))}
  </>
);

type OneProps = { seen: DocumentSeen; shown: Version; mayKeep: boolean; mayPropose: boolean };

export function DocumentPage({ seen: { document, current, versions, proposals }, shown, mayKeep, mayPropose }: OneProps) {
  const words = useWords().steering.documents;
  const path = `/criteria/${document.id}`;
  return (
    <Page title={document.title} caption={words.kinds[document.kind]} back={{ href: '/criteria', text: words.title }}>
      <p class="bothy-note">{`${words.version(shown.number)}, ${words.since(formatDate(shown.adoptedAt))}`}</p>
      {document.endedAt && <InsetText>{words.ended}</InsetText>}
      <Panel>
        <Sections sections={shown.sections} />
      </Panel>
      {mayPropose && !document.endedAt && shown === current && (
        <ButtonRow>
          <Button href={`${path}/propose`}>{words.propose}</Button>
        </ButtonRow>
      )}
      {mayPropose && <Proposals proposals={proposals} />}
      <Versions versions={versions} proposals={proposals} path={path} />
      {mayKeep && (
        <Form action={`${path}/end`}>
          <Button variant="secondary" small name="ended" value={document.endedAt ? 'no' : 'yes'}>
            {document.endedAt ? words.bringBack : words.end}
          </Button>
        </Form>
      )}
    </Page>
  );
}

function Proposals({ proposals }: { proposals: readonly Proposal[] }) {
  const { documents: words, proposers } = useWords().steering;
  return (
    <section>
      <Heading class="nhsuk-heading-m">{words.proposals}</Heading>
      <Table<Proposal>
        caption={words.proposals}
        captionHidden
        rows={proposals}
        empty={<p>{words.noProposals}</p>}
        columns={[
          { header: words.why, cell: ({ id, why }) => <a href={`/criteria/proposals/${id}`}>{why}</a>, rowHeader: true },
          { header: words.from, cell: ({ as }) => proposers[as] },
          { header: words.proposals, headerHidden: true, cell: ({ stage }) => <Tag>{words.stages[stage]}</Tag> },
        ]}
      />
    </section>
  );
}

function Versions({ versions, proposals, path }: { versions: readonly Version[]; proposals: readonly Proposal[]; path: string }) {
  const { documents: words, proposers } = useWords().steering;
  const by = ({ proposal }: Version) => {
    const made = proposals.find(({ id }) => id === proposal);
    return made ? words.adoptedBy(proposers[made.as]) : words.first;
  };
  return (
    <section>
      <Heading class="nhsuk-heading-m">{words.history}</Heading>
      <ul class="nhsuk-list">
        {versions.map((version) => (
          <li key={version.number}>
            <a href={`${path}?version=${version.number}`}>{words.version(version.number)}</a>{' '}
            <span class="bothy-note">{`${words.since(formatDate(version.adoptedAt))} · ${by(version)}`}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
