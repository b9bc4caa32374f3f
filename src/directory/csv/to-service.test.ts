import { describe, expect, it } from 'vitest';
import { guessColumns } from '../csv-columns.ts';
import { mapService } from '../feed/map-service.ts';
import { readService } from '../feed/record.ts';
import { decoded, separatorOf } from './decode.ts';
import { type Row, rowsOf } from './rows.ts';
import { entryOf } from './to-service.ts';

const all = async (text: string, separator = separatorOf(text)): Promise<Row[]> => {
  const rows: Row[] = [];
  for await (const row of rowsOf([text], separator)) rows.push(row);
  return rows;
};

async function read(text: string, { feed = 'f', organisation = '' } = {}) {
  const [head, ...rows] = await all(text);
  const headings = head!.cells;
  return rows.map((row) => entryOf(row, { feed, columns: guessColumns(headings), headings, organisation }));
}

const derived = (entry: { record: unknown }) => {
  const service = readService(entry.record);
  if (!service.ok) throw new Error(service.error);
  return mapService(service.value, { notKept: new Map(), unknownTerms: new Map() });
};

const table = `Name,Organisation,Description,Venue,Address,Town,Postcode,Phone,Email,Website,Cost,When,Ages,Category,Languages,Access,How to join
Lunch club,Dalry Trust,"Soup, and company",Town Hall,Main Street,Dalry,DG7 3UP,01644 430000,soup@dalry.example,dalry.example/soup,£2.50 a bowl,Fri 12-2,Over 60s,"Loneliness; Food",English,Wheelchair ramp,Just turn up: drop-in
`;

describe('a row of a table', () => {
  it('is a service with all that its columns say', async () => {
    const [entry] = await read(table);
    expect(derived(entry!)).toMatchObject({
      name: 'Lunch club',
      description: 'Soup, and company',
      status: 'active',
      url: 'https://dalry.example/soup',
      email: 'soup@dalry.example',
      phone: '01644 430000',
      needs: ['loneliness', 'food'],
      minAge: 60,
      free: false,
      costs: [{ option: 'a bowl', amount: 2.5 }],
      schedules: [{ byDay: ['FR'], opensAt: '12:00', closesAt: '14:00' }],
      locations: [{ name: 'Town Hall', address: 'Main Street', town: 'Dalry', postcode: 'DG7 3UP' }],
      languages: ['English'],
      accessibility: ['step-free'],
      howToJoin: ['drop-in'],
      attendance: ['in-person'],
    });
  });

  it('keeps its id from one file to the next, and is not that of another file', async () => {
    const [first] = await read(table);
    const [again] = await read(table.replace('Soup, and company', 'Broth'));
    const [other] = await read(table, { feed: 'g' });
    const idOf = (entry: { record: unknown } | undefined) => (entry!.record as { id: string }).id;
    expect(idOf(again)).toBe(idOf(first));
    expect(idOf(other)).not.toBe(idOf(first));
    const [given] = await read(`id,name,organisation\n20000000-0000-4000-8000-00000000ABCD,A,B`);
    expect(idOf(given)).toBe('20000000-0000-4000-8000-00000000abcd');
  });

  it('says in its words what of times and ages cannot be read', async () => {
    const [entry] = await read(`name,organisation,when,ages\nA,B,Whenever it suits,Young at heart`);
    expect(derived(entry!)).toMatchObject({ description: 'When: Whenever it suits\n\nAges: Young at heart', schedules: [], minAge: null });
  });

  it.each([
    ['18+', 18, null],
    ['50 and over', 50, null],
    ['16-25', 16, 25],
    ['Ages 11 to 17', 11, 17],
    ['Under 18', null, 17],
    ['Up to 25 years', null, 25],
    ['Adults', 18, null],
    ['All ages', null, null],
  ])('is for ages %s', async (ages, minAge, maxAge) =>
    expect(derived((await read(`name,organisation,ages\nA,B,${ages}`))[0]!)).toMatchObject({ minAge, maxAge, description: '' }),
  );

  it.each([
    ['Free', { free: true }],
    ['0', { free: true }],
    ['£3', { free: false, costs: [{ amount: 3 }] }],
    ['£3 or £2 for members', { free: null, costs: [{ option: '£3 or £2 for members', amount: null }] }],
    ['Donation', { free: null, costs: [{ option: 'Donation', amount: null }] }],
  ])('costs %s', async (cost, told) => expect(derived((await read(`name,organisation,cost\nA,B,${cost}`))[0]!)).toMatchObject(told));

  it('names the row and the column of what is wrong', async () => {
    const entries = await read('Title,Provider,Email,Lat,Lng,Phone\n,B,me,95,west,ask\n\nA,B,,,,,extra\nOK,B,,,,');
    expect(entries.map(({ path, problem }) => [path, problem])).toEqual([
      [
        'Row 2',
        'Title is empty; Email is “me”, which is not an email address; Phone is “ask”, which is not a phone number; Lat is “95”, which is not a number of degrees from -90 to 90; Lng is “west”, which is not a number of degrees from -180 to 180',
      ],
      ['Row 4', 'has more cells than there are headings'],
      ['Row 5', undefined],
    ]);
  });

  it('is of the organisation that was named for the file, where it names none', async () => {
    const [none] = await read('name,town\nA,Dalry');
    expect(none!.problem).toBe('The organisation is empty');
    const [named] = await read('name,town\nA,Dalry', { organisation: 'Dalry Trust' });
    expect(named!.record).toMatchObject({ organization: { name: 'Dalry Trust' } });
  });

  it('takes what looks like a formula for the text that it is', async () => {
    const [entry] = await read('name,organisation\n"=HYPERLINK(""http://x"")",@B');
    expect(entry!.record).toMatchObject({ name: '=HYPERLINK("http://x")', organization: { name: '@B' } });
  });
});

describe('a file of a spreadsheet', () => {
  const text = 'Name;Café\nDalry;“Tea” – £2\n';
  const utf16 = (big: boolean) => {
    const bytes = Buffer.from(`\ufeff${text}`, 'utf16le');
    return big ? bytes.swap16() : bytes;
  };
  it.each<[string, Uint8Array]>([
    ['UTF-8', Buffer.from(text)],
    ['UTF-8 with its mark', Buffer.from(`\ufeff${text}`)],
    ['UTF-16', utf16(false)],
    ['UTF-16 the other way round', utf16(true)],
    ['UTF-16 without its mark', Buffer.from(text, 'utf16le')],
    ['Windows-1252', Uint8Array.from([...text].map((letter) => ({ '“': 0x93, '”': 0x94, '–': 0x96 })[letter] ?? letter.charCodeAt(0)))],
  ])('is read in %s', async (_what, bytes) => {
    expect((await all(decoded(bytes))).map(({ cells }) => cells)).toEqual([
      ['Name', 'Café'],
      ['Dalry', '“Tea” – £2'],
    ]);
  });

  it.each([
    ['name,town\nA,B', ','],
    ['name;"a,b,c,d"\nA;B', ';'],
    ['\n\nname\ttown\nA,B,C\tB', '\t'],
    ['name', ','],
  ] as const)('has its cells apart as in %j', (text2, separator) => expect(separatorOf(text2)).toBe(separator));

  it('says in a sentence where it breaks', async () => {
    await expect(all('name\nA\n"B\nC\n')).rejects.toThrow('After row 2 a quotation mark opens that never closes');
    await expect(all(`name\n"${'x'.repeat(200_100)}"\nB`)).rejects.toThrow('Row 2 is longer than 200,000 characters');
  });
});
