import { Hono } from 'hono';
import { formatDate, Page, Table, useWords } from '../../design/index.ts';
import { allow, askerOf, type Door, show, showProblem } from '../../identity/index.ts';
import type { Calendars, Figures } from '../index.ts';

/** How much room there was for people, and at which practices. */
export const figuresPage = (calendar: Calendars) =>
  new Hono<Door>().get('/', allow('keep rooms'), async (c) => {
    const figures = await calendar.seeFigures(askerOf(c));
    return figures.ok ? show(c, <FiguresPage {...figures.value} />) : showProblem(c, figures.error);
  });

function FiguresPage({ from, to, offered, practices }: Figures) {
  const words = useWords().calendar.figures;
  const numbers = (['slots', 'used', 'appointments', 'happened', 'notThere', 'calledOff'] as const).map((field) => ({
    header: words[field],
    numeric: true,
    cell: (row: Figures['offered'][number]) => row[field],
  }));
  return (
    <Page title={words.title} caption={words.period(formatDate(from), formatDate(to))} back={{ href: '/calendar' }}>
      <Table
        caption={words.workers}
        rows={offered}
        empty={<p>{words.none}</p>}
        columns={[{ header: words.worker, cell: ({ name }) => name, rowHeader: true }, ...numbers]}
      />
      <Table
        caption={words.practices}
        rows={practices}
        columns={[
          { header: words.practice, cell: ({ practice }) => practice.name, rowHeader: true },
          { header: words.days, cell: ({ days }) => days, numeric: true },
        ]}
      />
      <p class="bothy-note">{words.note}</p>
    </Page>
  );
}
