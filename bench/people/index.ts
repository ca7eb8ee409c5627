import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { NoResponseError, startPlayground } from '#playground/index.ts';

// Whether memory grows with people: many different ones use the bot, in a server and in DMs of their own.

const [, , , wanted = '100000'] = process.argv;
const PEOPLE = Number(wanted);
/** As many as a loaded machine still answers within Discord's 3 s. */
const AT_ONCE = 16;

const playground = await startPlayground({ limits: false });
const bot = fork(fileURLToPath(new URL('bot.ts', import.meta.url)), {
  execArgv: ['--expose-gc'],
  env: {
    ...process.env,
    DISCORD_TOKEN: playground.token,
    DISCORD_API_URL: playground.apiUrl,
    DATABASE_URL: ':memory:',
  },
});
await once(bot, 'message');

const heap = async (): Promise<number> => {
  const answer = once(bot, 'message');
  bot.send('heap');
  const [bytes] = await answer;
  return Number(bytes) / 2 ** 20;
};

let unanswered = 0;

const use = async (number: number): Promise<void> => {
  const { id } = playground.addPerson({ username: `person${number}` });
  const here = playground.as(id);
  try {
    await (number % 2 === 0 ? here : here.in('dm')).invoke('session', {
      options: { name: String(1 + (number % 6)) },
    });
  } catch (error) {
    // A loaded machine may miss Discord's 3 s; the bot has done the work all the same.
    if (!(error instanceof NoResponseError)) throw error;
    unanswered += 1;
  }
};

const useAll = async (from: number, to: number): Promise<void> => {
  let next = from;
  const work = async (): Promise<void> => {
    while (next < to) {
      const number = next;
      next += 1;
      await use(number);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
};

await useAll(0, 2_000);
const before = await heap();
console.log(`after  2000 people: ${before.toFixed(1)} MB of heap`);
for (let done = 2_000; done < PEOPLE; done += 14_000) {
  const to = Math.min(PEOPLE, done + 14_000);
  await useAll(done, to);
  console.log(`after ${String(to).padStart(6)} people: ${(await heap()).toFixed(1)} MB`);
}
const after = await heap();
console.log(
  `grown by ${(after - before).toFixed(1)} MB, ${(((after - before) * 2 ** 20) / PEOPLE).toFixed(0)} bytes a person`,
);
if (unanswered > 0) console.log(`${unanswered} people were answered too late: the machine is busy`);
bot.send('close');
await once(bot, 'exit');
await playground.close();
