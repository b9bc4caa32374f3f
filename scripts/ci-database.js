// A throw-away database for .ci/run. `create <name>` prints its address; `drop <address>` removes it, and what the tests made beside it.
// CI_POSTGRES_URL tells how to reach a server as somebody who may create databases; without it we try what a new server allows.
import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import pg from 'pg';

const port = process.env.CI_POSTGRES_PORT ?? '5432';
const at = (account, database) => `postgres://${account}@127.0.0.1:${port}/${database}`;

const connect = async (address) => {
  const client = new pg.Client({ connectionString: address, connectionTimeoutMillis: 5000 });
  await client.connect();
  return client;
};

/** The server's own account needs no password through its socket, so it can make an account of ours. */
const asPostgres = (sql) => {
  const become = process.getuid() === 0 ? ['runuser', '-u', 'postgres', '--'] : ['sudo', '-n', '-u', 'postgres'];
  const [command, ...args] = [...become, 'psql', '-qX', '-p', port, '-d', 'postgres', '-c', sql];
  execFileSync(command, args, { cwd: '/', stdio: ['ignore', 'ignore', 'pipe'] });
};

const ownAccount = (name) => {
  const password = randomBytes(16).toString('hex');
  asPostgres(`create role ${name} login superuser password '${password}'`);
  return at(`${name}:${password}`, 'postgres');
};

const create = async (name) => {
  const given = process.env.CI_POSTGRES_URL;
  const ways = given
    ? [() => given]
    : [() => at('postgres', 'postgres'), () => at('postgres:postgres', 'postgres'), () => ownAccount(name)];
  const refusals = [];
  for (const way of ways) {
    try {
      const address = way();
      const client = await connect(address);
      const { rows } = await client.query('show server_version_num');
      if (Number(rows[0].server_version_num) < 150_000) throw new Error('Bothy needs PostgreSQL 15 or newer');
      await client.query(`create database ${name}`);
      await client.end();
      return Object.assign(new URL(address), { pathname: `/${name}` }).href;
    } catch (error) {
      refusals.push(error.message);
    }
  }
  throw new Error(`No way into PostgreSQL; CI_POSTGRES_URL can name one. It said: ${refusals.join(' · ')}`);
};

const drop = async (address) => {
  const url = new URL(address);
  const name = url.pathname.slice(1);
  const client = await connect(Object.assign(new URL(url), { pathname: '/postgres' }).href);
  const { rows } = await client.query(`select datname from pg_database where datname = $1 or starts_with(datname, $1 || '_')`, [name]);
  for (const { datname } of rows) await client.query(`drop database "${datname}" with (force)`);
  await client.end();
  if (url.username === name) asPostgres(`drop role ${name}`);
};

const [verb, argument] = process.argv.slice(2);
if (verb === 'create') console.log(await create(argument));
else if (verb === 'drop') await drop(argument);
else throw new Error('Say `create <name>` or `drop <address>`');
