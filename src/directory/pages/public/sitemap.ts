import type { Hono } from 'hono';
import type { Programme } from '../../../identity/index.ts';
import { needs, isRestricted } from '../../need.ts';
import { toAddress } from '../../need-address.ts';
import { pageIn } from '../read-search.ts';
import { homeOfDirectory, notHere, type PublicDoor, type PublicNeeds } from './door.tsx';

/** As many as one file of the sitemaps protocol may comfortably hold; it allows 50,000. */
const perFile = 10_000;
const mostFiles = 200;

/** What search engines may read: the directory. Kept searches say themselves that they are not to be listed. */
export const robotsText = (publicUrl: string): string =>
  [
    'User-agent: *',
    'Allow: /directory',
    'Allow: /public/',
    'Allow: /theme/',
    'Disallow: /',
    '',
    `Sitemap: ${publicUrl}/directory/sitemap.xml`,
    '',
  ].join('\n');

const xml = (root: string, entries: readonly string[]): string =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<${root} xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${entries.join('\n')}\n</${root}>\n`;
const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

/** The files there are: one for each ten thousand things of each programme. */
export async function sitemapIndex({ directory }: PublicNeeds, programmes: readonly Programme[], publicUrl: string): Promise<string> {
  const files: string[] = [];
  for (const programme of programmes) {
    const count = Math.min(mostFiles, Math.max(1, Math.ceil((await directory.countToIndex(programme)) / perFile)));
    for (let page = 1; page <= count; page++)
      files.push(`${publicUrl}${homeOfDirectory(programme)}/sitemap.xml${page > 1 ? `?page=${page}` : ''}`);
  }
  return xml(
    'sitemapindex',
    files.map((file) => `<sitemap><loc>${escaped(file)}</loc></sitemap>`),
  );
}

export const sitemapDoor = (app: Hono<PublicDoor>, { directory, publicUrl }: PublicNeeds) =>
  app.get('/:slug/sitemap.xml', async (c) => {
    const programme = c.get('programme');
    const page = pageIn(c.req.query('page'));
    const listed = page <= mostFiles ? await directory.toIndex(programme, page, perFile) : [];
    if (page > 1 && !listed.length) return notHere(c);
    const base = `${publicUrl}${homeOfDirectory(programme)}`;
    const counts = page === 1 ? await directory.needCounts(programme) : [];
    const open = needs.filter((need) => !isRestricted(need) && counts.some((each) => each.need === need));
    const addresses = [...(page === 1 ? [base] : []), ...open.map((need) => `${base}/needs/${toAddress(need)}`)].map(
      (address) => `<url><loc>${escaped(address)}</loc></url>`,
    );
    const things = listed.map(({ kind, id, changedAt }) => {
      const changed = changedAt ? `<lastmod>${changedAt.toISOString().slice(0, 10)}</lastmod>` : '';
      return `<url><loc>${escaped(`${base}/${kind === 'service' ? 'services' : 'organisations'}/${id}`)}</loc>${changed}</url>`;
    });
    c.header('content-type', 'application/xml; charset=utf-8');
    c.header('cache-control', 'public, max-age=3600');
    return c.body(xml('urlset', [...addresses, ...things]));
  });
