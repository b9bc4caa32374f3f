import { portraitOf, type Portrait } from '../portrait.ts';
import type { Document, Kind } from '../record.ts';

type Told = {
  name: string;
  alternate?: string;
  charity?: string;
  company?: string;
  phone?: string;
  email?: string;
  site?: string;
  street?: string;
  postcode?: string;
  spot?: [number, number];
  organisation?: Told;
};
/** Two tellings of something, and what a careful person said: the same thing or not. */
export type Pair = { kind: Kind; same: boolean; one: Told; other: Told };

let nth = 0;
const idOf = () => `00000000-0000-4000-8000-${String(++nth).padStart(12, '0')}`;

function placeOf({ name, street, postcode, spot }: Told): Document {
  return {
    id: idOf(),
    name,
    ...(spot && { latitude: spot[0], longitude: spot[1] }),
    addresses: street || postcode ? [{ address_1: street, postal_code: postcode }] : [],
  };
}

/** A telling as the matcher sees it. */
export function portrait(kind: Kind, told: Told, organisation?: Portrait): Portrait {
  const identifiers = [
    ...(told.charity ? [{ identifier_scheme: 'GB-CHC', identifier: told.charity }] : []),
    ...(told.company ? [{ identifier: `GB-COH-${told.company}` }] : []),
  ];
  const document: Document = {
    ...(kind === 'location' ? placeOf(told) : { id: idOf(), name: told.name }),
    ...(told.alternate && { alternate_name: told.alternate }),
    ...(told.phone && { phones: [{ number: told.phone }] }),
    ...(told.email && { email: told.email }),
    ...(told.site && { [kind === 'service' ? 'url' : 'website']: told.site }),
    organization_identifiers: identifiers,
  };
  return portraitOf(kind, document, {
    places: [placeOf(told)],
    organisation: organisation ?? (told.organisation ? portrait('organisation', told.organisation) : null),
  });
}

const organisation = (same: boolean, one: Told, other: Told): Pair => ({ kind: 'organisation', same, one, other });
const location = (same: boolean, one: Told, other: Told): Pair => ({ kind: 'location', same, one, other });
const service = (same: boolean, by: Told, one: Told, other: Told, otherBy: Told = by): Pair => ({
  kind: 'service',
  same,
  one: { ...one, organisation: by },
  other: { ...other, organisation: otherBy },
});

const trust: Told = {
  name: 'Glenkens Community Trust',
  charity: 'SC012345',
  postcode: 'DG7 3QS',
  phone: '01644 420111',
  site: 'https://glenkens.example',
};
const trustAgain: Told = { name: 'The Glenkens Community Trust Ltd', charity: 'SC012345', phone: '+44 1644 420111' };
const carers: Told = { name: 'Stewartry Carers Centre', postcode: 'DG7 1EX', phone: '01556 503000', email: 'hello@carers.example' };
const rest: Told = { name: 'Merrick Leisure', postcode: 'DG8 6AA', phone: '01671 400500', site: 'merrick-leisure.example' };

