import type { Hono } from 'hono';
import { anything } from '../../search.ts';
import type { ShownService } from '../../shown-service.ts';
import { type C, frameOf, notHere, type PublicDoor, type PublicNeeds, showPublic } from './door.tsx';
import { pinAt, townsAround, withMap } from './on-map.ts';
import { ClosedPage, PublicServicePage } from './service-view.tsx';

/** One service for anybody. One that has closed says so, and what there is instead. */
export function serviceDoor(app: Hono<PublicDoor>, { directory, publicUrl, tiles }: PublicNeeds) {
  const closed = async (c: C, service: ShownService) => {
    const alike = await directory.findPublicly(c.get('programme'), {
      ...anything,
      needs: service.needs,
      place: service.locations[0]?.town ?? '',
    });
    const found =
      alike.ok || !service.needs.length ? alike : await directory.findPublicly(c.get('programme'), { ...anything, needs: service.needs });
    const shown = found.ok && service.needs.length ? await withMap(directory, c.get('programme'), found.value) : undefined;
    return showPublic(c, <ClosedPage service={service} frame={frameOf(c)} similar={shown?.found.slice(0, 3) ?? []} />, {
      status: 410,
      kept: false,
    });
  };

  app.get('/:slug/services/:id', async (c) => {
    const programme = c.get('programme');
    const found = await directory.publicService(programme, c.req.param('id'));
    if (!found.ok && found.error === 'unknown') return notHere(c);
    const service = found.ok ? found.value : found.error === 'unknown' ? undefined : found.error.closed;
    if (service?.sensitive) c.set('quiet', 'page');
    if (!found.ok) return service ? closed(c, service) : notHere(c);
    const pins = found.value.locations.flatMap((location, nth) => pinAt(String(nth + 1), location.name || found.value.name, location));
    const around = { pins, towns: await townsAround(directory, programme, pins) };
    return showPublic(
      c,
      <PublicServicePage
        service={found.value}
        frame={frameOf(c)}
        around={around}
        publicUrl={publicUrl}
        tiles={found.value.sensitive ? undefined : tiles}
      />,
    );
  });
}
