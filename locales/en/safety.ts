import { restricted } from './restricted.ts';
import { risks } from './risks.ts';
import type { EventData } from './support.ts';
import { visits } from './visits.ts';

const count = (n: number, one: string, other: string) => `${n} ${n === 1 ? one : other}`;
const word = <T extends object>(words: T, code: unknown): string =>
  Object.hasOwn(words, String(code)) ? String(words[code as keyof T]) : '';

const alerts = {
  'risk-raised': 'Somebody is worried about a person',
  'visit-overdue': 'Nothing heard from a visit',
  'glass-broken': 'Something restricted was opened',
  'without-link-worker': 'People without a link worker',
  'caseload-over': 'A caseload is too heavy',
  'supervision-overdue': 'Supervision is overdue',
  wellbeing: 'A colleague may need you',
};

const tooLong = (most: number) => `Use ${most.toLocaleString('en-GB')} characters or fewer`;

/** Risks, what is kept apart, visits, and who has to know at once. */
export const safety = {
  alerts,
  tooLong,
  risks,
  restricted,
  visits,
  danger: {
    title: 'Is somebody in danger?',
    ringNow: 'Ring now. Writing it down can wait.',
    then: 'Then tell your team lead, whatever the time. You are not alone with this.',
    write: 'When there is time: say what happened',
    writeHint: 'Your team lead is told as soon as you save. You can leave everything empty: it still says that you were worried.',
    worry: 'What worries you?',
    worries: {
      'end-life': 'Thoughts of ending their life',
      'self-harm': 'Hurting themselves',
      'harm-from-others': 'Somebody may be hurting them',
      'harm-to-others': 'They may hurt somebody',
      child: 'A child may not be safe',
      neglect: 'Not eating, washing or keeping warm',
      'very-unwell': 'Suddenly very unwell',
      missing: 'Cannot be found',
      other: 'Something else',
    },
    did: 'What have you done so far?',
    deeds: {
      'rang-emergency': 'Rang the emergency number',
      'rang-help-line': 'Rang a help line with them',
      stayed: 'Stayed with them',
      'told-lead': 'Spoke with my team lead',
      'told-practice': 'Told the practice',
      'told-safeguarding': 'Rang social work or safeguarding',
      'gave-numbers': 'Gave them numbers to ring',
      'nothing-yet': 'Nothing yet: I need help',
    },
    more: 'Anything else',
    moreHint: 'What you saw or heard, in plain words. If only a few may know it, write it under “Safety” as restricted instead.',
    save: 'Save and tell my team lead',
  },
  raised: {
    title: 'Somebody is worried',
    pressed: '“In danger?” was pressed; nothing was written',
    raised: (who: string, when: string) => `${who}, ${when}`,
    did: (what: string) => `So far: ${what}.`,
    somebody: 'Somebody',
    themselves: 'What the person answered themselves',
    hasLooked: {
      lead: (who: string, when: string, note: string) => `${who} looked again as lead, ${when}: ${note}`,
      worker: (who: string, when: string, note: string) => `${who} looked again, ${when}: ${note}`,
    },
    toLook: { lead: 'A team lead has still to look', worker: 'The link worker has still to look again' },
    howNow: 'How are they now?',
    howNowHint: {
      lead: 'As their team lead: what did you find, and who does what next?',
      worker: 'After speaking with them: how are they, and what was agreed?',
    },
    looked: 'I have looked again',
    sayHow: 'Say how they are now',
    errors: { note: 'Say in a line how they are now' },
  },
  team: {
    title: 'My team',
    waiting: (n: number) => count(n, 'thing needs you', 'things need you'),
    none: 'Nothing needs you just now',
    noneText: 'When somebody is worried about a person, or nothing is heard from a visit, it stands here and we write to you.',
    raised: (who: string, when: string) => `${who}, ${when}`,
    bothy: 'Noticed by Bothy',
    told: (times: number) => (times > 1 ? `You were written to ${times} times` : ''),
    about: (name: string) => `About ${name}`,
    note: 'What did you do, or will you do?',
    seen: 'I have dealt with this',
    seenThis: (what: string) => `: ${what}`,
    dealtWith: 'Dealt with',
    dealtWithCaption: 'What has needed you before',
    what: 'What',
    whom: 'About',
    when: 'When',
    how: 'What was done',
    settled: 'It is over: nothing more was needed',
    seenBy: (who: string) => `Dealt with by ${who}`,
    errors: {
      note: 'Say in a line what you did, or will do',
      dealtWith: 'Somebody has dealt with this already. How it stands now is below.',
    },
    mail: {
      subject: {
        'risk-raised': 'Please look now: somebody is worried about a person',
        'visit-overdue': 'Please look now: nothing has been heard from a colleague’s visit',
        'glass-broken': 'Please look: something restricted was opened',
        'without-link-worker': 'Please look: somebody has no link worker',
        'caseload-over': 'Please look: a caseload is too heavy',
        'supervision-overdue': 'Please look: supervision is overdue',
        wellbeing: 'Please look: a colleague may need you',
      },
      text: {
        'risk-raised':
          'Somebody in your team has said that they are worried about a person. Sign in to see who, and what has been done so far.',
        'visit-overdue':
          'Somebody in your team is out on a visit, and has not said that they are safe. Sign in to see where they are and how to ring them.',
        'glass-broken':
          'Somebody in your team has opened what is kept apart from a person’s record. Sign in to see why, and to say whether it was right.',
        'without-link-worker':
          'Somebody is being supported, and no link worker has them at present. Sign in to see who, and to find them somebody.',
        'caseload-over': 'Somebody in your team has more people than is safe. Sign in to see who, and what could be shared out.',
        'supervision-overdue': 'Somebody in your team has waited too long for supervision. Sign in to see who.',
        wellbeing: 'Somebody in your team has said that work weighs on them. Sign in to see who, and speak with them soon.',
      },
      nobodyLeads:
        'This comes to you because nobody who leads that team can be told at present. Please see to it that somebody looks: ring the team, and ask who leads it now.',
      see: 'Sign in to see it:',
    },
  },
  events: {
    'in-danger-opened': () => 'Somebody looked up who to ring',
    'risk-raised': () => 'Somebody was worried, and said so',
    'risk-looked-at': (data: EventData) => (data['part'] === 'lead' ? 'A team lead looked again' : 'A link worker looked again'),
    'risk-added': () => 'A risk was added',
    'risk-changed': () => 'A risk was looked at again',
    'risk-ended': () => 'A risk has ended',
    'no-known-risk': () => 'Asked about risks: none are known',
    'restricted-added': () => 'Something restricted was added',
    'restricted-changed': () => 'Something restricted was changed',
    'glass-broken': () => 'Something restricted was opened, with a reason',
    'glass-reviewed': () => 'A team lead looked at why something restricted was opened',
    'alert-raised': (data: EventData) => `The team lead was told: ${word(alerts, data['kind']).toLowerCase()}`,
    'alert-seen': (data: EventData) => `The team lead dealt with it: ${word(alerts, data['kind']).toLowerCase()}`,
    'alert-settled': (data: EventData) => `It is over: ${word(alerts, data['kind']).toLowerCase()}`,
  } as Record<string, (data: EventData) => string>,
};

export const safetyNotices = {
  'risk-raised': 'Saved. Your team lead is being told now. It stays on this page until you have both looked again.',
  'looked-again': 'Noted. Thank you for looking again.',
  'risk-saved': 'The risk is saved.',
  'risk-ended': 'The risk has ended. It stays readable below.',
  'no-known-risk': 'Saved: there are no known risks.',
  'restricted-saved': 'Saved, apart from the record.',
  'opening-reviewed': 'Saved. Thank you for looking at it.',
  'visit-planned': 'Saved. Say here that you are safe when you are out again.',
  'visit-arrived': 'Noted that you have arrived.',
  'visit-safe': 'Good. Noted as safe.',
  'visit-off': 'The visit is called off.',
  'visit-help': 'Your team lead is being told now. If you are in danger, ring 999.',
  'visit-longer': 'You have more time. Say here that you are safe when you are out again.',
  'alert-seen': 'Noted. It stands under “Dealt with” now.',
};
