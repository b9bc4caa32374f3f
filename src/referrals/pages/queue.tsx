import { Hono } from 'hono';
import { Due, EmptyState, formatDate, Page, Pagination, Stats, Table, Tag, useWords } from '../../design/index.ts';
import { allow, askerOf, type Door, mayAtAll, readsOf, show, started } from '../../identity/index.ts';
import { nameOf } from '../../people/index.ts';
import { ageOn, dayIn } from '../../platform/calendar.ts';
import type { Referrals } from '../index.ts';
import { openly } from './made-view.tsx';
import { pageOf } from './page-number.ts';

/** Who waits for the team to say yes, longest waiting first. */
export const queuePage = (referrals: Referrals) =>
  new Hono<Door>().use(allow('see queue')).get('/', async (c) => {
    const page = pageOf(c);
    const queue = await referrals.queue(askerOf(c), page);
    readsOf(c, ...queue.rows.map(({ person }) => person.id));
    return show(
      c,
      <Queue
        {...queue}
        page={page}
        now={started(c)}
        mayDecide={mayAtAll(askerOf(c), 'decide on referral')}
        timeZone={askerOf(c).programme.settings.timeZone}
      />,
    );
  });

type Props = Awaited<ReturnType<Referrals['queue']>> & { page: number; now: Date; mayDecide: boolean; timeZone: string };

function Queue({ rows, more, names, figures, page, now, mayDecide, timeZone }: Props) {
  const words = useWords().referrals.queue;
  const needWords = useWords().directory.needs;
  const today = dayIn(timeZone, now);
  return (
    <Page title={words.title} wide>
      <Stats
        items={[
          { figure: figures.late, text: words.figures.late, late: figures.late > 0 },
          { figure: figures.waiting, text: words.figures.waiting },
          { figure: figures.asked, text: words.figures.asked },
        ]}
      />
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
            cell: ({ referral, person }) => (
              <>
                {mayDecide ? <a href={`/queue/${referral.id}`}>{nameOf(person)}</a> : nameOf(person)}
                <span class="bothy-note">{[words.age(ageOn(person.dateOfBirth, today)), person.place].filter(Boolean).join(' · ')}</span>
              </>
            ),
          },
          { header: words.since, cell: ({ referral }) => formatDate(referral.receivedAt) },
          {
            header: words.due,
            cell: ({ referral }) =>
              referral.stage.name === 'asked' ? (
                <Tag colour="purple">{words.asked}</Tag>
              ) : referral.dueOn ? (
                <Due day={referral.dueOn} now={now} timeZone={timeZone} />
              ) : null,
          },
          {
            header: words.needs,
            cell: ({ referral }) =>
              openly(referral.needs)
                .map((need) => needWords[need])
                .join(', '),
          },
          {
            header: words.from,
            cell: ({ referral }) => (referral.referredBy && names.get(referral.referredBy)?.name) ?? words.source[referral.source],
          },
        ]}
      />
      <Pagination
        {...(page > 1 && { previous: { href: `/queue?page=${page - 1}`, text: words.page(page - 1) } })}
        {...(more && { next: { href: `/queue?page=${page + 1}`, text: words.page(page + 1) } })}
      />
    </Page>
  );
}
