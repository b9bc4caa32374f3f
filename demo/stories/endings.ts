import { connect, hear } from '../path/connecting.ts';
import { serviceId } from '../directory/directory.ts';
import { endPath } from '../path/path.ts';
import { accept, reopen } from '../path/referring.ts';
import { close, meet, savePlan } from '../path/supporting.ts';
import { accounts, practices, referred, type Scene } from './scene.ts';

const sam = accounts.sam.id;

/** Bill: nearly done, and gently. */
export function bill(scene: Scene): void {
  const { ago, ahead, dayAgo } = scene.clock;
  const path = referred(
    scene,
    {
      givenName: 'William',
      familyName: 'Stewart',
      chosenName: 'Bill Stewart',
      dateOfBirth: '1956-02-10',
      practice: practices.glenkens,
      place: 'New Galloway',
      safeContact: { channels: ['phone'], voicemailOk: true, note: '' },
    },
    ago(70, '09:50'),
    'anwar',
    { needs: ['activity', 'condition'], note: 'A stent in spring and he is afraid of his own stairs.' },
  );
  accept(path, ago(68, '10:00'), sam);
  meet(path, ago(64, '10:30'), {
    channel: 'visit',
    place: 'home',
    minutes: 60,
    note: 'He showed me the stairs. We went up together, twice.',
  });
  savePlan(path, ago(64, '12:00'), {
    whatMatters: 'Seeing the ospreys with my granddaughter next summer. The hide is up a hill.',
    strengths: 'Thirty years a postman: he knows every path and every dog.',
    needs: ['activity', 'condition'],
    goals: [{ words: 'Walk two miles without counting my heart', importance: 9, confidence: 7, status: 'reached' }],
    actions: [{ what: 'Loch-side walk on Thursdays', who: 'person', name: '', when: dayAgo(55), status: 'done' }],
    reviewOn: ahead(10),
  });
  const walk = connect(path, ago(60, '11:10'), {
    service: serviceId('walk-easy'),
    kind: 'rung',
    fields: ['phone', 'care'],
    care: 'Had a stent in spring; his practice says that walking is right for him.',
  });
  hear(path, ago(59, '10:00'), walk, { name: 'accepted', note: '' }, { heard: true });
  for (const nth of [55, 45, 35, 25, 15]) hear(path, ago(nth, '16:00'), walk, { name: 'came', on: dayAgo(nth), note: '' }, { heard: true });
  meet(path, ago(11, '10:00'), {
    channel: 'phone',
    minutes: 20,
    note: 'He now walks at the back with the new ones. Ready to finish, he thinks; so do I.',
    nextStep: 'Closing talk: choose next steps',
    nextOn: ahead(10),
  });
  endPath(path);
}

