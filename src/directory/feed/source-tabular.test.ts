import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { entriesOfTables } from './source-tabular.ts';
import { tablesOfFolder } from './tables.ts';

const root = mkdtempSync(join(tmpdir(), 'bothy-tables-test-'));
afterAll(() => rmSync(root, { recursive: true }));

const folder = (name: string, files: Record<string, string>): string => {
  const path = join(root, name);
  mkdirSync(path);
  for (const [file, content] of Object.entries(files)) writeFileSync(join(path, file), content);
  return path;
};
const entries = async (path: string, bytes = 0) => {
  const found = [];
  const { tables } = await tablesOfFolder(path);
  for await (const entry of entriesOfTables({ tables, bytes })) found.push(entry);
  return found;
};

const shed = {
  'services.csv': '\uFEFFid,organization_id,name,description,status\r\ns1,o1,"Shed, the",,active\r\ns2,o9,Choir,"Sing\nwith us",active\r\n',
  'organizations.csv': 'id,name\no1,Men’s Shed\n',
  'locations.csv': 'id,name,latitude\nl1,Town Hall,54.9\n',
  'service_at_location.csv': 'id,service_id,location_id\np1,s1,l1\n',
  'addresses.csv': 'id,location_id,city\na1,l1,Castle Douglas\n',
  'schedules.csv': 'id,service_id,service_at_location_id,byday\nt1,s1,p1,TU\nt2,s1,,TH\n',
  'phones.csv': 'id,service_id,organization_id,number\nn1,s1,o1,01556 000000\nn2,,o1,01556 111111\n',
  'attributes.csv': 'id,link_id,taxonomy_term_id\nx1,s1,y1\n',
  'taxonomy_terms.csv': 'id,name\ny1,Isolation\n',
};

describe('the tabular form', () => {
  it('is put together as it would come over the web', async () => {
    const [organisation, service, choir] = await entries(folder('shed', shed));
    expect(organisation).toMatchObject({ kind: 'organisation', path: 'organizations.csv[0]', record: { name: 'Men’s Shed' } });
    expect(organisation!.record).toMatchObject({ phones: [{ number: '01556 111111' }] });
    expect(service).toMatchObject({
      path: 'services.csv[0]',
      record: {
        ...{ id: 's1', name: 'Shed, the', organization: { id: 'o1' }, phones: [{ id: 'n1' }], schedules: [{ id: 't2' }] },
        service_at_locations: [{ location: { name: 'Town Hall', addresses: [{ city: 'Castle Douglas' }] }, schedules: [{ id: 't1' }] }],
        attributes: [{ taxonomy_term: { name: 'Isolation' } }],
      },
    });
    expect(service!.record).not.toHaveProperty('description');
    expect(choir!.record).toMatchObject({ description: 'Sing\nwith us' });
    expect(choir!.record).not.toHaveProperty('organization');
  });

  it('is put together alike on disk, in however many parts', async () => {
    const path = folder('parts', shed);
    const order = (all: Awaited<ReturnType<typeof entries>>) => all.sort((a, b) => (a.path < b.path ? -1 : 1));
    expect(order(await entries(path, 500 * 1024 * 1024))).toEqual(order(await entries(path)));
  });

  it('of an older version says so', async () => {
    await expect(entries(folder('old', { 'service.csv': 'id,name\n' }))).rejects.toThrow(
      /tabular form of HSDS 1 or 2. Bothy reads version 3/,
    );
  });

  it('is found by its datapackage, which leads nowhere else', async () => {
    const resources = [
      { name: 'services', path: 'angebote.csv' },
      { name: 'organizations', path: '../shed-2/organizations.csv' },
    ];
    const { 'services.csv': services } = shed;
    folder('shed-2', shed);
    const path = folder('named', { 'angebote.csv': services, 'datapackage.json': JSON.stringify({ resources }) });
    expect((await entries(path)).map(({ kind }) => kind)).toEqual(['service', 'service']);
  });

  it('says what is wrong when it is not one, or not whole', async () => {
    await expect(entries(folder('none', { 'notes.csv': 'a\n1\n' }))).rejects.toThrow(/there is no services\.csv in it/);
    await expect(entries(folder('cut', { 'services.csv': 'id,name\n1,"Cut' }))).rejects.toThrow(
      /services\.csv is not a whole CSV file: Quote Not Closed/,
    );
    await expect(entries(folder('torn', { 'services.csv': 'id,name\n1\n' }))).rejects.toThrow(
      /not a whole CSV file: Invalid Record Length/,
    );
    await expect(entries(folder('bare', { 'services.csv': 'id,name\n' }))).rejects.toThrow(/no rows in services\.csv/);
  });
});
