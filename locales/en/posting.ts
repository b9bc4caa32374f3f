/** What was sent to a person, and what is left to people's hands. */
export const posting = {
  way: { email: 'By email', text: 'By text message', letter: 'By letter', 'by-hand': 'Told by their link worker' },
  sent: {
    title: 'Messages to them',
    about: 'What Bothy has sent to them, or was going to. Links that only they were given are not kept here.',
    none: 'Nothing yet',
    noneText: 'When something is sent to them, it is listed here with the way by which it went.',
    told: 'I have told them',
    notNeeded: 'No longer needed',
    toPrint: 'Print it and post it',
  },
  letters: {
    title: 'Letters to post',
    about:
      'These people like letters best. Print each one, put it into a plain envelope with nothing on it that says who we are, and say when it is posted.',
    none: 'No letters to post',
    noneText: 'When somebody who likes letters best is to be told something, the letter is listed here.',
    to: 'To',
    what: 'What',
    since: 'Since',
    do: 'Next',
    print: 'Print',
    printAgain: 'Print again',
    posted: 'It is posted',
  },
};

export const postingNotices = {
  'message-told': 'Thank you. It is written down that they know.',
  'message-not-needed': 'It is taken away.',
  'letter-posted': 'Thank you. It is written down that the letter is on its way.',
};
