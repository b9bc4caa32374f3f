import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDatabase } from '../../src/platform/database.ts';
import { blankFolder } from '../support/blank.ts';
import { freshPostgres } from '../support/database.ts';
import { bothy } from './bothy.ts';

const folder = mkdtempSync(join(tmpdir(), 'bothy-commands-'));
let here: Record<string, string>;

beforeAll(async () => {
  const onPostgres = process.env['TEST_STORE'] === 'postgres';
  for (const name of ['first', 'held']) await blankFolder(join(folder, name, 'db'));
  here = onPostgres ? { DATABASE_URL: await freshPostgres(`told_${process.pid}`) } : { BOTHY_DATA: join(folder, 'first') };
  expect((await bothy(['seed', '--people', '2', '--services', '5', '--referrals', '2'], here)).code).toBe(0);
}, 120_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('the commands', { timeout: 60_000 }, () => {
  it('are all told by help, each with an example', async () => {
    const { code, out } = await bothy(['help'], {});
    expect(code).toBe(0);
    for (const command of [
      'migrate',
      'seed',
      'create-account',
      'backup',
      'restore',
      'export',
      'import-services',
      'export-services',
      'import-taxonomy',
      'import-instrument',
      'import-areas',
    ]) {
      expect(out).toContain(`Example: npm run bothy -- ${command}`);
    }
  });

  it('that do not exist, or are asked with what they do not take, are answered with help and 2', async () => {
    const unknown = await bothy(['frobnicate'], {});
    expect(unknown).toMatchObject({ code: 2, said: expect.stringContaining('There is no command frobnicate') as string });
    expect(unknown.said).toContain('Usage: npm run bothy');
    expect((await bothy(['migrate', '--fast'], {})).code).toBe(2);
  });

  it('say in one sentence that another process holds the embedded database', async () => {
    const held = join(folder, 'held');
    const db = await openDatabase(`${held}/db`, { migrate: false });
    const refused = await bothy(['migrate'], { BOTHY_DATA: held });
    await db.close();
    expect(refused.code).toBe(1);
    expect(refused.said).toMatch(/^Another process \(\d+\) is using .*\n$/);
  });

  it('say in one sentence that a setting cannot be used, or the database is not there', async () => {
    expect(await bothy(['migrate'], { PORT: 'eighty' })).toMatchObject({
      code: 1,
      said: expect.stringMatching(/^The settings cannot be used/) as string,
    });
    const away = await bothy(['migrate'], { DATABASE_URL: 'postgres://bothy:s3cret@127.0.0.1:9/bothy' });
    expect(away.code).toBe(1);
    expect(away.said).toMatch(/^The database 127\.0\.0\.1:9\/bothy does not answer \(ECONNREFUSED\)\.[^\n]*\n$/);
  });
});

describe('import-services', { timeout: 60_000 }, () => {
  const organization = { id: '7f3c2e10-0000-4000-8000-000000000001', name: 'Glenkens Community Trust' };
  const good = { id: '7f3c2e10-0000-4000-9000-000000000001', name: 'Knit and natter', status: 'active', organization };
  const feed = (name: string, content: unknown) => {
    writeFileSync(join(folder, name), typeof content === 'string' ? content : JSON.stringify(content));
    return ['import-services', join(folder, name)];
  };

  it('takes what is good, tells why not the rest, and changes nothing the second time', async () => {
    const asked = feed('feed.json', [good, { ...good, id: '7', status: 'open' }]);
    const first = await bothy([...asked, '--report', join(folder, 'rejected.txt')], here);
    expect(first).toMatchObject({ code: 0, out: expect.stringContaining('Services: 1 added, 0 changed, 0 unchanged.') as string });
    expect(first.out).toContain("  services[1] (Knit and natter): id is '7', which is not a UUID; status is 'open'");
    expect(readFileSync(join(folder, 'rejected.txt'), 'utf8')).toMatch(/^services\[1\] \(Knit and natter\): .*\n$/);
    const again = await bothy(asked, here);
    expect(again).toMatchObject({ code: 0, out: expect.stringContaining('Services: 0 added, 0 changed, 1 unchanged.') as string });
  });

  it('says in one sentence what is wrong with a feed', async () => {
    for (const [asked, sentence] of [
      [feed('cut.json', '{"contents": ['), /^cut\.json is not whole JSON; it may have been cut short\. Nothing was changed\.\n$/],
      [['import-services', 'nowhere.json'], /^There is no file or folder nowhere\.json\.\n$/],
      [['import-services', 'http://169.254.169.254/'], /^169\.254\.169\.254 is an address of this machine .*\n$/],
      [['import-services'], /^Name the feed to read, like: .*\n$/],
      [feed('bad.json', [{ ...good, name: '' }]), /^None of it could be taken\. Nothing was changed\.\n$/],
    ] as const)
      expect(await bothy([...asked], here)).toMatchObject({ code: 1, said: expect.stringMatching(sentence) as string });
  });
});

describe('export-services', { timeout: 60_000 }, () => {
  it('writes a line for each service, whole or as anybody may read it', async () => {
    const [whole, open] = [join(folder, 'whole.ndjson'), join(folder, 'open.ndjson')];
    expect(await bothy(['export-services', whole], here)).toMatchObject({
      code: 0,
      out: expect.stringContaining('keep them safe') as string,
    });
    expect(await bothy(['export-services', open, '--public'], here)).toMatchObject({
      code: 0,
      out: expect.stringContaining('anybody') as string,
    });
    for (const file of [whole, open]) {
      const lines = readFileSync(file, 'utf8').trim().split('\n');
      expect(lines.length).toBeGreaterThan(4);
      for (const line of lines) expect(JSON.parse(line)).toHaveProperty('name');
    }
    expect(readFileSync(open, 'utf8')).not.toContain('"bothy"');
  });

  it('says in one sentence why it cannot', async () => {
    for (const [asked, sentence] of [
      [['export-services'], /^Name the file to write, like: .*\n$/],
      [['export-services', join(folder, 'whole.ndjson')], /is there already\. Name another, or move it away first\.\n$/],
      [['export-services', join(folder, 'nowhere', 'whole.ndjson')], /cannot be written \(ENOENT\)\.\n$/],
    ] as const)
      expect(await bothy([...asked], here)).toMatchObject({ code: 1, said: expect.stringMatching(sentence) as string });
  });
});

describe('import-taxonomy', { timeout: 60_000 }, () => {
  const list = join(folder, 'groups.csv');

  it('asks whose a list is, tries it, takes it, and names each row that it does not take', async () => {
    writeFileSync(list, 'Code,Label,Broader\n1,Meals,\n2,Lunch clubs,1\n3,,\n');
    const unsigned = await bothy(['import-taxonomy', list], here);
    expect([unsigned.code, unsigned.said]).toEqual([1, expect.stringContaining('Give it with --licence.')]);
    const signed = ['import-taxonomy', list, '--licence', 'Ours'];
    expect((await bothy([...signed, '--dry-run'], here)).out).toContain('groups: nothing was changed. This is what would be.');
    const taken = await bothy(signed, here);
    expect(taken.out).toContain('Terms: 2 added, 0 changed, 0 unchanged, 0 no longer in the list.');
    expect(taken.out).toContain('line 4: It has no name.');
    expect((await bothy(signed, here)).out).toContain('Terms: 0 added, 0 changed, 2 unchanged, 0 no longer in the list.');
  });

  it('says in one sentence what is wrong with a list', async () => {
    expect((await bothy(['import-taxonomy'], here)).said).toMatch(/^Name the list to read, like: .*\n$/);
    expect((await bothy(['import-taxonomy', 'nowhere.csv'], here)).said).toMatch(/^There is no file nowhere\.csv that can be read\.\n$/);
    expect((await bothy(['import-taxonomy', list, '--as', 'odd'], here)).said).toMatch(/^--as takes one of /);
  });
});

describe('import-areas', { timeout: 60_000 }, () => {
  const table = join(folder, 'census.csv');
  const signed = ['import-areas', table, '--source', 'Us', '--licence', 'Ours'];

  it('asks whose the figures are, tries them, takes them, and names each cell that it does not take', async () => {
    writeFileSync(table, 'Area code,Area name,Lives alone (%),Carers (people)\nS01,Dalry,31,lots\nS02,Carsphairn,40,22\n');
    expect((await bothy(['import-areas', table], here)).said).toBe('Say who publishes these figures, with --source.\n');
    expect((await bothy(signed, here)).said).toMatch(/^No column says of which year the figures are\./);
    const dated = [...signed, '--year', '2022'];
    expect((await bothy([...dated, '--dry-run'], here)).out).toContain('census: nothing was changed. This is what would be.');
    const taken = await bothy(dated, here);
    expect(taken.out).toContain('3 figures: 2 indicators of 2 areas.');
    expect(taken.out).toContain('row 2, “Carers (people)”: not a number');
  });

  it('says in one sentence what is wrong with a table', async () => {
    expect((await bothy(['import-areas'], here)).said).toMatch(/^Name the table to read, like: .*\n$/);
    expect((await bothy(['import-areas', 'nowhere.csv', '--source', 'Us', '--licence', 'Ours'], here)).said).toMatch(
      /^There is no file nowhere\.csv/,
    );
  });
});

describe('import-instrument', { timeout: 60_000 }, () => {
  const words = (text: string) => ({ en: text });
  const kitchen = {
    ...{ id: 'kitchen', version: '1', name: words('At home'), about: words('Two questions.'), intro: words('At home:') },
    ...{ languages: ['en'], licence: 'bundled', citation: 'Our own words.', modes: ['together'], minutes: 1 },
    items: ['warm', 'fed'].map((id) => ({
      ...{ id, text: words(`Were you ${id} enough this week?`) },
      answering: { kind: 'options', options: [0, 1].map((value) => ({ value, text: words(value ? 'Yes' : 'No') })) },
    })),
    scales: [
      {
        ...{ id: 'home', name: words('Warm and fed'), items: ['warm', 'fed'], method: 'sum', leastAnswered: 2, better: 'higher' },
        raw: { from: 0, to: 2 },
      },
    ],
  };
  const file = (name: string, content: unknown) => {
    const path = join(folder, name);
    writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content));
    return path;
  };

  it('tries a measure, brings it in, and brings it in again until somebody has answered it', async () => {
    const path = file('kitchen.json', kitchen);
    const tried = await bothy(['import-instrument', path, '--dry-run'], here);
    expect([tried.code, tried.out]).toEqual([0, 'kitchen, version 1: 2 questions, 1 score. It can be taken. Nothing was changed.\n']);
    const taken = await bothy(['import-instrument', path], here);
    expect(taken.out).toContain('kitchen, version 1: 2 questions, 1 score. Brought in.');
    expect(taken.out).toContain('not in use until an administrator switches it on');
    expect((await bothy(['import-instrument', path], here)).out).toContain('Brought in again, over what was here.');
  });

  it('says every thing that is wrong with a file, with its place, and changes nothing', async () => {
    const wrong = file('wrong.json', { ...kitchen, id: 'Kitchen Table', scales: [{ ...kitchen.scales[0], leastAnswered: 0 }] });
    const said = await bothy(['import-instrument', wrong], here);
    expect(said.code).toBe(1);
    expect(said.said).toContain('The file cannot be taken: 2 things are wrong.');
    expect(said.said).toContain('  id: must be small letters, numbers and hyphens, at most 40');
    expect(said.said).toContain('  scales.0.leastAnswered: ');
    expect(said.said).toContain('Nothing was changed.');
    expect((await bothy(['import-instrument', file('text.json', 'Dear all')], here)).said).toContain('  The file is not JSON.');
    const licensed = file('licensed.json', { ...kitchen, id: 'theirs', licence: 'needs-licence' });
    expect((await bothy(['import-instrument', licensed], here)).said).toContain('It has questions that need a licence.');
    const shipped = file('ons4.json', { ...kitchen, id: 'ons4' });
    expect((await bothy(['import-instrument', shipped], here)).said).toContain('This version is here already');
    expect((await bothy(['import-instrument'], here)).said).toMatch(/^Name the measure to read, like: .*\n$/);
    expect((await bothy(['import-instrument', 'nowhere.json'], here)).said).toMatch(
      /^There is no file nowhere\.json that can be read\.\n$/,
    );
  });
});

describe('create-account', { timeout: 60_000 }, () => {
  const priya = ['create-account', '--email', 'priya.new@glenkens.example', '--name', 'Priya Shah'];

  it('prints a link by which a password is chosen', async () => {
    const added = await bothy([...priya, '--role', 'administrator'], { ...here, PUBLIC_URL: 'https://bothy.example' });
    expect(added).toMatchObject({ code: 0, out: expect.stringMatching(/https:\/\/bothy\.example\/welcome\/[\w-]{43}\n$/) as string });
    expect((await bothy([...priya, '--role', 'administrator'], here)).said).toContain('There is already an account');
  });

  it('says what is missing or not known', async () => {
    expect((await bothy(['create-account', '--email', 'a@b.example'], here)).said).toMatch(/^Add --name\./);
    expect((await bothy([...priya, '--role', 'wizard'], here)).said).toContain('There is no role wizard. The roles are: referrer,');
    expect((await bothy([...priya, '--role', 'referrer'], here)).said).toContain('This role needs --practice.');
    expect((await bothy([...priya, '--role', 'referrer', '--practice', 'Nowhere'], here)).said).toContain(
      'There is no practice of that name. Known: ',
    );
  });
});
