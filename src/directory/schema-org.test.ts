import { describe, expect, it } from 'vitest';
import { nextTimes, toSchemaOrg } from './schema-org.ts';
import type { Schedule } from './schedule.ts';
import { shownService } from './shown-service.ts';
import { type Location, toService } from './service.ts';

const weekly = (day: string, opensAt: string | null, closesAt: string | null): Schedule => ({
  freq: 'weekly',
  interval: 1,
  byDay: [day],
  byMonthDay: [],
  opensAt,
  closesAt,
  validFrom: null,
  validTo: null,
  note: '',
  location: null,
});
const clock = { day: '2026-11-24', time: '11:00' };
const hall: Location = {
  id: 'a',
  name: 'Town Hall',
  address: '1 High Street',
  town: 'Castle Douglas',
  postcode: 'DG7 1AA',
  latitude: 54.94,
  longitude: -3.93,
  private: false,
};
const refuge: Location = {
  ...hall,
  id: 'b',
  name: 'Rowan House',
  address: '7 Hidden Lane',
  postcode: 'DG5 4ZZ',
  town: 'Dalbeattie',
  private: true,
};
const where = { url: 'https://bothy.example/s', organisationUrl: 'https://bothy.example/o', needs: ['Loneliness'], clock };

const shown = (known: Partial<Parameters<typeof toService>[0]>) =>
  shownService(
    {
      ...toService({ id: 's', organisation: 'o', name: 'Choir', requestEmail: 'requests@choir.example', ...known }),
      organisationName: 'Trust',
      organisationWebsite: null,
    },
    { now: new Date('2026-11-24T11:00:00Z'), clock },
  );

describe('the next times of a service', () => {
  it('are the coming ones, soonest first, and few', () => {
    const times = nextTimes([weekly('TU', '10:00', '12:00'), weekly('WE', '19:00', '21:00')], clock);
    expect(times).toHaveLength(5);
    expect(times[0]).toEqual({ start: '2026-11-25T19:00', end: '2026-11-25T21:00', location: null });
    expect(times[1]!.start).toBe('2026-12-01T10:00');
  });

  it('may end after midnight, or nobody knows when', () => {
    expect(nextTimes([weekly('FR', '22:00', '01:00')], clock)[0]!.end).toBe('2026-11-28T01:00');
    expect(nextTimes([weekly('FR', '22:00', null)], clock)[0]!.end).toBeNull();
    expect(nextTimes([weekly('FR', null, null)], clock)).toEqual([]);
  });
});

describe('a service for search engines', () => {
  it('says what it is, who runs it, where and when', () => {
    const [self, event] = toSchemaOrg(
      shown({
        locations: [hall],
        schedules: [weekly('WE', '19:00', '21:00')],
        costs: [{ option: 'a session', amount: 3, currency: 'GBP' }],
      }),
      where,
    );
    expect(self).toMatchObject({ '@type': 'Service', name: 'Choir', provider: { name: 'Trust' }, areaServed: ['Castle Douglas'] });
    expect(JSON.stringify(self)).toContain('"latitude":54.94');
    expect(event).toMatchObject({ '@type': 'Event', startDate: '2026-11-25T19:00', location: { name: 'Town Hall' } });
  });

  it('holds no private place and no address for requests', () => {
    const said = JSON.stringify(toSchemaOrg(shown({ locations: [refuge], schedules: [weekly('WE', '19:00', '21:00')] }), where));
    expect(said).not.toMatch(/Rowan|Hidden|DG5|54\.94|requests@/);
    expect(said).toContain('Dalbeattie');
  });

  it('holds it back even of a place that nobody has stripped before', () => {
    const bare = { ...shown({}), locations: [refuge] };
    expect(JSON.stringify(toSchemaOrg(bare, where))).not.toMatch(/Rowan|Hidden|DG5|54\.94/);
  });

  it('that takes place online has no place', () => {
    const [, event] = toSchemaOrg(shown({ attendance: ['online'], schedules: [weekly('WE', '19:00', null)] }), where);
    expect(event).toMatchObject({ location: { '@type': 'VirtualLocation' } });
  });
});
