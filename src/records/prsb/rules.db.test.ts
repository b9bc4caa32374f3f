import { beforeAll, describe, expect, it } from 'vitest';
import { testDatabase } from '../../../test/support/database.ts';
import { newProgramme } from '../../../test/support/programme.ts';
import { openWeb } from '../../../test/support/web.ts';

type Visitor = Awaited<ReturnType<ReturnType<typeof openWeb>['signedIn']>>;
let nurse: Visitor;
let linkWorker: Visitor;
let referral: string;
let person: string;
const read = async (visitor: Visitor, path: string) => (await visitor.get(path)).text();

const moira = {
  ...{ givenName: 'Moira', familyName: 'Kerr', 'dateOfBirth-day': '14', 'dateOfBirth-month': '3', 'dateOfBirth-year': '1964' },
  ...{ needs: ['loneliness'], note: 'Low in mood since August', consent: 'yes' },
};

/** Somebody is referred and accepted by the doors that everybody uses. */
beforeAll(async () => {
  const db = await testDatabase();
  const web = openWeb(db);
  const programme = await newProgramme(db);
  nurse = await web.signedIn(programme.as('nurse'));
  linkWorker = await web.signedIn(programme.as('linkWorker'));
  referral = (await nurse.post('/refer', moira)).headers.get('location')!.split('/').at(-1)!;
  person = /\/people\/([0-9a-f-]+)/.exec((await linkWorker.post(`/queue/${referral}/accept`)).headers.get('location')!)![1]!;
});

describe('the rules of the standard', () => {
  it('keep what the person says is the matter apart from what the referrer wrote', async () => {
    const said = { rowVersion: '0', 'said-0-words': 'It is not my mood. It is the house.', 'said-0-by': 'person' };
    expect((await linkWorker.post(`/people/${person}/about/concerns`, said)).status).toBe(303);
    const about = await read(linkWorker, `/people/${person}/about`);
    expect(about).toContain('It is not my mood. It is the house.');
    expect(about).not.toContain('Low in mood since August');
    const made = await read(nurse, `/referrals/${referral}`);
    expect(made).toContain('Low in mood since August');
    expect(made).not.toContain('It is not my mood');
  });

  it('ask about risks, and let “no known risks” be said', async () => {
    expect(await read(linkWorker, `/people/${person}`)).toContain('Risks: not asked yet');
    expect((await linkWorker.post(`/people/${person}/safety/no-known-risks`, { words: '' })).status).toBe(303);
    expect(await read(linkWorker, `/people/${person}`)).toContain('No known risks.');
  });

  it('make no referral of a signpost, which has a name and a way to reach them', async () => {
    const told = { needs: ['food'], given: 'The food bank', toName: 'Jean', toRole: 'Volunteer', toContact: '01644 000222' };
    expect((await nurse.post('/refer/signpost', told)).headers.get('location')).toBe('/referrals?done=signposted');
    expect(await read(nurse, '/referrals')).toContain('The food bank, Jean, Volunteer, 01644 000222');
    expect(await read(linkWorker, '/queue')).not.toContain('food bank');
  });

  it('never leave the actions for the practice blank', async () => {
    const form = await read(linkWorker, `/people/${person}/close`);
    const value = (name: string) => new RegExp(`name="${name}" value="([^"]+)"`).exec(form)?.[1] ?? '';
    const ending = {
      support: value('support'),
      rowVersion: value('rowVersion'),
      because: 'completed',
      outcome: 'She sings again',
      tell: 'yes',
    };
    expect((await linkWorker.post(`/people/${person}/close`, ending)).status).toBe(303);
    expect(await read(nurse, `/referrals/${referral}/letter`)).toMatch(/Actions for the practice<\/h2><p>None<\/p>/);
  });
});
