import type { Hono } from 'hono';
import { PublicPage, useWords } from '../../../design/index.ts';
import type { Tiles } from '../../../platform/config.ts';
import { isRestricted, type Need } from '../../need.ts';
import { fromAddress, toAddress } from '../../need-address.ts';
import { anything } from '../../search.ts';
import { pageIn } from '../read-search.ts';
import { type Frame, frameOf, notHere, type PublicDoor, type PublicNeeds, showPublic } from './door.tsx';
import { type ShownResults, withMap } from './on-map.ts';
import { PublicResults } from './result-list.tsx';

/** What there is for one need: a page that search engines may list, save where nobody should be seen to look. */
export const needDoor = (app: Hono<PublicDoor>, { directory, publicUrl, tiles }: PublicNeeds) =>
  app.get('/:slug/needs/:need', async (c) => {
    const need = fromAddress(c.req.param('need'));
    const programme = c.get('programme');
    const asked = pageIn(c.req.query('page'));
    const found = need && (await directory.findPublicly(programme, { ...anything, needs: [need] }, asked));
    if (!need || !found?.ok || (found.value.total === 0 && asked > 1)) return notHere(c);
    const quiet = isRestricted(need);
    if (quiet) c.set('quiet', 'page');
    const shown = await withMap(directory, programme, found.value);
    return showPublic(c, <NeedPage need={need} shown={shown} frame={frameOf(c)} publicUrl={publicUrl} tiles={quiet ? undefined : tiles} />);
  });

type Props = { need: Need; shown: ShownResults; frame: Frame; publicUrl: string; tiles: Tiles | undefined };

function NeedPage({ need, shown, frame, publicUrl, tiles }: Props) {
  const { publicDirectory: words, directory } = useWords();
  const { home, programme } = frame;
  const name = directory.needs[need];
  const at = `${home}/needs/${toAddress(need)}`;
  const quiet = isRestricted(need);
  const meta = quiet
    ? { noIndex: true, tabTitle: words.quietTitle }
    : {
        description: words.needDescription(name, programme.name, shown.total),
        canonical: `${publicUrl}${at}${shown.page > 1 ? `?page=${shown.page}` : ''}`,
        noIndex: shown.total === 0,
      };
  return (
    <PublicPage title={words.needTitle(name)} home={home} back={{ href: home, text: words.back }} meta={meta}>
      {shown.total === 0 ? (
        <p>{words.nothing}</p>
      ) : (
        <PublicResults shown={shown} frame={frame} at={at} link="" tiles={tiles} narrows={false} />
      )}
    </PublicPage>
  );
}
