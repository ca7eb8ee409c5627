import { startBare, startLectern } from '../stub/bots.ts';
import type { InteractionData } from '../stub/discord.ts';
import type { Bot } from '../stub/process.ts';

// Resident memory over many session pages with a picture, 16 in flight, beside a bare discord.js bot that sends the same
// message and picture.

const PAGES = Number(process.argv[3] ?? 10_000);
const IN_FLIGHT = 16;
const STEPS = 5;

const PAGE: InteractionData = { kind: 'command', name: 'session', options: { name: '1' } };

/** In MB: at the first answer, then after each fifth of the pages. */
const curveOf = async (bot: Bot): Promise<readonly number[]> => {
  const curve = [bot.rss()];
  for (let step = 0; step < STEPS; step += 1) {
    let asked = 0;
    const lane = async (): Promise<void> => {
      while (asked < PAGES / STEPS) {
        asked += 1;
        await bot.stub.interact(PAGE);
      }
    };
    await Promise.all(Array.from({ length: IN_FLIGHT }, lane));
    curve.push(bot.rss());
  }
  return curve;
};

const ours = await startLectern();
const bare = await startBare(await ours.stub.interact(PAGE));
await bare.stub.interact(PAGE);
const steps = Array.from({ length: STEPS + 1 }, (_, step) => `${(PAGES / STEPS) * step} pages`);
console.log(`| RSS in MB | ${steps.join(' | ')} |\n|---|${steps.map(() => '---|').join('')}`);
for (const [name, bot] of Object.entries({ bare, Lectern: ours })) {
  const curve = await curveOf(bot);
  console.log(`| ${name} | ${curve.map((megabytes) => megabytes.toFixed(0)).join(' | ')} |`);
}
await Promise.all([ours.stop(), bare.stop()]);
