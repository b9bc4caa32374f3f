import { close, tryToReach } from '../path/supporting.ts';
import { accept } from '../path/referring.ts';
import { endPath } from '../path/path.ts';
import { accounts, practices, referred, type Scene } from './scene.ts';

/** People who were accepted, and whom nobody has met yet. */
export function firstContact(scene: Scene): void {
  const { ago, late, ahead } = scene.clock;
  const sam = accounts.sam.id;

  const bronwen = referred(
    scene,
    {
      givenName: 'Bronwen',
      familyName: 'Rees',
      dateOfBirth: '1971-09-03',
      practice: practices.fleet,
      place: 'Kirkcudbright',
      safeContact: { channels: ['phone', 'email'], voicemailOk: true, note: 'After four; she teaches.' },
      email: 'bronwen.rees@post.example',
    },
    ago(4, '13:30'),
    'fiona',
    {
      needs: ['bereavement', 'mood'],
      note: 'Her mother died in September. Back at school within the week. Cried when I asked who looks after her.',
    },
  );
  accept(bronwen, ago(2, '09:20'), sam);
  endPath(bronwen);

  const paul = referred(
    scene,
    { givenName: 'Paul', familyName: 'McGarva', dateOfBirth: '1976-11-27', practice: practices.glenkens, place: 'Mossdale' },
    ago(10, '10:10'),
    'isla',
    { needs: ['substances', 'housing'], note: 'Eight weeks sober. Sleeping in the caravan and winter is coming.' },
  );
  accept(paul, ago(8, '16:00'), sam);
  endPath(paul);

  const moira = referred(
    scene,
    {
      givenName: 'Moira',
      familyName: 'Kerr',
      dateOfBirth: '1964-03-14',
      practice: practices.glenkens,
      place: 'Castle Douglas',
      safeContact: { channels: ['phone'], voicemailOk: true, note: 'She is slow to the phone. Let it ring.' },
    },
    ago(13, '11:45'),
    'isla',
    { needs: ['loneliness', 'bereavement'], note: 'Lost her husband in August. Used to sing. Would like company more than advice.' },
  );
  accept(moira, ago(11, '09:00'), sam);
  tryToReach(moira, ago(8, '15:10'), {
    channel: 'phone',
    outcome: 'left-message',
    note: 'Said who I am and that I will ring again.',
    againOn: late(3),
  });
  endPath(moira);

  const dougie = referred(
    scene,
    {
      givenName: 'Douglas',
      familyName: 'Rennie',
      chosenName: 'Dougie Rennie',
      dateOfBirth: '1968-06-21',
      practice: practices.fleet,
      place: 'Dalbeattie',
    },
    ago(15, '14:20'),
    'fiona',
    { needs: ['work', 'mood'], note: 'Laid off from the sawmill after thirty years. Ashamed, he says, though of what he cannot tell you.' },
  );
  accept(dougie, ago(13, '10:30'), sam);
  tryToReach(dougie, ago(8, '10:05'), { channel: 'phone', outcome: 'no-answer' });
  tryToReach(dougie, ago(3, '17:45'), {
    channel: 'text',
    outcome: 'sent',
    note: 'Hello Dougie, Sam here, the link worker Dr Tait spoke of. Shall I ring on Thursday?',
    againOn: ahead(3),
  });
  endPath(dougie);

  const kenny = referred(
    scene,
    {
      givenName: 'Kenneth',
      familyName: 'Broadfoot',
      chosenName: 'Kenny Broadfoot',
      dateOfBirth: '1983-01-08',
      practice: practices.glenkens,
      place: 'Crossmichael',
    },
    ago(24, '09:30'),
    'anwar',
    { needs: ['money', 'mood'], note: 'Self-employed, three quiet months, two children at weekends.' },
  );
  accept(kenny, ago(21, '12:00'), sam);
  tryToReach(kenny, ago(17, '11:15'), { channel: 'phone', outcome: 'no-answer' });
  tryToReach(kenny, ago(11, '18:10'), { channel: 'text', outcome: 'sent', note: 'Asked when would suit.' });
  tryToReach(kenny, ago(5, '09:40'), {
    channel: 'letter',
    outcome: 'sent',
    note: 'A short letter by hand, with my number and no need to answer.',
  });
  endPath(kenny);

  const hughie = referred(
    scene,
    {
      givenName: 'Hugh',
      familyName: 'Carson',
      chosenName: 'Hughie Carson',
      dateOfBirth: '1949-04-17',
      practice: practices.glenkens,
      place: 'Laurieston',
    },
    ago(46, '10:00'),
    'isla',
    { needs: ['bereavement'], note: 'His brother and the dog, both in one month.' },
  );
  accept(hughie, ago(44, '09:10'), sam);
  tryToReach(hughie, ago(41, '14:00'), { channel: 'phone', outcome: 'no-answer' });
  tryToReach(hughie, ago(36, '10:30'), {
    channel: 'visit',
    outcome: 'no-answer',
    note: 'Smoke from the chimney. I left a card in the door.',
  });
  tryToReach(hughie, ago(30, '11:00'), { channel: 'letter', outcome: 'sent' });
  close(hughie, ago(26, '16:10'), {
    because: 'could-not-be-reached',
    outcome: 'I tried three ways over three weeks. He may not want company now, and that is his to decide.',
    forPractice: 'Please mention us again when he is next in. It needs only a word from you to start anew.',
    whatNext: 'The door stays open: he has my card.',
  });
  endPath(hughie);
}
