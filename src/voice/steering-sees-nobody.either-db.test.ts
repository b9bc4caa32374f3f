import { beforeAll, expect, it } from 'vitest';
import { addressOf } from '../../test/support/connected.ts';
import { type Action, mayAtAll } from '../identity/index.ts';
import type { Database } from '../platform/database.ts';
import { testDatabase } from '../../test/support/database.ts';
import { newProgramme } from '../../test/support/programme.ts';
import { someone } from '../../test/support/someone.ts';
import { openWeb } from '../../test/support/web.ts';

const idIn = (location: string | null) => /[0-9a-f-]{36}(?=\?|$)/.exec(location ?? '')?.[0] ?? '';

let db: Database;
beforeAll(async () => void (db = await testDatabase()));

it('shows a steering member the name of nobody who is supported, behind any door', async () => {
  const web = openWeb(db);
  const programme = await newProgramme(db);
  const [lead, steering] = [await web.signedIn(programme.as('lead')), await web.signedIn(programme.as('steering'))];
  const details = { givenName: 'Xanthippe', familyName: 'Quennell', email: addressOf(programme) };
  const { person } = await someone(db, programme, { details });
  await lead.post('/ideas/new', { words: 'My link worker lost the papers of Xanthippe Quennell', came: 'talk' });
  const idea = /\/ideas\/([0-9a-f-]{36})/.exec(await (await lead.get('/ideas?show=new')).text())![1]!;
  const when = { 'day-day': '24', 'day-month': '11', 'day-year': '2026', time: '14:00', place: 'The library' };
  const meeting = idIn((await lead.post('/steering/meetings/new', when)).headers.get('location'));
  await lead.post(`/steering/meetings/${meeting}/held`, { rowVersion: '1' });
  const paper = idIn((await lead.post(`/steering/meetings/${meeting}/papers`)).headers.get('location'));
  const known: Record<string, string> = { meeting, paper, idea, slug: programme.as('lead').programme.slug };

  // Who is turned away from where is in test/doors.either-db.test.ts; here are the doors that open.
  const pattern = (path: string) => new RegExp(`^${path.replace(/\/\*$/, '(?:/.*)?').replaceAll(/:\w+(?:\{[^}]*\})?/g, '[^/]+')}$`);
  const guards = web.app.routes.flatMap(({ path, method, handler }) => {
    const { action } = handler as { action?: Action };
    const closed = action !== undefined && !mayAtAll(programme.as('steering'), action);
    return closed && (method === 'ALL' || method === 'GET') ? [pattern(path)] : [];
  });
  const opens = (door: string) => !guards.some((guard) => guard.test(door));
  const pages = web.app.routes.filter(({ method, path }) => method === 'GET' && !path.includes('*')).map(({ path }) => path);
  // What the directory gives to everybody, in four standards, knows of services only.
  const ofDirectory = /^\/(?:directory|hsds|oruk|fhir|api)\b/;
  const doors = [...new Set(pages)].filter((door) => (opens(door) && !ofDirectory.test(door)) || door === '/people/:id');
  const [told, statuses] = [[] as string[], new Map<string, number>()];
  for (const door of doors) {
    const answer = await steering.get(door.replaceAll(/:(\w+)(?:\{[^}]*\})?/g, (_, name: string) => known[name] ?? person.id));
    statuses.set(door, answer.status);
    if (/Xanthippe|Quennell/.test(await answer.text())) told.push(door);
  }
  expect(told).toEqual([]);
  for (const door of ['/steering/meetings/:meeting', '/steering/meetings/:meeting/papers/:paper', '/steering'])
    expect(statuses.get(door)).toBe(200);
  expect(statuses.get('/people/:id')).toBe(404);
  expect(statuses.get('/ideas/:idea')).toBe(404);
  expect(await (await lead.get(`/ideas/${idea}`)).text()).toContain('Xanthippe');
}, 60_000);
