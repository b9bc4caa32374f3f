/** What a column of a table of services may mean. */
export const csvFields = [
  'name',
  'organisation',
  'description',
  'needs',
  'eligibility',
  'ages',
  'minAge',
  'maxAge',
  'join',
  'cost',
  'times',
  'languages',
  'access',
  'place',
  'address',
  'town',
  'postcode',
  'latitude',
  'longitude',
  'phone',
  'email',
  'website',
  'id',
] as const;
export type CsvField = (typeof csvFields)[number];

/** What each column means, in their order; null for one that is left out. */
export type Columns = readonly (CsvField | null)[];

/** The whole heading, its small words and marks taken away. Of two that could be, the first that is here. */
const patterns: readonly (readonly [CsvField, RegExp])[] = [
  ['id', /^(id|uuid|guid|ref|reference|record id|service id|unique id|identifier)$/],
  ['latitude', /^(lat|latitude|y|geo lat)$/],
  ['longitude', /^(lon|lng|long|longitude|x|geo (lon|lng|long))$/],
  ['postcode', /(^| )(post ?code|zip|zip code|postal code)$/],
  ['email', /(^| )(e ?mail|email address|contact email)( |$)/],
  ['website', /(^| )(web ?site|url|web|web address|link|homepage)$/],
  ['phone', /(^| )(phone|tel|telephone|mobile|phone number|telephone number|contact number)( |$)/],
  ['minAge', /^(min(imum)? age|age from|from age|ages from|lower age|youngest)$/],
  ['maxAge', /^(max(imum)? age|age to|to age|ages to|upper age|oldest)$/],
  ['ages', /^(age|ages|age (range|group|groups|band)|for ages)$/],
  [
    'organisation',
    /^(organi[sz]ation|org|provider|organi[sz]er|run by|charity|lead organi[sz]ation|company)( name)?$|^name (organi[sz]ation|provider)$/,
  ],
  ['times', /(^| )(times?|when|days?|days times|day time|schedule|opening (hours|times)|hours|session times?|frequency|dates?)$/],
  ['cost', /(^| )(costs?|price|prices|fees?|charges?|how much)$/],
  [
    'join',
    /(how to (join|access|book|refer|apply)|referrals?|referral (route|process|method|info|information)|booking|access route|how to get involved|joining)/,
  ],
  ['eligibility', /(eligib|criteria|who (can|may) (come|attend|join|use)|who is it for|suitable for|target (group|audience)|audience)/],
  ['access', /(^access$|accessib|wheelchair|access needs|facilities|disabled access)/],
  ['languages', /^languages?( spoken)?$/],
  [
    'needs',
    /^(needs?|categor(y|ies)|themes?|types?|types? service|service types?|tags?|topics?|keywords?|helps with|support type|activity type)$/,
  ],
  ['place', /^(venue|venue name|location|location name|building|place|site|where)$/],
  ['town', /^(town|city|village|locality|area|town city|settlement)$/],
  ['address', /(^| )(address|address line( ?1)?|address ?1|street|street address)$/],
  [
    'description',
    /^(descriptions?|about|details?|summary|information|info|what|what happens|notes|service description|activity description)$/,
  ],
  [
    'name',
    /^(name|title|service|service name|activity|activity name|group|group name|project|project name|club|event|event name|name service|name activity|name group)$/,
  ],
];

const plain = (heading: string): string =>
  heading
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .replace(/\b(the|of|a|an|and|or|s)\b/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();

/** How headings are remembered: the same however they are cased or spaced, and each but once. */
export function headingKeys(headings: readonly string[]): string[] {
  const met = new Map<string, number>();
  return headings.map((heading) => {
    const key = heading.toLowerCase().replace(/\s+/g, ' ').trim().slice(0, 100);
    const nth = (met.get(key) ?? 0) + 1;
    met.set(key, nth);
    return nth === 1 ? key : `${key} ${nth}`;
  });
}

/** What each column probably means, each field once. `remembered` is what somebody said the last time, by `headingKeys`. */
export function guessColumns(headings: readonly string[], remembered: Readonly<Record<string, string>> = {}): Columns {
  const taken = new Set<CsvField>();
  const take = (field: CsvField | undefined): CsvField | null => {
    if (!field || taken.has(field)) return null;
    taken.add(field);
    return field;
  };
  const said = headingKeys(headings).map((key) => (Object.hasOwn(remembered, key) ? { field: take(asField(remembered[key])) } : undefined));
  const guessed = new Map<number, CsvField>();
  for (const [field, pattern] of patterns) {
    const nth = headings.findIndex((heading, at) => !said[at] && !guessed.has(at) && pattern.test(plain(heading)));
    if (nth >= 0 && take(field)) guessed.set(nth, field);
  }
  return headings.map((_, nth) => (said[nth] ? said[nth].field : (guessed.get(nth) ?? null)));
}

const asField = (text: unknown): CsvField | undefined => csvFields.find((field) => field === text);
