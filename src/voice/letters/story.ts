import type { Composer, Composers } from '../../messages/index.ts';
import { firstNameOf } from '../../people/index.ts';
import { findStory } from '../store/stories.ts';
import { linkDays, livingTeller, newLink } from '../uses/story-needs.ts';

/** Asks somebody for their story, or for their yes to its wording. Neither says why they were helped, or holds a word of it. */
const letterTo =
  (template: 'invitation' | 'to-check'): Composer =>
  async (tx, about, { programme, words, publicUrl, now, letter }) => {
    const story = await findStory(tx, about);
    const person = story && (await livingTeller(tx, story));
    const wanted = template === 'invitation' ? ['asked', 'begun'] : ['checking', 'approved'];
    if (!story || !person || !wanted.includes(story.stage)) return { why: 'withdrawn' };
    const mail = words.stories.mail[template];
    const url = `${publicUrl}/my-story/${await newLink(tx, story.id, template === 'invitation' ? 'tell' : 'check', now)}`;
    return {
      subject: mail.subject(programme.name),
      text: letter({
        greeting: firstNameOf(person),
        paragraphs: mail.paragraphs(programme.name, linkDays),
        link: { text: mail.open, url },
      }),
      short: mail.short(programme.name, url),
      secrets: [url],
    };
  };

export const storyLetters: Composers = { 'story-invitation': letterTo('invitation'), 'story-to-check': letterTo('to-check') };
