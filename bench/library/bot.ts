import { once } from 'node:events';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { FLAGS, MALLOC } from '../stub/bots.ts';
import { startBot } from '../stub/process.ts';

/** A start of the bot on a folder of posts, until it has shown two changes and closed. */
export interface BotRun {
  /** CPU time until the first /session is answered, and of each change until all has been quiet, in ms. */
  readonly start: number;
  readonly changes: readonly number[];
  /** MB of resident memory: when it serves, and the most until then, until the changes were shown, and until it closed. */
  readonly rss: number;
  readonly peaks: readonly [start: number, changes: number, close: number];
}

/** What is prepared for the first change once the start is over. */
const IDLE = 12_000;
/** Far longer than a change takes. */
const SHOWN = 3_000;
const EDITED = ['post-100.md', 'post-1877.md'];

/** @param posts with the posts that are edited; @param data the folder of its database and caches */
export async function runBot(posts: string, data: string): Promise<BotRun> {
  const environment = {
    DATABASE_URL: join(data, 'lectern.sqlite'),
    CONTENT_DIR: posts,
    SITE_URL: 'https://posts.example',
    ...MALLOC,
  };
  const { stub, child, cpu, rss, peak } = await startBot({
    script: 'src/main.ts',
    environment,
    flags: FLAGS,
  });
  await stub.online();
  await stub.interact({ kind: 'command', name: 'session', options: { name: 'post-100' } });
  const started = { start: cpu(), rss: rss(), peak: peak() };
  await sleep(IDLE);
  const changes: number[] = [];
  for (const file of EDITED) {
    const before = cpu();
    const path = join(posts, file);
    await writeFile(path, `${await readFile(path, 'utf8')}\nOne more sentence.\n`);
    await sleep(SHOWN);
    changes.push(cpu() - before);
  }
  const changed = peak();
  const gone = once(child, 'exit');
  let closed = changed;
  const looks = setInterval(() => {
    // Nothing is told of a process that has ended.
    closed = Math.max(closed, peak() || 0);
  }, 5);
  child.kill('SIGTERM');
  await gone;
  clearInterval(looks);
  await stub.close();
  return { start: started.start, rss: started.rss, changes, peaks: [started.peak, changed, closed] };
}
