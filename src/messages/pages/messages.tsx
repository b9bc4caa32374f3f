import { type Context, Hono } from 'hono';
import type { Words } from '../../../locales/en/index.ts';
import {
  Button,
  EmptyState,
  Form,
  formatDateTime,
  HiddenText,
  Page,
  Pagination,
  Select,
  Table,
  Tag,
  type Column,
  type TagColour,
} from '../../design/index.ts';
import { allow, askerOf, type Door, show, showProblem } from '../../identity/index.ts';
import type { MessageRow, Messages } from '../index.ts';
import { type State, states } from '../message.ts';

export const messagesPage = (messages: Messages) =>
  new Hono<Door>()
    .get('/', allow('see sent messages'), async (c) => {
      const state = states.find((each) => each === c.req.query('state'));
      const page = pageOf(c);
      const listed = await messages.list(askerOf(c), { state, page });
      if (!listed.ok) return showProblem(c, listed.error);
      const { timeZone } = askerOf(c).programme.settings;
      return show(c, <MessagesPage {...listed.value} {...{ state, page, timeZone }} all={c.get('words')} />);
    })
    .post('/:id/retry', allow('see sent messages'), async (c) => {
      const retried = await messages.retry(askerOf(c), c.req.param('id'));
      if (retried.ok) return c.redirect('/messages?done=message-retried', 303);
      return showProblem(c, retried.error === 'not-failed' ? 'changed-meanwhile' : retried.error);
    });

const pageOf = (c: Context): number => {
  const asked = Number(c.req.query('page') ?? 1);
  return Number.isInteger(asked) && asked > 0 && asked <= 100_000 ? asked : 1;
};

const addressOf = (state: State | undefined, page: number) =>
  `/messages?${new URLSearchParams({ ...(state && { state }), ...(page > 1 && { page: String(page) }) })}`;

type Props = {
  rows: readonly MessageRow[];
  more: boolean;
  state: State | undefined;
  page: number;
  timeZone: string;
  all: Words;
};

function MessagesPage({ rows, more, state, page, timeZone, all }: Props) {
  const words = all.messages;
  const older = more && { next: { href: addressOf(state, page + 1), text: words.page.older } };
  const newer = page > 1 && { previous: { href: addressOf(state, page - 1), text: words.page.newer } };
  return (
    <Page title={words.page.title} wide>
      <p>{words.page.about}</p>
      <Form action="/messages" method="get" autoSubmit>
        <Select
          name="state"
          label={words.page.show}
          value={state ?? ''}
          options={[{ value: '', text: words.page.all }, ...states.map((each) => ({ value: each, text: words.states[each] }))]}
        />
        <Button variant="secondary" small>
          {words.page.filter}
        </Button>
      </Form>
      <Table
        caption={words.page.caption}
        captionHidden
        columns={columnsOf(all, timeZone)}
        rows={rows}
        empty={
          <EmptyState title={state ? words.page.noneOfThese : words.page.none}>
            <p>{state ? words.page.noneOfTheseText : words.page.noneText}</p>
          </EmptyState>
        }
      />
      {(older || newer) && <Pagination {...newer} {...older} />}
    </Page>
  );
}

const colours: Record<State, TagColour> = {
  queued: 'blue',
  sending: 'blue',
  'to-print': 'yellow',
  'by-hand': 'yellow',
  sent: 'green',
  stopped: 'grey',
  failed: 'red',
};

const named = (words: Readonly<Record<string, string>>, code: string): string => (Object.hasOwn(words, code) ? words[code]! : code);

function columnsOf(all: Words, timeZone: string): Column<MessageRow>[] {
  const words = all.messages;
  const at = (instant: Date) => formatDateTime(instant, { timeZone });
  const whom = ({ name, jobTitle, role, toKind }: MessageRow) =>
    name ? [name, jobTitle || (role && all.identity.roles[role])].filter(Boolean).join(', ') : words.to[toKind];
  return [
    { header: words.page.what, rowHeader: true, cell: ({ template }) => named(words.templates, template) },
    { header: words.page.whom, cell: whom },
    { header: words.page.when, cell: ({ queuedAt }) => at(queuedAt) },
    { header: words.page.state, cell: (row) => <StateCell {...{ row, words, at }} /> },
  ];
}

function StateCell({ row, words, at }: { row: MessageRow; words: Words['messages']; at: (instant: Date) => string }) {
  const { id, template, state, queuedAt, sentAt, why, tries } = row;
  const later = sentAt && at(sentAt) !== at(queuedAt) && words.page.sentAt(at(sentAt));
  const more = [later, why && named(words.why, why), why && tries > 0 && words.page.tries(tries)];
  return (
    <>
      <Tag colour={colours[state]}>{words.states[state]}</Tag> {more.filter(Boolean).join(', ')}
      {state === 'failed' && (
        <Form action={`/messages/${id}/retry`}>
          <Button variant="link">
            {words.page.retry}
            <HiddenText>{words.page.retryThis(named(words.templates, template))}</HiddenText>
          </Button>
        </Form>
      )}
    </>
  );
}
