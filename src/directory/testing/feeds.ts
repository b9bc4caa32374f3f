import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

type Raw = Record<string, unknown>;

const organization = { id: '7f3c2e10-0000-4000-8000-000000000001', name: 'Glenkens Community Trust', website: 'https://trust.example' };

export const aRecord = (nth: number): Raw => ({
  id: `7f3c2e10-0000-4000-9000-${String(nth).padStart(12, '0')}`,
  name: `Knit and natter ${nth}`,
  description: '<p>Wool &amp; tea.</p>',
  status: 'active',
  organization,
  schedules: [{ freq: 'WEEKLY', byday: 'TU', opens_at: '14:00', closes_at: '16:00' }],
});

export const aFeed = (count: number): { contents: Raw[] } & Raw => ({
  total_items: count,
  total_pages: 1,
  page_number: 1,
  contents: Array.from({ length: count }, (_, nth) => aRecord(nth)),
});

/** `whole`: its list tells everything, and each page has an ETag. `brokenOne`: the service of that number cannot be asked for on its own. */
type Faults = { loop?: boolean; failAt?: number; cutAt?: number; hangUpAt?: number; brokenOne?: number; version?: string; whole?: boolean };

/** A feed at `/oruk/v3` whose list gives outlines. `most()` is how many whole services were asked for at once. */
export async function serveFeed({ records, size, ...given }: { records: Raw[]; size: number } & Faults) {
  let faults: Faults = given;
  const asked: string[] = [];
  let [now, most, unsent] = [0, 0, 0];
  const outline = ({ id, name, status, organization: of }: Raw) => ({ id, name, status, organization: of });

  const list = (page: number, answer: ServerResponse, known: string | undefined) => {
    if (faults.failAt === page) return answer.writeHead(500).end('Out of memory');
    if (faults.hangUpAt === page) return answer.destroy();
    const start = faults.loop ? 0 : (page - 1) * size;
    const total = Math.ceil(records.length / size);
    const contents = faults.whole ? records.slice(start, start + size) : records.slice(start, start + size).map(outline);
    const text = JSON.stringify({ total_items: records.length, total_pages: total, page_number: page, contents });
    const etag = `"${Buffer.from(text).toString('base64').slice(-20)}${text.length}"`;
    if (faults.whole) answer.setHeader('etag', etag);
    if (faults.whole && known === etag) {
      unsent += 1;
      return answer.writeHead(304).end();
    }
    return answer.end(faults.cutAt === page ? text.slice(0, -20) : text);
  };
  const one = (id: string, answer: ServerResponse) => {
    most = Math.max(most, ++now);
    setImmediate(() => {
      now -= 1;
      if (faults.brokenOne !== undefined && aRecord(faults.brokenOne)['id'] === id) return answer.writeHead(500).end();
      const found = records.find((record) => record['id'] === id);
      return answer.writeHead(found ? 200 : 404).end(JSON.stringify(found ?? {}));
    });
  };
  const server = createServer(({ url = '', headers }, answer) => {
    asked.push(url);
    const { pathname, searchParams } = new URL(url, 'http://feed.example');
    if (pathname === '/oruk/v3')
      return answer.end(JSON.stringify({ version: faults.version ?? 'HSDS-UK-3.0', profile: 'x', openapi_url: 'x' }));
    if (pathname === '/all.json') return answer.end(JSON.stringify({ total_items: records.length, contents: records }));
    if (pathname === '/all.ndjson') return answer.end(records.map((record) => JSON.stringify(record)).join('\n'));
    if (pathname === '/oruk/v3/services') return list(Number(searchParams.get('page') ?? 1), answer, headers['if-none-match']);
    return one(pathname.split('/').at(-1)!, answer);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked,
    records,
    mend: () => {
      faults = {};
    },
    most: () => most,
    unsent: () => unsent,
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
