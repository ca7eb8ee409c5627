import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import pg from 'pg';
import { openStore } from '#store/open.ts';
import { startServer } from '../../test/setup/postgres.ts';
import { type LoadStub, type Outcome, startLoadStub } from './discord.ts';

// `npm run bench -- load [--servers 20000] [--recaps 10000] [--rate 200] [--processes 3]`: several processes on one
// PostgreSQL, interactions at a steady rate, recaps that are due in the same minute, and one process killed meanwhile.
const { values } = parseArgs({
  args: process.argv.slice(2),
  allowPositionals: true,
  options: {
    servers: { type: 'string', default: '20000' },
    recaps: { type: 'string', default: '10000' },
    rate: { type: 'string', default: '200' },
    processes: { type: 'string', default: '3' },
  },
});
const servers = Number(values.servers);
const recaps = Number(values.recaps);
const rate = Number(values.rate);
const processes = Number(values.processes);

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
/** Milliseconds from the due time until a process is killed, and for which it is away. */
const KILL_AFTER = 15_000;
const AWAY = 3_000;
/** Milliseconds after which what is not posted counts as lost. */
const PATIENCE = 10 * 60_000;

const guildOf = (index: number): bigint => (16_000_000_000n + BigInt(index)) << 22n;
const channelOf = (index: number): string => (guildOf(index) + 1n).toString();

const fill = async (address: string, due: Temporal.Instant): Promise<void> => {
  await (await openStore(address)).close();
  const client = new pg.Client({ connectionString: address });
  await client.connect();
  const local = due.toZonedDateTimeISO('UTC');
  const day = due.subtract({ hours: 24 }).epochMilliseconds;
  const ids = Array.from({ length: recaps }, (_, index) => index.toString(36).padStart(8, '0'));
  await client.query(
    `insert into subscriptions
       (id, guild_id, channel_id, channel_kind, what, time, time_zone, days, language, thread, repeat, owner_id,
        created_at, active_from, state, next_date, next_due, planned_at, planned_zones, round, unreachable_dates)
     select id, guild_id, channel_id, 'channel', 'session', $4, 'UTC', '1234567', 'ko', 0, 'again', '1',
        $5, $5, 'active', $6, $7, $8, $9, 1, 0
     from unnest($1::text[], $2::text[], $3::text[]) as place (id, guild_id, channel_id)`,
    [
      ids,
      ids.map((_, index) => guildOf(index).toString()),
      ids.map((_, index) => channelOf(index)),
      local.toPlainTime().toString({ smallestUnit: 'minute' }),
      day,
      local.toPlainDate().toString(),
      due.epochMilliseconds,
      Temporal.Now.instant().epochMilliseconds,
      process.versions['tz'] ?? '',
    ],
  );
  await client.end();
};

const start = (stub: LoadStub, address: string, shard: number): ChildProcess =>
  spawn(
    process.execPath,
    ['--max-semi-space-size=4', '--no-regexp-tier-up', path.join(ROOT, 'src/main.ts')],
    {
      cwd: ROOT,
      stdio: ['ignore', 'ignore', 'inherit'],
      env: {
        PATH: process.env['PATH'],
        HOME: process.env['HOME'],
        DISCORD_TOKEN: 'load.load.load',
        DISCORD_API_URL: stub.apiUrl,
        DATABASE_URL: address,
        SHARDS: String(shard),
        SHARD_COUNT: String(processes),
        LOG_LEVEL: 'error',
      },
    },
  );

const string = (name: string, value: string) => ({ name, type: 3, value });
/** What people do, by turns: six in ten type, the others read, press and ask. */
const ACTIONS: readonly (readonly [type: number, data: object])[] = [
  [4, { id: '100', name: 'session', type: 1, options: [{ ...string('name', '빅쿼'), focused: true }] }],
  [2, { id: '100', name: 'session', type: 1, options: [string('name', '5')] }],
  [4, { id: '101', name: 'topic', type: 1, options: [{ ...string('name', 'ml'), focused: true }] }],
  [3, { custom_id: '/s/4', component_type: 2 }],
  [4, { id: '100', name: 'session', type: 1, options: [{ ...string('name', '데이터'), focused: true }] }],
  [
    2,
    {
      id: '102',
      name: 'ask',
      type: 1,
      options: [string('question', '빅쿼리에서 머신러닝은 어떻게 하나요?')],
    },
  ],
  [4, { id: '101', name: 'topic', type: 1, options: [{ ...string('name', '쿠베'), focused: true }] }],
  [2, { id: '100', name: 'session', type: 1, options: [string('name', '4')] }],
  [4, { id: '100', name: 'session', type: 1, options: [{ ...string('name', 'e'), focused: true }] }],
  [4, { id: '100', name: 'session', type: 1, options: [{ ...string('name', '엣지'), focused: true }] }],
];

