import {
  Button,
  EmptyState,
  Form,
  formatDateTime,
  Heading,
  HiddenText,
  Page,
  Pagination,
  Radios,
  Table,
  useWords,
} from '../../design/index.ts';
import type { Errors } from '../../platform/forms.ts';
import { linesOf } from '../difference.ts';
import type { QuestionList, SeenQuestion } from '../index.ts';
import { Said } from './said.tsx';

export function MatchesPage({ questions, pages, page }: QuestionList & { page: number }) {
  const { matches, kinds, set, list } = useWords().feeds;
  return (
    <Page title={matches.title} back={{ href: '/feeds', text: list.title }} wide>
      <p>{matches.intro}</p>
      <Table
        caption={matches.title}
        captionHidden
        responsive
        panel
        rows={questions}
        columns={[
          { header: matches.theirs, rowHeader: true, cell: ({ id, name }) => <a href={`/matches/${id}`}>{name || set.unnamed}</a> },
          { header: matches.ours, cell: ({ likely }) => likely },
          { header: matches.kind, cell: ({ kind }) => kinds[kind] },
          { header: matches.feed, cell: ({ feedName }) => feedName },
          { header: matches.asked, cell: ({ asked }) => formatDateTime(asked) },
        ]}
        empty={
          <EmptyState title={matches.none}>
            <p>{matches.noneText}</p>
          </EmptyState>
        }
      />
      {pages > 1 && <Pagination page={page} pages={pages} href={(to) => `/matches?page=${to}`} />}
    </Page>
  );
}

const nameOf = ({ name }: SeenQuestion['document']): string => (typeof name === 'string' ? name : '');

export function MatchPage({ question, errors }: { question: SeenQuestion; errors?: Errors }) {
  const { matches } = useWords().feeds;
  const { document, candidates } = question;
  const single = candidates.length === 1;
  const options = candidates.map((candidate) => ({
    value: candidate.id,
    text: single ? matches.same : nameOf(candidate.document),
    hint: matches.sameHint,
  }));
  return (
    <Page title={matches.question(nameOf(document))} back={{ href: '/matches', text: matches.title }} {...(errors && { errors })} wide>
      {candidates.map((candidate) => (
        <Candidate question={question} candidate={candidate} key={candidate.id} />
      ))}
      <Form>
        <Radios
          name="answer"
          label={single ? matches.answer(nameOf(candidates[0]!.document)) : matches.choose}
          options={[...options, { value: 'new', text: matches.new, hint: matches.newHint }]}
        />
        <Button>{matches.save}</Button>
      </Form>
    </Page>
  );
}

/** What the feed tells beside what is here, what differs first. */
function Candidate({ question, candidate }: { question: SeenQuestion; candidate: SeenQuestion['candidates'][number] }) {
  const { matches, reasons, fieldName } = useWords().feeds;
  const { names, feedName } = question;
  const told = candidate.fields.filter(({ theirs, ours }) => linesOf(theirs).length > 0 || linesOf(ours).length > 0);
  const rows = told.sort((a, b) => rankOf(a.field) - rankOf(b.field));
  return (
    <>
      <Heading class="nhsuk-heading-m">{nameOf(candidate.document)}</Heading>
      <p>
        <HiddenText>{matches.why}: </HiddenText>
        {candidate.reasons.map((reason) => reasons[reason]).join(' · ')}
      </p>
      <Table
        caption={nameOf(candidate.document)}
        captionHidden
        responsive
        panel
        rows={rows}
        columns={[
          { header: matches.field, rowHeader: true, cell: ({ field }) => fieldName(field) },
          { header: matches.told(feedName), cell: ({ theirs }) => <Said value={theirs} names={names} /> },
          { header: matches.here, cell: ({ ours }) => <Said value={ours} names={names} /> },
        ]}
      />
    </>
  );
}

const telling = [
  'name',
  'organization',
  'organization_identifiers',
  'phones',
  'email',
  'website',
  'url',
  'service_at_locations',
  'locations',
  'description',
];
const rankOf = (field: string): number => (telling.includes(field) ? telling.indexOf(field) : telling.length);
