import type { Command } from './command.ts';

export { helpText } from './help.ts';
export { givenOf, type Command, type Lent } from './command.ts';

/** What an operator can ask of Bothy. Each is loaded only when it is asked for. */
export const commands: Readonly<Record<string, Command>> = {
  migrate: {
    summary: 'Bring the tables up to date. Starting Bothy does this too.',
    example: 'npm run bothy -- migrate',
    load: () => import('./migrate.ts'),
  },
  seed: {
    summary: 'Fill an empty database with a made-up programme of any size. Nobody in it is real.',
    options: {
      people: { takes: 'number', means: 'how many people (1000)' },
      services: { takes: 'number', means: 'how many services (200)' },
      referrals: { takes: 'number', means: 'how many referrals (as many as people)' },
      seed: { takes: 'text', means: 'the same text makes the same programme (bothy)' },
    },
    example: 'npm run bothy -- seed --people 1000 --services 200 --referrals 1500 --seed hills',
    load: () => import('./seed.ts'),
  },
  'create-account': {
    summary: 'Add an account, and print a link by which its owner chooses a password.',
    options: {
      email: { takes: 'address', needed: true, means: 'what they sign in with' },
      name: { takes: 'name', needed: true, means: 'as colleagues know them' },
      role: {
        takes: 'role',
        needed: true,
        means: 'referrer, link-worker, team-lead, programme-manager, evaluator, steering-member or administrator',
      },
      practice: { takes: 'name', means: 'the practice of a referrer' },
      team: { takes: 'name', means: 'the team of a link worker or team lead' },
      programme: { takes: 'short name', means: 'which programme, where there are several' },
    },
    example: 'npm run bothy -- create-account --email priya@glenkens.example --name "Priya Shah" --role administrator',
    load: () => import('./create-account.ts'),
  },
  backup: {
    summary: 'Write everything into one file, as it stands at this moment. It holds personal data.',
    arguments: '<file>',
    example: 'npm run bothy -- backup bothy-2026-11-21.backup',
    load: () => import('./backup.ts'),
  },
  restore: {
    summary: 'Put a backup into an empty database, embedded or PostgreSQL.',
    arguments: '<file>',
    example: 'npm run bothy -- restore bothy-2026-11-21.backup',
    load: () => import('./restore.ts'),
  },
  export: {
    summary: 'Write one programme as a folder of CSV files, one for each table. They hold personal data.',
    arguments: '<folder>',
    options: {
      programme: { takes: 'short name', means: 'which programme, where there are several' },
      yes: { means: 'you have read that the files hold personal data' },
    },
    example: 'npm run bothy -- export ./glenkens --yes',
    load: () => import('./export.ts'),
  },
  'import-services': {
    summary: 'Read services from an Open Referral feed (HSDS 3 or Open Referral UK 3): over the web, from JSON, ndjson or CSV files.',
    arguments: '<url, file or folder>',
    options: {
      programme: { takes: 'short name', means: 'which programme, where there are several' },
      'dry-run': { means: 'only say what would change' },
      report: { takes: 'file', means: 'where to write every record that is not taken, with its reason' },
      'allow-private': { means: 'also read addresses of this machine and of private networks' },
    },
    example: 'npm run bothy -- import-services https://directory.example/oruk/v3',
    load: () => import('./import-services.ts'),
  },
  'import-taxonomy': {
    summary: 'Read a list of terms that others sort services by: OpenActive, Open Eligibility, CSV, JSON or a SNOMED CT reference set.',
    arguments: '<file>',
    options: {
      as: { takes: 'format', means: 'open-eligibility, openactive, csv, json or snomed-refset (told from the file when left out)' },
      descriptions: { takes: 'file', means: 'the description file that goes with a SNOMED CT reference set' },
      name: { takes: 'name', means: 'what the list is called; the same name again brings it up to date' },
      licence: { takes: 'text', means: 'whose it is, and under which licence; shown wherever its terms are' },
      'licence-uri': { takes: 'address', means: 'where the licence can be read' },
      'may-retire': { means: 'terms that are no longer in the file may go, however many' },
      'dry-run': { means: 'only say what would change' },
      programme: { takes: 'short name', means: 'which programme, where there are several' },
    },
    example: 'npm run bothy -- import-taxonomy activity-list.jsonld',
    load: () => import('./import-taxonomy.ts'),
  },
  'import-instrument': {
    summary: 'Read a measure (its questions, answers and how it is scored) from a JSON file. It is not in use until it is switched on.',
    arguments: '<file>',
    options: {
      'dry-run': { means: 'only say whether it can be taken' },
      programme: { takes: 'short name', means: 'which programme, where there are several' },
    },
    example: 'npm run bothy -- import-instrument our-questions.json --dry-run',
    load: () => import('./import-instrument.ts'),
  },
  'import-opt-outs': {
    summary: 'Compare everybody with a list of the national data opt-out. The numbers of the list are not kept.',
    arguments: '<csv>',
    options: {
      cleaned: { means: 'the list names who remains, as the NHS service sends it back, and not who opted out' },
      programme: { takes: 'short name', means: 'which programme, where there are several' },
    },
    example: 'npm run bothy -- import-opt-outs opted-out.csv',
    load: () => import('./import-opt-outs.ts'),
  },
  'export-services': {
    summary: 'Write every service, with all that is known of it, into an ndjson file in HSDS 3.1. Read in again, it is what it was.',
    arguments: '<file.ndjson>',
    options: {
      programme: { takes: 'short name', means: 'which programme, where there are several' },
      public: { means: 'only what anybody may read' },
    },
    example: 'npm run bothy -- export-services services.ndjson --public',
    load: () => import('./export-services.ts'),
  },
  'import-areas': {
    summary: 'Read figures of areas, such as a census, from a CSV file: one figure to a row, or one column for each.',
    arguments: '<csv>',
    options: {
      source: { takes: 'text', needed: true, means: 'who publishes the figures; named wherever they are shown' },
      licence: { takes: 'text', needed: true, means: 'under which licence' },
      name: { takes: 'text', means: 'what the table is called (the name of the file)' },
      year: { takes: 'year', means: 'of which year, where no column says so' },
      invented: { means: 'the figures are made up, for a demonstration or training' },
      'dry-run': { means: 'only say what would be taken' },
      programme: { takes: 'short name', means: 'which programme, where there are several' },
    },
    example: 'npm run bothy -- import-areas census-2022.csv --source "National Records of Scotland" --licence "OGL v3.0"',
    load: () => import('./import-areas.ts'),
  },
};
