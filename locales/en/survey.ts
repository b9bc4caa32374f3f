type Named = { programme: string; intervention: string; organisation: string };

/** What whoever is asked reads: a mail or a slip of paper, and the page on which they answer. */
export const survey = {
  answer: {
    title: (intervention: string) => `How is the ${intervention} going for you?`,
    lede: (count: number, minutes: string) => `${count} statements, ${minutes}. No name.`,
    minutes: (count: number) => (count > 12 ? 'about four minutes' : count > 7 ? 'about two minutes' : 'under a minute'),
    promiseHeading: 'What happens with your answers',
    promise: [
      'Nobody can tell which answers are yours: we tear up your link when they come, and keep no time.',
      'Nothing is shown until the survey has closed, and only if at least five people have answered.',
      'Then all the answers are destroyed. Only the counts and means are kept.',
      'Nothing is saved until you press Send. You may leave out what you like.',
    ],
    means: (organisation: string) => `“This organisation” means ${organisation}.`,
    who: (programme: string, day: string) => `Asked by ${programme}. You can answer until ${day}.`,
    block: (at: number, of: number) => `Part ${at} of ${of}`,
    generalBlock: 'Three questions to end with',
    notRelevant: 'Not relevant',
    kinds: { 6: 'to my role', 7: 'at this stage', 8: 'to this service' },
    send: 'Send my answers',
    nothing: 'Choose an answer to at least one of the statements, or close this page',
    impossible: 'This is not one of the answers. Choose one of those shown',
    doneTitle: 'Thank you',
    doneText: 'Your answers are in the box with the others. Your link has been torn up, and nobody can tell which are yours.',
    doneMore: 'The results will be shown to everybody who works here once the survey has closed.',
    usedTitle: 'This link has been used',
    usedText:
      'Each link takes one set of answers. If it was you: thank you, they are safe. If somebody else had your link, ask whoever invited you for a code on paper. We cannot see whose answers are whose, so none can be taken out.',
    overTitle: 'This survey has closed',
    overText: 'Thank you for wanting to answer. The next one will come, and your voice will count in it.',
    notYetTitle: 'This survey has not opened yet',
    notYetText: 'Keep your code, and come back when you hear that it is open.',
    unknownTitle: 'We do not know this code',
    unknownText: 'Look whether all of it was typed or copied, then try again.',
    waitTitle: 'Too many tries',
    waitText: 'Please wait a quarter of an hour, then try again.',
    codeTitle: 'Answer a survey',
    codeText: 'Type the code from your slip of paper.',
    code: 'Code',
    codeHint: 'Twelve letters and numbers, such as K7QM-2XRP-9TCD. Capitals and dashes do not matter.',
    codeMissing: 'Type the code from your slip',
    start: 'Start',
  },
  mail: {
    greeting: 'colleague',
    subject: {
      invitation: (organisation: string) => `Four minutes about how you work: ${organisation}`,
      reminder: (organisation: string) => `Still time to answer: ${organisation}`,
    },
    paragraphs: {
      invitation: ({ programme, intervention }: Named) => [
        `${programme} asks everybody who works with you how the ${intervention} is going: what makes sense, what is in the way, and what would help. It takes a few minutes, on a phone or a computer, without a name.`,
        'The link below is for you alone and works once. It is torn up when you answer, so nobody can tell which answers are yours. Nothing is shown unless at least five people have answered.',
      ],
      reminder: ({ intervention }: Named) => [
        `There is still time to say how the ${intervention} is going for you. We know only that your link has not been used. If you would rather not answer, you need do nothing.`,
        'The link below is for you alone and works once. Nobody can tell which answers are yours.',
      ],
    },
    open: 'Answer here',
  },
  sheet: {
    title: 'Codes for a survey',
    how: (url: string) => `Cut along the lines. Give one to each person. They go to ${url} and type the code.`,
    once: 'These codes are not shown again. Each works once.',
    strip: (intervention: string, minutes: string) => `How is the ${intervention} going for you? It takes ${minutes}. No name.`,
    goTo: 'Go to',
    type: 'and type',
    until: (day: string) => `by ${day}.`,
    to: 'Whoever hands them out',
  },
};
