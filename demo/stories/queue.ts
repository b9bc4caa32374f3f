import { endPath } from '../path/path.ts';
import { answerTeam, askReferrer, giveBack } from '../path/referring.ts';
import { accounts, askedForThemselves, practices, referred, type Scene } from './scene.ts';

/** People who wait for the team to decide. */
export function queue(scene: Scene): void {
  const { ago } = scene.clock;
  const anywhere = { channels: ['phone', 'text'], voicemailOk: true, note: '' } as const;

  const shona = referred(
    scene,
    {
      givenName: 'Shona',
      familyName: 'Baird',
      dateOfBirth: '1979-05-02',
      practice: practices.glenkens,
      place: 'St John’s Town of Dalry',
      safeContact: anywhere,
    },
    ago(1, '11:20'),
    'isla',
    {
      needs: ['money', 'energy'],
      note: 'Her hours at the mill shop were halved. She heats one room and says she is managing. I do not think she is.',
    },
  );
  endPath(shona);

  const archie = referred(
    scene,
    {
      givenName: 'Archibald',
      familyName: 'Dodds',
      chosenName: 'Archie Dodds',
      dateOfBirth: '1960-01-19',
      practice: practices.glenkens,
      place: 'Carsphairn',
    },
    ago(8, '16:40'),
    'anwar',
    { needs: ['purpose', 'loneliness'], note: 'Sold the farm in spring. Says the days have no edges now. Good with his hands.' },
  );
  endPath(archie);

  const nasreen = referred(
    scene,
    {
      givenName: 'Nasreen',
      familyName: 'Akhtar',
      dateOfBirth: '1990-08-11',
      practice: practices.glenkens,
      place: 'New Galloway',
      interpreter: 'Urdu',
      safeContact: { channels: ['text'], voicemailOk: false, note: '' },
    },
    ago(6, '09:45'),
    'isla',
    { needs: ['loneliness', 'family'], note: 'Came with the baby. Her sister-in-law answered for her.' },
  );
  askReferrer(nasreen, ago(4, '14:05'), {
    by: accounts.sam.id,
    question: 'Is there a time when we can speak with Nasreen on her own, with an interpreter who is not family?',
  });
  endPath(nasreen);

  const liam = referred(
    scene,
    {
      givenName: 'Liam',
      familyName: 'Carruthers',
      dateOfBirth: '2007-02-23',
      practice: practices.glenkens,
      place: 'Balmaclellan',
      safeContact: anywhere,
    },
    ago(5, '15:30'),
    'isla',
    { needs: ['mood', 'work'], note: 'Left college at Easter and has hardly been out since. His gran came with him.' },
  );
  const asked = askReferrer(liam, ago(3, '10:15'), {
    by: accounts.rhona.id,
    question: 'Would he rather be met at home, or somewhere he can walk to?',
  });
  answerTeam(liam, ago(2, '12:30'), {
    question: asked,
    by: accounts.isla.id,
    text: 'He says the bench by the old station, if it is dry. He would like his dog to come.',
  });
  endPath(liam);

  const maureen = askedForThemselves(
    scene,
    {
      givenName: 'Maureen',
      familyName: 'Gilmour',
      dateOfBirth: '1955-03-30',
      practice: practices.fleet,
      place: 'Gatehouse of Fleet',
      safeContact: anywhere,
    },
    ago(2, '20:10'),
    'self',
    {
      needs: ['loneliness', 'caring'],
      note: 'I took the card from the surgery. My husband has gone into the home and the house is that quiet. I do not know who I am if I am not looking after him.',
    },
  );
  endPath(maureen);

  const hector = askedForThemselves(
    scene,
    {
      givenName: 'Hector',
      familyName: 'Sloan',
      dateOfBirth: '1936-07-07',
      practice: practices.fleet,
      place: 'Borgue',
      accessNeeds: 'Hard of hearing: speak up, and slowly.',
    },
    ago(3, '18:25'),
    'family',
    {
      needs: ['transport', 'food'],
      note: 'From his daughter in Leeds: Dad has given up the car. He will say he is fine. There was nothing in the fridge but milk. He knows I am writing this.',
    },
  );
  endPath(hector);

  const elsie = referred(
    scene,
    { givenName: 'Elspet', familyName: 'Murchie', dateOfBirth: '1968-10-12', practice: practices.fleet, place: 'Twynholm' },
    ago(0, '08:50') < scene.clock.now ? ago(0, '08:50') : ago(1, '17:40'),
    'fiona',
    { needs: ['condition', 'activity'], note: 'New to insulin and frightened by it. Asked whether she would ever bake again.' },
  );
  endPath(elsie);
}

/** Referrals that the team gave back, each with something that the referrer can do. */
export function givenBack(scene: Scene): void {
  const { ago } = scene.clock;

  const ewan = referred(
    scene,
    { givenName: 'Ewan', familyName: 'Mathieson', dateOfBirth: '1995-04-04', practice: practices.glenkens, place: 'Parton' },
    ago(12, '17:10'),
    'isla',
    { needs: ['mood'], note: 'Says there is no point to anything. Would not say more. Agreed to a link worker.' },
  );
  giveBack(ewan, ago(11, '09:05'), {
    by: accounts.sam.id,
    reason: 'unsafe-for-this-service',
    note: 'Thank you for thinking of us. I rang you as soon as I read it: he needs the mental health team today, not us in a fortnight. We would gladly see him afterwards.',
  });
  endPath(ewan);

  const ina = referred(
    scene,
    { givenName: 'Ina', familyName: 'Thomson', dateOfBirth: '1938-02-14', practice: practices.glenkens, place: 'Corsock' },
    ago(17, '11:00'),
    'isla',
    { needs: ['loneliness'], note: 'Lives alone, up a long track.' },
  );
  giveBack(ina, ago(15, '15:20'), {
    by: accounts.rhona.id,
    reason: 'person-declined',
    note: 'We had a good talk on the phone. She has her sister on Tuesdays and her hens, and does not want more just now. She has our card on the mantelpiece.',
  });
  endPath(ina);

  const greg = referred(
    scene,
    {
      givenName: 'Gregor',
      familyName: 'Halliday',
      dateOfBirth: '1982-12-01',
      practice: practices.glenkens,
      place: 'New Galloway',
      phone: '',
    },
    ago(9, '12:15'),
    'anwar',
    { needs: ['other'], note: '' },
  );
  giveBack(greg, ago(7, '10:40'), {
    by: accounts.sam.id,
    reason: 'not-enough-information',
    note: 'We have no number for him and do not know what he would like help with. Could you ask him, and send it again? One line is plenty.',
  });
  endPath(greg);
}
