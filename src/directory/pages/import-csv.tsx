import { type Context, Hono } from 'hono';
import { allow, askerOf, type Door, show, showProblem } from '../../identity/index.ts';
import { toCsv } from '../../platform/csv.ts';
import { type Errors, readForm, type Typed } from '../../platform/forms.ts';
import { type Columns, csvFields } from '../csv-columns.ts';
import type { CsvSeen, Feeds } from '../index.ts';
import { textOf } from './edit-rows.ts';
import { BringPage, ColumnsPage } from './import-csv-view.tsx';

type C = Context<Door>;

/** Bringing a table of services: the file, then what its columns mean; what it changes is a set of changes like any feed's. */
export const importCsvPage = (feeds: Feeds) => {
  const bring = async (c: C, typed: Typed = {}, errors: Errors = {}) => {
    const known = await feeds.csvFeeds(askerOf(c));
    return show(c, <BringPage feeds={known} typed={typed} errors={errors} />, Object.keys(errors).length ? 422 : 200);
  };
  const columns = (c: C, seen: CsvSeen, typed?: Typed, errors: Errors = {}) =>
    show(c, <ColumnsPage seen={seen} typed={typed ?? guessed(seen)} errors={errors} />, Object.keys(errors).length ? 422 : 200);

  return new Hono<Door>()
    .get('/', allow('curate directory'), (c) => bring(c))
    .post('/', allow('curate directory'), async (c) => {
      const typed = await readForm(c);
      const file = (await c.req.parseBody())['file'];
      const chosen = file instanceof File && file.size > 0 ? file : undefined;
      const given = chosen ? new Uint8Array(await chosen.arrayBuffer()) : String(typed['text'] ?? '');
      const feed = textOf(typed, 'feed') || null;
      const brought = await feeds.bringCsv(askerOf(c), given, { name: chosen?.name ?? '', feed });
      if (brought.ok) return c.redirect(`/feeds/csv/${brought.value}`, 303);
      const words = c.get('words').csv.bring.errors;
      return bring(c, typed, { [brought.error === 'not-found' ? 'feed' : chosen ? 'file' : 'text']: words[brought.error] });
    })
    .get('/template.csv', allow('curate directory'), (c) => {
      const { headings } = c.get('words').csv.export;
      const names = [
        'name',
        'organisation',
        'description',
        'needs',
        'eligibility',
        'minAge',
        'maxAge',
        'join',
        'cost',
        'times',
        'languages',
        'access',
      ] as const;
      const places = ['place', 'address', 'town', 'postcode', 'latitude', 'longitude', 'phone', 'email', 'website'] as const;
      return c.body(toCsv([[...names, ...places].map((field) => headings[field])]), 200, csvHeaders('services.csv'));
    })
    .get('/:id', allow('curate directory'), async (c) => {
      const seen = await feeds.csvSeen(askerOf(c), c.req.param('id'));
      return seen ? columns(c, seen) : showProblem(c, 'not-found');
    })
    .post('/:id', allow('curate directory'), async (c) => {
      const [asker, id] = [askerOf(c), c.req.param('id')];
      const seen = await feeds.csvSeen(asker, id);
      if (!seen) return showProblem(c, 'not-found');
      const typed = await readForm(c);
      const words = c.get('words').csv.columns;
      const chosen = chosenIn(typed, seen);
      const errors: Errors = {};
      for (const [nth, field] of chosen.entries()) {
        const first = chosen.indexOf(field);
        if (field && first < nth) errors[`column-${nth}`] = words.errors.twice(words.heading(first + 1, seen.headings[first] ?? ''));
      }
      if (!chosen.includes('name')) errors['column-0'] ??= words.errors.name;
      const [organisation, feedName] = [textOf(typed, 'organisation'), textOf(typed, 'feedName')];
      if (!organisation && !chosen.includes('organisation')) errors['organisation'] = words.errors.organisation;
      if (!seen.feed && !feedName) errors['feedName'] = words.errors.feedName;
      if (organisation.length > 200) errors['organisation'] = words.errors.tooLong;
      if (feedName.length > 100) errors['feedName'] = words.errors.tooLong;
      if (Object.keys(errors).length) return columns(c, seen, typed, errors);
      const taken = await feeds.takeCsv(asker, id, { columns: chosen, organisation, feedName });
      if (!taken.ok)
        return taken.error === 'not-found'
          ? showProblem(c, 'not-found')
          : columns(c, seen, typed, { _form: words.errors.nothing(taken.error.broken) });
      const { feed, set, later } = taken.value;
      return c.redirect(later ? `/feeds/${feed}?done=csv-later` : set ? `/changes/${set}` : `/feeds/${feed}?done=csv-read`, 303);
    })
    .post('/:id/drop', allow('curate directory'), async (c) => {
      const seen = await feeds.csvSeen(askerOf(c), c.req.param('id'));
      if (!seen) return showProblem(c, 'not-found');
      await feeds.dropCsv(askerOf(c), seen.id);
      return c.redirect('/feeds/csv?done=csv-dropped', 303);
    });
};

const csvHeaders = (name: string) => ({
  'content-type': 'text/csv; charset=utf-8',
  'content-disposition': `attachment; filename="${name}"`,
});

const guessed = ({ guess, organisation }: CsvSeen): Typed => ({
  organisation,
  ...Object.fromEntries(guess.map((field, nth) => [`column-${nth}`, field ?? ''])),
});

const chosenIn = (typed: Typed, { headings }: CsvSeen): Columns =>
  headings.map((_, nth) => csvFields.find((field) => field === typed[`column-${nth}`]) ?? null);
