import { connect, hear } from '../path/connecting.ts';
import { serviceId } from '../directory/directory.ts';
import { recordGap } from '../path/gap.ts';
import { endPath } from '../path/path.ts';
import { accept } from '../path/referring.ts';
import { meet, savePlan } from '../path/supporting.ts';
import { accounts, practices, referred, type Scene } from './scene.ts';

const sam = accounts.sam.id;

/** Fatima: she looks after everybody. */
export function fatima(scene: Scene): void {
  const { ago, ahead, dayAgo } = scene.clock;
  const path = referred(
    scene,
    {
      givenName: 'Fatima',
      familyName: 'Noor',
      dateOfBirth: '1981-04-09',
      practice: practices.fleet,
      place: 'Gatehouse of Fleet',
      email: 'fatima.noor@post.example',
      safeContact: {
        channels: ['text', 'email'],
        voicemailOk: true,
        note: 'Between ten and two, when her mother sleeps and the boys are at school.',
      },
    },
    ago(55, '10:20'),
    'fiona',
    {
      needs: ['caring', 'mood'],
      note: 'Mother with dementia, two boys, and the shop. I asked how she was and she told me how her mother was.',
    },
  );
  accept(path, ago(53, '09:40'), sam);
  meet(path, ago(50, '11:00'), { channel: 'phone', minutes: 20, note: 'She apologised for the noise four times. We agreed on Thursdays.' });
  meet(path, ago(44, '10:30'), {
    channel: 'visit',
    place: 'the flat above the shop',
    minutes: 70,
    present: 'Her mother, who sang to me',
    note: 'Nobody has called her a carer before. She wrote the word down.',
  });
  savePlan(path, ago(44, '12:00'), {
    whatMatters: 'That my mother is not afraid. That my boys remember this as a good time. One hour in which nobody needs me.',
    strengths: 'I run a shop, a house and a ward. My sister rings every night. I know forty of my mother’s songs.',
    needs: ['caring', 'mood'],
    goals: [
      { words: 'One afternoon a fortnight that is mine', importance: 9, confidence: 5, status: 'going-on' },
      { words: 'Know what we can claim', importance: 7, confidence: 8, status: 'reached' },
      { words: 'Swim again', importance: 6, confidence: 3, status: 'not-started' },
    ],
    actions: [
      { what: 'Carers’ Centre: a worker of her own', who: 'link-worker', name: '', when: dayAgo(40), status: 'done' },
      { what: 'Fill in the carer’s form with the centre', who: 'person', name: '', when: dayAgo(20), status: 'done' },
      { what: 'Ask at the pool about the quiet hour', who: 'link-worker', name: '', when: ahead(10), status: 'to-do' },
    ],
    reviewOn: ahead(7),
  });
  const worker = connect(path, ago(41, '14:15'), {
    service: serviceId('carers-support'),
    fields: ['phone', 'email', 'matters'],
    matters: 'Looks after her mother. Would like to know what she may claim, and to talk to somebody who does the same.',
  });
  hear(path, ago(39, '10:00'), worker, { name: 'accepted', note: 'Jess will ring her on Monday at eleven.' });
  hear(path, ago(30, '16:00'), worker, { name: 'came', on: dayAgo(31), note: 'Form filled in and sent. She stayed for the coffee.' });
  const sitter = connect(path, ago(29, '11:20'), {
    service: serviceId('carers-break'),
    fields: ['phone', 'address', 'care'],
    care: 'Her mother speaks Urdu when she is tired. Singing helps.',
  });
  hear(path, ago(26, '09:30'), sitter, {
    name: 'waiting-list',
    weeks: 10,
    note: 'We have one sitter with Urdu and she is full until the new year.',
  });
  meet(path, ago(20, '10:45'), {
    channel: 'phone',
    minutes: 25,
    note: 'The allowance has come through: she bought her mother a radio that finds the old station by itself.',
  });
  meet(path, ago(6, '11:10'), {
    channel: 'phone',
    minutes: 20,
    note: 'A bad week. She said it without apologising, which is new.',
    debrief: true,
  });
  endPath(path);
}

/** Lorna: there was nothing that fitted, and that was written down. */
export function lorna(scene: Scene): void {
  const { ago, ahead } = scene.clock;
  const path = referred(
    scene,
    {
      givenName: 'Lorna',
      familyName: 'Haining',
      dateOfBirth: '1987-07-16',
      practice: practices.glenkens,
      place: 'Carsphairn',
      safeContact: { channels: ['phone', 'text'], voicemailOk: true, note: '' },
    },
    ago(30, '15:00'),
    'isla',
    { needs: ['loneliness', 'transport'], note: 'Moved up the glen for her husband’s work. Home schooling two. The bus goes on Fridays.' },
  );
  accept(path, ago(28, '10:20'), sam);
  meet(path, ago(25, '19:30'), {
    channel: 'phone',
    minutes: 35,
    note: 'The only quiet is after eight. She used to play the fiddle in a band in Glasgow.',
  });
  savePlan(path, ago(21, '20:00'), {
    whatMatters: 'Playing with other people again. An evening when I am not anybody’s mum.',
    strengths: 'Fiddle. A full tank of patience and half a tank of diesel.',
    needs: ['loneliness', 'transport'],
    goals: [{ words: 'Play tunes with somebody once before Christmas', importance: 8, confidence: 4, status: 'going-on' }],
    actions: [{ what: 'Find out who else plays in the upper glen', who: 'link-worker', name: '', when: ahead(6), status: 'to-do' }],
    reviewOn: ahead(6),
  });
  recordGap(path, ago(18, '11:00'), {
    needs: ['loneliness', 'transport'],
    why: 'too-far',
    town: 'Carsphairn',
    note: 'Everything in the evening is forty minutes off, and there is no bus after five.',
  });
  const neighbour = connect(path, ago(17, '11:20'), { service: serviceId('choir'), kind: 'self' });
  hear(
    path,
    ago(9, '20:30'),
    neighbour,
    { name: 'did-not-come', on: scene.clock.dayAgo(10), note: 'The car would not start. She was in her coat.' },
    { heard: true },
  );
  endPath(path);
}
