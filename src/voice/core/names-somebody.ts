/** What in a text may tell who somebody is. A guess that errs on the side of asking: whoever reads it decides. */
export type Telling = { kind: 'name' | 'number' | 'address' | 'date' | 'age'; text: string };

const titled = /\b(?:Mrs?|Ms|Miss|Mx|Dr|Doctor|Nurse|Sister|Father|Rev)\.? +\p{Lu}[\p{L}’'-]+/gu;
const twoNames = /\b\p{Lu}[\p{Ll}’'-]+(?: (?:\p{Lu}\.? )?\p{Lu}[\p{L}’'-]+)+/gu;
const spokenOf =
  /\b(?:my|our|his|her|their) (?:wife|husband|partner|son|daughter|mother|father|mum|dad|gran|grandmother|grandfather|sister|brother|neighbour|friend),? +(\p{Lu}[\p{L}’'-]+)/gu;
const called = /\b(?:called|named|name is|name’s|name's|I am|I’m|I'm) +(\p{Lu}[\p{L}’'-]+)/gu;
const worker = /\b(?:worker|nurse|doctor|receptionist|volunteer),? +(\p{Lu}[\p{L}’'-]+)/gu;
const mail = /[^\s@<>,;"]+@[^\s@<>,;"]+\.[^\s@<>,;"]+/g;
const longNumber = /\+?\d(?:[ -]?\d){6,}/g;
const postcode = /\b[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}\b/gi;
const street = /\b\d+[a-z]? +\p{Lu}[\p{L}’'-]+ (?:Street|Road|Row|Lane|Place|Brae|Terrace|Crescent|Avenue|Drive|Court|Wynd)\b/gu;
const birthday =
  /\b\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}\b|\b\d{1,2} (?:January|February|March|April|May|June|July|August|September|October|November|December) (?:19|20)\d{2}\b/g;
const age = /\b\d{1,3}[ -]years?[ -]old\b|\b(?:I am|I’m|I'm|aged?|is|was) \d{1,3}(?= ?(?:[,.]|$))/g;

/** Words that begin with a capital and are nobody's name: the start of a sentence is told apart by hand below. */
const notNames =
  /^(?:Castle Douglas|New Galloway|Newton Stewart|Gatehouse of Fleet|Social Prescribing|Link Workers?|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|Health Centre|Medical Practice|Village Hall)$/;

const found = (text: string, kind: Telling['kind'], pattern: RegExp, group = 0): Telling[] =>
  [...text.matchAll(pattern)].map((match) => ({ kind, text: match[group]!.trim() }));

/** Each thing once, in the order of the kinds. */
export function tellingOf(text: string): Telling[] {
  const all = [
    ...found(text, 'name', titled),
    ...found(text, 'name', twoNames).filter(({ text: name }) => !notNames.test(name)),
    ...[spokenOf, called, worker].flatMap((pattern) => found(text, 'name', pattern, 1)),
    ...found(text, 'address', mail),
    ...found(text, 'number', longNumber),
    ...found(text, 'address', postcode),
    ...found(text, 'address', street),
    ...found(text, 'date', birthday),
    ...found(text, 'age', age),
  ];
  const seen = new Set<string>();
  return all.filter((each) => !seen.has(each.text) && [...seen].every((other) => !other.includes(each.text)) && seen.add(each.text));
}
