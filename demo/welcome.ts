import { programmeIds } from '../src/identity/index.ts';
import type { Database } from '../src/platform/database.ts';
import { loadDemo } from './load-demo.ts';
import { accounts, demoPassword, programme } from './programme.ts';

type Welcome = { db: Database; now: Date; print: (line: string) => void };

/** Makes the demo programme in a database that holds none, and answers who may sign in to it; '' where it is not. */
export async function welcome({ db, now, print }: Welcome): Promise<string> {
  const held = await db.outsideProgrammes(programmeIds);
  if (held.length && !held.includes(programme.id)) return '';
  if (!held.length) {
    print(`Making the demo programme, ${programme.name}. This takes some seconds, on the first start only.`);
    await loadDemo({ db, now });
  }
  const width = Math.max(...Object.values(accounts).map(({ email }) => email.length));
  const lines = Object.values(accounts)
    .slice(0, 8)
    .map(({ email, name, jobTitle }) => `  ${email.padEnd(width)}  ${name}, ${jobTitle.toLowerCase()}`);
  return `\nThe demo programme is fictional, and so is everybody in it. Sign in with the password ${demoPassword} as\n\n${lines.join('\n')}\n`;
}
