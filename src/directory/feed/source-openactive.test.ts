import { afterEach, describe, expect, it } from 'vitest';
import { aSeries, aSession, serveRpde, type Told } from '../testing/openactive.ts';
import { idFrom } from './ids.ts';
import { mapService } from './map-service.ts';
import { readService } from './record.ts';
import type { Entry } from './entry.ts';
import { entriesOfRpde } from './source-openactive.ts';

let server: Awaited<ReturnType<typeof serveRpde>> | undefined;
afterEach(() => server?.close());

async function readAt(path: string): Promise<Entry[]> {
  const entries: Entry[] = [];
  const ask = { today: '2026-11-21', timeZone: 'Europe/London' };
  for await (const entry of entriesOfRpde(`${server!.url}${path}`, { mayReach: () => true, wait: () => Promise.resolve() }, ask))
    entries.push(entry);
  return entries;
}

async function told(items: Told[], size = 2): Promise<Entry[]> {
  server = await serveRpde({ '/feed': items }, { size });
  return readAt('/feed');
}

const series = (id: string, more = {}): Told => ({ id, kind: 'SessionSeries', data: aSeries(id, more) });
const recordOf = (entry: Entry | undefined) => entry!.record as Record<string, never>;

const derived = (entry: Entry | undefined) => {
  const service = readService(entry!.record);
  if (!service.ok) throw new Error(service.error);
  return mapService(service.value, { notKept: new Map(), unknownTerms: new Map() });
};

describe('a feed of OpenActive sessions', () => {
  it('is read page after page until it has no more', async () => {
    const entries = await told(['1', '2', '3', '4', '5'].map((id) => series(id)));
    expect(entries.map((entry) => recordOf(entry)['name'])).toEqual(['1', '2', '3', '4', '5'].map((id) => `Health walk ${id}`));
    expect(server!.asked.filter((url) => url.includes('after='))).toEqual(['/feed?after=2', '/feed?after=4', '/feed?after=5']);
  });

  it('tells when a walk is, where, for whom, what it costs and how to join', async () => {
    const [entry] = await told([series('1')]);
    expect(derived(entry)).toMatchObject({
      name: 'Health walk 1',
      description: 'A gentle hour. Tea & cake after.',
      status: 'active',
      needs: ['activity'],
      whoFor: ['women'],
      minAge: 50,
      eligibility: 'Women only. Level: Beginner',
      free: false,
      costs: [{ option: 'Adult', amount: 2.5, currency: 'GBP' }],
      locations: [{ name: 'Dalry Town Hall', town: 'St John’s Town of Dalry', postcode: 'DG7 3UP', latitude: 55.1079 }],
      schedules: [
        {
          freq: 'weekly',
          interval: 1,
          byDay: ['TU'],
          opensAt: '10:00',
          closesAt: '11:30',
          validTo: '2026-12-22',
          note: 'Not on 2026-04-07',
        },
      ],
      accessibility: ['parking'],
    });
    expect(recordOf(entry)['organization']).toMatchObject({ name: 'Glenkens Active', website: 'https://active.example' });
    expect(recordOf(entry)['application_process']).toBe('Booking required');
  });

  it('names its activity by the same id in every feed', async () => {
    const [entry] = await told([series('1')]);
    expect(recordOf(entry)['attributes']).toMatchObject([
      {
        taxonomy_term: {
          id: idFrom('https://openactive.io/activity-list#95092977-5a20-4d6e-b312-8fddabe71544'),
          name: 'Walking',
          term_uri: 'https://openactive.io/activity-list#95092977-5a20-4d6e-b312-8fddabe71544',
        },
      },
      { taxonomy_term: { name: 'Visual impairment' } },
      { taxonomy_term: { name: 'Women' } },
    ]);
  });

  it('does not carry the names of the people who lead', async () => {
    const entries = await told([series('1')]);
    for (const name of ['Ann Example', 'Bob Example']) expect(JSON.stringify(entries)).not.toContain(name);
  });

  it('refuses what only a person runs, without their name', async () => {
    const [entry] = await told([series('1', { organizer: { '@type': 'Person', name: 'Ann Example' } })]);
    expect(entry!.problem).toBe('does not name an organisation that runs it');
    expect(JSON.stringify(entry)).not.toContain('Ann Example');
  });

  it('says what is no more by the same id as it had', async () => {
    const [there, gone] = await told([series('1'), { id: '1', kind: 'SessionSeries', state: 'deleted' }]);
    expect(gone).toMatchObject({ removed: true, record: { id: recordOf(there)['id'] } });
  });

  it('leaves slots and single facilities alone', async () => {
    const entries = await told([
      { id: '1', kind: 'FacilityUse/Slot', data: { '@type': 'Slot', facilityUse: 'x' } },
      { id: '2', kind: 'FacilityUse', data: { '@type': 'FacilityUse', name: 'Tennis court', organizer: aSeries('1')['organizer'] } },
    ]);
    expect(entries.map((entry) => recordOf(entry)['name'])).toEqual(['Tennis court']);
  });
});

