import { chaseUntil, connect, hear } from '../path/connecting.ts';
import { serviceId } from '../directory/directory.ts';
import { endPath } from '../path/path.ts';
import { accept } from '../path/referring.ts';
import { meet, savePlan } from '../path/supporting.ts';
import { remind, takeNextStep } from '../path/tasks.ts';
import { accounts, practices, referred, type Scene } from './scene.ts';

const sam = accounts.sam.id;

/** Tomasz: letters that stayed unopened, and a service that has not answered. */
export function tomasz(scene: Scene): void {
  const { ago, ahead, dayAgo } = scene.clock;
  const path = referred(
    scene,
    {
      givenName: 'Tomasz',
      familyName: 'Wójcik',
      dateOfBirth: '1988-06-30',
      practice: practices.fleet,
      place: 'Dalbeattie',
      interpreter: 'Polish',
      accessNeeds: 'Reads Polish well, English slowly. Please do not use his son to interpret.',
      safeContact: { channels: ['phone', 'text'], voicemailOk: true, note: 'Night shifts: after two in the afternoon.' },
    },
    ago(27, '10:40'),
    'fiona',
    {
      needs: ['money', 'housing'],
      note: 'Hurt his back at the fish plant and has no sick pay. There is a carrier bag of letters he has not opened.',
    },
  );
  accept(path, ago(25, '09:30'), sam);
  meet(path, ago(20, '14:30'), {
    channel: 'phone',
    minutes: 25,
    present: 'Interpreter (Polish)',
    note: 'He thanked me three times for ringing with somebody who speaks Polish. He has not slept since the letter from the landlord.',
  });
  meet(path, ago(16, '14:00'), {
    channel: 'visit',
    place: 'his flat in Dalbeattie',
    minutes: 80,
    present: 'Interpreter (Polish)',
    note: 'We opened the letters together, oldest first. Two are about the rent. One was a refund. He laughed, then he cried.',
    nextStep: 'Ring the debt adviser about the rent arrears',
    nextOn: dayAgo(12),
  });
  savePlan(path, ago(16, '16:10'), {
    whatMatters: 'My son. He is nine. I want him to bring a friend home and there is a table and we eat.',
    strengths: 'I can build anything. I get up every day. My neighbour Mrs Gray brings soup.',
    needs: ['money', 'housing'],
    goals: [
      { words: 'Open every letter on the day it comes', importance: 8, confidence: 6, status: 'going-on' },
      { words: 'Keep the flat', importance: 10, confidence: 4, status: 'going-on' },
    ],
    actions: [
      { what: 'Put new letters in the blue folder', who: 'person', name: '', when: null, status: 'to-do' },
      { what: 'Ask Money Matters to look at the arrears', who: 'link-worker', name: '', when: dayAgo(12), status: 'done' },
      { what: 'Ask the landlord to wait until the adviser has written', who: 'link-worker', name: '', when: ahead(4), status: 'to-do' },
    ],
    reviewOn: ahead(9),
  });
  connect(path, ago(13, '11:30'), {
    service: serviceId('debt'),
    fields: ['phone', 'interpreter', 'matters'],
    matters: 'Two months behind with the rent after an injury. Has the letters ready. Would like to meet in person.',
  });
  meet(path, ago(9, '14:20'), {
    channel: 'phone',
    minutes: 15,
    present: 'Interpreter (Polish)',
    note: 'A third letter came and he opened it. He wanted me to know that.',
  });
  chaseUntil(path, ago(1, '18:00'));
  endPath(path);
}

