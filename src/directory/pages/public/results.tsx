import type { Hono } from 'hono';
import { checkForm, type Errors, readForm, type Typed } from '../../../platform/forms.ts';
import type { Results, SearchRefusal } from '../../index.ts';
import { isNeed, isRestricted } from '../../need.ts';
import { anything, type Search } from '../../search.ts';
import { manyAnswers, pageIn, searchForm, searchInLink, toTyped } from '../read-search.ts';
import { linkIn } from '../shortlist-form.ts';
import { type C, frameOf, notHere, Plain, type PublicDoor, type PublicNeeds, showPublic, waitAWhile } from './door.tsx';
import { ResultsPage } from './results-view.tsx';
import { withMap } from './on-map.ts';

/** Looking for services: what was typed is kept under an id, and codes may stand in the address. */
export function resultsDoors(app: Hono<PublicDoor>, needs: PublicNeeds) {
  const { directory, limits, machineOf } = needs;

  const page = async (c: C, search: Search, { typed, errors }: { typed: Typed; errors?: Errors }, results?: Results) => {
    const programme = c.get('programme');
    const meant = [...search.needs, ...(results?.question.parts.flatMap((part) => part.needs) ?? [])];
    const quiet = meant.some(isRestricted);
    if (quiet) c.set('quiet', 'form');
    const shown = results && (await withMap(directory, programme, results));
    return showPublic(
      c,
      <ResultsPage
        frame={frameOf(c)}
        search={search}
        typed={typed}
        errors={errors}
        shown={shown}
        towns={await directory.publicTowns(programme)}
        link={linkIn(new URL(c.req.url).search)}
        tiles={quiet || search.place || results?.place ? undefined : needs.tiles}
        quiet={quiet}
      />,
      { status: errors ? 422 : 200, kept: !errors && !c.req.query('search') && !c.req.query('done') && !quiet },
    );
  };

  /** The search of this address: kept under an id, or in codes; everything, when it asks for nothing. */
  const searchOf = async (c: C, query: URLSearchParams): Promise<Search | undefined> => {
    const words = c.get('words').directory.search;
    const id = query.get('search');
    const kept = id === null ? anything : await directory.publicSearch(c.get('programme'), id);
    return kept && searchInLink(query, words, kept);
  };

  app
    .get('/:slug/services', async (c) => {
      const search = await searchOf(c, new URL(c.req.url).searchParams);
      const { lost, lostText } = c.get('words').publicDirectory;
      if (!search) return showPublic(c, <Plain home={frameOf(c).home} title={lost} text={lostText} />, { status: 410, kept: false });
      const results = await directory.findPublicly(c.get('programme'), search, pageIn(c.req.query('page')));
      const typed = toTyped(search);
      return results.ok ? page(c, search, { typed }, results.value) : page(c, search, { typed, errors: errorsOf(c, results.error) });
    })
    .post('/:slug/services', async (c) => {
      const typed = await readForm(c, { many: manyAnswers });
      const checked = checkForm(searchForm({ ...c.get('words').directory.search, ...c.get('words').finding }), typed);
      if (!checked.ok) return page(c, anything, checked);
      const seconds = await limits.publicSearches.take(machineOf(c));
      if (seconds) return waitAWhile(c, seconds);
      const kept = await directory.keepPublicSearch(c.get('programme'), checked.value);
      if (!kept.ok) return page(c, checked.value, { typed, errors: errorsOf(c, kept.error) });
      return c.redirect(`${frameOf(c).home}/services?search=${kept.value}`, 303);
    })
    .post('/:slug/gaps', async (c) => {
      const typed = await readForm(c);
      const link = linkIn(String(typed.link ?? ''));
      const search = await searchOf(c, new URLSearchParams(link));
      if (!search) return notHere(c);
      const seconds = await limits.publicGaps.take(machineOf(c));
      if (seconds) return waitAWhile(c, seconds);
      const chosen = [String(typed.need ?? '')].filter(isNeed);
      await directory.tellPublicGap(c.get('programme'), chosen.length ? { ...search, needs: chosen } : search);
      return c.redirect(`${frameOf(c).home}/services${link}${link ? '&' : '?'}done=gap-told`, 303);
    });
}

function errorsOf(c: C, refusal: SearchRefusal): Errors {
  const words = c.get('words').directory.search;
  return { place: { 'unknown-place': words.unknownPlace, 'distance-without-place': words.distanceWithoutPlace }[refusal] };
}
