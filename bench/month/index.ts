import { once } from 'node:events';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { bundle } from '../../scripts/build/bundle.ts';
import { fill } from '../recap/fill.ts';
import { numbers } from '../search/corpus.ts';
import { MALLOC } from '../stub/bots.ts';
import { memoryGroup } from '../stub/cgroup.ts';
import type { InteractionData } from '../stub/discord.ts';
import { startBot } from '../stub/process.ts';
import type { Told } from './bot.ts';
import { type Density, monthPosts, writePost } from './posts.ts';

// A month on a machine with 512 MB: 1,100 posts of 4 KB, read for the first time, one recap a minute, people who read and
// ask, and a changed post a day; on a clock that is moved on as soon as a minute's work is done.
// Usage: npm run bench -- month [DAYS] [POSTS] [usual|dense]. Where a cgroup can be made (as root), the bot runs in one
// of 512 MB; else with the heap that Node allows itself on such a machine.

const ROOT = path.join(import.meta.dirname, '../..');
const MACHINE = 512 * 2 ** 20;
/** MB of heap that Node allows itself there. */
const HEAP = 256;
/** MB of resident memory that are never to be exceeded. */
const MOST = 400;
const MINUTES = 24 * 60;
const BYTES = 4_096;
const ROWS = 10;
/** Milliseconds until a recap or a changed post counts as lost. */
const PATIENCE = 120_000;

const [, , , days = '30', count = '1100', density = 'usual'] = process.argv;
const DAYS = Number(days);
const POSTS = Number(count);

const pause = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, milliseconds));

const until = async (what: string, isSo: () => boolean | Promise<boolean>, step: number): Promise<void> => {
  for (const begun = performance.now(); !(await isSo()); await pause(step))
    if (performance.now() - begun > PATIENCE) throw new Error(`${what} did not come`);
};

const folder = await mkdtemp(path.join(tmpdir(), 'lectern-bench-'));
// Below node_modules, so that it finds the packages.
const bundled = path.join(ROOT, 'node_modules', '.cache', `lectern-bench-${process.pid}`);
const group = memoryGroup(MACHINE);
try {
  const content = path.join(folder, 'posts');
  const posts = await monthPosts(path.join(ROOT, 'content'), {
    count: POSTS,
    bytes: BYTES,
    density: density as Density,
  });
  for (const post of posts) await writePost(content, post, 'As written first');
  const data = path.join(folder, 'data');
  await mkdir(data);
  const database = path.join(data, 'lectern.sqlite');
  const begun = Temporal.Now.instant()
    .round({ smallestUnit: 'minute', roundingMode: 'ceil' })
    .add({ minutes: 5 });
  const places = Array.from({ length: MINUTES }, (_, minute) => ({
    guildId: '2',
    channelId: String(1_000 + minute),
  }));
  await fill(database, places, (index) => begun.add({ minutes: index }), begun.subtract({ minutes: 1 }));
  // As `npm start` runs it: from a bundle.
  await bundle({ root: ROOT, entry: path.join(import.meta.dirname, 'bot.ts'), output: bundled });

  const bot = await startBot({
    script: path.join(bundled, 'run.js'),
    flags: [
      '--max-semi-space-size=4',
      '--no-regexp-tier-up',
      ...(group === undefined ? [`--max-old-space-size=${HEAP}`] : []),
    ],
    environment: { ...MALLOC, CONTENT_DIR: content, DATABASE_URL: database, DEFAULT_LOCALE: 'ko' },
    ipc: true,
    group: group?.processes,
  });
  const gone = once(bot.child, 'exit');
  const tell = (told: Told): boolean => bot.child.send(told);
  const heap = async (): Promise<NodeJS.MemoryUsage> => {
    const answer = once(bot.child, 'message');
    tell({ kind: 'memory' });
    const [usage] = await answer;
    return usage as NodeJS.MemoryUsage;
  };
  const live = async (): Promise<void> => {
    await bot.stub.online();
    console.log(
      `${POSTS} ${density} posts, ${DAYS} days, ${group === undefined ? `a heap of ${HEAP} MB` : 'in a cgroup of 512 MB'}`,
    );
    console.log(
      '| day | recaps | RSS MB | most RSS MB | heap in use MB | outside the heap MB | CPU s |\n|---|---|---|---|---|---|---|',
    );
    const row = async (day: number): Promise<void> => {
      const { heapUsed, external } = await heap();
      const cells = [bot.rss(), bot.peak(), heapUsed / 2 ** 20, external / 2 ** 20, bot.cpu() / 1_000];
      console.log(`| ${day} | ${bot.stub.posted()} | ${cells.map((cell) => cell.toFixed(0)).join(' | ')} |`);
    };
    const random = numbers(7);
    const id = (): string => String(1 + Math.floor(random() * POSTS));
    const words = ['빅쿼', 'ml', '데이터', 'edge', '오토', 'k', 'clo', '모델', 'big', 'auto'] as const;
    const word = (): string => words[Math.floor(random() * words.length)] ?? '';
    const actions: readonly (() => InteractionData)[] = [
      () => ({ kind: 'command', name: 'session', options: { name: id() } }),
      () => ({ kind: 'completion', name: 'session', option: 'name', typed: word() }),
      () => ({ kind: 'press', customId: `/s/${id()}` }),
      () => ({ kind: 'completion', name: 'topic', option: 'name', typed: word() }),
      () => ({ kind: 'command', name: 'session', options: { name: id() } }),
      () => ({ kind: 'command', name: 'ask', options: { question: `${word()} ${word()}?` } }),
    ];
    let acted = 0;
    await bot.stub.interact({ kind: 'command', name: 'session', options: { name: '1' } });
    await row(0);
    for (let day = 0; day < DAYS; day += 1) {
      for (let minute = 0; minute < MINUTES; minute += 1) {
        const wanted = day * MINUTES + minute + 1;
        tell({ kind: 'time', at: begun.epochMilliseconds + (wanted - 1) * 60_000 + 1_000 });
        for (let person = 0; person < 3; person += 1, acted += 1) {
          const act = actions[acted % actions.length];
          if (act !== undefined) await bot.stub.interact(act());
        }
        await until(`recap ${wanted}`, () => bot.stub.posted() >= wanted, 1);
      }
      const at = (day * 37) % POSTS;
      const [post] = posts.slice(at, at + 1);
      if (post !== undefined) await writePost(content, post, `As changed on day ${day}`);
      const shown = async (): Promise<boolean> => {
        const { bytes } = await bot.stub.interact({ kind: 'press', customId: `/s/${at + 1}` });
        return bytes.includes(`As changed on day ${day}`);
      };
      await until(`the post changed on day ${day}`, shown, 100);
      if ((day + 1) % Math.ceil(DAYS / ROWS) === 0) await row(day + 1);
    }
    const peak = bot.peak();
    console.log(
      `never above ${peak.toFixed(0)} MB of ${MOST}; ${acted + DAYS} interactions; the limit was met ${group?.met() ?? 0} times`,
    );
    if (peak > MOST) process.exitCode = 1;
    await bot.stop();
  };
  const ended = gone.then(([code, signal]) => {
    if (code !== 0) throw new Error(`The bot ended with ${code ?? signal}`);
  });
  await Promise.race([live(), ended]);
  await bot.stub.close().catch(() => {});
} finally {
  group?.remove();
  await rm(bundled, { recursive: true, force: true });
  await rm(folder, { recursive: true });
}
