import { idFrom } from '../feed/ids.ts';
import type { Taxonomy } from '../taxonomy.ts';
import type { Reading } from './file.ts';
import type { Format } from './read.ts';

type About = Pick<Taxonomy, 'id' | 'name' | 'description' | 'uri' | 'version' | 'licence' | 'licenceUri'>;
export type Given = { name?: string | undefined; licence?: string | undefined; licenceUri?: string | undefined; fileName: string };

const activities = 'https://openactive.io/activity-list';

const openActive: About = {
  id: idFrom(activities),
  name: 'OpenActive Activity List',
  description: 'Sports and physical activities.',
  uri: activities,
  version: null,
  licence: 'OpenActive Activity List by OpenActive, under the Creative Commons Attribution 4.0 licence (CC BY 4.0).',
  licenceUri: 'https://creativecommons.org/licenses/by/4.0/',
};
const openEligibility: About = {
  id: idFrom('open-eligibility'),
  name: 'Open Eligibility',
  description: 'Human services, and the situations of people who need them.',
  uri: 'http://openeligibility.org',
  version: null,
  licence:
    'Human Services Taxonomy by Aunt Bertha, Inc. (the Open Eligibility Project), under the Creative Commons Attribution-ShareAlike 3.0 Unported licence (CC BY-SA 3.0).',
  licenceUri: 'https://creativecommons.org/licenses/by-sa/3.0/',
};

/** What a list is called and whose it is: as its publisher says, then as the file does, then as it was given. */
export function aboutOf({ format, about }: Pick<Reading, 'about'> & { format: Format }, given: Given): About {
  const known = format === 'open-eligibility' ? openEligibility : about.uri === activities ? openActive : undefined;
  const name = (given.name || known?.name) ?? about.name ?? given.fileName.replace(/\.[a-z]{2,6}$/i, '');
  return {
    id: known?.id ?? about.id ?? idFrom(about.uri ?? `taxonomy:${name.toLowerCase()}`),
    name,
    description: about.description ?? known?.description ?? '',
    uri: about.uri ?? known?.uri ?? null,
    version: about.version ?? null,
    licence: (given.licence || known?.licence) ?? about.licence ?? '',
    licenceUri: (given.licenceUri || known?.licenceUri) ?? about.licenceUri ?? null,
  };
}
