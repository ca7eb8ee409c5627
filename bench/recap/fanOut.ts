import { type ChildProcess, spawn } from 'node:child_process';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Playground, type PlaygroundOptions, startPlayground } from '#playground/index.ts';
import { fill, type Place } from './fill.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

interface Stage {
  readonly playground: Playground;
  readonly bot: ChildProcess;
  /** Number of posted recaps. */
  readonly posted: () => number;
}

function addChannels(playground: Playground, count: number): Place[] {
  const places: Place[] = [];
  for (let guild = 0; places.length < count; guild += 1) {
    const channels = Array.from({ length: 25 }, (_, index) => ({ name: `channel-${index}` }));
    const { id, channelIds } = playground.addGuild({ name: `Server ${guild}`, channels });
    places.push(...channelIds.map((channelId) => ({ guildId: id, channelId })));
  }
  return places.slice(0, count);
}

/** A bot with so many recaps due shortly after its start. */
async function openStage(
  folder: string,
  script: string,
  count: number,
  options: PlaygroundOptions,
): Promise<Stage> {
  const playground = await startPlayground({ patienceMs: 60_000, ...options });
  const places = addChannels(playground, count);
  const file = path.join(folder, `${path.basename(script)}.sqlite`);
  const now = Temporal.Now.instant();
  const due = now.add({ seconds: 75 }).round({ smallestUnit: 'minute', roundingMode: 'floor' });
  await fill(file, places, () => due, now);
  let posted = 0;
  playground.hear((change) => {
    if (change.kind === 'message' && change.isNew) posted += 1;
  });
  const bot = spawn(process.execPath, [path.join(root, script)], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
    env: {
      ...process.env,
      DISCORD_TOKEN: playground.token,
      DISCORD_API_URL: playground.apiUrl,
      DATABASE_URL: file,
      BOT_ID: playground.applicationId,
      LOG_LEVEL: 'warn',
    },
  });
  return { playground, bot, posted: () => posted };
}

async function closeStage({ playground, bot }: Stage): Promise<void> {
  const gone = new Promise((resolve) => bot.once('exit', resolve));
  bot.kill('SIGTERM');
  await gone;
  await playground.close();
}

const pause = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, milliseconds));

const p99 = (times: readonly number[]): number =>
  times.toSorted((one, other) => one - other)[Math.floor(times.length * 0.99)] ?? Number.NaN;
const p50 = (times: readonly number[]): number =>
  times.toSorted((one, other) => one - other)[Math.floor(times.length * 0.5)] ?? Number.NaN;

const words = ['big', '쿠베', 'ml', '데이터', '5', 'edge', '오토', 'k'];

/** Times of successive autocompletions while `going` is true. */
async function type(context: Stage, going: (count: number) => boolean): Promise<number[]> {
  const person = context.playground.as('jimin');
  const times: number[] = [];
  while (going(times.length)) {
    const begun = performance.now();
    await person.complete('topic', 'name', words[times.length % words.length] ?? '');
    times.push(performance.now() - begun);
    await pause(5);
  }
  return times;
}

/** Deliveries a second without rate limits, and the effect of a rate-limited fan-out on autocompletion. */
export async function benchFanOut(folder: string): Promise<void> {
  const count = 2_000;
  const fast = await openStage(folder, 'bench/recap/fastBot.ts', count, { limits: false });
  while (fast.posted() === 0) await pause(5);
  const begun = performance.now();
  const first = fast.posted();
  while (fast.posted() < count) await pause(5);
  const seconds = (performance.now() - begun) / 1_000;
  console.log(
    `deliveries, with pictures, without Discord's limits: ${((count - first) / seconds).toFixed(0)} a second`,
  );
  await closeStage(fast);

  const paced = await openStage(folder, 'src/main.ts', 1_500, {});
  await paced.playground.until(
    () => (paced.playground.commands().some(({ command }) => command.name === 'recap') ? true : undefined),
    'the commands of the bot',
  );
  await type(paced, (typed) => typed < 200);
  const idle = await type(paced, () => paced.posted() === 0);
  const started = paced.posted();
  const at = performance.now();
  const busy = await type(paced, () => paced.posted() < 1_450);
  const rate = (paced.posted() - started) / ((performance.now() - at) / 1_000);
  const show = (times: readonly number[]) =>
    `p50 ${p50(times).toFixed(2)} ms, p99 ${p99(times).toFixed(2)} ms of ${times.length}`;
  console.log(`autocompletion while idle: ${show(idle)}`);
  console.log(`autocompletion while ${rate.toFixed(0)} recaps a second go out: ${show(busy)}`);
  console.log(`ratio: p50 ${(p50(busy) / p50(idle)).toFixed(2)}, p99 ${(p99(busy) / p99(idle)).toFixed(2)}`);
  await closeStage(paced);
}
