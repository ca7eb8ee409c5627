import { execFile, spawn } from 'node:child_process';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { childEnvironment, ROOT, temporaryFolder } from '../world.ts';

const run = promisify(execFile);

/** Where npm keeps what it has downloaded: a package that is there is not fetched again. */
const environment = { ...process.env, NODE_OPTIONS: '', npm_config_update_notifier: 'false' };

let folder: string;
let remove: () => Promise<void>;

beforeAll(async () => {
  ({ folder, remove } = await temporaryFolder());
  await run('npm', ['pack', '--pack-destination', folder], { cwd: ROOT, env: environment });
  const [packed = ''] = (await readdir(folder)).filter((name) => name.endsWith('.tgz'));
  await writeFile(path.join(folder, 'package.json'), '{"private":true}');
  const flags = ['--prefer-offline', '--no-audit', '--no-fund', '--omit=dev', '--ignore-scripts'];
  await run('npm', ['install', ...flags, path.join(folder, packed)], { cwd: folder, env: environment });
  await mkdir(path.join(folder, 'posts'));
  await writeFile(
    path.join(folder, 'posts', '2024-05-03-spark.md'),
    '---\ntitle: Spark talk\nlang: en\n---\n\n## Shuffling\n\nA shuffle moves rows between the nodes of a cluster.\n',
  );
});
afterAll(() => remove());

/** The command as npm has installed it, on this Node. */
const COMMAND = () => path.join(folder, 'node_modules', '.bin', 'lectern');

const call = async (...args: readonly string[]) => {
  try {
    const { stdout, stderr } = await run(process.execPath, [COMMAND(), ...args], {
      cwd: folder,
      env: childEnvironment(),
    });
    return { code: 0, stdout, stderr };
  } catch (error) {
    const { code, stdout, stderr } = error as { code: number; stdout: string; stderr: string };
    return { code, stdout, stderr };
  }
};

test('holds what runs, and no sources or tests', async () => {
  const files = await readdir(path.join(folder, 'node_modules', 'lectern'), { recursive: true });
  expect(files).toEqual(expect.arrayContaining(['README.md', 'LICENSE', path.join('dist', 'src', 'cli.js')]));
  const page = path.join('dist', 'src', 'playground', 'web');
  const isSource = (file: string) => file.endsWith('.ts') && !file.endsWith('.d.ts');
  expect(files.filter((file) => isSource(file) && !file.startsWith(page))).toEqual([]);
  expect(files.filter((file) => /^(?:test|bench|src|node_modules|data)\b/.test(file))).toEqual([]);
});

test('a program in TypeScript knows the types of what is exported', async () => {
  await writeFile(
    path.join(folder, 'program.mts'),
    `import { type Config, createLog, type Lectern, readConfig, startLectern } from 'lectern';
const config: Config = readConfig({ CONTENT_DIR: 'posts' });
const log = createLog({ level: config.logLevel, secrets: [] });
const bot: Lectern = await startLectern({ config, log, onEnd: ({ message, exitCode }) => log.error({ exitCode }, message) });
const link: string | undefined = bot.link;
// @ts-expect-error These are types, and not merely any.
const port: string = config.port;
export { link, port };
`,
  );
  const compiler = path.join(ROOT, 'node_modules', 'typescript', 'bin', 'tsc');
  const flags = ['--noEmit', '--strict', '--skipLibCheck', '--target', 'esnext', '--module', 'nodenext'];
  await expect(
    run(process.execPath, [compiler, ...flags, '--ignoreConfig', 'program.mts'], { cwd: folder }),
  ).resolves.toMatchObject({ stdout: '' });
  // Other ways in are closed.
  const program = "import('lectern/dist/src/config.js').catch(({ code }) => console.log(code))";
  const { stdout } = await run(process.execPath, ['--eval', program], { cwd: folder });
  expect(stdout).toBe('ERR_PACKAGE_PATH_NOT_EXPORTED\n');
});

test.each([
  [['--help'], /^Usage: lectern \[start\]/],
  [['start', '--help'], /^Usage: lectern start \[POSTS\]/],
  [['check', '--help'], /^Usage: lectern check/],
  [['ask', '--help'], /^Usage: lectern ask/],
  [['backup', '--help'], /^Usage: lectern backup FILE/],
  [['restore', '--help'], /^Usage: lectern restore FILE/],
  [['--version'], /^\d+\.\d+\.\d+/],
])('lectern %j', async (args, told) => {
  expect(await call(...args)).toEqual({ code: 0, stdout: expect.stringMatching(told), stderr: '' });
});

test('a wrong option is told with the usage', async () => {
  const { code, stderr } = await call('start', '--nonsense');
  expect(code).toBe(64);
  expect(stderr).toMatch(/Usage: lectern start/);
});

test('check and ask read the posts that are named', async () => {
  expect(await call('check', 'posts')).toMatchObject({ code: 0, stdout: expect.stringMatching(/1 session/) });
  const env = { ...childEnvironment(), CONTENT_DIR: 'posts' };
  const { stdout } = await run(process.execPath, [COMMAND(), 'ask', 'what is a shuffle?'], {
    cwd: folder,
    env,
  });
  expect(stdout).toMatch(/moves rows between the nodes/);
});

test('the bot starts on a folder, on its playground; its database is copied and put back', async () => {
  const child = spawn(process.execPath, [COMMAND(), 'posts'], {
    cwd: folder,
    env: { ...childEnvironment(), PORT: '0', PLAYGROUND_PASSWORD: 'four words make one' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const exit = new Promise((resolve) => child.once('close', resolve));
  onTestFinished(async () => {
    child.kill('SIGKILL');
    await exit;
  });
  const link = await new Promise<string>((resolve, reject) => {
    let told = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      told += text;
      const [, found] = /playground is open: (\S+)/.exec(told) ?? [];
      if (found !== undefined) resolve(found);
    });
    void exit.then(() => reject(new Error(told)));
  });
  const signedIn = await fetch(new URL('sign-in', link), {
    method: 'POST',
    body: new URLSearchParams({ password: 'four words make one' }),
    redirect: 'manual',
  });
  const [cookie = ''] = (signedIn.headers.get('set-cookie') ?? '').split(';');
  const get = (address: string) => fetch(new URL(address, link), { headers: { cookie } });
  const page = await get('');
  expect(page.status).toBe(200);
  const [, script = ''] = /<script type="module"[^>]*src="([^"]+)"/.exec(await page.text()) ?? [];
  expect((await get(script)).headers.get('content-type')).toMatch(/javascript/);
  const preview = await get('playground/preview.json?locale=en');
  expect(JSON.stringify(await preview.json())).toMatch(/Spark talk/);
  // As small as `npm start`, though a command has no flags.
  if (process.platform === 'linux')
    expect(await readFile(`/proc/${child.pid}/cmdline`, 'utf8')).toMatch(
      /--max-semi-space-size=4.*--no-regexp-tier-up/s,
    );

  expect(await call('backup', 'copy.sqlite')).toMatchObject({ code: 0 });
  expect(await call('restore', 'copy.sqlite')).toMatchObject({
    code: 78,
    stderr: expect.stringMatching(/in use/),
  });
  child.kill('SIGTERM');
  expect(await exit).toBe(0);
  expect(await call('restore', 'copy.sqlite')).toMatchObject({ code: 0 });
});
