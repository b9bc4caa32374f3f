import { Hono } from 'hono';
import { ownDoors } from './own/doors.ts';
import { standardDoors } from './standard/doors.ts';
import { flavours } from './standard/flavours.ts';
import type { Ground } from './web/router.ts';

/** Every API by which anybody may read a directory, each at its own address and under a programme's name. */
export function directoryApis(ground: Ground) {
  const apis = new Hono();
  for (const at of ['', '/directory/:slug']) {
    apis.route(`${at}/api`, ownDoors(ground));
    for (const name of ['hsds', 'oruk'] as const) apis.route(`${at}${flavours[name].path}`, standardDoors(ground, name));
  }
  return apis;
}