/** Greta: it ended well. */
export function greta(scene: Scene): void {
  const { ago, dayAgo } = scene.clock;
  const path = referred(
    scene,
    {
      givenName: 'Margaret',
      familyName: 'Lindsay',
      chosenName: 'Greta Lindsay',
      dateOfBirth: '1968-07-01',
      practice: practices.glenkens,
      place: 'New Galloway',
      safeContact: { channels: ['phone', 'letter'], voicemailOk: true, note: '' },
    },
    ago(96, '14:10'),
    'isla',
    { needs: ['bereavement', 'loneliness'], note: 'Her son was twenty-six.' },
  );
  accept(path, ago(94, '09:00'), sam);
  meet(path, ago(91, '11:00'), {
    channel: 'visit',
    place: 'home',
    minutes: 90,
    note: 'I mostly listened. She showed me his boots.',
    debrief: true,
  });
  savePlan(path, ago(80, '11:30'), {
    whatMatters: 'Saying his name to somebody who does not flinch.',
    strengths: 'Still gets up and lights the stove.',
    needs: ['bereavement', 'loneliness'],
    goals: [
      { words: 'Go to the Grief Café once', importance: 8, confidence: 3, status: 'reached' },
      { words: 'Sleep in our bed and not the chair', importance: 7, confidence: 2, status: 'going-on' },
    ],
    actions: [{ what: 'Sam to sit beside me the first time', who: 'link-worker', name: '', when: dayAgo(70), status: 'done' }],
    reviewOn: null,
  });
  const cafe = connect(path, ago(78, '10:00'), { service: serviceId('grief'), kind: 'self' });
  hear(path, ago(68, '17:00'), cafe, { name: 'came', on: dayAgo(69), note: 'I went with her. She stayed after I left.' }, { heard: true });
  const sundays = connect(path, ago(64, '09:40'), {
    service: serviceId('befriending-phone'),
    fields: ['phone', 'care'],
    care: 'Her son died in spring. He was called Finlay, and she likes to hear it.',
  });
  hear(path, ago(61, '12:00'), sundays, { name: 'accepted', note: 'Moyra lost a daughter. She asked to be the one.' });
  hear(path, ago(50, '10:00'), sundays, { name: 'came', on: dayAgo(52), note: '' });
  meet(path, ago(40, '11:00'), {
    channel: 'visit',
    place: 'the bench by the kirk',
    minutes: 60,
    note: 'She told me about the café’s raffle. She laughed, and looked to see if that was allowed.',
  });
  hear(path, ago(31, '15:00'), sundays, {
    name: 'finished',
    note: 'Twelve Sundays. They have decided to go on as friends, so we have closed our side.',
  });
  meet(path, ago(28, '11:00'), { channel: 'phone', minutes: 30, note: 'A last talk. She will ring if she needs to, and I believe her.' });
  close(path, ago(27, '15:30'), {
    because: 'completed',
    goals: [
      { goal: 'Go to the Grief Café once', result: 'reached', words: 'I am on the tea rota.' },
      { goal: 'Sleep in our bed and not the chair', result: 'partly', words: 'Some nights.' },
    ],
    outcome: 'Greta goes to the Grief Café twice a month and has a friend who rings on Sundays. The nights are still long.',
    didNotWork: 'The walking group was too cheerful, too soon.',
    forPractice: 'She would like it if somebody said Finlay’s name when she is in.',
    whatNext: 'She knows that she can ring us, this winter or any other.',
  });
  endPath(path);
}

/** Pat: finished, and private about it. */
export function pat(scene: Scene): void {
  const { ago, dayAgo } = scene.clock;
  const path = referred(
    scene,
    {
      givenName: 'Patricia',
      familyName: 'Gilchrist',
      chosenName: 'Pat Gilchrist',
      dateOfBirth: '1963-11-15',
      practice: practices.fleet,
      place: 'Kirkcudbright',
    },
    ago(120, '10:00'),
    'fiona',
    { needs: ['work', 'mood'], note: 'Says that she is finished at sixty. She is not.' },
  );
  accept(path, ago(118, '11:00'), sam);
  meet(path, ago(112, '10:00'), {
    channel: 'phone',
    minutes: 30,
    note: 'She cannot read the forms, and has hidden it since school. I am the third person she has told.',
  });
  const reading = connect(path, ago(108, '10:00'), {
    service: serviceId('reading-skills'),
    fields: ['phone', 'care'],
    care: 'Please ring rather than write.',
  });
  hear(path, ago(105, '10:00'), reading, { name: 'accepted', note: '' });
  hear(path, ago(98, '10:00'), reading, { name: 'came', on: dayAgo(99), note: '' });
  meet(path, ago(70, '10:00'), {
    channel: 'visit',
    place: 'the Reading Rooms',
    minutes: 40,
    note: 'She read me a page. Her finger did not move along under it.',
  });
  hear(path, ago(52, '10:00'), reading, { name: 'finished', note: 'She has stayed on to help a beginner.' });
  close(path, ago(50, '12:00'), { because: 'completed', outcome: 'She reads.', tellReferrer: false });
  endPath(path);
}

