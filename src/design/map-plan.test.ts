import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mapBox, pinText, planMap } from './map-plan.ts';

const pin = (label: string, latitude: number, longitude: number) => ({ label, name: `Service ${label}`, latitude, longitude });
const douglas = { latitude: 54.941, longitude: -3.929 };
const galloway = { latitude: 55.074, longitude: -4.141 };

describe('a map', () => {
  it('is not drawn of nothing', () => {
    expect(planMap([], [{ ...douglas, name: 'Castle Douglas' }])).toBeUndefined();
    expect(mapBox([])).toBeUndefined();
  });

  it('has north at the top and west on the left', () => {
    const { pins } = planMap([pin('1', douglas.latitude, douglas.longitude), pin('2', galloway.latitude, galloway.longitude)], [])!;
    const [one, two] = pins;
    expect(two!.y).toBeLessThan(one!.y);
    expect(two!.x).toBeLessThan(one!.x);
  });

  it('is true to scale: 19.8 km between Castle Douglas and New Galloway', () => {
    const plan = planMap([pin('1', douglas.latitude, douglas.longitude), pin('2', galloway.latitude, galloway.longitude)], [])!;
    const [one, two] = plan.pins;
    const km = (Math.hypot(one!.x - two!.x, one!.y - two!.y) / plan.bar.length) * plan.bar.km;
    expect(km).toBeGreaterThan(19.4);
    expect(km).toBeLessThan(20.4);
  });

  it('shows what is around a single place', () => {
    const { from, to } = mapBox([douglas])!;
    expect((to.latitude - from.latitude) * 111).toBeGreaterThan(9);
    expect(planMap([pin('1', douglas.latitude, douglas.longitude)], [])!.bar.km).toBeGreaterThanOrEqual(2);
  });

  it('lets services of one place share a pin', () => {
    const { pins } = planMap([pin('1', 54.94, -3.93), pin('2', 54.94, -3.93), pin('3', 55.2, -4.2), pin('1', 54.94, -3.93)], [])!;
    expect(pins.map(({ labels }) => labels)).toEqual([['1', '2'], ['3']]);
    expect(pinText(['1', '2', '3', '4', '9'])).toBe('1, 2 … 9');
  });

  it('names towns only where there is room for their names', () => {
    const around = { ...galloway, name: 'New Galloway' };
    const beside = { latitude: galloway.latitude + 0.001, longitude: galloway.longitude, name: 'Almost New Galloway' };
    const { towns } = planMap(
      [pin('1', douglas.latitude, douglas.longitude), pin('2', 55.15, -4.25)],
      [around, beside, { ...beside, name: 'Just New Galloway' }],
    )!;
    expect(towns).toHaveLength(2);
  });

  it('names the town that a pin stands on beside the pin', () => {
    const { towns, pins } = planMap([pin('1', douglas.latitude, douglas.longitude)], [{ ...douglas, name: 'Castle Douglas' }])!;
    expect(towns).toMatchObject([{ name: 'Castle Douglas', dot: false, text: { anchor: 'middle' } }]);
    expect(towns[0]!.text.y).toBeGreaterThan(pins[0]!.y + 13);
  });

  it('keeps every pin and every name inside its edges, wherever on earth', () => {
    const point = fc.record({
      latitude: fc.double({ min: -89, max: 89, noNaN: true }),
      longitude: fc.double({ min: -179, max: 179, noNaN: true }),
    });
    fc.assert(
      fc.property(fc.array(point, { minLength: 1, maxLength: 20 }), fc.array(point, { maxLength: 20 }), (points, towns) => {
        const plan = planMap(
          points.map((at, nth) => ({ ...at, label: String(nth + 1), name: 'x' })),
          towns.map((at) => ({ ...at, name: 'Kirkcudbright' })),
        )!;
        for (const { x, width } of plan.pins) {
          expect(x - width / 2).toBeGreaterThanOrEqual(0);
          expect(x + width / 2).toBeLessThanOrEqual(plan.width);
        }
        for (const { x, y } of [...plan.pins, ...plan.towns]) {
          expect(x).toBeGreaterThanOrEqual(0);
          expect(x).toBeLessThanOrEqual(plan.width);
          expect(y).toBeGreaterThanOrEqual(0);
          expect(y).toBeLessThanOrEqual(plan.height);
        }
        expect(plan.bar.length).toBeGreaterThan(0);
      }),
    );
  });
});
