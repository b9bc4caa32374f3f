/** The three general questions. Their wording, and that of their ends, is not verified (domain.md, section 2). */
export const generalItems = [
  {
    id: 'G1',
    text: 'When you use the [intervention], how familiar does it feel?',
    low: 'still feels very new',
    high: 'feels completely familiar',
  },
  { id: 'G2', text: 'Do you feel the [intervention] is currently a normal part of your work?', low: 'not at all', high: 'completely' },
  { id: 'G3', text: 'Do you feel the [intervention] will become a normal part of your work?', low: 'not at all', high: 'completely' },
] as const;

export const generalTop = 10;

/** A statement as it is read: the names of the service and of the place where it is asked stand in it. */
export const inWords = (text: string, { intervention, organisation }: { intervention: string; organisation: string }): string =>
  text.replaceAll('[intervention]', intervention).replaceAll('[organisation]', organisation);

/** What a pulse asks unless somebody chooses otherwise: one statement of each part. */
export const usualPulse = ['C4', 'P2', 'A1', 'R3'] as const;
