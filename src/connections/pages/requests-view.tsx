import { Dot, type DotKind, EmptyState, formatShortDate, Page, Pagination, Table, useWords } from '../../design/index.ts';
import { mayStillSee, type Requests, type Status } from '../index.ts';
import { answerErrorIds } from './answer-form.ts';
import { AskedBody, type AskedProps, useAskedTitle } from './asked-view.tsx';

export const dots: Record<Status, DotKind> = {
  draft: 'waiting',
  requested: 'waiting',
  accepted: 'ok',
  'in-progress': 'ok',
  'on-hold': 'hold',
  rejected: 'closed',
  failed: 'closed',
  cancelled: 'closed',
  completed: 'closed',
  'entered-in-error': 'closed',
};

type Props = Requests & { ended: boolean; page: number };

/** What an organisation was asked. */
export function RequestsPage({ rows, more, ended, page }: Props) {
  const { requests: words, status, reply } = useWords().connections;
  const href = (shown: boolean, n = 1) =>
    `/requests?${new URLSearchParams({ ...(shown && { show: 'ended' }), ...(n > 1 && { page: String(n) }) }).toString()}`;
  const current = (on: boolean) => (on ? { 'aria-current': 'page' as const } : {});
  return (
    <Page title={words.title}>
      <p>{words.lead}</p>
      <nav class="bothy-switch" aria-label={words.show}>
        <a href={href(false)} {...current(!ended)}>
          {words.open}
        </a>
        <a href={href(true)} {...current(ended)}>
          {words.ended}
        </a>
      </nav>
      <Table
        caption={words.caption}
        captionHidden
        rows={rows}
        empty={<EmptyState title={ended ? words.noneEnded : words.none}>{!ended && <p>{words.noneText}</p>}</EmptyState>}
        columns={[
          {
            header: words.person,
            rowHeader: true,
            cell: ({ connection }) => (
              <a href={`/requests/${connection.id}`}>
                {connection.shared && mayStillSee(connection) ? connection.shared.name : connection.reference}
              </a>
            ),
          },
          { header: words.service, cell: ({ serviceName }) => serviceName },
          {
            header: words.state,
            cell: ({ connection }) => (
              <Dot
                kind={dots[connection.status]}
                text={connection.status === 'requested' ? reply.titleOf.requested : status[connection.status]}
              />
            ),
          },
          { header: words.asked, cell: ({ connection }) => formatShortDate(connection.askedAt) },
        ]}
      />
      {(more || page > 1) && (
        <Pagination
          {...(page > 1 && { previous: { href: href(ended, page - 1), text: words.newer } })}
          {...(more && { next: { href: href(ended, page + 1), text: words.older } })}
        />
      )}
    </Page>
  );
}

export function RequestPage(props: AskedProps) {
  const { reply, requests } = useWords().connections;
  return (
    <Page
      title={useAskedTitle(props)}
      caption={reply.caption(props.service.name, props.connection.reference)}
      back={{ href: '/requests', text: requests.title }}
      errors={props.errors}
      errorIds={answerErrorIds}
    >
      <div class="nhsuk-u-reading-width">
        <AskedBody {...props} />
      </div>
    </Page>
  );
}
