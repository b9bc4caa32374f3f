import type { Hono } from 'hono';
import { frameOf, type PublicDoor, type PublicNeeds, showPublic } from './door.tsx';
import { HomePage } from './home-view.tsx';

/** Where somebody begins: words and a place, or what would help. */
export const homeDoors = (app: Hono<PublicDoor>, { directory, publicUrl }: PublicNeeds) =>
  app.get('/:slug', async (c) => {
    const programme = c.get('programme');
    const [counts, towns] = [await directory.needCounts(programme), await directory.publicTowns(programme)];
    return showPublic(c, <HomePage frame={frameOf(c)} counts={counts} towns={towns} publicUrl={publicUrl} />);
  });
