import { Readable } from 'node:stream';
import { importTaxonomy } from '../../src/directory/index.ts';
import { must } from '../path/path.ts';
import { accounts, programme } from '../programme.ts';
import { asker, type Keep } from './keepers.ts';

/** Each with the heading that it stands under. The last are words of an office, which nobody has matched yet. */
const list: readonly (readonly [code: string, name: string, under: string])[] = [
  ['100', 'Being with others', ''],
  ['110', 'Befriending', '100'],
  ['120', 'Lunch clubs', '100'],
  ['130', 'Choirs and singing', '100'],
  ['140', 'Social groups', '100'],
  ['200', 'Health and wellbeing', ''],
  ['210', 'Walking groups', '200'],
  ['220', 'Bereavement support', '200'],
  ['230', 'Addiction recovery', '200'],
  ['240', 'Getting active', '200'],
  ['300', 'Home and money', ''],
  ['310', 'Debt advice', '300'],
  ['320', 'Food banks', '300'],
  ['330', 'Housing support', '300'],
  ['340', 'Fuel poverty', '300'],
  ['400', 'Getting about', ''],
  ['410', 'Community transport', '400'],
  ['420', 'Section 22 permits', '400'],
  ['500', 'Tier 3 provision', ''],
  ['510', 'Asset transfer groups', '500'],
];
const file = `Identifier,Label,Broader\n${list.map((row) => row.join(',')).join('\n')}\n`;

/** A council's own list of kinds of services, most of it matched with the needs that this programme speaks of. */
export async function terms({ db, clock, at }: Keep): Promise<void> {
  const catriona = asker(accounts.catriona);
  const ask = {
    file: { name: 'service-types.csv', open: () => Readable.from([new TextEncoder().encode(file)]) },
    name: 'Galloway Hills Council service types',
    licence: 'Open Government Licence 3.0',
    licenceUri: 'https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/',
    mayRetire: false,
    by: { kind: 'account' as const, id: accounts.dev.id },
    at: clock.ago(30, '11:00'),
  };
  const { taxonomy } = must(await importTaxonomy(db, programme.id, ask, { dryRun: false }));
  const { directory } = at(clock.ago(29, '15:30'));
  for (const { id } of (await directory.taxonomies(catriona)).theirs) {
    const { rows } = (await directory.termsOf(catriona, id, { show: 'all', words: '', page: 1 }))!;
    const suggested = rows.filter((term) => term.suggested).map((term) => term.id);
    await directory.acceptSuggestions(catriona, id, id === taxonomy.id ? suggested.slice(0, -2) : suggested);
  }
}
