import type { Command } from './command.ts';

/** Every command with its options and an example, or one of them. */
export function helpText(commands: Readonly<Record<string, Command>>, only?: string): string {
  const shown = Object.entries(commands).filter(([name]) => only === undefined || name === only);
  return [
    ...(only === undefined
      ? ['Usage: npm run bothy -- <command>', '', 'The database is chosen as for the server: DATABASE_URL, or the folder BOTHY_DATA.', '']
      : []),
    ...shown.flatMap(([name, command]) => [...describe(name, command), '']),
    ...(only === undefined ? ['help', '  Say this.', ''] : []),
  ].join('\n');
}

function describe(name: string, { summary, arguments: words, options = {}, example }: Command): string[] {
  const named = Object.entries(options).map(([option, { takes, means, needed }]): [string, string] => [
    `--${option}${takes ? ` <${takes}>` : ''}`,
    needed ? `${means} (needed)` : means,
  ]);
  const width = Math.max(0, ...named.map(([option]) => option.length));
  return [
    [name, words].filter(Boolean).join(' '),
    `  ${summary}`,
    ...named.map(([option, means]) => `    ${option.padEnd(width)}  ${means}`),
    `  Example: ${example}`,
  ];
}
