import {
  Button,
  ButtonRow,
  Details,
  EmptyState,
  Form,
  formatDateTime,
  Heading,
  Hidden,
  HiddenText,
  Page,
  Pagination,
  SummaryList,
  Table,
  Tag,
  TextField,
  useWords,
} from '../../design/index.ts';
import type { TermMeaning, TermsSeen } from '../index.ts';
import { isNothing, type Meaning } from '../crosswalk.ts';
import type { ImportOutcome } from '../taxonomy.ts';
import { Licence } from './taxonomies-view.tsx';
import { Rejections } from './taxonomy-import.tsx';

export function TermsView({ seen }: { seen: TermsSeen }) {
  const words = useWords().taxonomies;
  const { taxonomy, words: typed, show, total, rows } = seen;
  const at = `/taxonomies/${taxonomy.id}`;
  const suggests = rows.some(({ suggested }) => suggested);
  return (
    <Page title={taxonomy.name} wide back={{ href: '/taxonomies', text: words.title }}>
      {taxonomy.description && <p>{taxonomy.description}</p>}
      <p class="bothy-note">
        <Licence taxonomy={taxonomy} />
      </p>
      {taxonomy.outcome && <Outcome outcome={taxonomy.outcome} at={taxonomy.importedAt} />}
      <Filters seen={seen} at={at} />
      <Form action={`${at}/search`} values={{ words: typed }}>
        <Hidden name="show" value={show} />
        <TextField name="words" type="search" label={words.list.search} labelSize="s" hint={words.list.searchHint} width={20} />
        <Button variant="secondary" small>
          {words.list.searchButton}
        </Button>
      </Form>
      <Heading class="nhsuk-heading-m">{typed ? words.list.found(total, typed) : words.list.total(total)}</Heading>
      {suggests ? (
        <Form action={`${at}/accept`}>
          <p>{words.list.acceptHint}</p>
          <Terms seen={seen} at={at} />
          <Button>{words.list.accept}</Button>
        </Form>
      ) : (
        <Terms seen={seen} at={at} />
      )}
      {typed ? (
        <Steps seen={seen} at={at} />
      ) : (
        <Pagination page={seen.page} pages={seen.pages} href={(page) => `${at}?show=${show}&page=${page}`} />
      )}
      <History seen={seen} at={at} />
    </Page>
  );
}

function Filters({ seen: { show, unmatched, words: typed }, at }: { seen: TermsSeen; at: string }) {
  const { list } = useWords().taxonomies;
  const current = (value: string) => (show === value && !typed ? { 'aria-current': 'page' as const } : {});
  return (
    <nav class="bothy-switch" aria-label={list.show}>
      <a href={`${at}?show=all`} {...current('all')}>
        {list.all}
      </a>
      <a href={`${at}?show=unmatched`} {...current('unmatched')}>
        {list.notMatched(unmatched)}
      </a>
      <a href={`${at}?show=retired`} {...current('retired')}>
        {list.gone}
      </a>
    </nav>
  );
}

function Terms({ seen: { rows, show, words: typed }, at }: { seen: TermsSeen; at: string }) {
  const { list } = useWords().taxonomies;
  const matched = show === 'unmatched' && !typed;
  return (
    <Table
      caption={list.caption}
      captionHidden
      rows={rows}
      columns={[
        { header: list.term, rowHeader: true, cell: (term) => <Term term={term} at={at} /> },
        { header: list.means, cell: (term) => <Means term={term} /> },
        ...(rows.some(({ suggested }) => suggested)
          ? [{ header: list.take, headerHidden: true, cell: (term: TermMeaning) => <Take term={term} /> }]
          : []),
      ]}
      empty={
        <EmptyState title={matched ? list.allMatched : list.noneFound}>
          <p>{matched ? list.allMatchedText : list.noneFoundText}</p>
        </EmptyState>
      }
    />
  );
}

