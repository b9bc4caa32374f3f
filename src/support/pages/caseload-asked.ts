import type { Context } from 'hono';
import { isRestricted, needs } from '../../directory/index.ts';
import type { Door } from '../../identity/index.ts';
import { filtersIn, sorts, toAddress } from '../caseload.ts';
import type { CaseloadAsked, CaseloadSeen } from '../index.ts';
import { pageOf } from './asked.ts';

/** What may stand in a list; that somebody lives with violence may not. */
export const listedNeeds = needs.filter((need) => !isRestricted(need));

/** What an address asks for. One without any question asks for what they like to start with. */
export function askedIn(c: Context<Door>): CaseloadAsked {
  const said = Object.keys(c.req.query()).filter((name) => name !== 'done');
  return {
    stage: c.req.query('show') === 'closed' ? 'closed' : 'open',
    sort: sorts.find((sort) => sort === c.req.query('sort')) ?? 'pressing',
    page: pageOf(c),
    who: c.req.query('who'),
    filters: filtersIn((name) => c.req.query(name), listedNeeds),
    search: c.req.query('search'),
    plain: said.length === 0,
  };
}

export type Change = Record<string, string>;

/** The address of the list as it is shown, with a change. */
export function addressOf(asked: CaseloadAsked, seen: CaseloadSeen, change: Change = {}, page = '/caseload'): string {
  const shown: Change = {
    ...(asked.stage === 'closed' && { show: 'closed' }),
    ...(seen.sort !== 'pressing' && { sort: seen.sort }),
    ...((seen.colleagues.length > 0 || asked.who === seen.who) && { who: seen.who }),
    ...toAddress(seen.filters),
    ...(seen.name && asked.search && { search: asked.search }),
  };
  const query = Object.entries({ ...shown, ...change }).filter(([, value]) => value !== '');
  if (query.length) return `${page}?${new URLSearchParams(query).toString()}`;
  // Without a question they would get what they start with.
  return page === '/caseload' && seen.views.some(({ isStart }) => isStart) ? '/caseload?sort=pressing' : page;
}
