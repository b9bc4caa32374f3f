import { type Context, Hono } from 'hono';
import { stream } from 'hono/streaming';
import { Page, SummaryList, useWords } from '../../design/index.ts';
import { allow, askerOf, type Door, show } from '../../identity/index.ts';
import { toCsv } from '../../platform/csv.ts';
import type { Words } from '../../../locales/en/index.ts';
import type { Directory, WholeService } from '../index.ts';
import { scheduleLine, costLine } from './facts.tsx';

type C = Context<Door>;

/** The directory as a file, for a spreadsheet or for another directory. Written as it is read, so that its size does not matter. */
export const exportPage = (directory: Directory) =>
  new Hono<Door>()
    .get('/', allow('curate directory'), (c) => show(c, <ExportPage />))
    .get('/services.csv', allow('curate directory'), async (c) => {
      const asker = askerOf(c);
      const words = c.get('words');
      await directory.noteExport(asker, 'csv');
      return sent(c, 'services.csv', 'text/csv; charset=utf-8', async function* () {
        yield toCsv([Object.values(words.csv.export.headings)]);
        for await (const services of directory.everyService(asker))
          yield withoutMark(toCsv(services.flatMap((service) => rowsOf(service, words))));
      });
    })
    .get('/services.ndjson', allow('curate directory'), async (c) => {
      const asker = askerOf(c);
      await directory.noteExport(asker, 'ndjson');
      return sent(c, 'services.ndjson', 'application/x-ndjson; charset=utf-8', async function* () {
        for await (const documents of directory.everyDocument(asker)) yield documents.map((each) => `${JSON.stringify(each)}\n`).join('');
      });
    });

function sent(c: C, name: string, type: string, parts: () => AsyncGenerator<string>): Response {
  c.header('content-type', type);
  c.header('content-disposition', `attachment; filename="${name}"`);
  c.header('cache-control', 'private, no-store');
  return stream(c, async (out) => {
    for await (const part of parts()) {
      if (out.aborted) return;
      if (part) await out.write(part);
    }
  });
}

/** The mark belongs at the beginning of the file alone. */
const withoutMark = (text: string): string => text.replace(/^\ufeff/, '');

/** One row for each place of a service. */
function rowsOf(service: WholeService, { directory: d, editing, csv }: Words): string[][] {
  const names = (codes: readonly string[], known: Readonly<Record<string, string>>) => codes.map((code) => known[code] ?? code).join('; ');
  const text = (value: string | number | null) => (value === null ? '' : String(value));
  const places = service.locations.length ? service.locations : [undefined];
  return places.map((place) => {
    const times = service.schedules.filter(({ location }) => location === null || !place || location === place.id);
    const cells: Record<keyof typeof csv.export.headings, string> = {
      id: service.id,
      name: service.name,
      organisation: service.organisationName,
      description: service.description,
      needs: names(service.needs, d.needs),
      whoFor: names(service.whoFor, d.audiences),
      eligibility: service.eligibility,
      minAge: text(service.minAge),
      maxAge: text(service.maxAge),
      join: names(service.howToJoin, d.waysToJoin),
      cost: service.free === null && !service.costs.length ? '' : costLine(service, d),
      times: times.map((schedule) => scheduleLine(schedule, d, '')).join('; '),
      attendance: names(service.attendance, d.attendances),
      languages: names(service.languages, d.languages),
      access: names(service.accessibility, d.accessibilities),
      place: place?.name ?? '',
      address: place?.address ?? '',
      town: place?.town ?? '',
      postcode: place?.postcode ?? '',
      latitude: text(place?.latitude ?? null),
      longitude: text(place?.longitude ?? null),
      phone: text(service.phone),
      email: text(service.email),
      website: text(service.url),
      requestPhone: text(service.requestPhone),
      requestEmail: text(service.requestEmail),
      status: editing.service.statuses[service.status],
      checked: text(service.assuredAt),
      checkedBy: text(service.assuredBy),
    };
    return (Object.keys(csv.export.headings) as (keyof typeof cells)[]).map((field): string => cells[field]);
  });
}

function ExportPage() {
  const { export: w, bring } = useWords().csv;
  return (
    <Page title={w.title} back={{ href: '/feeds', text: bring.back }}>
      <p>{w.intro}</p>
      <SummaryList
        rows={[
          { key: <a href="/feeds/export/services.csv">{w.csv}</a>, value: w.csvHint },
          { key: <a href="/feeds/export/services.ndjson">{w.ndjson}</a>, value: w.ndjsonHint },
        ]}
      />
    </Page>
  );
}
