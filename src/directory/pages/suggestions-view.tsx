import { Dot, type DotKind, EmptyState, formatDate, Page, Pagination, Table, useWords } from '../../design/index.ts';
import { dayIn, daysBetween } from '../../platform/calendar.ts';
import type { SuggestionList } from '../index.ts';
import type { State } from '../suggestion.ts';

type Props = SuggestionList & { waiting: boolean; page: number; today: string; timeZone: string };

export const dots: Record<State, DotKind> = { waiting: 'waiting', accepted: 'ok', declined: 'closed', duplicate: 'closed' };

/** All that was suggested, the most urgent first. */
export function SuggestionsPage({ rows, total, perPage, waiting, page, today, timeZone }: Props) {
  const { moderation: words, suggest } = useWords().freshness;
  const href = (decided: boolean, n = 1) => {
    const query = new URLSearchParams({ ...(decided && { show: 'decided' }), ...(n > 1 && { page: String(n) }) }).toString();
    return `/suggestions${query && `?${query}`}`;
  };
  const current = (on: boolean) => (on ? { 'aria-current': 'page' as const } : {});
  return (
    <Page title={words.title}>
      <p>{words.intro}</p>
      <nav class="bothy-switch" aria-label={words.show}>
        <a href={href(false)} {...current(waiting)}>
          {words.waiting}
        </a>
        <a href={href(true)} {...current(!waiting)}>
          {words.decided}
        </a>
      </nav>
      <Table
        caption={words.caption}
        captionHidden
        rows={rows}
        empty={<EmptyState title={waiting ? words.none : words.noneDecided}>{waiting && <p>{words.noneText}</p>}</EmptyState>}
        columns={[
          {
            header: words.service,
            rowHeader: true,
            cell: ({ suggestion, serviceName }) => <a href={`/suggestions/${suggestion.id}`}>{serviceName}</a>,
          },
          { header: words.about, cell: ({ suggestion }) => suggest.parts[suggestion.part] },
          {
            header: words.from,
            cell: ({ suggestion, organisationName }) => (
              <>
                {suggestion.from.kind === 'organisation' ? organisationName : words.froms[suggestion.from.kind]},{' '}
                {words.age(Math.max(0, daysBetween(dayIn(timeZone, suggestion.madeAt), today)))}
              </>
            ),
          },
          ...(waiting
            ? [
                {
                  header: words.due,
                  cell: ({ suggestion }: Row) => (
                    <>
                      {formatDate(suggestion.dueOn)} {suggestion.dueOn < today && <strong class="bothy-late">{words.late}</strong>}
                    </>
                  ),
                },
                { header: words.owner, cell: ({ owner }: Row) => owner ?? words.nobody },
              ]
            : [
                {
                  header: words.outcome,
                  cell: ({ suggestion }: Row) => <Dot kind={dots[suggestion.state]} text={words.states[suggestion.state]} />,
                },
              ]),
        ]}
      />
      <Pagination page={page} pages={Math.ceil(total / perPage)} href={(n) => href(!waiting, n)} />
    </Page>
  );
}

type Row = SuggestionList['rows'][number];
