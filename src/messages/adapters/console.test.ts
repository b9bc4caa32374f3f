import { expect, it } from 'vitest';
import { openConsole } from './console.ts';

it('prints a letter whole, and says that it was not sent', async () => {
  const printed: string[] = [];
  const sent = await openConsole((text) => printed.push(text)).send({
    id: '1@bothy.example',
    to: { name: 'Isla Gordon', address: 'isla@practice.example' },
    subject: 'Your referral has come back',
    text: 'See why:\nhttps://bothy.example/referrals/1',
  });
  expect(sent.ok).toBe(true);
  expect(printed.join()).toMatch(
    /Not sent, printed only[^]*To: Isla Gordon <isla@practice\.example>\nSubject: Your referral has come back\n\nSee why:\nhttps:\/\/bothy\.example\/referrals\/1\n/,
  );
});
