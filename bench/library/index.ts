import { spawnSync } from 'node:child_process';
import { mkdtemp, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { FLAGS, MALLOC, prepare } from '../stub/bots.ts';
import { runBot } from './bot.ts';
import { SHAPES, writePosts } from './posts.ts';
import type { Measurements, Timing } from './reading.ts';

/**
 * Prints the time of reading 10,000 posts: initially, without changes, and with one post that changed, came or went
 * (the worst of five), each until questions are answered from it, with the settings of `npm start`. Then the memory of
 * the bot itself, which keeps all between starts, at its first start on the first of these folders and at the next.
 * Arguments are prefixes of the shapes to include.
 */
const script = fileURLToPath(new URL('./reading.ts', import.meta.url));
const wanted = process.argv.slice(2).filter((word) => word !== 'library');
const shapes = SHAPES.filter(
  ({ name }) => wanted.length === 0 || wanted.some((word) => name.startsWith(word)),
);
const print = (line: string): void => void process.stdout.write(`${line}\n`);
const readMeasured = (text: string): Measurements => JSON.parse(text);

print('| folder | reading | ms | CPU ms | of it main thread | longest stretch ms | its CPU ms |');
print('|---|---|---|---|---|---|---|');
for (const shape of shapes) {
  const { name } = shape;
  const dir = await realpath(await mkdtemp(join(tmpdir(), 'lectern-bench-')));
  // Written here: what that takes is not what reading takes.
  await writePosts(dir, shape);
  const run = spawnSync(process.execPath, [...FLAGS, '--expose-gc', script, dir], {
    encoding: 'utf8',
    env: { ...process.env, ...MALLOC },
  });
  await rm(dir, { recursive: true });
  if (run.status !== 0) {
    print(`| ${name} | failed: ${run.stderr.trim().split('\n').at(-1) ?? ''} | | | | | |`);
    continue;
  }
  const { first, index, nothing, text, heading, title, date, day, added, gone, heap, peak } = readMeasured(
    run.stdout,
  );
  const row = (what: string, { wall, cpu, main, stretch, stretchCpu }: Timing) => {
    const cells = [wall, cpu, main, stretch, stretchCpu].map((value) => value.toFixed(0));
    print(`| ${name} | ${what} | ${cells.join(' | ')} |`);
  };
  row(`first (heap then: ${heap.toFixed(0)} MB)`, first);
  row(`indexing (peak RSS then: ${peak.toFixed(0)} MB)`, index);
  row('nothing changed', nothing);
  row('a text changed', text);
  row('a heading is new', heading);
  row('a title changed', title);
  row('a date changed', date);
  row('a date moved an event', day);
  row('a post is new', added);
  row('a post is gone', gone);
}

const [shape] = shapes;
if (shape !== undefined) {
  const folder = await realpath(await mkdtemp(join(tmpdir(), 'lectern-bench-')));
  const [posts, data] = [join(folder, 'posts'), join(folder, 'data')];
  await writePosts(posts, shape);
  // What it is bundled to is there before the start, as after `npm ci`; nothing of these posts is.
  prepare({ DATABASE_URL: join(folder, 'other', 'lectern.sqlite') });
  print('');
  print(
    `| ${shape.name} | CPU ms until it serves | RSS MB then | CPU ms of two changes | peak MB: start | changes | close |`,
  );
  print('|---|---|---|---|---|---|---|');
  for (const which of ['first start', 'next start']) {
    const { start, rss, changes, peaks } = await runBot(posts, data);
    const cells = [start, rss.toFixed(0), changes.join(', '), ...peaks.map((peak) => peak.toFixed(0))];
    print(`| ${which} | ${cells.join(' | ')} |`);
  }
  await rm(folder, { recursive: true });
}
