import type { TermFile } from '../taxonomy/file.ts';

/** A file of a test: its text, or its bytes, in pieces so small that every seam is tried. */
export const fileOf = (content: string | Uint8Array, name = 'terms.csv', pieces = 7): TermFile => ({
  name,
  open: () => inPieces(typeof content === 'string' ? new TextEncoder().encode(content) : content, pieces),
});

async function* inPieces(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let start = 0; start < bytes.length; start += size) yield await Promise.resolve(bytes.slice(start, start + size));
}

/** In the forms of the real lists, with content of our own. */
export const openEligibility = `<?xml version="2.0" encoding="UTF-8"?>
<taxonomy><version>2.0</version><services>
  <descriptions><category id="1102" title="food">Services for meals
    and pantries. </category></descriptions>
  <top_level id="1102" title="Food"><second_level id="1131" title="Free Meals"></second_level>
    <second_level id="1132" title="Help &amp; Pay"><third_level id="1133" title="Food Benefits"></third_level></second_level></top_level>
  <top_level id="1206" title="Medical Care"><second_level id="1206" title="Primary Care"/></top_level>
</services>
<situations><top_level id='20002' title="Age Group"><second_level id='20006' title="Seniors"/></top_level></situations></taxonomy>`;

export const openActive = JSON.stringify({
  '@context': 'https://openactive.io/',
  id: 'https://openactive.io/activity-list',
  title: 'OpenActive Activity List',
  type: 'ConceptScheme',
  license: 'https://creativecommons.org/licenses/by/4.0/',
  concept: [
    {
      id: 'https://openactive.io/activity-list#22fe3033-b0e4-4717-8455-599180b5bcba',
      identifier: '22fe3033-b0e4-4717-8455-599180b5bcba',
      prefLabel: 'Walking Football',
      broader: ['https://openactive.io/activity-list#0a5f732d-e806-4e51-ad40-0a7de0239c8c'],
      definition: 'Football at walking pace',
      notation: 'walking_football',
      altLabel: ['Slow football'],
    },
    {
      id: 'https://openactive.io/activity-list#0a5f732d-e806-4e51-ad40-0a7de0239c8c',
      identifier: '0a5f732d-e806-4e51-ad40-0a7de0239c8c',
      prefLabel: 'Football',
      definition: 'A ball game',
      notation: 'football',
      topConceptOf: 'https://openactive.io/activity-list',
    },
    {
      id: 'https://openactive.io/activity-list#x',
      identifier: '5b880e93-4a16-4c37-86ac-ba2ffba68358',
      notation: 'gardening',
      prefLabel: 'Gardening',
    },
    { id: 'https://openactive.io/activity-list#no-name', identifier: '1b880e93-4a16-4c37-86ac-ba2ffba68358' },
  ],
});

const rf2 = (...rows: string[][]): string => rows.map((row) => `${row.join('\t')}\r\n`).join('');

/** Made-up numbers: nothing of SNOMED CT. */
export const refset = rf2(
  ['id', 'effectiveTime', 'active', 'moduleId', 'refsetId', 'referencedComponentId'],
  ['a', '20260101', '1', '900', '111111111', '100000001'],
  ['b', '20260101', '0', '900', '111111111', '100000002'],
  ['c', '20260101', '1', '900', '111111111', '100000003'],
  ['d', '20260101', '1', '900', '111111111', 'not a code'],
);
export const descriptions = rf2(
  ['id', 'effectiveTime', 'active', 'moduleId', 'conceptId', 'languageCode', 'typeId', 'term', 'caseSignificanceId'],
  ['1', '20260101', '1', '900', '100000001', 'en', '1', 'Short of "food" (finding)', '9'],
  ['2', '20260101', '0', '900', '100000001', 'en', '2', 'Withdrawn words', '9'],
  ['3', '20260101', '1', '900', '100000001', 'sv', '2', 'Svält', '9'],
  ['4', '20260101', '1', '900', '100000001', 'en', '2', 'Short of "food"', '9'],
  ['5', '20260101', '1', '900', '100000009', 'en', '2', 'Somebody else’s', '9'],
);
