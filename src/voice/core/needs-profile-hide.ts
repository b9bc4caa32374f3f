/**
 * Which counts may be told, so that no group of one to four can be worked out from all that is told together, however places overlap.
 *
 * People are sorted into the smallest groups of places that the told counts of everybody can tell apart (`blocks`): two people are in one
 * block when each told place holds both or neither. A further place is told only if each block that it would cut falls into parts that are
 * empty or of five and more. So it is with each need, in the blocks of the places whose count of that need is told; in each of them, those
 * with the need and those without must both be none, or five and more. A need is told only of a place whose people are told, so that the
 * blocks of a need are made of whole blocks of everybody; whatever is then added up or taken away is made of whole blocks.
 */
export type Atom = { places: readonly string[]; need: string; count: number };
/** Everybody of a place (`need` ''), or those with one need. */
export type Cell = { place: string; need: string };
export type Told = Cell & { count: number | null };

const fewest = 5;
export const isTooFew = (count: number): boolean => count > 0 && count < fewest;

/** People alike in their places; `have`: with the need that is looked at, where one is. */
type Group = { places: ReadonlySet<string>; all: number; have: number };
type Block = { groups: readonly Group[]; told: boolean };
/** What can be worked out of a block that stands by itself. */
type Parts = (groups: readonly Group[]) => readonly number[];

/**
 * @param atoms how many there are of each set of places, in all (`need` '') and with each need
 * @param cells what would be told
 * @param already what has been told before, and stays told
 */
export function tell(atoms: readonly Atom[], cells: readonly Cell[], already: readonly Cell[] = []): Told[] {
  const size = ({ place, need }: Cell): number =>
    atoms.reduce((sum, atom) => (atom.need === need && atom.places.includes(place) ? sum + atom.count : sum), 0);
  const bySize = (some: readonly Cell[]) => [...some].sort((a, b) => size(b) - size(a) || a.place.localeCompare(b.place));
  const of = (some: readonly Cell[], need: string) => some.filter((cell) => cell.need === need);

  const everybody: Parts = (groups) => [sum(groups, 'all')];
  const totals = toldOf(groupsOf(atoms, ''), everybody, of(already, ''), bySize(of(cells, '')));
  const allTotals = [...of(already, ''), ...totals];

  const withAndWithout: Parts = (groups) => [sum(groups, 'have'), sum(groups, 'all') - sum(groups, 'have')];
  const byNeed = [...new Set(cells.map(({ need }) => need))].filter(Boolean).flatMap((need) => {
    const wanted = of(cells, need).filter(({ place }) => allTotals.some((total) => total.place === place));
    return toldOf(groupsOf(atoms, need), withAndWithout, of(already, need), bySize(wanted));
  });

  const shown = [...totals, ...byNeed];
  const hidden = new Set(hideBeside(cells, shown, allTotals, size));
  return cells.map((cell) => ({
    ...cell,
    count: shown.some((each) => same(each, cell)) && !hidden.has(keyOf(cell)) ? size(cell) : null,
  }));
}

const same = (a: Cell, b: Cell): boolean => a.place === b.place && a.need === b.need;
const keyOf = ({ place, need }: Cell): string => `${place} ${need}`;

function groupsOf(atoms: readonly Atom[], need: string): Group[] {
  const groups = new Map<string, Group>();
  for (const atom of atoms) {
    if (atom.need !== '' && atom.need !== need) continue;
    const key = [...atom.places].sort().join(' ');
    const group = groups.get(key) ?? { places: new Set(atom.places), all: 0, have: 0 };
    group[atom.need === '' ? 'all' : 'have'] += atom.count;
    groups.set(key, group);
  }
  return [...groups.values()].filter(({ all }) => all > 0);
}

/** Those of the wanted cells, the first first, that may be told beside what is told. */
function toldOf(groups: readonly Group[], parts: Parts, before: readonly Cell[], wanted: readonly Cell[]): Cell[] {
  let blocks: readonly Block[] = [{ groups, told: false }];
  // What is told is told, even where the records have changed since.
  for (const cell of before) blocks = cut(blocks, parts, cell).blocks;
  return wanted.filter((cell) => {
    const next = cut(blocks, parts, cell);
    if (next.clean) blocks = next.blocks;
    return next.clean;
  });
}

const sum = (groups: readonly Group[], which: 'all' | 'have'): number => groups.reduce((total, group) => total + group[which], 0);

function cut(blocks: readonly Block[], parts: Parts, { place }: Cell): { blocks: readonly Block[]; clean: boolean } {
  let clean = true;
  const after = blocks.flatMap(({ groups, told }): Block[] => {
    const inside = groups.filter((group) => group.places.has(place));
    const outside = groups.filter((group) => !group.places.has(place));
    if (!inside.length) return [{ groups, told }];
    const isNew = outside.length > 0 || !told;
    if (isNew && parts(inside).some(isTooFew)) clean = false;
    // Those whom no told count holds cannot be worked out, however few.
    if (told && parts(outside).some(isTooFew)) clean = false;
    return [{ groups: inside, told: true }, ...(outside.length ? [{ groups: outside, told }] : [])];
  });
  return { blocks: after, clean };
}

/** Everybody has some need, so that one hidden need beside a told total could be guessed from the rest: the smallest other goes with it. */
function hideBeside(cells: readonly Cell[], shown: readonly Cell[], totals: readonly Cell[], size: (cell: Cell) => number): string[] {
  return totals.flatMap(({ place }) => {
    const here = cells.filter((cell) => cell.place === place && cell.need !== '');
    const isShown = (cell: Cell) => shown.some((each) => same(each, cell));
    if (here.filter((cell) => !isShown(cell)).length !== 1) return [];
    const others = here.filter((cell) => isShown(cell) && size(cell) > 0).sort((a, b) => size(a) - size(b));
    return others.slice(0, 1).map(keyOf);
  });
}