describe('single sessions', () => {
  const evening = (id: string, day: string, more = {}): Told => ({
    id,
    kind: 'ScheduledSession',
    data: aSession(id, 'https://active.example/series/1', `${day}T19:00:00Z`, more),
  });

  it('are told with the series that they are of, in whatever order they come', async () => {
    const sessions = ['2026-12-01', '2026-12-08', '2026-12-15', '2026-12-24'].map((day, nth) => evening(`s${nth}`, day));
    const [entry, ...others] = await told([series('1', { eventSchedule: undefined }), ...sessions]);
    expect(others).toEqual([]);
    expect(derived(entry).schedules).toMatchObject([
      { byDay: ['TU'], validFrom: '2026-12-01', validTo: '2026-12-15', opensAt: '19:00', closesAt: '20:00' },
      { byDay: ['TH'], validFrom: '2026-12-24', validTo: '2026-12-24' },
    ]);
  });

  it('that are over or called off are not told as times', async () => {
    const [entry] = await told([
      series('1', { eventSchedule: undefined }),
      evening('s1', '2026-11-17'),
      evening('s2', '2026-12-01'),
      evening('s3', '2026-12-08', { eventStatus: 'https://schema.org/EventCancelled' }),
    ]);
    expect(derived(entry).schedules).toMatchObject([{ validFrom: '2026-12-01', validTo: '2026-12-01' }]);
  });

  it('are on the clocks of the place, in summer too', async () => {
    const [entry] = await told([series('1', { eventSchedule: undefined }), evening('s1', '2027-07-06')]);
    expect(derived(entry).schedules).toMatchObject([{ opensAt: '20:00', closesAt: '21:00' }]);
  });

  it('tell of their series when no feed does', async () => {
    const data = (day: string) => aSession(day, aSeries('1', { eventSchedule: undefined }), `${day}T19:00:00Z`);
    const [entry, ...others] = await told(
      ['2026-12-01', '2026-12-08'].map((day) => ({ id: day, kind: 'ScheduledSession', data: data(day) })),
    );
    expect(others).toEqual([]);
    expect(derived(entry)).toMatchObject({ name: 'Health walk 1', schedules: [{ validFrom: '2026-12-01', validTo: '2026-12-08' }] });
  });

  it('are joined across the feeds that a page of open data names', async () => {
    const dataset = {
      '@type': 'Dataset',
      publisher: { '@type': 'Organization', name: 'Glenkens Active' },
      distribution: [
        { '@type': 'DataDownload', additionalType: 'https://openactive.io/SessionSeries', contentUrl: 'HERE/series' },
        { '@type': 'DataDownload', additionalType: 'https://openactive.io/Slot', contentUrl: 'HERE/slots' },
        { '@type': 'DataDownload', additionalType: 'https://openactive.io/ScheduledSession', contentUrl: 'HERE/sessions' },
      ],
    };
    const page = `<!doctype html><script type="application/ld+json">${JSON.stringify(dataset)}</script>`;
    const walk = series('1', { eventSchedule: undefined, organizer: { '@type': 'Person', name: 'Ann Example' } });
    server = await serveRpde({ '/series': [walk], '/sessions': [evening('s1', '2026-12-01')] }, { pages: { '/open-data': page } });
    const [entry] = await readAt('/open-data');
    expect(derived(entry).schedules).toMatchObject([{ validFrom: '2026-12-01' }]);
    expect(recordOf(entry)['organization']).toMatchObject({ name: 'Glenkens Active' });
    expect(server.asked.some((url) => url.startsWith('/slots'))).toBe(false);
  });
});

describe('a broken feed of sessions', () => {
  const item = (id: string, modified: number) => ({ id, kind: 'SessionSeries', state: 'updated', modified, data: aSeries(id) });

  it.each<[string, Record<string, unknown>, string]>([
    [
      'whose pages go round',
      { '/feed': { next: 'HERE/feed?page=2', items: [item('1', 1)] }, '/feed?page=2': { next: 'HERE/feed', items: [item('2', 2)] } },
      'its pages go round in a circle',
    ],
    [
      'out of order',
      { '/feed': { next: 'HERE/feed?page=2', items: [item('1', 5)] }, '/feed?page=2': { next: 'HERE/feed?page=2', items: [item('2', 2)] } },
      'not in the order',
    ],
    ['cut short', { '/feed': '{"next": "HERE/feed", "items": [{"id"' }, 'is not whole JSON'],
    ['that is something else', { '/feed': { contents: [] } }, 'is neither a feed of OpenActive data'],
    ['without a way on', { '/feed': { next: '', items: [item('1', 1)] } }, 'does not say where the next one is'],
  ])('%s is told in a sentence', async (_what, pages, sentence) => {
    server = await serveRpde({}, { pages });
    await expect(readAt('/feed')).rejects.toThrow(sentence);
  });
});
