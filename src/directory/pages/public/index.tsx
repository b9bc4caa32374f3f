import { Hono } from 'hono';
import { compress } from 'hono/compress';
import { etag } from 'hono/etag';
import { type Door, show, showProblem } from '../../../identity/index.ts';
import { homeOfDirectory, onlyPublished, type PublicDoor, type PublicNeeds } from './door.tsx';
import { homeDoors } from './home.tsx';
import { DirectoriesPage } from './home-view.tsx';
import { needDoor } from './need.tsx';
import { organisationDoor } from './organisation.tsx';
import { resultsDoors } from './results.tsx';
import { serviceDoor } from './service.tsx';
import { robotsText, sitemapDoor, sitemapIndex } from './sitemap.ts';

export { keepQuiet } from './door.tsx';

/** The directory for everybody: no account, no words in addresses, nothing private. */
export function publicPages(needs: PublicNeeds) {
  const { identity, publicUrl } = needs;
  const ofProgramme = new Hono<PublicDoor>();
  for (const doors of [homeDoors, resultsDoors, serviceDoor, needDoor, organisationDoor, sitemapDoor]) doors(ofProgramme, needs);
  return new Hono<PublicDoor>()
    .use(compress())
    .use(etag())
    .get('/sitemap.xml', async (c) => {
      c.header('content-type', 'application/xml; charset=utf-8');
      return c.body(await sitemapIndex(needs, await identity.publishers(), publicUrl));
    })
    .get('/', async (c) => {
      const [first, ...others] = await identity.publishers();
      if (!first) return showProblem(c as never, 'not-found');
      if (!others.length) return c.redirect(homeOfDirectory(first), 303);
      return show(c as never, <DirectoriesPage programmes={[first, ...others]} />);
    })
    .use('/:slug', onlyPublished(identity))
    .use('/:slug/*', onlyPublished(identity))
    .route('/', ofProgramme);
}

/** Tells search engines to read the directory, and nothing else. */
export const robots = (publicUrl: string) => new Hono<Door>().get('/', (c) => c.text(robotsText(publicUrl)));
