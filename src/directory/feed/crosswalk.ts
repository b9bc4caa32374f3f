import type { Need } from '../need.ts';
import type { Accessibility, Attendance, Audience, WayToJoin } from '../service.ts';

type Words<T extends string> = Partial<Record<T, readonly string[]>>;

/** What a taxonomy's terms, of any taxonomy, are called when they mean one of our needs. A star stands for any ending. */
const needTerms: Words<Need> = {
  loneliness: ['lonel*', 'isolat*', 'befriend*', 'social group*', 'social club*', 'companionship', 'friendship', 'social connection'],
  money: ['debt*', 'money', 'benefit*', 'budget*', 'financ*', 'welfare rights', 'poverty', 'income'],
  housing: ['housing', 'homeless*', 'accommodation', 'tenan*', 'rent', 'evict*', 'rough sleep*'],
  bereavement: ['bereave*', 'grief', 'griev*'],
  caring: ['carer*', 'caring', 'respite', 'care for others'],
  activity: ['exercise', 'physical activit*', 'fitness', 'sport*', 'walk*', 'swim*', 'dance*', 'yoga', 'gym*', 'cycling', 'keeping active'],
  mood: ['mental health', 'counsel*', 'anxiety', 'depress*', 'wellbeing', 'well-being', 'stress', 'talking therap*'],
  work: ['employment', 'job*', 'training', 'work skills', 'apprentice*', 'careers', 'adult education'],
  purpose: ['volunteer*', 'hobb*', 'arts', 'craft*', 'learning', 'gardening', 'music'],
  food: ['food*', 'meal*', 'lunch club*', 'cooking', 'hunger', 'nutrition'],
  energy: ['energy', 'fuel', 'heating', 'warm home*', 'warm space*', 'utilit*'],
  condition: [
    'long-term condition*',
    'long term condition*',
    'diabet*',
    'arthritis',
    'stroke',
    'chronic pain',
    'rehabilitation',
    'dementia',
  ],
  transport: ['transport*', 'travel', 'dial a ride', 'dial-a-ride'],
  legal: ['legal', 'immigration', 'law', 'advocacy', 'asylum'],
  family: ['parent*', 'famil*', 'relationship*', 'mediation'],
  digital: ['digital', 'computer*', 'internet', 'it skills'],
  substances: ['alcohol', 'drug*', 'substance*', 'addiction*', 'smoking'],
  language: ['esol', 'english language', 'interpret*', 'language support'],
  'domestic-abuse': ['domestic abuse', 'domestic violence', 'refuge', 'refuges', 'intimate partner violence'],
};

const audienceTerms: Words<Audience> = {
  men: ['men', "men's", 'male'],
  women: ['women', "women's", 'female'],
  young: ['young people', 'youth', 'teenagers', 'young adults'],
  older: ['older people', 'older adults', 'elderly', 'seniors', 'over 50s', 'over 60s', 'over 65s'],
  parents: ['parents', 'new parents', 'parents and carers', 'mothers', 'fathers'],
  carers: ['carers', 'unpaid carers', 'young carers'],
  disabled: ['disabled people', 'disability', 'disabilities', 'learning disabilit*', 'physical disabilit*'],
  lgbt: ['lgbt*'],
  veterans: ['veterans', 'armed forces', 'ex-service*'],
  'new-to-area': ['new to the area', 'newcomers'],
  refugees: ['refugees', 'asylum seekers'],
};

const joinWords: Words<WayToJoin> = {
  'drop-in': ['drop in', 'drop-in', 'turn up', 'just come along', 'no need to book'],
  self: ['self-refer*', 'self refer*', 'contact us', 'get in touch', 'ring us', 'call us', 'email us', 'ring our', 'apply online'],
  referral: ['gp referral', 'professional referral', 'referral letter', 'referral from', 'referred by', 'by referral', 'referral only'],
  appointment: ['appointment*', 'by booking', 'book a place', 'booking required', 'pre-book*'],
  membership: ['membership', 'members only', 'join as a member'],
};

const attendanceWords: Words<Attendance> = {
  'in-person': ['in-person', 'in person', 'face to face', 'face-to-face', 'venue', 'physical'],
  online: ['online', 'video', 'remotely', 'virtual', 'zoom', 'webinar'],
  phone: ['telephone', 'phone', 'by phone'],
  'home-visit': ['home visit*', 'at home', 'in your home', 'outreach'],
};

const accessWords: Words<Accessibility> = {
  'step-free': ['wheelchair*', 'step-free', 'step free', 'level access', 'ramp*', 'lift access'],
  'accessible-toilet': ['accessible toilet*', 'disabled toilet*', 'accessible wc', 'changing places'],
  'hearing-loop': ['induction loop*', 'hearing loop*', 'loop system'],
  'sign-language': ['sign language', 'bsl', 'asl'],
  parking: ['parking', 'car park', 'blue badge'],
  'near-bus': ['bus', 'bus stop', 'bus route'],
  'quiet-space': ['quiet space', 'quiet room', 'sensory room'],
  'assistance-dogs': ['assistance dog*', 'guide dog*'],
};

const patternOf = (words: readonly string[]): RegExp =>
  new RegExp(`(?<![\\p{L}\\p{N}])(?:${words.map((word) => word.replace(/\*$/, '\\p{L}*')).join('|')})(?![\\p{L}\\p{N}])`, 'iu');

const finder = <T extends string>(crosswalk: Words<T>): ((text: string) => T[]) => {
  const patterns = Object.entries<readonly string[] | undefined>(crosswalk).map(([code, words]) => [code as T, patternOf(words!)] as const);
  return (text) => patterns.filter(([, pattern]) => pattern.test(text.replaceAll('’', "'"))).map(([code]) => code);
};

export const needsIn = finder(needTerms);
export const audiencesIn = finder(audienceTerms);
export const waysToJoinIn = finder(joinWords);
export const attendancesIn = finder(attendanceWords);
const accessIn = finder(accessWords);

const denied = /\b(no|not|non|without|cannot|unable|limited|lacks?|isn['’]t|aren['’]t|unfortunately)\b/i;

/** What a building offers, as far as it is not said to be missing. */
export const accessibilitiesIn = (text: string): Accessibility[] =>
  accessIn(
    text
      .split(/[.;\n!]|, but /)
      .filter((said) => !denied.test(said))
      .join('. '),
  );

/** Somewhere that must not be found by whoever somebody fled from. */
export const isRefuge = (text: string): boolean =>
  /\b(refuges?|safe ?houses?|(women['’]s|domestic (abuse|violence)) shelters?)\b/i.test(text) && !/\bwildlife\b/i.test(text);
