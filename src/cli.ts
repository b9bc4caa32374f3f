import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { type Command, commands, givenOf, helpText, type Lent } from './commands/index.ts';

/** `npm run bothy -- <command>`. Ends with 0, with 1 when it could not be done, and with 2 when it was not understood. */
async function main([name, ...rest]: string[]): Promise<number> {
  if (name === undefined || name === 'help' || name === '--help' || name === '-h') {
    console.log(helpText(commands));
    return 0;
  }
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (!command) return misunderstood(`There is no command ${name}.`);
  if (rest.includes('--help')) {
    console.log(helpText(commands, name));
    return 0;
  }
  try {
    const given = givenOf(parseArgs({ args: rest, options: optionsOf(command), allowPositionals: command.arguments !== undefined }));
    return await run(command, given);
  } catch (error) {
    if (/^ERR_PARSE_ARGS/.test((error as NodeJS.ErrnoException).code ?? '')) return misunderstood((error as Error).message, name);
    throw error;
  }
}

async function run(command: Command, given: ReturnType<typeof givenOf>): Promise<number> {
  const { readConfig } = await import('./platform/config.ts');
  const { plainSentence } = await import('./platform/plain-error.ts');
  let databaseUrl = '';
  try {
    const config = readConfig(process.env);
    databaseUrl = config.databaseUrl;
    const { version } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as { version: string };
    const lent: Lent = { config, version, now: () => new Date(), seed: async (ask) => (await import('../demo/index.ts')).seed(ask) };
    await (await command.load()).run(given, lent);
    return 0;
  } catch (error) {
    console.error(plainSentence(error, { databaseUrl }) ?? error);
    return 1;
  }
}

function misunderstood(why: string, name?: string): number {
  console.error(`${why}\n\n${helpText(commands, name)}`);
  return 2;
}

const optionsOf = ({ options = {} }: Command) =>
  Object.fromEntries(
    Object.entries(options).map(([name, { takes }]) => [name, { type: takes ? ('string' as const) : ('boolean' as const) }]),
  );

process.exitCode = await main(process.argv.slice(2));
