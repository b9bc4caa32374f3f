import type { Location } from '../../src/directory/index.ts';
import { postcodes, towns } from '../places.ts';
import { idOf } from '../random.ts';

/** Invented halls and rooms: name, street, town. */
const venues = {
  'cd-hall': ['The Carlin Hall', '4 Lochside Wynd', 'Castle Douglas'],
  'cd-kirk': ['Carlin Kirk Hall', '11 Abercairn Street', 'Castle Douglas'],
  'cd-shed': ['The Old Cattle Mart', 'Unit 3, Mart Lane', 'Castle Douglas'],
  'cd-library': ['The Reading Rooms', '2 Lochside Wynd', 'Castle Douglas'],
  'cd-office': ['Gill House', '27 Threave Row', 'Castle Douglas'],
  'cd-pool': ['Lochside Pool', 'Loch Road', 'Castle Douglas'],
  'cd-allotment': ['The Long Acre', 'Whinny Lane', 'Castle Douglas'],
  'db-hall': ['Granite Hall', '9 Quarry Brae', 'Dalbeattie'],
  'db-pantry': ['The Urr Pantry', '15 Burnside Wynd', 'Dalbeattie'],
  'db-wood': ['Forest Hut', 'Colliston Path', 'Dalbeattie'],
  'kc-harbour': ['Harbour Rooms', '3 Net Wynd', 'Kirkcudbright'],
  'kc-studio': ['The Sail Loft', '8 Net Wynd', 'Kirkcudbright'],
  'kc-kirk': ['St Brannock’s Hall', '21 Castlegate Row', 'Kirkcudbright'],
  'ng-hall': ['Glenkens Town Hall Rooms', '5 Kells Brae', 'New Galloway'],
  'ng-smiddy': ['The Smiddy', '1 Ken Row', 'New Galloway'],
  'dalry-hall': ['Dalry Village Rooms', '12 Southern Upland Row', 'St John’s Town of Dalry'],
  'carsphairn-hall': ['Cairnsmore Hut', 'Deugh Road', 'Carsphairn'],
  'gof-mill': ['The Bobbin Mill Rooms', '6 Fleet Wynd', 'Gatehouse of Fleet'],
  'gof-hall': ['Cally Hut', '2 Laundry Lane', 'Gatehouse of Fleet'],
  'ns-hall': ['The Cree Rooms', '18 Millcroft', 'Newton Stewart'],
  'ns-garden': ['Penkiln Walled Garden', 'Old Minnigaff Road', 'Newton Stewart'],
  'creetown-hall': ['The Ferrytown Hut', '7 Adamson Brae', 'Creetown'],
  'wigtown-shop': ['The Back Room', '30 Bladnoch Row', 'Wigtown'],
  'df-office': ['Nithside House', '44 Nith Terrace', 'Dumfries'],
} as const satisfies Record<string, readonly [string, string, string]>;

export function venueOf(key: string): Location {
  const hidden = key.startsWith('private:');
  const [name, address, town] = hidden ? ['', '', key.slice('private:'.length)] : (venues[key as keyof typeof venues] ?? []);
  const at = town ? towns[town] : undefined;
  if (!at) throw new Error(`There is no venue ${key}.`);
  const spread = (nth: number) => ((parseInt(idOf(key).slice(nth, nth + 4), 16) % 100) - 50) / 10_000;
  return {
    id: idOf(`location ${key}`),
    name: name!,
    address: address!,
    town: town!,
    postcode: hidden ? '' : postcodes[town!]!,
    latitude: hidden ? null : at[0] + spread(0),
    longitude: hidden ? null : at[1] + spread(4),
    private: hidden,
  };
}