/** Made up, after the ways in which real directories differ: legal endings, branches, towns, days, ages, numbers, typing. */
export const pairs: readonly Pair[] = [
  organisation(true, trust, trustAgain),
  organisation(
    true,
    { name: 'Glenkens Community Trust', charity: '1012345' },
    { name: 'Glenkens Community Trust (GCT)', charity: '01012345' },
  ),
  organisation(
    true,
    { name: 'Mind Yer Heid CIC', company: 'SC400100' },
    { name: 'Mind yer Heid', company: 'SC400100', phone: '01387 700100' },
  ),
  organisation(
    true,
    { name: 'Citizens Advice Stewartry', phone: '01556 504000' },
    { name: 'Citizens’ Advice Stewartry', phone: '+44 (0)1556 504000' },
  ),
  organisation(true, { name: 'Café Ròs', email: 'tea@ros.example' }, { name: 'Cafe Ros', email: 'TEA@ros.example' }),
  organisation(
    true,
    { name: 'Dee Valley Carers Centre', site: 'http://www.deevalley.example/' },
    { name: 'Dee Valley Carers’ Center', site: 'https://deevalley.example/home' },
  ),
  organisation(true, { name: 'Ken & Dee Food Share', postcode: 'DG73AB' }, { name: 'Ken and Dee Food Share', postcode: 'DG7 3AB' }),
  organisation(
    true,
    { name: 'Friends of Threave Garden', phone: '01556 502575' },
    { name: 'Freinds of Threave Garden', phone: '01556502575' },
  ),
  organisation(
    true,
    { name: 'Solway Men’s Shed', site: 'https://facebook.com/solwayshed' },
    { name: 'Solway Mens Shed', site: 'https://www.facebook.com/SolwayShed/' },
  ),
  organisation(
    true,
    { name: 'Upland', alternate: 'Upland Arts Development', email: 'info@upland.example' },
    { name: 'Upland Arts Development CIC', email: 'info@upland.example' },
  ),
  organisation(
    true,
    { name: 'Galloway Mountain Rescue', phone: '01671 402000' },
    { name: 'Galloway Mountain Rescue Team', phone: '01671 402000' },
  ),
  organisation(
    true,
    { name: 'Dalbeattie Community Initiative', postcode: 'DG5 4DX' },
    { name: 'Dalbeatie Community Initiative', postcode: 'DG5 4DX' },
  ),
  organisation(
    true,
    { name: 'Saint Ninian’s Hall Committee', phone: '01671 830111' },
    { name: 'St Ninian’s Hall Committee', phone: '01671 830111' },
  ),
  organisation(
    true,
    { name: 'Rural Transport Solutions Limited', site: 'rts.example' },
    { name: 'Rural Transport Solutions', site: 'https://rts.example' },
  ),
  organisation(true, { name: 'Loch Ken Sailing', company: '00123456' }, { name: 'Loch Ken Sailing Company Ltd', company: '123456' }),
  organisation(
    true,
    { name: 'Nith Valley LEAF Trust', email: 'leaf@nith.example', postcode: 'DG3 4AA' },
    { name: 'Nith Valley Leaf Trust', email: 'leaf@nith.example' },
  ),

  organisation(false, { name: 'Mind Cardiff', site: 'mind.example' }, { name: 'Mind Newport', site: 'mind.example' }),
  organisation(
    false,
    { name: 'Good Neighbours', postcode: 'DG7 1AA', phone: '01556 111222' },
    { name: 'Good Neighbours', postcode: 'KA26 9AA', phone: '01465 333444' },
  ),
  organisation(false, { name: 'Glenkens Community Trust', charity: 'SC012345' }, { name: 'Glenkens Community Trust', charity: 'SC054321' }),
  organisation(
    false,
    { name: 'Age Concern Stewartry', phone: '01556 500100' },
    { name: 'Age Concern Wigtownshire', phone: '01556 500100' },
  ),
  organisation(
    false,
    { name: 'Castle Douglas Rotary Club', postcode: 'DG7 1LA' },
    { name: 'Castle Douglas Bowling Club', postcode: 'DG7 1LA' },
  ),
  organisation(
    false,
    { name: 'Scouts 1st Kirkcudbright', email: 'scouts@k.example' },
    { name: 'Scouts 2nd Kirkcudbright', email: 'scouts@k.example' },
  ),
  organisation(false, { name: 'Northfield Tenants', phone: '01387 200200' }, { name: 'Southfield Tenants', phone: '01387 200200' }),
  organisation(false, { name: 'North Galloway Forum', phone: '01644 100100' }, { name: 'South Galloway Forum', phone: '01644 100100' }),
  organisation(false, { name: 'Gatehouse Development', postcode: 'DG7 2HP' }, { name: 'Gatehouse Gala', postcode: 'DG7 2HP' }),
  organisation(
    false,
    { name: 'St Andrew’s Church', postcode: 'DG5 4AB', phone: '01556 610100' },
    { name: 'St Andrew’s Church', postcode: 'DG8 0AB', phone: '01776 700700' },
  ),
  organisation(false, { name: 'Dumfries Women’s Aid', phone: '01387 263052' }, { name: 'Dumfries Men’s Aid', phone: '01387 263052' }),
  organisation(false, { name: 'Council of Dumfries', site: 'dumgal.gov.uk/a' }, { name: 'Council of Wigtown', site: 'dumgal.gov.uk/b' }),
  organisation(false, { name: 'Kelloholm Hub', postcode: 'DG4 6RJ' }, { name: 'Kirkconnel Hub', postcode: 'DG4 6RJ' }),
  organisation(false, { name: 'Home Energy', phone: '0808 8082282' }, { name: 'Home Start', phone: '0808 8082282' }),

  service(true, trust, { name: 'Lunch club', postcode: 'DG7 3QS' }, { name: 'The Lunch Club', postcode: 'DG7 3QS' }, trustAgain),
  service(true, trust, { name: 'Knit and natter' }, { name: 'Knit & Natter', phone: '01644 420111' }),
  service(true, carers, { name: 'Carers’ drop-in', postcode: 'DG7 1EX' }, { name: 'Carers drop in', postcode: 'DG71EX' }),
  service(true, carers, { name: 'Counselling for young carers' }, { name: 'Counseling for Young Carers' }),
  service(true, rest, { name: 'Walking football', postcode: 'DG8 6AA' }, { name: 'Walking Football', postcode: 'DG8 6AA' }),
  service(true, rest, { name: 'Aqua aerobics (Tuesday)' }, { name: 'Aqua Aerobics, Tuesdays' }),
  service(true, trust, { name: 'Warm space' }, { name: 'Warm Spaces' }),
  service(true, trust, { name: 'Community transport', alternate: 'Glenkens wheels' }, { name: 'Glenkens Wheels' }),
  service(true, carers, { name: 'Benefits advice' }, { name: 'Benefits Advice ' }),
  service(true, rest, { name: 'Tai chi for beginners' }, { name: 'Tai Chi for Beginners' }),
  service(true, trust, { name: 'Befriending by telephone' }, { name: 'Telephone befriending' }),
  service(true, rest, { name: 'Swim 4 health', url: '' } as Told, { name: 'Swim 4 Health' }),

  service(false, trust, { name: 'Knit and natter 1' }, { name: 'Knit and natter 2' }),
  service(false, rest, { name: 'Yoga (Tuesdays)' }, { name: 'Yoga (Thursdays)' }),
  service(false, rest, { name: 'Pilates beginners' }, { name: 'Pilates advanced' }),
  service(false, rest, { name: 'Swimming lessons junior' }, { name: 'Swimming lessons adult' }),
  service(false, carers, { name: 'Support for young carers' }, { name: 'Support for adult carers' }),
  service(false, carers, { name: 'Bereavement group for men' }, { name: 'Bereavement group for women' }),
  service(false, trust, { name: 'Lunch club', postcode: 'DG7 1AA' }, { name: 'Lunch club', postcode: 'DG5 4AA' }),
  service(false, trust, { name: 'Lunch club' }, { name: 'Lunch club' }, rest),
  service(false, trust, { name: 'Food bank' }, { name: 'Community garden' }),
  service(false, trust, { name: 'Warm space', postcode: 'DG7 3QS' }, { name: 'Warm space', postcode: 'DG8 6AA' }, carers),
  service(false, carers, { name: 'Respite at home' }, { name: 'Respite in the centre' }),
  service(false, rest, { name: 'Couch to 5k' }, { name: 'Couch to 10k' }),
  service(false, trust, { name: 'Digital drop-in', phone: '01644 420111' }, { name: 'Energy drop-in', phone: '01644 420111' }),
  service(false, rest, { name: 'Badminton morning' }, { name: 'Badminton evening' }),
  service(false, carers, { name: 'Counselling' }, { name: 'Couples counselling' }),

  location(
    true,
    { name: 'Town Hall', street: '12 St Andrew Street', postcode: 'DG7 1DE' },
    { name: 'Castle Douglas Town Hall', street: '12 Saint Andrew Street', postcode: 'dg71de' },
  ),
  location(true, { name: 'The CatStrand', street: 'High Street', postcode: 'DG7 3TQ' }, { name: 'Catstrand', postcode: 'DG7 3TQ' }),
  location(true, { name: 'Threave Garden', spot: [54.9263, -3.9446] }, { name: 'Threave Gardens', spot: [54.92635, -3.9449] }),
  location(
    true,
    { name: 'Newton Stewart Library', street: 'Church Street', postcode: 'DG8 6ER' },
    { name: 'Library', street: 'Church street', postcode: 'DG8 6ER' },
  ),
  location(false, { name: 'Village Hall', postcode: 'DG7 3QS' }, { name: 'Village Hall', postcode: 'DG7 2AB' }),
  location(
    false,
    { name: 'Unit', street: '3 Market Hill', postcode: 'DG7 1AE' },
    { name: 'Unit', street: '5 Market Hill', postcode: 'DG7 1AE' },
  ),
  location(
    false,
    { name: 'Church', street: 'Main Street', postcode: 'DG7 3RW' },
    { name: 'School', street: 'Station Road', postcode: 'DG7 3RW' },
  ),
  location(false, { name: 'Scout hut', spot: [54.93, -3.93] }, { name: 'Scout hut', spot: [54.83, -4.05] }),
  location(false, { name: 'Room 1, Health Centre', postcode: 'DG5 4AA' }, { name: 'Room 2, Health Centre', postcode: 'DG5 4AA' }),
  location(false, { name: 'Hall' }, { name: 'Hall' }),
];
