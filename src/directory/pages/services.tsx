import { type Context, Hono } from 'hono';
import { Details, Page, useWords } from '../../design/index.ts';
import { allow, askerOf, type Door, mayAtAll, readsOf, show, showProblem, started } from '../../identity/index.ts';
import { checkForm, type Errors, readForm, type Typed } from '../../platform/forms.ts';
import type { Tiles } from '../../platform/config.ts';
import type { Directory, PersonNeeds, Results, SearchRefusal } from '../index.ts';
import { anything, type Search } from '../search.ts';
import { searchLine } from './facts.tsx';
import { GapForm } from './gap-form.tsx';
import { accessibilityIn, languageIn } from '../access-needs.ts';
import { QuickGap } from './gap-quick.tsx';
import { pinAt, townsAround } from './public/on-map.ts';
import { codedInLink, manyAnswers, pageIn, searchForm, searchInLink, toTyped } from './read-search.ts';
import { type Around, LeftOut, narrowed, NothingFits, ResultList } from './results.tsx';
import { SearchForm } from './search-form.tsx';
import { Understood } from './understood.tsx';

type C = Context<Door>;
type ForPerson = PersonNeeds & { id: string };

/** Find a service: `?search=` names a kept search, `?for=` a person, and codes such as `?need=money` ask by themselves. */
export const servicesPage = (directory: Directory, tiles?: Tiles) =>
  new Hono<Door>()
    .use(allow('find services'))
    .get('/', async (c) => {
      const asker = askerOf(c);
      const person = await personOf(c, directory, c.req.query('for'));
      const search = await searchOf(c, directory, person);
      if (person === 'unknown' || search === 'unknown') return showProblem(c, 'not-found');
      const towns = await directory.townsLike(asker);
      const frame = { towns, person, link: linkOf(c) };
      if (!search) return show(c, <Services {...frame} typed={toTyped(anything)} />);

      const results = await directory.findServices(asker, search, pageIn(c.req.query('page')));
      if (!results.ok)
        return show(c, <Services {...frame} typed={toTyped(search)} errors={errorsOf(c, results.error)} />, person ? 200 : 422);
      const pins = results.value.found.flatMap(({ name, location }, nth) => pinAt(String(nth + 1), name, location));
      // Pictures of streets tell their owner what area is looked at: not somebody's, and not one that was typed.
      const shownTiles = person || search.place || results.value.place ? undefined : tiles;
      const map = { pins, towns: await townsAround(directory, asker.programme, pins), tiles: shownTiles };
      const around = { now: started(c), timeZone: asker.programme.settings.timeZone, link: frame.link, person, map };
      return show(
        c,
        <Services
          {...frame}
          typed={toTyped(search)}
          search={search}
          results={results.value}
          around={around}
          mayRecord={mayAtAll(asker, 'record gap')}
        />,
      );
    })
    .post('/gap', allow('record gap'), async (c) => {
      const person = await personOf(c, directory, c.req.query('for'));
      const search = await searchOf(c, directory, person);
      if (person === 'unknown' || !search || search === 'unknown') return showProblem(c, 'not-found');
      const recorded = await directory.recordGapOf(askerOf(c), search, person?.id ?? null);
      if (!recorded.ok) return showProblem(c, 'not-found');
      const link = linkOf(c);
      return c.redirect(`/gaps/${recorded.value}${link}${link ? '&' : '?'}done=gap-recorded`, 303);
    })
    .post('/', async (c) => {
      const asker = askerOf(c);
      const typed = await readForm(c, { many: manyAnswers });
      const person = await personOf(c, directory, String(typed.for ?? '') || undefined);
      if (person === 'unknown') return showProblem(c, 'not-found');
      const again = async (errors: Errors) =>
        show(c, <Services typed={typed} errors={errors} person={person} link="" towns={await directory.townsLike(asker)} />, 422);
      const checked = checkForm(searchForm({ ...c.get('words').directory.search, ...c.get('words').finding }), typed);
      if (!checked.ok) return again(checked.errors);
      const kept = await directory.keepSearch(asker, checked.value);
      if (!kept.ok) return again(errorsOf(c, kept.error));
      return c.redirect(`/services?search=${kept.value}${person ? `&for=${person.id}` : ''}`, 303);
    });

/** The person to search for, and a note that their record was looked at. */
async function personOf(c: C, directory: Directory, id: string | undefined): Promise<ForPerson | 'unknown' | undefined> {
  if (id === undefined) return undefined;
  const person = await directory.personFor(askerOf(c), id);
  if (!person) return 'unknown';
  readsOf(c, id);
  return { ...person, id };
}

async function searchOf(c: C, directory: Directory, person: ForPerson | 'unknown' | undefined): Promise<Search | 'unknown' | undefined> {
  const query = new URL(c.req.url).searchParams;
  const words = c.get('words').directory.search;
  const id = query.get('search');
  if (id !== null) {
    const kept = await directory.searchKept(askerOf(c), id);
    return kept ? searchInLink(query, words, kept) : 'unknown';
  }
  return searchInLink(query, words, person && person !== 'unknown' ? searchFor(person) : undefined);
}

const searchFor = ({ place, needs, age, accessNeeds = '', interpreter = '' }: PersonNeeds): Search => ({
  ...anything,
  ...{ place, needs, age, accessibility: accessibilityIn(accessNeeds), language: languageIn(interpreter) },
});

/** The codes and ids of this page's own address, without its page number or its notice. */
function linkOf(c: C): string {
  const query = new URL(c.req.url).searchParams;
  const kept = ['search', 'for', ...codedInLink].flatMap((name) => query.getAll(name).map((value) => [name, value]));
  return kept.length ? `?${new URLSearchParams(kept).toString()}` : '';
}

function errorsOf(c: C, refusal: SearchRefusal): Errors {
  const words = c.get('words').directory.search;
  return { place: { 'unknown-place': words.unknownPlace, 'distance-without-place': words.distanceWithoutPlace }[refusal] };
}

type Props = {
  typed: Typed;
  towns: readonly string[];
  person: ForPerson | undefined;
  link: string;
  errors?: Errors;
  search?: Search;
  results?: Results;
  around?: Around;
  mayRecord?: boolean;
};

function Services({ typed, towns, person, link, errors = {}, search, results, around, mayRecord = false }: Props) {
  const w = useWords().directory;
  const form = <SearchForm typed={typed} towns={towns} person={person?.id} />;
  const back = person && { back: { href: `/people/${person.id}`, text: person.name } };
  return (
    <Page title={person ? w.search.titleFor(person.name) : w.search.title} errors={errors} {...back}>
      {!results || !search || !around ? (
        form
      ) : (
        <>
          <p>{searchLine(search, w)}</p>
          <Understood results={results} without={(code) => narrowed(link, 'not', code)} />
          {results.total === 0 && <NothingFits />}
          {results.total === 0 && <LeftOut count={results.leftOut} href={narrowed(link, 'old', 'yes')} />}
          <Details summary={w.search.change} open={results.total === 0}>
            {form}
          </Details>
          {results.total > 0 && <ResultList results={results} around={around} />}
          {mayRecord && <QuickGap link={link} />}
          {mayRecord && (
            <Details summary={w.gap.open} expander open={results.total === 0}>
              <GapForm typed={{ gapNeed: [...search.needs], gapPlace: search.place }} person={person} link={link} />
            </Details>
          )}
        </>
      )}
    </Page>
  );
}
