/**
 * Which counts may be told, so that no group of one to four can be worked out from all that is told together, however places overlap.
 *
 * People are sorted into the smallest groups that the told counts can tell apart (`blocks`): two people are in one block when each told
 * count holds both or neither. A further count is told only if each block that it would cut falls into parts that are empty or of five and
 * more. Whatever is then added up or taken away, the answer is made of whole blocks.
 */
export type Atom = { places: readonly string[]; need: string; count: number };
/** Everybody of a place (`need` ''), or those with one need. */
export type Cell = { place: string; need: string };
export type Told = Cell & { count: number | null };

const fewest = 5;
export const isTooFew = (count: number): boolean => count > 0 && count < fewest;

/** People alike in their places and in whether they have the need that is looked at. */
type Group = { places: ReadonlySet<string>; has: boolean; count: number };
type Block = { groups: readonly Group[]; told: boolean };

/**
 * @param atoms how many there are of each set of places, in all (`need` '') and with each need
 * @param cells what would be told
 * @param already what has been told before, and stays told
 */
export function tell(atoms: readonly Atom[], cells: readonly Cell[], already: readonly Cell[] = []): Told[] {
  const size = ({ place, need }: Cell): number =>
    atoms.reduce((sum, atom) => (atom.need === need && atom.places.includes(place) ? sum + atom.count : sum), 0);
  const bySize = (some: readonly Cell[]) => [...some].sort((a, b) => size(b) - size(a) || a.place.localeCompare(b.place));

  const told = already.filter(({ need }) => need === '');
  const totals = toldOf(groupsOf(atoms, ''), told, bySize(cells.filter(({ need }) => need === '')));
  const allTotals = [...told, ...totals];

  const needs = [...new Set(cells.map(({ need }) => need))].filter(Boolean);
  const byNeed = needs.flatMap((need) => {
    const before = already.filter((cell) => cell.need === need);
    return toldOf(groupsOf(atoms, need), [...allTotals, ...before], bySize(cells.filter((cell) => cell.need === need)));
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
const holds = ({ place, need }: Cell, group: Group): boolean => group.places.has(place) && (need === '' || group.has);

function groupsOf(atoms: readonly Atom[], need: string): Group[] {
  const groups = new Map<string, { places: ReadonlySet<string>; all: number; have: number }>();
  for (const atom of atoms) {
    if (atom.need !== '' && atom.need !== need) continue;
    const key = [...atom.places].sort().join(' ');
    const group = groups.get(key) ?? { places: new Set(atom.places), all: 0, have: 0 };
    if (atom.need === '') group.all += atom.count;
    else group.have += atom.count;
    groups.set(key, group);
  }
  return [...groups.values()].flatMap(({ places, all, have }) =>
    need === ''
      ? [{ places, has: false, count: all }]
      : [
          { places, has: true, count: have },
          { places, has: false, count: all - have },
        ],
  );
}

/** Those of the wanted cells, the first first, that may be told beside what is told. */
function toldOf(groups: readonly Group[], before: readonly Cell[], wanted: readonly Cell[]): Cell[] {
  let blocks: readonly Block[] = [{ groups: groups.filter(({ count }) => count > 0), told: false }];
  // What is told is told, even where the records have changed since.
  for (const cell of before) blocks = cut(blocks, cell).blocks;
  return wanted.filter((cell) => {
    const next = cut(blocks, cell);
    if (next.clean) blocks = next.blocks;
    return next.clean;
  });
}

const sum = (groups: readonly Group[]): number => groups.reduce((all, { count }) => all + count, 0);

function cut(blocks: readonly Block[], cell: Cell): { blocks: readonly Block[]; clean: boolean } {
  let clean = true;
  const after = blocks.flatMap(({ groups, told }): Block[] => {
    const inside = groups.filter((group) => holds(cell, group));
    const outside = groups.filter((group) => !holds(cell, group));
    if (!inside.length) return [{ groups, told }];
    if (isTooFew(sum(inside)) && (outside.length > 0 || !told)) clean = false;
    // Those whom no told count holds cannot be worked out, however few.
    if (told && isTooFew(sum(outside))) clean = false;
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
