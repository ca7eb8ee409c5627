import { spawnSync } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Answer } from './discord.ts';
import { type Bot, startBot } from './process.ts';

/** Node's flags of `npm start`. */
export const FLAGS = [
  '--max-semi-space-size=4',
  '--no-regexp-tier-up',
  '--import',
  './scripts/compile-cache.js',
];

/** The environment of `npm start`: for malloc, which else keeps what threads and large buffers have given back. */
export const MALLOC = { MALLOC_ARENA_MAX: '2', MALLOC_MMAP_THRESHOLD_: '131072' } as const;

/** Does what `npm ci` does after an installation. */
export const prepare = (environment: Readonly<Record<string, string>>): void => {
  spawnSync(process.execPath, ['--no-regexp-tier-up', 'scripts/prepare.js'], {
    env: { ...process.env, ...environment },
    stdio: 'inherit',
  });
};

/** The bot on a database of its own, in a folder that is removed when it stops. */
export const startLectern = async (environment: Readonly<Record<string, string>> = {}): Promise<Bot> => {
  const data = await mkdtemp(path.join(tmpdir(), 'lectern-bench-'));
  const own = { DATABASE_URL: path.join(data, 'lectern.sqlite'), ...MALLOC, ...environment };
  prepare(own);
  const bot = await startBot({ script: 'src/main.ts', environment: own, flags: FLAGS });
  await bot.stub.online();
  return {
    ...bot,
    stop: async () => {
      await bot.stop();
      await rm(data, { recursive: true });
    },
  };
};

interface Constant {
  /** The message, as JSON. */
  readonly message: string;
  readonly picture?: File;
}

const constantOf = async ({ bytes, contentType }: Answer): Promise<Constant> => {
  if (!contentType.startsWith('multipart/'))
    return { message: JSON.stringify(JSON.parse(bytes.toString()).data) };
  const headers = { 'content-type': contentType };
  const form = await new Response(new Uint8Array(bytes), { headers }).formData();
  const picture = form.get('files[0]');
  return {
    message: JSON.stringify(JSON.parse(String(form.get('payload_json'))).data),
    ...(picture instanceof File ? { picture } : {}),
  };
};

/** A bare discord.js bot that answers as another one did, with a constant. */
export const startBare = async (answer?: Answer): Promise<Bot> => {
  const folder = await mkdtemp(path.join(tmpdir(), 'lectern-bench-'));
  const environment: Record<string, string> = {};
  const constant = answer && (await constantOf(answer));
  if (constant !== undefined) environment['MESSAGE'] = constant.message;
  if (constant?.picture !== undefined) {
    const { name } = constant.picture;
    environment['PICTURE'] = path.join(folder, name);
    environment['PICTURE_NAME'] = name;
    await writeFile(environment['PICTURE'], Buffer.from(await constant.picture.arrayBuffer()));
  }
  const bot = await startBot({ script: 'bench/stub/bareBot.js', environment });
  await bot.stub.online();
  return {
    ...bot,
    stop: async () => {
      await bot.stop();
      await rm(folder, { recursive: true });
    },
  };
};
