import { callOff, chaseUntil, connect, hear, type Nth } from '../path/connecting.ts';
import { serviceId } from '../directory/directory.ts';
import { endPath, type Path } from '../path/path.ts';
import { accept } from '../path/referring.ts';
import { close, meet } from '../path/supporting.ts';
import { accounts, practices, referred, type Scene } from './scene.ts';

type Known = Parameters<typeof referred>[1];

/** Somebody older, met once, for whom befriending is asked. */
function asked(
  scene: Scene,
  known: Omit<Known, 'practice'>,
  from: number,
  words: { note: string; met: string; matters: string },
): { path: Path; visits: Nth } {
  const { ago } = scene.clock;
  const path = referred(
    scene,
    { ...known, practice: practices.glenkens, safeContact: { channels: ['phone'], voicemailOk: true, note: '' } },
    ago(from + 9, '10:30'),
    'isla',
    {
      needs: ['loneliness'],
      note: words.note,
    },
  );
  accept(path, ago(from + 7, '09:15'), accounts.sam.id);
  meet(path, ago(from + 3, '11:00'), { channel: 'visit', place: 'home', minutes: 60, note: words.met });
  const visits = connect(path, ago(from, '14:00'), {
    service: serviceId('befriending-home'),
    fields: ['phone', 'place', 'age-band', 'matters'],
    matters: words.matters,
  });
  return { path, visits };
}

/** One request to Stewartry Befriending in every state that there is. */
export function befriending(scene: Scene): void {
  const { ago, ahead, dayAgo } = scene.clock;

  const elspeth = asked(scene, { givenName: 'Elspeth', familyName: 'McKie', dateOfBirth: '1948-05-05', place: 'Crossmichael' }, 2, {
    note: 'Her neighbour of forty years has moved to be near her son.',
    met: 'She set out two cups before I had said yes. The house opposite has new people and they wave.',
    matters: 'Misses a cup of tea with somebody who knows the old names of things.',
  });
  endPath(elspeth.path);

  const betty = asked(
    scene,
    { givenName: 'Elizabeth', familyName: 'Kirk', chosenName: 'Betty Kirk', dateOfBirth: '1940-01-11', place: 'Parton' },
    12,
    {
      note: 'Ninety steps from the road, and she counts them.',
      met: 'She reads the atlas. Ask her about Valparaíso.',
      matters: 'Somebody to travel with, by atlas.',
    },
  );
  meet(betty.path, ago(5, '14:30'), {
    channel: 'phone',
    minutes: 20,
    note: 'She is in Patagonia this week, on page forty. Nobody from befriending has rung.',
  });
  chaseUntil(betty.path, ago(1, '18:00'));
  endPath(betty.path);

  const nan = asked(
    scene,
    { givenName: 'Agnes', familyName: 'Wallace', chosenName: 'Nan Wallace', dateOfBirth: '1942-06-18', place: 'Balmaclellan' },
    11,
    {
      note: 'Her sight is going and she has stopped going out.',
      met: 'She knows the room by heart, and me by my boots.',
      matters: 'Would love the paper read to her, the deaths first.',
    },
  );
  meet(nan.path, ago(8, '11:00'), { channel: 'phone', minutes: 20, note: 'She asked me what the sky was doing.' });
  hear(
    nan.path,
    ago(6, '16:30'),
    nan.visits,
    { name: 'accepted', note: 'Isobel will come on Mondays at two. She reads beautifully.' },
    { unread: true },
  );
  endPath(nan.path);

  const wullie = asked(
    scene,
    { givenName: 'William', familyName: 'Tait', chosenName: 'Wullie Tait', dateOfBirth: '1947-10-30', place: 'New Galloway' },
    32,
    {
      note: 'A shepherd who has nobody to tell about the weather.',
      met: 'We talked about the weather for an hour and it was not small talk.',
      matters: 'Somebody for whom a ewe is not just a sheep.',
    },
  );
  hear(wullie.path, ago(28, '10:00'), wullie.visits, {
    name: 'accepted',
    note: 'Rab farmed at Corsock. They will either be friends or fight.',
  });
  for (const nth of [22, 17, 12, 7]) {
    hear(wullie.path, ago(nth - 1, '10:00'), wullie.visits, {
      name: 'came',
      on: dayAgo(nth),
      note: nth === 7 ? 'They are friends. They also fight.' : '',
    });
  }
  meet(wullie.path, ago(5, '15:00'), {
    channel: 'phone',
    minutes: 20,
    note: 'He rang me. Rab is wrong about Blackfaces and is coming again on Tuesday.',
    nextStep: 'Ring him once more, then close',
    nextOn: ahead(6),
  });
  endPath(wullie.path);

  const jim = asked(
    scene,
    { givenName: 'James', familyName: 'Adair', chosenName: 'Jim Adair', dateOfBirth: '1958-08-08', place: 'Carsphairn' },
    16,
    {
      note: 'Widowed, retired and snowed in, all in one winter.',
      met: 'He had the kettle on at the gate, on a camping stove, because the electric was off.',
      matters: 'Company that comes up the road as far as Carsphairn.',
    },
  );
  hear(jim.path, ago(10, '11:45'), jim.visits, {
    name: 'cannot-help',
    reason: 'full',
    note: 'We have nobody who drives that far just now. I am sorry; he sounds like good company.',
  });
  meet(jim.path, ago(8, '10:00'), {
    channel: 'phone',
    minutes: 25,
    note: 'Told him about the driver. “Then let them ring,” he said. “I have a good telephone.”',
  });
  const calls = connect(jim.path, ago(8, '10:20'), { service: serviceId('befriending-phone'), fields: ['phone'] });
  hear(jim.path, ago(6, '12:00'), calls, { name: 'accepted', note: 'Sunday at five, before the news.' });
  endPath(jim.path);

  const rab = asked(scene, { givenName: 'Robert', familyName: 'Fingland', dateOfBirth: '1950-02-02', place: 'Castle Douglas' }, 21, {
    note: 'Home from hospital to a house that had been burgled.',
    met: 'He has changed the locks and would rather not open them.',
    matters: 'Slow to trust. A name and a photograph first would help.',
  });
  hear(rab.path, ago(17, '10:00'), rab.visits, {
    name: 'accepted',
    note: 'I will write to him with a photograph of Moyra, as you suggested.',
  });
  meet(rab.path, ago(7, '15:00'), { channel: 'phone', minutes: 10, note: 'Short. He said that he was busy. He was not.' });
  hear(
    rab.path,
    ago(3, '16:20'),
    rab.visits,
    {
      name: 'cannot-help',
      reason: 'could-not-reach',
      note: 'Two letters and four calls. His curtains were closed on Thursday. Is he all right?',
    },
    { unread: true },
  );
  endPath(rab.path);

  const maisie = asked(
    scene,
    { givenName: 'Mary', familyName: 'Black', chosenName: 'Maisie Black', dateOfBirth: '1945-12-24', place: 'St John’s Town of Dalry' },
    42,
    {
      note: 'Burnt a pan and frightened herself.',
      met: 'Her daughter rang while I was there, from Peebles. There is a room, with a garden door.',
      matters: 'A steady hour in the week.',
    },
  );
  callOff(maisie.path, ago(37, '09:30'), maisie.visits, {
    reason: 'no-longer-needed',
    note: 'She is going to live with her daughter, and is glad.',
  });
  close(maisie.path, ago(35, '11:00'), {
    because: 'moved-away',
    outcome: 'Maisie has moved to Peebles to her daughter’s. She took the good teapot.',
    forPractice: 'Her notes will be asked for by her new practice.',
  });
  endPath(maisie.path);
}
