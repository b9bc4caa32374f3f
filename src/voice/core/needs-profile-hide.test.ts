import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Atom, type Cell, isTooFew, tell, type Told } from './needs-profile-hide.ts';

const shown = (told: readonly Told[], place: string, need = '') => told.find((each) => each.place === place && each.need === need)?.count;
const cellsOf = (places: readonly string[], needs: readonly string[]): Cell[] =>
  places.flatMap((place) => ['', ...needs].map((need) => ({ place, need })));

describe('what is told of small numbers', () => {
  it('hides one to four people, and tells none and five', () => {
    const atoms = [
      { places: ['all'], need: '', count: 30 },
      { places: ['all'], need: 'money', count: 5 },
      { places: ['all'], need: 'food', count: 4 },
      { places: ['all'], need: 'mood', count: 12 },
      { places: ['all'], need: 'work', count: 2 },
    ];
    const told = tell(atoms, cellsOf(['all'], ['money', 'food', 'mood', 'work', 'legal']));
    expect(['', 'money', 'food', 'mood', 'work', 'legal'].map((need) => shown(told, 'all', need))).toEqual([30, 5, null, 12, null, 0]);
  });

  it('hides the smallest other need where only one is hidden', () => {
    const atoms = [
      { places: ['all'], need: '', count: 30 },
      { places: ['all'], need: 'money', count: 6 },
      { places: ['all'], need: 'food', count: 4 },
      { places: ['all'], need: 'mood', count: 20 },
    ];
    const told = tell(atoms, cellsOf(['all'], ['money', 'food', 'mood']));
    expect(['money', 'food', 'mood'].map((need) => shown(told, 'all', need))).toEqual([null, null, 20]);
  });

  it('does not tell a place from which another place with a few people less can be taken', () => {
    const atoms = [
      { places: ['all', 'glen', 'village'], need: '', count: 9 },
      { places: ['all', 'glen'], need: '', count: 3 },
      { places: ['all'], need: '', count: 20 },
    ];
    expect(tell(atoms, cellsOf(['all', 'glen', 'village'], [])).map(({ count }) => count)).toEqual([32, 12, null]);
  });

  it('tells a need of the whole though too few have it in one place', () => {
    const atoms = [
      { places: ['all', 'glen'], need: '', count: 20 },
      { places: ['all', 'glen'], need: 'money', count: 3 },
      { places: ['all'], need: '', count: 100 },
      { places: ['all'], need: 'money', count: 37 },
    ];
    const told = tell(atoms, cellsOf(['all', 'glen'], ['money']));
    expect([shown(told, 'all', 'money'), shown(told, 'glen', 'money'), shown(told, 'glen')]).toEqual([40, null, 20]);
  });

  it('does not tell apart what an earlier boundary has told', () => {
    const atoms = [
      { places: ['all', 'now', 'before'], need: '', count: 10 },
      { places: ['all', 'now'], need: '', count: 2 },
      { places: ['all'], need: '', count: 20 },
    ];
    const before = [
      { place: 'all', need: '' },
      { place: 'before', need: '' },
    ];
    expect(tell(atoms, [{ place: 'now', need: '' }], before)[0]!.count).toBeNull();
  });
});

/** Whether the last of the vectors is a sum of multiples of the others. */
function follows(known: readonly number[][], wanted: readonly number[]): boolean {
  const rows = known.map((row) => [...row]);
  const target = [...wanted];
  let top = 0;
  for (let column = 0; column < target.length; column++) {
    const pivot = rows.findIndex((row, nth) => nth >= top && Math.abs(row[column]!) > 1e-9);
    if (pivot < 0) continue;
    [rows[top], rows[pivot]] = [rows[pivot]!, rows[top]!];
    const lead = rows[top]!;
    for (const other of [...rows.slice(top + 1), target]) {
      const times = other[column]! / lead[column]!;
      for (let at = 0; at < target.length; at++) other[at]! -= times * lead[at]!;
    }
    top++;
  }
  return target.every((left) => Math.abs(left) < 1e-9);
}

const places = ['a', 'b', 'c'];
const group = fc.record({ places: fc.subarray(places), have: fc.integer({ min: 0, max: 9 }), lack: fc.integer({ min: 0, max: 9 }) });

describe('whatever is added up and taken away', () => {
  it('never gives one to four people, by any sum or difference of what is told', () => {
    fc.assert(
      fc.property(fc.array(group, { minLength: 1, maxLength: 5 }), (groups) => {
        const unique = [...new Map(groups.map((each) => [each.places.join(), each])).values()];
        const people = unique.flatMap(({ places: at, have, lack }) => [
          { at: ['all', ...at], has: true, count: have },
          { at: ['all', ...at], has: false, count: lack },
        ]);
        const atoms: Atom[] = unique.flatMap(({ places: at, have, lack }) => [
          { places: ['all', ...at], need: '', count: have + lack },
          { places: ['all', ...at], need: 'money', count: have },
        ]);
        const told = tell(atoms, cellsOf(['all', ...places], ['money'])).filter(({ count }) => count !== null);
        const known = told.map(({ place, need }) => people.map(({ at, has }) => (at.includes(place) && (!need || has) ? 1 : 0)));
        for (let set = 1; set < 1 << people.length; set++) {
          const wanted = people.map((_, nth) => (set >> nth) & 1);
          const count = people.reduce((all, each, nth) => all + (wanted[nth] ? each.count : 0), 0);
          if (isTooFew(count) && people.every(({ count: some }, nth) => !wanted[nth] || some > 0))
            expect(follows(known, wanted)).toBe(false);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('tells a count as it is, or not at all', () => {
    fc.assert(
      fc.property(fc.array(group, { minLength: 1, maxLength: 6 }), (groups) => {
        const atoms = groups.map(({ places: at, have }) => ({ places: ['all', ...at], need: '', count: have }));
        for (const { place, count } of tell(atoms, cellsOf(['all', ...places], []))) {
          const real = atoms.reduce((sum, atom) => sum + (atom.places.includes(place) ? atom.count : 0), 0);
          expect([null, real]).toContain(count);
          if (count !== null) expect(isTooFew(count)).toBe(false);
        }
      }),
      { numRuns: 100 },
    );
  });
});