const interactUntil = async (stub: LoadStub, isOver: () => boolean): Promise<readonly Outcome[]> => {
  const outcomes: Promise<Outcome>[] = [];
  const begun = performance.now();
  while (!isOver()) {
    const wanted = Math.floor(((performance.now() - begun) / 1_000) * rate);
    while (outcomes.length < wanted) {
      const [type, data] = ACTIONS[outcomes.length % ACTIONS.length] ?? [2, {}];
      outcomes.push(stub.interact(guildOf((outcomes.length * 7_919) % servers), data, type));
    }
    await pause(5);
  }
  return await Promise.all(outcomes);
};

const quantile = (sorted: readonly number[], q: number): string =>
  (sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * q))] ?? Number.NaN).toFixed(1);

const postgres = await startServer();
const stub = await startLoadStub(processes);
const bots: ChildProcess[] = [];
try {
  const client = new pg.Client({ connectionString: `${postgres.url}/postgres` });
  await client.connect();
  await client.query('create database load');
  await client.end();
  const address = `${postgres.url}/load`;
  // The processes are up by then, whatever second it is.
  const due = Temporal.Now.instant()
    .add({ seconds: 30 })
    .round({ smallestUnit: 'minute', roundingMode: 'ceil' });
  await fill(address, due);
  for (let shard = 0; shard < processes; shard += 1) bots.push(start(stub, address, shard));
  while (stub.shards() < processes) await pause(100);
  const untilDue = (): number => due.epochMilliseconds - Date.now();
  await pause(Math.max(0, untilDue() - 10_000));
  console.log(
    `${processes} processes, ${servers} servers, ${rate} interactions a second, ${recaps} recaps due at once`,
  );

  const killing = pause(Math.max(0, untilDue() + KILL_AFTER)).then(async () => {
    const [victim] = bots;
    victim?.kill('SIGKILL');
    console.log(`killed one process with ${stub.posts.size} recaps posted`);
    await pause(AWAY);
    bots[0] = start(stub, address, 0);
  });
  const isOver = (): boolean => stub.posts.size >= recaps || -untilDue() > PATIENCE;
  const outcomes = await interactUntil(stub, isOver);
  await killing;
  // What comes twice may come late.
  await pause(15_000);

  const answered = outcomes
    .flatMap((outcome) => (outcome.kind === 'answered' ? [outcome.ms] : []))
    .toSorted((a, b) => a - b);
  const countOf = (kind: Outcome['kind']): number =>
    outcomes.filter((outcome) => outcome.kind === kind).length;
  const lags = [...stub.posts.values()]
    .flatMap(([first]) => (first === undefined ? [] : [(first - due.epochMilliseconds) / 1_000]))
    .toSorted((a, b) => a - b);
  const twice = [...stub.posts.values()].filter(({ length }) => length > 1).length;
  console.log(
    `answers: ${answered.length} of ${outcomes.length}; p50 ${quantile(answered, 0.5)} ms, p99 ${quantile(answered, 0.99)} ms`,
  );
  console.log(
    `  ${countOf('away')} while their shard was away, ${countOf('cut')} under way as it was killed, ${countOf('unanswered')} not in time`,
  );
  console.log(
    `recaps: ${stub.posts.size} of ${recaps}; lag p50 ${quantile(lags, 0.5)} s, p99 ${quantile(lags, 0.99)} s, last ${quantile(lags, 1)} s`,
  );
  console.log(`  ${twice} twice, ${recaps - stub.posts.size} lost`);
  process.exitCode = twice === 0 && stub.posts.size === recaps ? 0 : 1;
} finally {
  await Promise.all(
    bots.map(async (bot) => {
      if (bot.exitCode !== null || bot.signalCode !== null) return;
      const gone = once(bot, 'exit');
      bot.kill('SIGTERM');
      await gone;
    }),
  );
  await stub.close();
  await postgres.stop();
}
