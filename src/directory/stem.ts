/** Words that only look like a form of another. */
const whole: readonly string[] = [
  'housing',
  'hearing',
  'evening',
  'morning',
  'during',
  'wedding',
  'reading',
  'clothing',
  'heating',
  'feeling',
  'caring',
];

/** The part of a word that its forms share: walks, walked and walking are one. Rough, but the same for the question and for the table it is looked up in. */
export function stemOf(word: string): string {
  if (whole.includes(word)) return word;
  if (word.length < 4 || /\d/.test(word)) return word;
  const plain = word
    .replace(/ies$/, 'y')
    .replace(/(ss|sh|ch|x)es$/, '$1')
    .replace(/([^su])s$/, '$1');
  const bare = plain.replace(/(?:ing|ed)$/, '');
  if (bare === plain || !/[aeiouy]/.test(bare) || bare.length < 3) return plain.replace(/e$/, '');
  return bare.replace(/([bdfgmnprt])\1$/, '$1').replace(/e$/, '');
}

const listOf = (text: string): ReadonlySet<string> => new Set(text.split(/\s+/));

/** Words that hold a sentence together and name nothing. */
const stopWords = listOf(`
  a an the and or but if of to in on at by for from with without into over under about after before between through near around round
  i im ive id me my mine myself we us our ours you your yours he him his himself she her hers herself it its they them their theirs themself themselves
  who whom whose which what when where why how that this these those there here than then as so such too very just only also even still again
  is are was were be been being am do does did done doing have has had having will would shall should can could may might must cant cannot dont doesnt didnt isnt arent wasnt wont
  not no nor yes s t re ll ve d m up down out off any some all each every both more most much many few lot lots bit really quite rather
  want wants wanted wanting need needs needed needing like likes liked would love loves look looks looking looked find finding seek seeking search try trying
  please thanks hello hi get gets getting got go goes going come comes coming take takes make makes give gives know knows think thinks feel feels feeling
  someone somebody anyone anybody something anything somewhere anywhere person people patient patients client lady gentleman chap
  mum mother mam dad father wife husband son daughter brother sister friend partner granny grandad aunt uncle neighbour
  thing things stuff place places kind sort type way ways local nearby area areas round town village year years time times day days week weeks month months
  one two who's been since lately recently always often sometimes never ever now today tomorrow
  has had because while during until till against own same other another maybe perhaps sure new good nice best better bad able able lives live living
  whats everything nothing everyone everybody things thank hasnt hadnt havent wouldnt couldnt shouldnt theres youre theyre weve youve ill id whod because case part join leave
  wee aye cannae dinnae didnae doesnae isnae havenae wisnae wouldnae ken
`);

/** Words that nearly every service could use: they tell little. */
const commonWords = listOf(`
  help helps helping helped support supports supporting service services advice group groups club clubs class classes session sessions meeting meet meets
  activity activities event events weekly centre team project community organisation charity worker workers run runs offer offers provide provides join
  home house together welcome talk problem problems issue issues trouble difficult struggling struggle
`);

export const isStopWord = (word: string): boolean => stopWords.has(word);
export const isCommonWord = (word: string): boolean => commonWords.has(word);
