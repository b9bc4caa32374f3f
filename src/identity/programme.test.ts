import { describe, expect, it } from 'vitest';
import { mayCarryDetails, usualSettings } from './programme.ts';

describe('mail with a person’s details', () => {
  const settings = { ...usualSettings, secureEmailDomains: ['nhs.net', 'galloway.example'] };

  it.each(['isla@nhs.net', 'ISLA@NHS.NET', 'isla@glenkens.nhs.net', 'sam@galloway.example'])('may go to %s', (address) => {
    expect(mayCarryDetails(settings, address)).toBe(true);
  });

  it.each(['isla@nhs.net.example', 'isla@notnhs.net', 'isla@example.net', 'nhs.net', 'isla@gallowayxexample'])(
    'may not go to %s',
    (address) => {
      expect(mayCarryDetails(settings, address)).toBe(false);
    },
  );

  it('goes nowhere until the programme has said where', () => {
    expect(mayCarryDetails(usualSettings, 'isla@nhs.net')).toBe(false);
  });
});

describe('a programme that has not said otherwise', () => {
  it('gives people time and tries, and says who to ring', () => {
    expect(usualSettings).toMatchObject({
      timeZone: 'Europe/London',
      decideWithinDays: 5,
      firstAttemptWithinDays: 7,
      attemptsBeforeClosing: 3,
      attemptsOverDays: 10,
      chaseAfterDays: 7,
      replyLinkDays: 28,
      askStillRightAfterDays: 150,
    });
    expect(usualSettings.inDanger[0]?.number).toBe('999');
    expect(usualSettings.inDanger[1]?.number).toBe('111');
  });
});
