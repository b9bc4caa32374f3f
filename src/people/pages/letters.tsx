import { Hono } from 'hono';
import {
  Button,
  ButtonRow,
  EmptyState,
  Form,
  formatDate,
  HiddenText,
  Page,
  PrintLetter,
  Prose,
  Table,
  useWords,
} from '../../design/index.ts';
import { allow, askerOf, type Door, readsOf, show, showProblem, started } from '../../identity/index.ts';
import type { Paper, Posting } from '../index.ts';

type Row = Awaited<ReturnType<Posting['waiting']>>[number];

/** Letters that wait for the post: to be printed, put into a plain envelope, and marked as posted. */
export const lettersPage = (posting: Posting) =>
  new Hono<Door>()
    .use(allow('support person'))
    .get('/', async (c) => {
      const rows = await posting.waiting(askerOf(c));
      readsOf(c, ...rows.map(({ person }) => person));
      return show(c, <LettersPage rows={rows} timeZone={askerOf(c).programme.settings.timeZone} />);
    })
    .post('/:message/print', async (c) => {
      const paper = await posting.print(askerOf(c), c.req.param('message'));
      if (!paper.ok) return showProblem(c, paper.error === 'not-yours' ? 'not-found' : paper.error);
      readsOf(c, paper.value.person.id);
      return show(c, <PaperPage paper={paper.value} programme={askerOf(c).programme.name} date={started(c)} />);
    })
    .post('/:message/posted', async (c) => {
      const posted = await posting.posted(askerOf(c), c.req.param('message'));
      if (posted.ok) return c.redirect('/letters?done=letter-posted', 303);
      return showProblem(c, posted.error === 'not-yours' ? 'not-found' : posted.error);
    });

function LettersPage({ rows, timeZone }: { rows: readonly Row[]; timeZone: string }) {
  const { posting, messages } = useWords();
  const words = posting.letters;
  const names: Readonly<Record<string, string>> = messages.templates;
  return (
    <Page title={words.title}>
      <p>{words.about}</p>
      <Table
        caption={words.title}
        captionHidden
        responsive
        rows={rows}
        empty={
          <EmptyState title={words.none}>
            <p>{words.noneText}</p>
          </EmptyState>
        }
        columns={[
          { header: words.to, rowHeader: true, cell: ({ person, name }) => <a href={`/people/${person}`}>{name}</a> },
          { header: words.what, cell: ({ template }) => names[template] ?? template },
          { header: words.since, cell: ({ queuedAt }) => formatDate(queuedAt, { timeZone }) },
          { header: words.do, cell: (row) => <Doing row={row} /> },
        ]}
      />
    </Page>
  );
}

function Doing({ row: { id, name, printedAt } }: { row: Row }) {
  const words = useWords().posting.letters;
  return (
    <ButtonRow>
      <Form action={`/letters/${id}/print`}>
        <Button small variant={printedAt ? 'secondary' : undefined}>
          {printedAt ? words.printAgain : words.print}
          <HiddenText>: {name}</HiddenText>
        </Button>
      </Form>
      {printedAt && (
        <Form action={`/letters/${id}/posted`}>
          <Button small preventDoubleClick>
            {words.posted}
            <HiddenText>: {name}</HiddenText>
          </Button>
        </Form>
      )}
    </ButtonRow>
  );
}

function PaperPage({ paper, programme, date }: { paper: Paper; programme: string; date: Date }) {
  const words = useWords().posting.letters;
  // A letter that may say no more than "please ring" does not say who we are either.
  const sender = paper.says === 'ring-only' ? '' : programme;
  return (
    <PrintLetter
      title={paper.subject}
      programme={sender}
      to={`${paper.name}\n${paper.address}`}
      from={sender}
      date={date}
      back={{ href: '/letters', text: words.title }}
    >
      <Prose text={paper.text} />
    </PrintLetter>
  );
}
