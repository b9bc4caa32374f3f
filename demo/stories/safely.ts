import { connect, hear } from '../path/connecting.ts';
import { serviceId } from '../directory/directory.ts';
import { endPath } from '../path/path.ts';
import { accept } from '../path/referring.ts';
import { meet, savePlan, tryToReach } from '../path/supporting.ts';
import { accounts, practices, referred, type Scene } from './scene.ts';

const sam = accounts.sam.id;

/** Eilidh: somebody else opens the post. */
export function eilidh(scene: Scene): void {
  const { ago, ahead, dayAgo } = scene.clock;
  const path = referred(
    scene,
    {
      givenName: 'Eilidh',
      familyName: 'Paterson',
      dateOfBirth: '1992-01-22',
      practice: practices.glenkens,
      place: 'New Galloway',
      safeContact: {
        channels: ['text'],
        voicemailOk: false,
        note: 'Text only, on weekdays before three, and sign it “Sam from the library”. Never ring, leave a message or write: somebody else reads them.',
      },
    },
    ago(19, '09:10'),
    'isla',
    {
      needs: ['family', 'domestic-abuse'],
      note: 'She asked me not to write anything on the usual screen. Please read how to reach her before you do.',
    },
  );
  accept(path, ago(18, '09:00'), sam);
  tryToReach(path, ago(17, '11:00'), {
    channel: 'text',
    outcome: 'call-back',
    note: '“Not today. Thursday is good.”',
    againOn: dayAgo(15),
  });
  meet(path, ago(15, '11:30'), {
    channel: 'visit',
    place: 'the side room at the practice, booked as a blood test',
    minutes: 50,
    note: 'She decided everything: where to sit, what to say, when to stop. She has a bag packed at her friend’s. She is not ready, and that is hers to say.',
    debrief: true,
  });
  savePlan(path, ago(15, '12:40'), {
    whatMatters: 'My girls sleeping through. A door that I lock myself.',
    strengths: 'I have kept us safe for four years and nobody knew. I have one friend and she is worth ten.',
    needs: ['domestic-abuse', 'family'],
    goals: [{ words: 'Know what I could do, before I need to do it', importance: 10, confidence: 5, status: 'going-on' }],
    actions: [{ what: 'Meet the worker from Safe at Home, at the practice', who: 'person', name: '', when: dayAgo(6), status: 'done' }],
    reviewOn: ahead(4),
  });
  const worker = connect(path, ago(12, '10:15'), {
    service: serviceId('refuge-worker'),
    fields: ['phone', 'care'],
    care: 'Text only, before three, signed “Sam from the library”. Meet at the practice, never at home.',
  });
  hear(path, ago(11, '11:00'), worker, { name: 'accepted', note: 'We will come to her.' });
  hear(path, ago(5, '15:30'), worker, { name: 'came', on: dayAgo(6), note: '' });
  meet(path, ago(4, '13:00'), { channel: 'text', minutes: 5, note: '“She was lovely. Same time next week.”' });
  endPath(path);
}

