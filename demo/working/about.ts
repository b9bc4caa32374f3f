import type { Account, Asker } from '../../src/identity/index.ts';
import type { Content, SectionId } from '../../src/people/index.ts';
import { accounts, practices, programme } from '../programme.ts';
import { person, type Work } from './workers.ts';

type Told = { who: string; ago: number; section: SectionId; content: Content; learnt?: { interpreter: string; accessNeeds: string } };

const as = (account: Omit<Account, 'passwordHash'>): Asker => ({
  ...account,
  programme,
  practiceName: Object.values(practices).find(({ id }) => id === account.practice)?.name ?? null,
});
const row = (cells: Record<string, string | readonly string[]>) => ({ id: '', ...cells });

const tomasz: readonly Told[] = [
  {
    who: 'Tomasz Wójcik',
    ago: 20,
    section: 'communication',
    content: {
      language: 'Polish',
      interpreter: 'yes',
      reads: 'Polish',
      support: ['slowly'],
      note: 'Reads Polish well, English slowly. Please do not use his son to interpret.',
    },
    learnt: {
      interpreter: 'Polish',
      accessNeeds: 'Speaking slowly and plainly. Reads Polish well, English slowly. Please do not use his son to interpret.',
    },
  },
  {
    who: 'Tomasz Wójcik',
    ago: 16,
    section: 'aboutMe',
    content: {
      important: 'My son Kacper. He is nine. He is the reason I get up, also on the bad days.',
      communicate: 'I understand more than I can say. If I am quiet I am looking for the word, I am not angry.',
      pleaseDo: 'Please tell me what a letter says before you tell me what to do. Please do not speak to me through my son.',
      worthKnowing: 'In Łódź I built staircases. I can make a table from doors. I play chess on the phone with my brother.',
      writtenWith: 'Sam Findlay, link worker, with an interpreter',
    },
  },
  {
    who: 'Tomasz Wójcik',
    ago: 16,
    section: 'people',
    content: {
      carer: 'no',
      people: [
        row({
          name: 'Kacper',
          relation: 'child',
          is: ['lives-with', 'dependant'],
          mayKnow: 'nothing',
          mayKnowWords: 'Nothing about money',
        }),
        row({ name: 'Mrs Gray', relation: 'neighbour', is: ['emergency'], phone: '01632 960171', mayKnow: 'support', note: 'Brings soup' }),
      ],
    },
  },
  {
    who: 'Tomasz Wójcik',
    ago: 16,
    section: 'home',
    content: {
      household: 'children-alone',
      accommodation: 'private-rent',
      environment: 'Damp behind the bed. He has moved the bed twice.',
      gettingIn: 'Top bell. It sticks; press it twice.',
    },
  },
  {
    who: 'Tomasz Wójcik',
    ago: 9,
    section: 'concerns',
    content: { said: [row({ words: 'I am ashamed to be a man who hides from paper.', by: 'person' })] },
  },
];

const agnes: readonly Told[] = [
  {
    who: 'Agnes McMillan',
    ago: 31,
    section: 'aboutMe',
    content: {
      important: 'That somebody says my name out loud in the course of a day.',
      communicate: 'Speak to my left side. I was a telephonist: I hear what you do not say.',
      wellness: 'A good day I bake. A bad day I do not put the curtains back. If the curtains are shut at noon, knock.',
      pleaseDo: 'Please sit down. Please do not say “wee soul”.',
      worthKnowing: 'Thirty years on the Dumfries exchange. I put the call through the night the ferry went down.',
    },
  },
  {
    who: 'Agnes McMillan',
    ago: 31,
    section: 'requirements',
    content: {
      adjust: 'yes',
      adjustments: [
        row({
          what: 'Time to come to the door',
          type: 'time',
          detail: 'Count to sixty. People leave, and then she has got up for nothing.',
        }),
        row({ what: 'Somebody to sit on her left', type: 'communication' }),
      ],
      impairments: [row({ what: 'My right ear went with the measles', type: 'hearing' })],
      mobility: 'frame',
      mobilityWords: 'Indoors. Three steps at the door stop her.',
    },
  },
  {
    who: 'Agnes McMillan',
    ago: 24,
    section: 'services',
    content: { services: [row({ name: 'Alarm on a cord round her neck', type: 'equipment', authority: 'Dumfries and Galloway Council' })] },
  },
  { who: 'Agnes McMillan', ago: 24, section: 'identity', content: { title: 'Miss', maritalStatus: 'single', gender: 'woman' } },
];

const jordan: readonly Told[] = [
  {
    who: 'Jordan Reid',
    ago: 13,
    section: 'aboutMe',
    content: {
      important: 'My wee brother thinking I am alright.',
      communicate: 'Text. I can talk when I am walking or when I am making something.',
      wellness: 'If I stop answering it is not you. Send me a picture of wood.',
      pleaseDo: 'Please do not ring without a text first. Please do not ask me how I am in front of folk.',
    },
  },
  {
    who: 'Jordan Reid',
    ago: 13,
    section: 'daily',
    content: {
      work: 'looking',
      workWords: 'Joinery apprentice until June',
      interests: 'Wood. Walking. His gran’s dog.',
      alcohol: 'not-said',
    },
  },
];

/** What some of the people of the stories wanted to be known of them, in their words. */
export async function tellAbout({ clock, at }: Work): Promise<void> {
  for (const { who, ago, section, content, learnt } of [...tomasz, ...agnes, ...jordan]) {
    const { people } = at(clock.ago(ago, '17:00'));
    const saved = await people.saveSection(as(accounts.sam), person(who), { section, content, version: 0, learnt });
    if (!saved.ok) throw new Error(`The demo could not write down ${section} of ${who}.`);
  }
}