/** Agnes: a long waiting list, and what is done meanwhile. */
export function agnes(scene: Scene): void {
  const { ago, ahead, dayAgo } = scene.clock;
  const path = referred(
    scene,
    {
      givenName: 'Agnes',
      familyName: 'McMillan',
      dateOfBirth: '1945-02-26',
      practice: practices.fleet,
      place: 'Kirkcudbright',
      address: '2 Tarff Cottages',
      accessNeeds: 'Walks with a frame; three steps at the door. Hears best on her left.',
      safeContact: { channels: ['phone', 'letter'], voicemailOk: false, note: 'She cannot work the answering machine.' },
    },
    ago(38, '12:00'),
    'fiona',
    { needs: ['loneliness', 'condition'], note: 'I am the only person she has spoken to this week, and I was twelve minutes.' },
  );
  accept(path, ago(36, '10:00'), sam);
  meet(path, ago(31, '11:00'), {
    channel: 'visit',
    place: 'home',
    minutes: 75,
    note: 'She had baked. She was a telephonist in Dumfries for thirty years and knew every voice in the county. She has not been over the door since the fall in March.',
    debrief: true,
  });
  savePlan(path, ago(24, '12:20'), {
    whatMatters: 'A voice in the house that is not the wireless. To be useful to somebody before I go.',
    strengths: 'I never forget a voice. I can make a stranger feel they have rung the right number. My scones.',
    needs: ['loneliness', 'condition'],
    goals: [
      { words: 'Have a visitor that I can look forward to', need: 'loneliness', importance: 10, confidence: 7, status: 'going-on' },
      {
        words: 'Walk to the end of the lane and see the harbour',
        need: 'condition',
        importance: 9,
        confidence: 3,
        status: 'not-started',
        steps: [
          { words: 'Down the three steps with the rail', status: 'not-started', outcome: '' },
          { words: 'As far as the Grays’ gate', status: 'not-started', outcome: '' },
        ],
      },
    ],
    actions: [
      { what: 'Ask for a befriender', goal: 0, who: 'link-worker', name: '', when: dayAgo(20), status: 'done' },
      {
        ...{ what: 'Rail by the front steps', goal: 1, who: 'other', name: 'Ramps and Rails', contact: 'Wullie and Tam, in the mornings' },
        ...{ when: ahead(8), status: 'to-do', ifStuck: 'Ask Sam to be there when they measure up' },
      },
      {
        ...{ what: 'Ring Sam each week for a blether until the befriender starts', goal: 0, who: 'person', name: '' },
        ...{ when: null, status: 'to-do', ifStuck: 'If a week goes by, Sam rings her', statusWords: 'Every Thursday so far' },
      },
    ],
    ifWorse: {
      signs: 'I stop baking, and I let the phone ring.',
      helps: 'A voice. The shipping forecast. Being asked to do something.',
      ring: 'My niece Morag in Stranraer, any hour. She may know everything.',
    },
    agreed: { how: 'person' },
    otherPlans: 'Falls plan at the practice, with the district nurse, from March',
    reviewOn: ahead(3),
  });
  const visits = connect(path, ago(20, '09:50'), {
    service: serviceId('befriending-home'),
    fields: ['phone', 'place', 'access-needs', 'matters', 'care'],
    matters: 'Was a telephonist and loves a voice. Would like somebody who talks, and who lets her talk.',
    care: 'Let the phone ring long. She has a frame and will come to the door slowly.',
  });
  hear(path, ago(17, '15:40'), visits, {
    name: 'waiting-list',
    weeks: 8,
    note: 'We would love to. Our Kirkcudbright volunteer starts when her knee is better. We will ring Agnes ourselves so that she knows we have not forgotten.',
  });
  meet(path, ago(12, '14:00'), {
    channel: 'phone',
    minutes: 30,
    note: 'Befriending have rung her. She asked the volunteer coordinator more questions than the other way round.',
  });
  meet(path, ago(7, '14:00'), {
    channel: 'phone',
    minutes: 25,
    note: 'Our weekly call. The days are shorter and she feels it. Told me how to know a liar by his hello.',
  });
  const rails = connect(path, ago(6, '10:10'), {
    service: serviceId('handyman'),
    fields: ['phone', 'address', 'care'],
    care: 'Three steps at the front. Please ring first.',
  });
  hear(path, ago(4, '09:15'), rails, { name: 'accepted', note: 'Wullie and Tam will measure up next week.' });
  endPath(path);
}

/** Jordan: a first visit, with somebody at the gate. */
export function jordan(scene: Scene): void {
  const { ago, ahead, dayAgo } = scene.clock;
  const path = referred(
    scene,
    {
      givenName: 'Jordan',
      familyName: 'Reid',
      dateOfBirth: '2002-05-19',
      practice: practices.glenkens,
      place: 'Castle Douglas',
      safeContact: { channels: ['text'], voicemailOk: false, note: 'Text first. A ringing phone makes him feel ill.' },
    },
    ago(22, '09:20'),
    'isla',
    {
      needs: ['purpose', 'mood'],
      note: 'Came about his stomach. It is not his stomach. Left the apprenticeship in June and has told nobody at home.',
    },
  );
  accept(path, ago(20, '11:00'), sam);
  meet(path, ago(18, '16:30'), {
    channel: 'text',
    minutes: 10,
    note: 'Six messages. He would rather walk than sit. Saturday is bad. Named the place himself.',
  });
  meet(path, ago(13, '13:00'), {
    channel: 'visit',
    place: 'the loch, twice round',
    minutes: 55,
    note: 'Second lap he talked. He liked the joinery; it was the van, and the things they called him in it.',
    nextStep: 'Ask Davie whether Jordan may come to the Shed before it opens',
    nextOn: dayAgo(9),
  });
  savePlan(path, ago(13, '15:00'), {
    whatMatters: 'Making something that is still there the next day. My wee brother thinking I am alright.',
    strengths: 'Patient with wood. Funny, once he knows you. Up before six.',
    needs: ['purpose', 'mood'],
    goals: [
      {
        words: 'Finish the kist for my mum',
        need: 'purpose',
        importance: 9,
        confidence: 6,
        status: 'going-on',
        steps: [{ words: 'Find the wood that was left at the college', status: 'reached', outcome: 'Davie had the same larch' }],
      },
      { words: 'Tell my dad about the apprenticeship', importance: 7, confidence: 2, status: 'not-started' },
    ],
    actions: [
      { what: 'See the Shed when it is empty', goal: 0, who: 'link-worker', name: '', when: dayAgo(6), status: 'done' },
      {
        ...{
          what: 'Go on a Thursday, with Sam for the first half hour',
          goal: 0,
          who: 'person',
          name: '',
          when: ahead(5),
          status: 'to-do',
        },
        ifStuck: 'Text “no today” and nothing else. Sam texts back the next morning',
      },
    ],
    ifWorse: {
      signs: 'I do not answer for two days.',
      helps: 'Walking. Being asked about the wood and not about me.',
      ring: 'Sam by text. My auntie Shona.',
    },
    agreed: { how: 'person' },
    reviewOn: ahead(16),
  });
  takeNextStep(path, ago(9, '10:40'));
  const shed = connect(path, ago(9, '10:45'), {
    service: serviceId('shed'),
    fields: ['phone', 'matters', 'care'],
    matters: 'Good with wood, had a hard time in his last workshop. Would like to finish a kist.',
    care: 'Text, never ring. Banter goes to the bone just now.',
  });
  hear(path, ago(7, '13:20'), shed, {
    name: 'accepted',
    note: 'He can have the bench by the window. I will be at the gate at ten to ten. Davie.',
  });
  remind(path, ago(5, '09:00'), 'First visit to the Shed: meet him at the gate', ahead(5));
  endPath(path);
}
