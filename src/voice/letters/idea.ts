import type { Composer, Composers } from '../../messages/index.ts';
import { findIdea } from '../store/suggestions.ts';
import { addIdeaLink } from '../uses/suggestions.ts';

/** Says that there is an answer, and where: what was suggested, and what came of it, stand in no mail. */
const answered: Composer = async (tx, about, { words, programme, publicUrl, now, letter }) => {
  const idea = await findIdea(tx, about);
  if (!idea?.email || idea.takenBackAt) return { why: 'withdrawn' };
  const { mail } = words.together;
  const url = `${publicUrl}/idea/${await addIdeaLink(tx, idea.id, now)}`;
  return {
    subject: mail.subject(programme.name),
    text: letter({ greeting: mail.reader, paragraphs: [mail.stage[idea.stage]], link: { text: mail.open, url } }),
    secrets: [url],
    to: { name: '', address: idea.email },
  };
};

export const ideaLetters: Composers = { 'idea-answered': answered };