/** Derek: an easy way back. */
export function derek(scene: Scene): void {
  const { ago, ahead, dayAgo } = scene.clock;
  const path = referred(
    scene,
    {
      givenName: 'Derek',
      familyName: 'Coltart',
      dateOfBirth: '1974-03-22',
      practice: practices.glenkens,
      place: 'Laurieston',
      safeContact: { channels: ['phone', 'text'], voicemailOk: true, note: '' },
    },
    ago(110, '16:00'),
    'isla',
    { needs: ['caring', 'mood'], note: 'His wife has MS and he has stopped coming to anything.' },
  );
  accept(path, ago(108, '10:00'), sam);
  meet(path, ago(104, '12:30'), { channel: 'phone', minutes: 25, note: 'On his break, in the lorry. It is the only room with a door.' });
  const group = connect(path, ago(100, '10:00'), { service: serviceId('carers-support'), fields: ['phone'] });
  hear(path, ago(97, '10:00'), group, { name: 'accepted', note: '' });
  hear(path, ago(90, '10:00'), group, { name: 'came', on: dayAgo(91), note: '' });
  hear(path, ago(66, '10:00'), group, { name: 'finished', note: 'Carer’s plan written; he has our number.' });
  close(path, ago(62, '15:00'), {
    because: 'completed',
    outcome: 'Derek has a carer’s plan and a Tuesday to himself.',
    whatNext: 'He can come straight back to us without being referred again.',
  });
  reopen(path, ago(4, '12:40'), sam);
  meet(path, ago(4, '12:50'), {
    channel: 'phone',
    minutes: 15,
    note: 'He rang from the lorry. She has had a relapse and the Tuesdays have stopped. He said that he had kept my number under the sun visor.',
    nextStep: 'Meet him at the lay-by café, with the carers’ worker',
    nextOn: ahead(2),
  });
  endPath(path);
}

/** Ishbel: to the end. */
export function ishbel(scene: Scene): void {
  const { ago } = scene.clock;
  const path = referred(
    scene,
    { givenName: 'Ishbel', familyName: 'Gow', dateOfBirth: '1951-09-09', practice: practices.fleet, place: 'Auchencairn' },
    ago(80, '10:00'),
    'fiona',
    { needs: ['condition', 'purpose'], note: 'She knows how long she has. She would like to spend it on something.' },
  );
  accept(path, ago(79, '09:00'), accounts.rhona.id);
  meet(path, ago(76, '14:00'), {
    channel: 'visit',
    place: 'home',
    minutes: 70,
    note: 'She wants her tunes written down, the ones that nobody else has.',
  });
  meet(path, ago(60, '14:00'), {
    channel: 'visit',
    place: 'home',
    minutes: 90,
    present: 'Ellen from the choir, with a recorder',
    note: 'Eleven tunes. She slept for two of them and played the rest.',
  });
  close(path, ago(45, '11:00'), {
    because: 'died',
    outcome: 'Ishbel died at home. Twenty-three of her tunes are written down, and the choir sang one at the kirk.',
  });
  endPath(path);
}

/** Sandy: he did not go, and that is no failure. */
export function sandy(scene: Scene): void {
  const { ago, ahead, dayAgo, late } = scene.clock;
  const path = referred(
    scene,
    {
      givenName: 'Alexander',
      familyName: 'Maxwell',
      chosenName: 'Sandy Maxwell',
      dateOfBirth: '1967-05-28',
      practice: practices.glenkens,
      place: 'Castle Douglas',
      safeContact: { channels: ['phone', 'text'], voicemailOk: true, note: '' },
    },
    ago(29, '12:00'),
    'isla',
    { needs: ['loneliness', 'purpose'], note: 'Since the divorce he works, sleeps and drives past the pub.' },
  );
  accept(path, ago(27, '09:00'), sam);
  meet(path, ago(22, '18:00'), { channel: 'phone', minutes: 40, note: 'He can strip an engine and cannot walk into a room.' });
  savePlan(path, ago(22, '18:50'), {
    whatMatters: 'Being missed if I did not turn up somewhere.',
    strengths: 'Engines. Turns up for other people.',
    needs: ['loneliness', 'purpose'],
    goals: [{ words: 'Walk into one room', importance: 8, confidence: 3, status: 'going-on' }],
    actions: [{ what: 'Repair café: mend one thing', who: 'person', name: '', when: ahead(7), status: 'to-do' }],
    reviewOn: late(1),
  });
  const shed = connect(path, ago(19, '10:00'), { service: serviceId('shed'), fields: ['phone'] });
  hear(path, ago(17, '10:00'), shed, { name: 'accepted', note: 'Tell him there is a tractor.' });
  hear(
    path,
    ago(2, '14:00'),
    shed,
    { name: 'did-not-come', on: dayAgo(3), note: 'I saw his van go by twice. The tractor can wait. Davie.' },
    { unread: true },
  );
  endPath(path);
}
