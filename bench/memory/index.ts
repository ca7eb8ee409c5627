import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { startBot } from '../stub/process.ts';

// Resident memory over many session pages with a picture, 16 in flight, beside a bare discord.js bot that sends the same
// message and picture.

const PAGES = Number(process.argv[3] ?? 10_000);
const IN_FLIGHT = 16;
const STEP = PAGES / 10;

const data = await mkdtemp(path.join(tmpdir(), 'lectern-bench-'));
const bot = await startBot({
  script: 'src/main.ts',
  environment: { DATABASE_URL: path.join(data, 'lectern.sqlite') },
  flags: ['--max-semi-space-size=4', '--import', './scripts/compile-cache.js'],
});
await bot.stub.online();
const ask = () => bot.stub.interact({ kind: 'command', name: 'session', options: { name: '2' } });
const first = await ask();
console.log(`${first.contentType.split(';')[0]}, ${first.bytes.length} bytes`);
let asked = 0;
const lane = async (): Promise<void> => {
  while (asked < PAGES) {
    asked += 1;
    const report = asked % STEP === 0;
    await ask();
    if (report)
      console.log(
        `${asked} pages: ${bot.rss().toFixed(0)} MB, ${(bot.cpu() / asked).toFixed(2)} ms of CPU a page`,
      );
  }
};
await Promise.all(Array.from({ length: IN_FLIGHT }, lane));
await bot.stop();
await rm(data, { recursive: true });
