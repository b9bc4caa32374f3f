import { type Context, Hono } from 'hono';
import { allow, askerOf, type Door, show, showProblem } from '../../identity/index.ts';
import { type Errors, readForm, type Typed } from '../../platform/forms.ts';
import { type ColumnRole, columnRoles, meaningFault } from '../core/areas.ts';
import type { AreaFileSeen, AreasRead, CommunityNeeds } from '../index.ts';
import { ColumnsPage } from './areas-columns.tsx';
import { AreasPage } from './areas-view.tsx';

type C = Context<Door>;
const textOf = (typed: Typed, name: string): string => String(typed[name] ?? '').trim();

/** Figures of areas: the tables that were brought in, and bringing another. */
export const areasPage = (needs: CommunityNeeds) => {
  const list = async (c: C, typed: Typed = {}, errors: Errors = {}) => {
    const [loads, places] = [await needs.seeLoads(askerOf(c)), await needs.seePlaces(askerOf(c))];
    if (!loads.ok || !places.ok) return showProblem(c, 'not-yours');
    return show(c, <AreasPage loads={loads.value} seen={places.value} typed={typed} errors={errors} />, hasAny(errors) ? 422 : 200);
  };
  const columns = (c: C, file: AreaFileSeen, typed: Typed, { errors = {}, tried }: { errors?: Errors; tried?: AreasRead } = {}) =>
    show(c, <ColumnsPage file={file} typed={typed} errors={errors} tried={tried} />, hasAny(errors) ? 422 : 200);

  return new Hono<Door>()
    .get('/', allow('load areas'), (c) => list(c))
    .post('/', allow('load areas'), async (c) => {
      const typed = await readForm(c);
      const file = (await c.req.parseBody())['file'];
      const chosen = file instanceof File && file.size > 0 ? file : undefined;
      const given = chosen ? new Uint8Array(await chosen.arrayBuffer()) : textOf(typed, 'text');
      const brought = await needs.bringAreas(askerOf(c), given, chosen?.name ?? '');
      if (brought.ok) return c.redirect(`/areas/files/${brought.value}`, 303);
      if (brought.error === 'not-yours' || brought.error === 'not-found') return showProblem(c, brought.error);
      return list(c, typed, { [chosen ? 'file' : 'text']: c.get('words').areas.bring.errors[brought.error] });
    })
    .get('/files/:id', allow('load areas'), async (c) => {
      const file = await needs.areaFile(askerOf(c), c.req.param('id'));
      return file.ok ? columns(c, file.value, guessed(file.value)) : showProblem(c, file.error);
    })
    .post('/files/:id', allow('load areas'), async (c) => {
      const [asker, id] = [askerOf(c), c.req.param('id')];
      const file = await needs.areaFile(asker, id);
      if (!file.ok) return showProblem(c, file.error);
      const typed = await readForm(c);
      const chosen = chosenIn(typed, file.value);
      const errors = errorsIn(c, typed, file.value, chosen);
      if (hasAny(errors)) return columns(c, file.value, typed, { errors });
      const [name, source, licence, year] = [
        textOf(typed, 'name'),
        textOf(typed, 'source'),
        textOf(typed, 'licence'),
        textOf(typed, 'year'),
      ];
      const dryRun = typed['do'] !== 'take';
      const meaning = { columns: chosen, name, source, licence, year, invented: typed['invented'] === 'yes' };
      const taken = await needs.takeAreas(asker, id, meaning, { dryRun });
      if (taken.ok) return dryRun ? columns(c, file.value, typed, { tried: taken.value }) : c.redirect('/areas?done=areas-loaded', 303);
      if (taken.error === 'nothing')
        return columns(c, file.value, typed, { errors: { _form: c.get('words').areas.columns.errors.nothing } });
      return showProblem(c, taken.error);
    })
    .post('/files/:id/drop', allow('load areas'), async (c) => {
      const dropped = await needs.dropAreas(askerOf(c), c.req.param('id'));
      return dropped.ok ? c.redirect('/areas?done=areas-dropped', 303) : showProblem(c, dropped.error);
    })
    .post('/loads/:id/undo', allow('load areas'), async (c) => {
      const undone = await needs.undoLoad(askerOf(c), c.req.param('id'), true);
      return undone.ok ? c.redirect('/areas?done=areas-undone', 303) : showProblem(c, undone.error);
    })
    .post('/loads/:id/redo', allow('load areas'), async (c) => {
      const redone = await needs.undoLoad(askerOf(c), c.req.param('id'), false);
      return redone.ok ? c.redirect('/areas?done=areas-redone', 303) : showProblem(c, redone.error);
    });
};

const hasAny = (errors: Errors): boolean => Object.keys(errors).length > 0;
const guessed = ({ guess, name }: AreaFileSeen): Typed => ({
  name: name.replace(/\.\w{2,4}$/, ''),
  ...Object.fromEntries(guess.map((role, nth) => [`column-${nth}`, role ?? ''])),
});
const chosenIn = (typed: Typed, { headings }: AreaFileSeen): (ColumnRole | null)[] =>
  headings.map((_, nth) => columnRoles.find((role) => role === typed[`column-${nth}`]) ?? null);

const longest = { name: 160, source: 300, licence: 200, year: 20 } as const;

function errorsIn(c: C, typed: Typed, { headings }: AreaFileSeen, chosen: readonly (ColumnRole | null)[]): Errors {
  const words = c.get('words').areas.columns;
  const errors: Errors = {};
  const fault = meaningFault(chosen);
  if (fault) {
    const said = words.errors[fault.why];
    errors[`column-${fault.nth}`] =
      typeof said === 'string'
        ? said
        : said(words.heading(chosen.indexOf(chosen[fault.nth]!) + 1, headings[chosen.indexOf(chosen[fault.nth]!)] ?? ''));
  }
  for (const name of ['name', 'source', 'licence'] as const) if (!textOf(typed, name)) errors[name] = words.errors[name];
  if (!textOf(typed, 'year') && !chosen.includes('year')) errors['year'] = words.errors.year;
  for (const [name, most] of Object.entries(longest)) if (textOf(typed, name).length > most) errors[name] = words.errors.tooLong(most);
  return errors;
}
