import { Hono } from 'hono';
import { allow, askerOf, type Door, readsOf, show, showProblem, started } from '../../identity/index.ts';
import type { Sharing } from '../index.ts';
import { SharingLetter, SharingPage } from './sharing-view.tsx';

/** Who got what of somebody, on a page and as a letter to them. */
export const sharingPage = (sharing: Sharing) =>
  new Hono<Door>()
    .use('/:id/sharing', allow('see person'))
    .use('/:id/sharing/*', allow('see person'))
    .get('/:id/sharing', async (c) => {
      const found = await sharing.see(askerOf(c), c.req.param('id'));
      if (!found.ok) return showProblem(c, found.error);
      readsOf(c, found.value.person.id);
      return show(c, <SharingPage {...found.value} />);
    })
    .get('/:id/sharing/print', async (c) => {
      const found = await sharing.see(askerOf(c), c.req.param('id'));
      if (!found.ok) return showProblem(c, found.error);
      readsOf(c, found.value.person.id);
      const withPrivate = c.req.query('private') === 'yes';
      return show(c, <SharingLetter {...found.value} asker={askerOf(c)} now={started(c)} withPrivate={withPrivate} />);
    });
