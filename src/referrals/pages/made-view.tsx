import { ActionLink, EmptyState, formatDate, Page, Pagination, Table, useWords } from '../../design/index.ts';
import { isRestricted, type Need } from '../../directory/index.ts';
import type { Asker } from '../../identity/index.ts';
import { nameOf } from '../../people/index.ts';
import type { Signpost, WithPerson } from '../index.ts';
import { type Names, StageTag, useStageLine } from './stage.tsx';

/** Lists are read over shoulders: what must be kept confidential stays out of them. */
export const openly = (needs: readonly Need[]) => needs.filter((need) => !isRestricted(need));

type ListProps = {
  asker: Asker;
  whose: 'mine' | 'practice';
  page: number;
  rows: WithPerson[];
  more: boolean;
  names: Names;
  signposts: Signpost[];
};

export function MadePage({ asker, whose, page, rows, more, names, signposts }: ListProps) {
  const words = useWords().referrals.made;
  const needWords = useWords().directory.needs;
  const { queue } = useWords().referrals;
  const line = useStageLine(names);
  const questions = rows.filter(({ referral }) => referral.stage.name === 'asked');
  const href = (n: number) => `/referrals?${new URLSearchParams({ ...(whose === 'practice' && { whose }), page: String(n) })}`;
  return (
    <Page title={words.title} caption={asker.practiceName ?? undefined} wide>
      {asker.practice && <Whose whose={whose} />}
      {questions.map(({ referral, person }) => (
        <ActionLink href={`/referrals/${referral.id}`} key={referral.id}>
          {words.questionAbout(nameOf(person))}
        </ActionLink>
      ))}
      <Table
        caption={words.caption}
        captionHidden
        responsive
        panel
        rows={rows}
        empty={
          <EmptyState title={words.empty}>
            <p>{words.emptyText}</p>
          </EmptyState>
        }
        columns={[
          {
            header: words.person,
            rowHeader: true,
            cell: ({ referral, person }) => <a href={`/referrals/${referral.id}`}>{nameOf(person)}</a>,
          },
          { header: words.sent, cell: ({ referral }) => formatDate(referral.receivedAt) },
          {
            header: words.where,
            cell: ({ referral }) => (
              <>
                <StageTag stage={referral.stage} /> {line(referral)}
              </>
            ),
          },
          {
            header: words.needs,
            cell: ({ referral }) =>
              openly(referral.needs)
                .map((need) => needWords[need])
                .join(', '),
          },
        ]}
      />
      <Pagination
        {...(page > 1 && { previous: { href: href(page - 1), text: queue.page(page - 1) } })}
        {...(more && { next: { href: href(page + 1), text: queue.page(page + 1) } })}
      />
      {signposts.length > 0 && (
        <Table
          caption={words.signposts}
          captionSize="m"
          responsive
          rows={signposts}
          columns={[
            {
              header: words.given,
              rowHeader: true,
              cell: (signpost) => [signpost.given, ...Object.values(signpost.to ?? {})].filter(Boolean).join(', '),
            },
            {
              header: words.needs,
              cell: (signpost) =>
                openly(signpost.needs)
                  .map((need) => needWords[need])
                  .join(', '),
            },
            { header: words.when, cell: (signpost) => formatDate(signpost.givenAt) },
          ]}
        />
      )}
    </Page>
  );
}

function Whose({ whose }: { whose: 'mine' | 'practice' }) {
  const words = useWords().referrals.made;
  const current = (on: boolean) => (on ? { 'aria-current': 'page' as const } : {});
  return (
    <nav class="bothy-switch" aria-label={words.which}>
      <a href="/referrals" {...current(whose === 'mine')}>
        {words.mine}
      </a>
      <a href="/referrals?whose=practice" {...current(whose === 'practice')}>
        {words.practice}
      </a>
    </nav>
  );
}
