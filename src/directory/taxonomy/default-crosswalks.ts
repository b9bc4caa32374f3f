import { isNeed, type Need } from '../need.ts';
import { type Audience, audiences } from '../service.ts';
import { type Line, linesFor, type Relation } from '../crosswalk.ts';
import type { Format } from './read.ts';

/**
 * What Bothy brings of its own about two public lists: codes of theirs, then codes of ours, '' for none of ours and '=' for the very same
 * thing. What is left out means what its parent does, or is for somebody here to say.
 */
const openEligibility: Readonly<Record<string, string>> = {
  ...{ 1113: 'money', 1114: 'money food', 1116: 'money housing', 1117: 'transport', 1119: 'money energy', 1120: 'food', 1121: 'housing' },
  ...{ 1123: 'domestic-abuse', 1124: 'domestic-abuse', 1125: 'housing domestic-abuse', 1126: 'mood' },
  ...{ 1102: '= food', 1127: 'food purpose', 1132: 'food money' },
  ...{
    1103: '= housing',
    1137: 'housing money',
    1138: 'energy money',
    1140: 'housing money',
    1151: 'housing domestic-abuse',
    1154: 'housing substances',
  },
  ...{ 1169: 'condition', 1105: '= transport', 1172: 'transport money' },
  ...{ 1178: '= substances', 1186: '= bereavement', 1187: 'bereavement', 1188: 'condition', 1189: 'condition', 1192: 'condition' },
  ...{ 1193: 'family', 1194: 'food', 1195: 'family', 1197: 'condition', 1198: 'mood', 1199: 'money', 1203: 'condition', 1205: 'transport' },
  ...{ 1208: 'condition', 1214: 'mood', 1217: 'family', 1220: 'mood', 1222: 'condition', 1223: 'condition', 1225: 'condition' },
  ...{ 1226: 'condition', 1228: 'condition', 1231: 'mood' },
  ...{ 1107: '= money', 1233: 'money family', 1234: 'money food', 1242: 'transport', 1243: 'money housing', 1244: 'money energy' },
  ...{
    1246: 'housing',
    1251: 'transport',
    1252: 'money transport',
    1258: 'money food',
    1261: 'money work',
    1264: 'money housing',
    1265: 'housing',
  },
  ...{ 1271: 'family', 1276: '', 1278: 'caring', 1279: 'family', 1280: 'family', 1283: 'family', 1284: 'family', 1285: 'activity' },
  ...{ 1286: 'caring carers', 1288: '= bereavement', 1289: 'bereavement', 1290: 'condition', 1291: 'condition', 1294: 'family' },
  ...{
    1295: 'housing',
    1297: 'work',
    1303: 'loneliness',
    1304: 'mood',
    1307: 'condition',
    1313: 'substances',
    1314: 'bereavement',
    1315: 'family',
  },
  ...{ 1318: 'money', 1326: '= language', 1327: 'money', 1331: 'purpose', 1334: 'condition', 1335: 'family', 1336: 'food', 1337: 'family' },
  ...{ 1339: 'condition', 1340: 'mood', 1341: 'work', 1344: 'family', 1346: 'legal', 1348: 'language', 1349: 'work', 1351: 'digital' },
  ...{ 1110: '= work', 1362: 'money', 1364: 'money work', 1367: 'work digital', 1374: 'work legal' },
  ...{ 1111: '= legal', 1376: 'family legal', 1386: 'work legal', 1387: 'family', 1390: 'language' },
  ...{ 20001: '= everyone', 20004: 'young', 20006: '= older', 20007: '= veterans', 20013: '= refugees', 20017: '= disabled' },
  ...{ 20025: 'mood', 20030: 'bereavement', 20034: 'work', 20036: '= women', 20037: '= men', 20038: 'lgbt', 20043: 'parents' },
  ...{ 20044: 'condition', 20045: 'condition', 20046: 'condition', 20047: 'condition', 20049: 'condition', 20050: 'substances' },
  ...{ 20051: 'mood', 20090: '= condition', 20058: 'housing', 20059: 'housing', 20062: 'money', 20063: 'money', 20067: 'language' },
  ...{ 20073: '= carers', 20074: 'men parents', 20075: 'women parents', 20076: '= parents', 20078: '= lgbt', 20083: 'domestic-abuse' },
};

/** Of those at the top of the OpenActive list, and a few further down; every other one at the top is a way of getting active. */
const openActive: Readonly<Record<string, string>> = {
  ...{
    acting: 'purpose',
    drumming: 'purpose',
    singing: 'purpose loneliness',
    gardening: 'activity purpose',
    circus_skills: 'activity purpose',
  },
  ...{ creche: 'family parents', early_years_play: 'family parents', soft_play: 'family parents', activity_holiday_camp: 'family young' },
  ...{ forest_school: 'family', general_fitness_for_older_adults: 'activity older', wheelchair_rugby: 'activity disabled' },
  ...{ sauna: '', spa: '', steam_room: '', turkish_baths: '', tea_dance: 'activity loneliness', meditation: 'mood', breathwork: 'mood' },
  ...{ phase_iv_cardiac_rehabilitation: 'activity condition', falls_and_exercise_management: 'activity condition older' },
  ...{ rehab_pilates: 'activity condition', chair_based_exercise: 'activity older', pregnancy_yoga: 'activity parents' },
  ...{ postnatal_aqua: 'activity parents', baby_yoga: 'activity family parents', buggy_fitness: 'activity parents' },
};

const isAudience = (code: string): code is Audience => (audiences as readonly string[]).includes(code);

function linesIn(text: string): Line[] {
  const codes = text.split(' ').filter(Boolean);
  const relation: Relation = codes[0] === '=' ? 'same' : 'narrower';
  return linesFor({ needs: codes.filter((code): code is Need => isNeed(code)), audiences: codes.filter(isAudience) }, relation);
}

/** What Bothy brings about a term of a list that was read in this format; undefined when nothing. */
export function broughtLines(format: Format, term: { code: string | null; isTop: boolean }): Line[] | undefined {
  if (term.code === null || (format !== 'open-eligibility' && format !== 'openactive')) return undefined;
  const brought = format === 'openactive' ? openActive : openEligibility;
  const text = Object.hasOwn(brought, term.code) ? brought[term.code] : format === 'openactive' && term.isTop ? 'activity' : undefined;
  return text === undefined ? undefined : linesIn(text);
}

/** Every code that the lists above use, theirs and ours, for a test to look at. */
export const broughtCodes = (): readonly (readonly [theirs: string, ours: readonly string[]])[] =>
  [openEligibility, openActive].flatMap((list) =>
    Object.entries(list).map(([theirs, text]) => [theirs, text.split(' ').filter((code) => code && code !== '=')] as const),
  );
