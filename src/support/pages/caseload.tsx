import { Hono } from 'hono';
import { allow, askerOf, type Door, readsOf, show, started } from '../../identity/index.ts';
import type { CaseloadAsked, Supports } from '../index.ts';
import { pageOf } from './asked.ts';
import { CaseloadPage } from './caseload-view.tsx';

const sorts = ['pressing', 'name', 'contact'] as const;

/** Everybody whom the asker supports, with whoever needs them most at the top. */
export const caseloadPage = (support: Supports) =>
  new Hono<Door>().use(allow('see caseload')).get('/', async (c) => {
    const asked: CaseloadAsked = {
      stage: c.req.query('show') === 'closed' ? 'closed' : 'open',
      sort: sorts.find((sort) => sort === c.req.query('sort')) ?? 'pressing',
      page: pageOf(c),
      who: c.req.query('who'),
    };
    const seen = await support.caseload(askerOf(c), asked);
    readsOf(c, ...seen.rows.map(({ person }) => person), ...seen.loose.map(({ person }) => person.id));
    return show(c, <CaseloadPage asker={askerOf(c)} asked={asked} seen={seen} now={started(c)} />);
  });
