import { type Context, Hono } from 'hono';
import * as z from 'zod';
import { ageOn } from '../../platform/calendar.ts';
import { toCsv } from '../../platform/csv.ts';
import { checkForm, type Errors, readForm, type Typed } from '../../platform/forms.ts';
import { nameOf } from '../../people/index.ts';
import { allow, askerOf, type Door, readsOf, show, showProblem, started } from '../../identity/index.ts';
import { filtersIn, sorts, toAddress } from '../caseload.ts';
import { heldDays } from '../holding.ts';
import type { Supports } from '../index.ts';
import { weightOf } from '../weight.ts';
import { askedIn, listedNeeds } from './caseload-asked.ts';
import { CaseloadPrint } from './caseload-print.tsx';
import { CaseloadPage } from './caseload-view.tsx';

type C = Context<Door>;

/** Everybody whom the asker supports, with whoever needs them most at the top. */
export const caseloadPage = (support: Supports) => {
  const showList = async (c: C, again?: { values: Typed; errors: Errors }) => {
    const asked = askedIn(c);
    const seen = await support.caseload(askerOf(c), asked);
    readsOf(c, ...seen.rows.map(({ person }) => person), ...seen.loose.map(({ person }) => person.id));
    readsOf(c, ...seen.covered.flatMap(({ rows }) => rows.map(({ person }) => person)));
    return show(c, <CaseloadPage asker={askerOf(c)} asked={asked} seen={seen} now={started(c)} {...again} />, again ? 422 : 200);
  };
  /** Back to the list as it was, which the form has brought along. */
  const back = (c: C, typed: Typed, more: Record<string, string> = {}) => {
    const kept = toAddress(filtersIn((name) => said(typed, name), listedNeeds));
    const sort = sorts.find((each) => each === said(typed, 'sort'));
    const query = { ...kept, ...(sort && { sort }), ...(said(typed, 'who') && { who: said(typed, 'who')! }), ...more };
    return c.redirect(`/caseload?${new URLSearchParams(query).toString()}`, 303);
  };

  return new Hono<Door>()
    .use(allow('see caseload'))
    .get('/', (c) => showList(c))
    .post('/search', async (c) => {
      const typed = await readForm(c);
      const words = c.get('words').caseloads.list.errors;
      const checked = checkForm(z.object({ name: z.string({ error: words.find }).trim().min(1, words.find).max(100, words.find) }), typed);
      if (!checked.ok) return showList(c, { values: typed, errors: checked.errors });
      return back(c, typed, { search: await support.keepCaseloadSearch(askerOf(c), checked.value.name) });
    })
    .post('/views', async (c) => {
      const typed = await readForm(c);
      const words = c.get('words').caseloads.list.errors;
      const name = z.string({ error: words.name }).trim().min(1, words.name).max(60, words.tooLong);
      const checked = checkForm(z.object({ view: name }), typed);
      if (!checked.ok) return showList(c, { values: typed, errors: checked.errors });
      const sort = sorts.find((each) => each === said(typed, 'sort')) ?? 'pressing';
      const filters = filtersIn((field) => said(typed, field), listedNeeds);
      const [shared, start] = [said(typed, 'share') === 'yes', said(typed, 'start') === 'yes'];
      await support.saveView(askerOf(c), { name: checked.value.view, shared, start, filters, sort });
      return back(c, typed, { done: 'view-saved' });
    })
    .post('/views/start', async (c) => {
      const id = said(await readForm(c), 'view') || null;
      const saved = await support.startWithView(askerOf(c), id);
      return saved.ok ? c.redirect('/caseload?done=view-start', 303) : showProblem(c, saved.error);
    })
    .post('/views/:view/remove', async (c) => {
      const removed = await support.removeView(askerOf(c), c.req.param('view'));
      return removed.ok ? c.redirect('/caseload?done=view-removed', 303) : showProblem(c, removed.error);
    })
    .get('/print', async (c) => {
      const { rows, names, today } = await support.wholeCaseload(askerOf(c), askedIn(c), 'print');
      readsOf(c, ...rows.map(({ person }) => person));
      return show(c, <CaseloadPrint rows={rows} names={names} today={today} asker={askerOf(c)} />);
    })
    .use('/export.csv', allow('export caseload'))
    .get('/export.csv', async (c) => {
      const { rows, names, today } = await support.wholeCaseload(askerOf(c), askedIn(c), 'export');
      readsOf(c, ...rows.map(({ person }) => person));
      const words = c.get('words');
      const { settings } = askerOf(c).programme;
      const text = (row: (typeof rows)[number]) =>
        row.nextKind ? [words.support.tasks[row.nextKind], row.nextNote].filter(Boolean).join(': ') : words.support.caseload.nothing;
      const { columns } = words.caseloads.list;
      const { person, interpreter: _interpreter, next, contact, needs } = words.support.caseload;
      const header = [
        person,
        words.people.dateOfBirth,
        columns.place,
        next,
        columns.due,
        needs,
        contact,
        columns.since,
        columns.held,
        columns.weight,
        columns.worker,
      ];
      const body = rows.map((row) => [
        nameOf(row),
        `${row.dateOfBirth} (${ageOn(row.dateOfBirth, today)})`,
        row.place,
        text(row),
        row.nextDue ?? '',
        row.needs.map((need) => words.directory.needs[need]).join(', '),
        row.lastContactAt?.toISOString().slice(0, 10) ?? '',
        row.startedAt.toISOString().slice(0, 10),
        row.heldSince && row.heldBecause
          ? words.caseloads.holding.line(row.heldBecause, row.heldFor, heldDays({ since: row.heldSince, ended: null }, today))
          : '',
        String(weightOf({ ...row, held: row.heldSince !== null }, settings.heldCountsPercent)),
        names.get(row.linkWorker)?.name ?? '',
      ]);
      return c.body(toCsv([header, ...body]), 200, {
        'content-type': 'text/csv; charset=utf-8',
        'content-disposition': `attachment; filename="caseload-${today}.csv"`,
      });
    });
};

const said = (typed: Typed, name: string): string | undefined => (typeof typed[name] === 'string' ? typed[name] : undefined);
