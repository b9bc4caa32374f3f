import { type Context, Hono } from 'hono';
import { allow, askerOf, type Door, show, showProblem } from '../../identity/index.ts';
import { readForm } from '../../platform/forms.ts';
import type { Words } from '../../../locales/en/index.ts';
import type { Freshness } from '../index.ts';
import type { Kind } from '../record.ts';
import { fieldWords } from './field-inputs.tsx';
import { pathOf, VersionsPage } from './versions-view.tsx';

/** Every version of one kind of thing: who changed what, and putting back how it was. */
export const versionsPage = ({ versions }: Freshness, kind: Kind) =>
  new Hono<Door>()
    .get('/:id/versions', allow('tell of service'), async (c) => {
      const history = await versions.history(askerOf(c), kind, c.req.param('id'), wordsOf(c.get('words')));
      if (!history) return showProblem(c, 'not-found');
      return show(c, <VersionsPage {...history} timeZone={askerOf(c).programme.settings.timeZone} />);
    })
    .post('/:id/versions/:version/restore', allow('curate directory'), async (c: Context<Door, '/:id/versions/:version/restore'>) => {
      const id = c.req.param('id');
      const seen = Number((await readForm(c))['seen']);
      const restored = await versions.restore(askerOf(c), kind, id, Number(c.req.param('version')), seen);
      if (!restored.ok) return showProblem(c, restored.error);
      return c.redirect(`${pathOf[kind]}/${id}/versions?done=version-restored`, 303);
    });

const wordsOf = (words: Words) => ({ times: fieldWords(words).times, privatePlace: words.freshness.versions.privatePlace });