/** Rosie: called by her name. */
export function rosie(scene: Scene): void {
  const { ago, ahead, dayAgo } = scene.clock;
  const path = referred(
    scene,
    {
      givenName: 'Ross',
      familyName: 'Hamilton',
      chosenName: 'Rosie Hamilton',
      pronouns: 'she/her',
      dateOfBirth: '1997-03-05',
      practice: practices.fleet,
      place: 'Dalbeattie',
      email: 'rosie.h@post.example',
      safeContact: { channels: ['text', 'email'], voicemailOk: false, note: 'Ask for Rosie. Her parents’ phone has another name on it.' },
    },
    ago(33, '16:20'),
    'fiona',
    { needs: ['loneliness', 'mood'], note: 'Her record still has her old name; she knows, and it is being changed. Please use Rosie.' },
  );
  accept(path, ago(31, '09:15'), sam);
  meet(path, ago(28, '17:00'), {
    channel: 'video',
    minutes: 40,
    note: 'Camera off, then on. She said it was the first appointment in a year that began with her name.',
  });
  savePlan(path, ago(28, '18:00'), {
    whatMatters: 'To be bored with other people. Not brave, not a topic. Just tea and a bad film.',
    strengths: 'Draws comics that make strangers laugh on the bus. Kind to frightened animals.',
    needs: ['loneliness', 'mood', 'work'],
    goals: [
      { words: 'Have one friend I can send a stupid picture to', importance: 9, confidence: 5, status: 'reached' },
      { words: 'Two days’ work a week with animals', importance: 8, confidence: 4, status: 'not-started' },
    ],
    actions: [
      { what: 'Rainbow tea, the last Saturday of the month', who: 'person', name: '', when: dayAgo(15), status: 'done' },
      { what: 'Ask the job coach about the rescue kennels', who: 'link-worker', name: '', when: ahead(5), status: 'to-do' },
    ],
    reviewOn: ahead(12),
  });
  const circle = connect(path, ago(25, '10:00'), {
    service: serviceId('rainbow-trans'),
    fields: ['email', 'matters'],
    matters: 'Would like to meet other trans people, on a screen to begin with.',
  });
  hear(path, ago(22, '12:10'), circle, {
    name: 'cannot-help',
    reason: 'full',
    note: 'Our circle is eight and all eight still come, which is lovely and no use to Rosie. We will write when there is a chair.',
  });
  const tea = connect(path, ago(21, '09:45'), { service: serviceId('rainbow-tea'), fields: ['email'] });
  hear(path, ago(20, '10:30'), tea, { name: 'accepted', note: 'We have written to tell her where.' });
  hear(path, ago(14, '19:00'), tea, { name: 'came', on: dayAgo(15), note: 'She drew all of us.' });
  meet(path, ago(10, '17:00'), {
    channel: 'video',
    minutes: 30,
    note: 'Camera on. She has a friend called Bea and a plan involving a hedgehog.',
    nextStep: 'Job coach: ask about the kennels',
    nextOn: ahead(5),
  });
  endPath(path);
}

/** Oksana: a teacher, in a new language. */
export function oksana(scene: Scene): void {
  const { ago, ahead, dayAgo } = scene.clock;
  const path = referred(
    scene,
    {
      givenName: 'Oksana',
      familyName: 'Melnyk',
      dateOfBirth: '1985-09-14',
      practice: practices.glenkens,
      place: 'Castle Douglas',
      interpreter: 'Ukrainian',
      safeContact: { channels: ['phone', 'text', 'email'], voicemailOk: true, note: '' },
      email: 'oksana.melnyk@post.example',
    },
    ago(48, '11:30'),
    'isla',
    {
      needs: ['language', 'work'],
      note: 'Taught mathematics for fifteen years and now folds towels. Says the numbers are the only thing that stayed the same.',
    },
  );
  accept(path, ago(46, '09:30'), sam);
  meet(path, ago(43, '13:00'), {
    channel: 'visit',
    place: 'the library',
    minutes: 60,
    present: 'Interpreter (Ukrainian)',
    note: 'She corrected the interpreter, kindly, and then herself.',
  });
  savePlan(path, ago(43, '14:20'), {
    whatMatters: 'To stand in front of a class again. To telephone my mother with good news.',
    strengths: 'Fifteen years a teacher. Not afraid of hard things, only of telephones.',
    needs: ['language', 'work'],
    goals: [
      { words: 'Speak on the telephone in English without writing it down first', importance: 8, confidence: 5, status: 'going-on' },
      { words: 'Work with numbers again', importance: 10, confidence: 3, status: 'going-on' },
    ],
    actions: [{ what: 'English class, Tuesdays', who: 'person', name: '', when: dayAgo(38), status: 'done' }],
    reviewOn: ahead(11),
  });
  const english = connect(path, ago(41, '10:00'), { service: serviceId('english'), fields: ['phone', 'interpreter'] });
  hear(path, ago(40, '12:00'), english, { name: 'accepted', note: '' });
  for (const nth of [38, 33, 28])
    hear(path, ago(nth - 1, '12:30'), english, {
      name: 'came',
      on: dayAgo(nth),
      note: nth === 28 ? 'She now helps the others with fractions.' : '',
    });
  meet(path, ago(6, '13:00'), { channel: 'phone', minutes: 15, note: 'In English, without an interpreter. She had written nothing down.' });
  connect(path, ago(2, '15:10'), {
    service: serviceId('job-coach'),
    fields: ['phone', 'email', 'matters'],
    matters: 'Mathematics teacher from Kharkiv; wants to know how to have her degree recognised.',
  });
  endPath(path);
}
