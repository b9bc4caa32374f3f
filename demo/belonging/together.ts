import type { Account, Asker } from '../../src/identity/index.ts';
import { addDays, instantAt } from '../../src/platform/calendar.ts';
import type { Database } from '../../src/platform/database.ts';
import { openTogether } from '../../src/voice/index.ts';
import { openClock } from '../clock.ts';
import { must } from '../path/path.ts';
import { accounts, programme } from '../programme.ts';
import { anyAge, criteria, ideas, type IdeaToldInDemo, inTheirWords, offer, sayYes } from './together-told.ts';

const as = (account: Omit<Account, 'passwordHash'>): Asker => ({ ...account, programme, practiceName: null });
const [catriona, dev, alec, sam, rhona] = [accounts.catriona, accounts.dev, accounts.alec, accounts.sam, accounts.rhona].map(as) as [
  Asker,
  Asker,
  Asker,
  Asker,
  Asker,
];

/** A steering group that has met twice: what people told it, what it decided, and what came of it. */
export async function tellTogether(db: Database, now: Date): Promise<void> {
  const clock = openClock(now, programme.settings.timeZone);
  const none = () => Promise.resolve();
  const at = (instant: Date) => openTogether({ db, now: () => instant, post: { queue: none }, parts: [] });

  const began = at(clock.ago(120));
  const join = async (name: string, constituency: 'patients' | 'community' | 'staff' | 'commissioner', brings: string, account?: Asker) =>
    must(
      await began.addMember(catriona, {
        ...{ name, constituency, brings },
        account: account?.id ?? null,
        fromDay: clock.dayAgo(120),
        untilDay: name === 'Netta Rae' ? addDays(clock.today, 40) : null,
      }),
    ).id;
  const members = {
    alec: await join('Alec Dunn', 'patients', 'Was supported after his wife died, and stayed to help', alec),
    netta: await join('Netta Rae', 'patients', 'Looks after her brother; comes when somebody can sit with him'),
    jean: await join('Jean Kirkpatrick', 'community', 'The befriending scheme, and most of the phone numbers in the valley'),
    catriona: await join('Catriona Reid', 'staff', 'Leads the link workers', catriona),
    dev: await join('Dev Anand', 'staff', 'Answers for the programme', dev),
    isobel: await join('Isobel Tweedie', 'commissioner', 'Health and care partnership; reads every minute'),
  };

  const document = must(await at(clock.ago(118)).startDocument(catriona, 'criteria', 'Whom to refer to a link worker', criteria));
  must(await at(clock.ago(118)).startDocument(catriona, 'offer', 'What a link worker offers', offer));

  const said = new Map<string, string>();
  for (const [key, idea] of Object.entries(ideas) as [string, IdeaToldInDemo][]) {
    const then = at(clock.ago(idea.ago, '14:20'));
    const { id } = must(await then.typeIn(idea.came === 'page' ? sam : catriona, { ...given(idea), came: idea.came }));
    said.set(key, id);
    if (!idea.stage) continue;
    const sorting = { told: idea.told ?? idea.words, stage: idea.stage, answer: idea.answer ?? '', meeting: null };
    const later = at(clock.ago(Math.max(idea.ago - 3, 1), '09:10'));
    must(await later.sortIdea(catriona, { id, version: 1 }, sorting));
    if (idea.shown) must(await later.publishIdea(catriona, { id, version: 2 }, true));
  }

  const meet = async (ago: number, place: string, agenda: string): Promise<string> => {
    const startsAt = instantAt(programme.settings.timeZone, clock.dayAgo(ago), '14:00');
    const id = must(await at(clock.ago(ago + 12)).planMeeting(catriona, { startsAt, place, callLink: '', agenda }));
    must(await at(clock.ago(ago + 4)).makePaper(catriona, id));
    return id;
  };
  type How = 'there' | 'by-call' | 'sorry';
  const hold = async (ago: number, id: string, there: Partial<Record<keyof typeof members, How>>, notes: string) => {
    const attendance = new Map(Object.entries(there).map(([who, how]) => [members[who as keyof typeof members], how]));
    must(await at(clock.ago(ago, '16:10')).noteMeeting(catriona, id, { attendance, notes }, 1));
    return at(clock.ago(ago, '16:20'));
  };

  const age = must(
    await at(clock.ago(80)).propose(sam, document, {
      ...{ sections: anyAge, as: null, basedOn: 1 },
      why: 'I turn away two people under 65 every month. Loneliness does not wait for a pension.',
    }),
  );
  must(await at(clock.ago(79)).comment(alec, age, 'My neighbour is 41. She would have come.'));
  const first = await meet(
    62,
    'The library, Castle Douglas. The side door has no step.',
    'What people told us\nWho may be referred\nThe letters',
  );
  const decided = await hold(
    62,
    first,
    { alec: 'there', netta: 'by-call', jean: 'there', catriona: 'there', dev: 'there', isobel: 'sorry' },
    'Netta joined by telephone from her brother’s kitchen, and asked that the papers come in larger letters.',
  );
  must(
    await decided.decide(catriona, first, {
      ...{ what: 'Anybody of 18 or over may be referred', outcome: 'yes', otherwise: '', about: { kind: 'proposal', id: age } },
      reason: 'Age says little about who needs company. We look at the numbers again in half a year.',
    }),
  );
  const plain = must(
    await decided.decide(dev, first, {
      ...{ what: 'Letters look like ours, not like the hospital’s', outcome: 'yes', about: { kind: 'idea', id: said.get('letters')! } },
      reason: 'A letter must never frighten anybody before it is opened.',
      otherwise: 'One member would keep the practice’s name on the back.',
    }),
  );
  const green = must(
    await decided.addAction(dev, first, {
      ...{ what: 'A green envelope, and a first line that says “This is not about a test”', owner: members.dev, decision: plain.id },
      dueOn: clock.dayAgo(40),
    }),
  );
  must(
    await at(clock.ago(42)).finishAction(
      dev,
      green.id,
      { done: true, cameOfIt: 'Our letters come in a green envelope now, and begin with “This is not about a test or a result”.' },
      1,
    ),
  );
  must(await at(clock.ago(41)).publishIdea(catriona, { id: said.get('letters')!, version: 4 }, true));

  const ballot = must(
    await at(clock.ago(30)).openBallot(catriona, {
      question: 'What should we try first this winter?',
      options: ['One evening clinic a week', 'Lifts to the walking group', 'A quiet table at the lunch club'].map((text, nth) => ({
        key: `o${nth + 1}`,
        text,
      })),
      choose: 1,
      closesOn: clock.dayAgo(20),
    }),
  );
  for (const [asker, choice] of [
    [alec, 'o1'],
    [catriona, 'o1'],
    [dev, 'o2'],
  ] as const)
    must(await at(clock.ago(28)).vote(asker, ballot, [choice]));

  const yes = must(
    await at(clock.ago(27)).propose(rhona, document, {
      ...{ sections: sayYes, as: null, basedOn: 2 },
      why: 'Half of those who do not answer the phone told us later that they had only said yes to be polite.',
    }),
  );
  const second = await meet(16, 'Glenkens Medical Practice, room 3', 'Evenings\nBuses\nAsking properly');
  const then = await hold(
    16,
    second,
    { alec: 'there', netta: 'sorry', jean: 'there', catriona: 'there', dev: 'by-call', isobel: 'there' },
    'Jean brought shortbread. Isobel asked what an evening costs; Dev has the figures.',
  );
  must(
    await then.decide(catriona, second, {
      ...{ what: 'Nobody is referred who was not asked properly', outcome: 'yes', otherwise: '', about: { kind: 'proposal', id: yes } },
      reason: 'A yes that was said to please somebody is not a yes.',
    }),
  );
  const evening = must(
    await then.decide(catriona, second, {
      ...{ what: 'One evening a week, in New Galloway', outcome: 'yes', otherwise: '', about: { kind: 'idea', id: said.get('evening')! } },
      reason: 'We are going to try Tuesdays until seven, for three months, and count who comes.',
    }),
  );
  must(
    await then.decide(catriona, second, {
      ...{ what: 'Lifts to the walking group', outcome: 'later', otherwise: '', about: { kind: 'idea', id: said.get('bus')! } },
      reason: 'The community bus is insured from January. We ask again then.',
    }),
  );
  must(
    await then.addAction(catriona, second, {
      what: 'Agree the keys and the lights with the practice',
      owner: members.dev,
      decision: evening.id,
      dueOn: clock.late(3),
    }),
  );
  must(
    await then.addAction(catriona, second, {
      what: 'Ask at the lunch club who would come on a Tuesday evening',
      owner: members.alec,
      decision: evening.id,
      dueOn: clock.ahead(9),
    }),
  );
  must(await at(clock.ago(14)).publishIdea(catriona, { id: said.get('evening')!, version: 3 }, true));
  must(
    await at(clock.ago(5)).propose(alec, document, {
      ...{ sections: inTheirWords, as: 'patients', basedOn: 3 },
      why: 'I was “low mood, 74”. I had rather been “misses the hill, and somebody to walk it with”.',
    }),
  );
  const startsAt = instantAt(programme.settings.timeZone, clock.ahead(10), '14:00');
  const agenda = 'What people told us\nWrite what matters to them: Alec’s proposal\nThe evening so far';
  const next = must(await at(clock.ago(3)).planMeeting(catriona, { startsAt, place: 'The library, Castle Douglas', callLink: '', agenda }));
  must(await at(clock.ago(1)).makePaper(catriona, next));
}

const given = ({ words, voice, page = '' }: IdeaToldInDemo) => ({ words, voice, page, email: '' });
