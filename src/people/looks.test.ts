import { describe, expect, it } from 'vitest';
import { byDay, forAnybodysEyes, partOf } from './looks.ts';

describe('who looked at a record', () => {
  const parts = ['/people/:id', '/people/:id/plan', '/queue'];

  it('is told by day and person, each part of the record once', () => {
    const look = (account: string, day: string, what: string) => ({ account, day, what });
    const looks = [
      look('sam', '2026-11-02', 'GET /people/:id/plan/print'),
      look('sam', '2026-11-02', 'GET /people/:id'),
      look('sam', '2026-11-02', 'GET /people/:id'),
      look('rhona', '2026-11-03', 'GET /queue/:id'),
      look('sam', '2026-11-03', 'GET /new-part'),
    ];
    expect(byDay(looks, parts)).toEqual([
      { account: 'rhona', day: '2026-11-03', parts: ['/queue'] },
      { account: 'sam', day: '2026-11-03', parts: [''] },
      { account: 'sam', day: '2026-11-02', parts: ['/people/:id/plan', '/people/:id'] },
    ]);
  });

  it('takes a page for the part of the record that it belongs to', () => {
    expect(partOf('POST /people/:id/plan/change', parts)).toBe('/people/:id/plan');
    expect(partOf('GET /people/:id/planet', parts)).toBe('/people/:id');
    expect(partOf('GET /peopled', parts)).toBeUndefined();
  });
});

describe('a letter that others at home may read', () => {
  const refuge = { restricted: true, organisation: 'Safe at Home' };
  const choir = { restricted: false, organisation: 'Choir' };
  const letter = (name: string, toKind = 'service', template = 'connection-request') => ({ name, toKind, template });

  it('says nothing of what would put somebody in danger, and not that it was left out', () => {
    const seen = forAnybodysEyes({
      told: [refuge, choir],
      letters: [
        letter('Safe at Home'),
        letter(''),
        letter('Choir'),
        letter('Dr Orr', 'account'),
        letter('Catriona', 'account', 'alert-raised'),
      ],
      looks: ['GET /people/:id/restricted', 'GET /people/:id/safety', 'GET /requests/:id', 'GET /people/:id/plan'].map((what) => ({
        what,
      })),
    });
    expect(seen).toEqual({
      told: [choir],
      letters: [letter('Choir'), letter('Dr Orr', 'account')],
      looks: [{ what: 'GET /people/:id/plan' }],
    });
  });

  it('says all the rest', () => {
    const all = { told: [choir], letters: [letter(''), letter('Choir')], looks: [{ what: 'GET /requests/:id' }] };
    expect(forAnybodysEyes(all)).toEqual(all);
  });
});
