import { expect, it } from 'vitest';
import { en } from '../../locales/en/index.ts';
import { letterText } from './letter.ts';

const words = en.messages.letter;

it('frames what is said with whom it is for, a link, a reference, who to ask and who sent it', () => {
  const text = letterText(words, 'Glenkens Connections', {
    greeting: 'Isla',
    paragraphs: ['The team has a question about your referral.'],
    link: { text: 'Read and answer it', url: 'https://bothy.example/referrals/1' },
    reference: 'SP-1234',
    ask: 'Catriona Reid, 01644 000000',
  });
  expect(text).toBe(`Dear Isla,

The team has a question about your referral.

Read and answer it:
https://bothy.example/referrals/1

Reference: SP-1234

Any questions? Ask Catriona Reid, 01644 000000.

This mail was sent by Bothy for Glenkens Connections.
`);
});

it('says nothing about what it was not given', () => {
  expect(letterText(words, 'Glenkens Connections', { greeting: 'Isla', paragraphs: [' ', 'Thank you.'] })).toBe(
    'Dear Isla,\n\nThank you.\n\nThis mail was sent by Bothy for Glenkens Connections.\n',
  );
});

it('keeps a greeting on one line', () => {
  expect(letterText(words, 'P', { greeting: 'Isla\n\nGordon', paragraphs: [] })).toMatch(/^Dear Isla Gordon,\n/);
});
