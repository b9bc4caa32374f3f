import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

type Raw = Record<string, unknown>;

const organizer = {
  '@type': 'Organization',
  '@id': 'https://active.example/organisers/1',
  name: 'Glenkens Active',
  url: 'https://active.example',
  telephone: '01644 000000',
  email: 'hello@active.example',
};

const hall = {
  '@type': 'Place',
  '@id': 'https://active.example/places/1',
  name: 'Dalry Town Hall',
  address: {
    '@type': 'PostalAddress',
    streetAddress: 'Main Street',
    addressLocality: 'St John’s Town of Dalry',
    postalCode: 'DG7 3UP',
    addressCountry: 'GB',
  },
  geo: { '@type': 'GeoCoordinates', latitude: 55.1079, longitude: -4.1622 },
  amenityFeature: [{ '@type': 'DisabledParking', name: 'Parking for disabled people', value: true }],
};

const walking = {
  '@type': 'Concept',
  '@id': 'https://openactive.io/activity-list#95092977-5a20-4d6e-b312-8fddabe71544',
  prefLabel: 'Walking',
  inScheme: 'https://openactive.io/activity-list',
};

/** A weekly walk, as a publisher of OpenActive data would tell of it, with the names of those who lead it. */
export const aSeries = (id: string, more: Raw = {}): Raw => ({
  '@context': 'https://openactive.io/',
  '@type': 'SessionSeries',
  '@id': `https://active.example/series/${id}`,
  name: `Health walk ${id}`,
  description: '<p>A gentle hour. Tea &amp; cake after.</p>',
  url: `https://active.example/walks/${id}`,
  activity: [walking],
  organizer,
  location: hall,
  ageRange: { '@type': 'QuantitativeValue', minValue: 50 },
  genderRestriction: 'https://openactive.io/FemaleOnly',
  level: ['Beginner'],
  isAccessibleForFree: false,
  accessibilitySupport: [{ '@type': 'Concept', '@id': 'https://openactive.io/accessibility-support#vi', prefLabel: 'Visual impairment' }],
  offers: [{ '@type': 'Offer', name: 'Adult', price: 2.5, priceCurrency: 'GBP', openBookingInAdvance: 'https://openactive.io/Required' }],
  leader: [{ '@type': 'Person', name: 'Ann Example' }],
  contributor: [{ '@type': 'Person', name: 'Bob Example' }],
  eventSchedule: [
    {
      '@type': 'PartialSchedule',
      startDate: '2026-01-06',
      endDate: '2026-12-22',
      startTime: '10:00',
      endTime: '11:30',
      repeatFrequency: 'P1W',
      byDay: ['https://schema.org/Tuesday'],
      exceptDate: ['2026-04-07'],
    },
  ],
  ...more,
});

export const aSession = (id: string, series: unknown, startDate: string, more: Raw = {}): Raw => ({
  '@type': 'ScheduledSession',
  '@id': `https://active.example/sessions/${id}`,
  superEvent: series,
  startDate,
  endDate: startDate.replace('T19', 'T20'),
  ...more,
});

export type Told = { id: string; kind: string; data?: Raw; state?: string; modified?: number };

/** Feeds of RPDE 1.0, by their path, each in pages of a size; and pages of anything else. */
export async function serveRpde(feeds: Record<string, Told[]>, { size = 2, pages = {} as Record<string, unknown> } = {}) {
  let url = '';
  const asked: string[] = [];
  const server = createServer((request, answer) => {
    asked.push(request.url ?? '');
    const { pathname, searchParams } = new URL(request.url ?? '', url);
    const page = pages[pathname + (searchParams.get('page') ? `?page=${searchParams.get('page')}` : '')];
    if (page !== undefined)
      return answer.end(typeof page === 'string' ? page.replaceAll('HERE', url) : JSON.stringify(page).replaceAll('HERE', url));
    const items = (feeds[pathname] ?? []).map((item, nth) => ({ state: 'updated', modified: nth + 1, ...item }));
    const after = Number(searchParams.get('after') ?? 0);
    const shown = items.slice(after, after + size);
    const next = `${url}${pathname}?after=${after + shown.length}`;
    return answer.end(JSON.stringify({ next, items: shown, license: 'https://creativecommons.org/licenses/by/4.0/' }));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    url,
    asked,
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