function Term({ term: { id, name, code, parentName }, at }: { term: TermMeaning; at: string }) {
  const { list } = useWords().taxonomies;
  const details = [code !== null && !/^[0-9a-f-]{36}$/.test(code) && code, parentName && list.under(parentName)].filter(Boolean);
  return (
    <>
      <a href={`${at}/words/${id}`}>{name}</a>
      {details.length > 0 && <div class="bothy-note">{details.join(' · ')}</div>}
    </>
  );
}

export function useMeaning(): (meaning: Meaning) => string {
  const { directory, taxonomies } = useWords();
  return (meaning) =>
    isNothing(meaning)
      ? taxonomies.list.nothing
      : [...meaning.needs.map((need) => directory.needs[need]), ...meaning.audiences.map((each) => directory.audiences[each])].join(', ');
}

function Means({ term: { how, meaning, from, suggested } }: { term: TermMeaning }) {
  const { list } = useWords().taxonomies;
  const say = useMeaning();
  if (suggested)
    return (
      <>
        <Tag colour="yellow">{list.suggested}</Tag> {say(suggested)}
      </>
    );
  if (how === 'none') return <span class="bothy-note">{list.unsaid}</span>;
  return (
    <>
      {say(meaning)}
      {how !== 'own' && <div class="bothy-note">{how === 'linked' ? list.fromTwin(from) : list.fromAbove(from)}</div>}
    </>
  );
}

function Take({ term: { id, name, suggested } }: { term: TermMeaning }) {
  const { list } = useWords().taxonomies;
  if (!suggested) return null;
  return (
    <label class="bothy-chip">
      <input type="checkbox" name="accept" value={id} checked />
      <span>
        {list.take}
        <HiddenText> {name}</HiddenText>
      </span>
    </label>
  );
}

/** The pages of a search, whose words must not stand in an address. */
function Steps({ seen: { words: typed, show, page, pages }, at }: { seen: TermsSeen; at: string }) {
  const { list } = useWords().taxonomies;
  if (pages < 2) return null;
  return (
    <Form action={`${at}/search`}>
      <Hidden name="words" value={typed} />
      <Hidden name="show" value={show} />
      <ButtonRow>
        {page > 1 && (
          <Button variant="secondary" small name="page" value={`${page - 1}`}>
            {list.previous}
          </Button>
        )}
        {page < pages && (
          <Button variant="secondary" small name="page" value={`${page + 1}`}>
            {list.next}
          </Button>
        )}
      </ButtonRow>
    </Form>
  );
}

function Outcome({ outcome, at }: { outcome: ImportOutcome; at: Date }) {
  const { done } = useWords().taxonomies;
  const { rejections, rejected, ...counts } = outcome;
  const shown = (['added', 'changed', 'unchanged', 'retired', 'matched', 'lostParents'] as const).filter((key) => counts[key] > 0);
  return (
    <Details summary={done.summary(formatDateTime(at), counts.added + counts.changed + counts.unchanged, rejected)}>
      <SummaryList
        rows={[
          ...shown.map((key) => ({ key: done[key], value: counts[key].toLocaleString('en-GB') })),
          ...(rejected ? [{ key: done.rejected, value: rejected.toLocaleString('en-GB') }] : []),
        ]}
      />
      {rejected > 0 && <Rejections rejections={rejections} total={rejected} />}
    </Details>
  );
}

function History({ seen: { changes }, at }: { seen: TermsSeen; at: string }) {
  const { list } = useWords().taxonomies;
  if (!changes.length) return null;
  return (
    <>
      <Heading class="nhsuk-heading-m">{list.history}</Heading>
      <ul class="nhsuk-list">
        {changes.map((change) => (
          <li key={change.id}>
            <form action={`${at}/changes/${change.id}/undo`} method="post">
              {list.changed[change.kind]} ({list.ofWords(change.terms)}), {formatDateTime(change.at)}{' '}
              {change.undone ? (
                <Tag colour="grey">{list.undone}</Tag>
              ) : (
                <Button variant="link">
                  {list.undo}
                  <HiddenText> {list.changed[change.kind]}</HiddenText>
                </Button>
              )}
            </form>
          </li>
        ))}
      </ul>
    </>
  );
}
