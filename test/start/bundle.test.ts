import { appendFile, cp, mkdir, mkdtemp, readFile, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { test as base, describe, expect } from 'vitest';
import { bundleInstallation } from '../../scripts/build/bundle.ts';
import { BUNDLE, bundled } from '../../src/start/bundled.ts';

const FILES: Readonly<Record<string, string>> = {
  'package.json': '{ "type": "module", "imports": { "#greeting/*": "./src/greeting/*" } }',
  'node_modules/told/package.json': '{ "name": "told", "type": "module", "exports": "./index.js" }',
  'node_modules/told/index.js': 'export const told = (text) => text + "!";',
  'src/start/run.ts': `
    import { readFileSync } from 'node:fs';
    import { greeting } from '#greeting/greeting.ts';
    import { told } from 'told';
    export { page } from '../playground/index.ts';
    export const run = (): string => told(greeting() + readFileSync(new URL('./name.txt', import.meta.url), 'utf8'));
    export const here = import.meta.dirname;`,
  'src/start/name.txt': 'Ada',
  'src/playground/index.ts': "export const page = new URL('./web', import.meta.url).href;",
  'src/playground/web/index.html':
    '<!-- import map --><script type="module" src="/web/app.ts"></script><link href="/web/style/a.css">',
  'src/playground/web/app.ts': "import { word } from './words/word.ts'; document.title = word;",
  'src/playground/web/words/word.ts': "export const word: string = 'Playground';",
  'src/playground/web/style/a.css': 'p { margin: 0 }',
  'src/greeting/greeting.ts': "export const greeting = (): string => 'Hello ';",
};

/** A bundled installation. */
const test = base.extend<{ root: string }>({
  // biome-ignore lint/correctness/noEmptyPattern: vitest asks for a pattern
  root: async ({}, use) => {
    const folder = await mkdtemp(path.join(tmpdir(), 'lectern-test-'));
    for (const [file, text] of Object.entries(FILES)) {
      await mkdir(path.dirname(path.join(folder, file)), { recursive: true });
      await writeFile(path.join(folder, file), text);
    }
    await bundleInstallation(folder);
    await use(folder);
    await rm(folder, { recursive: true });
  },
});

test('runs as the sources do, and finds the files beside them', async ({ root }) => {
  const entry = bundled(root);
  expect(entry).toBe(path.join(root, BUNDLE, 'run.js'));
  // Without the files in it: what runs is the bundle.
  await rm(path.join(root, 'src/greeting'), { recursive: true });
  const { run, here } = await import(pathToFileURL(String(entry)).href);
  expect(run()).toBe('Hello Ada!');
  expect(here).toBe(path.join(root, 'src/start'));
});

test('holds the page of the playground', async ({ root }) => {
  const { page }: { readonly page: string } = await import(pathToFileURL(String(bundled(root))).href);
  expect(page).toBe(pathToFileURL(path.join(root, BUNDLE, 'web')).href);
  const read = (file: string) => readFile(path.join(fileURLToPath(page), file), 'utf8');
  expect(await read('index.html')).toBe(
    '<script type="module" src="/web/app.js"></script><link href="/web/style/a.css">',
  );
  expect(await read('app.js')).toMatch(/Playground/);
  expect(await read('app.js')).not.toMatch(/import/);
  expect(await read('style/a.css')).toBe('p { margin: 0 }');
});

describe('is not taken any more', () => {
  test.for([
    'src/start/run.ts',
    'src/greeting/greeting.ts',
    'node_modules/told/index.js',
    'package.json',
    'src/playground/web/words/word.ts',
    'src/playground/web/index.html',
  ])('after a change of %s', async (file, { root }) => {
    await appendFile(path.join(root, file), ' ');
    expect(bundled(root)).toBeUndefined();
  });

  test('after a change that keeps the size and the time of the file', async ({ root }) => {
    const file = path.join(root, 'src/greeting/greeting.ts');
    await writeFile(file, String(FILES['src/greeting/greeting.ts']).replace('Hello', 'Howdy'));
    await utimes(file, 0, 0);
    expect(bundled(root)).toBeUndefined();
  });

  test('where a file is gone', async ({ root }) => {
    await rm(path.join(root, 'src/greeting/greeting.ts'));
    expect(bundled(root)).toBeUndefined();
  });

  test('where its own files are damaged', async ({ root }) => {
    await writeFile(path.join(root, BUNDLE, 'run.js'), '');
    expect(bundled(root)).toBeUndefined();
  });

  test('where its record is damaged or not there', async ({ root }) => {
    await writeFile(path.join(root, BUNDLE, 'bundle.json'), '{ "entry": "run.js", "fi');
    expect(bundled(root)).toBeUndefined();
    await rm(path.join(root, BUNDLE), { recursive: true });
    expect(bundled(root)).toBeUndefined();
  });

  test('in a copy of the installation', async ({ root }) => {
    const copy = path.join(root, 'copy');
    for (const part of ['package.json', 'src', 'node_modules'])
      await cp(path.join(root, part), path.join(copy, part), { recursive: true, preserveTimestamps: true });
    expect(bundled(copy)).toBeUndefined();
  });
});

test('is replaced as a whole', async ({ root }) => {
  await writeFile(
    path.join(root, 'src/greeting/greeting.ts'),
    "export const greeting = (): string => 'Bye ';",
  );
  await bundleInstallation(root);
  const { run } = await import(pathToFileURL(String(bundled(root))).href);
  expect(run()).toBe('Bye Ada!');
});

test('an installation that cannot be bundled keeps what it has, and leaves nothing half done', async ({
  root,
}) => {
  await writeFile(path.join(root, 'src/start/run.ts'), "import './nowhere.ts';");
  await expect(bundleInstallation(root)).rejects.toThrow(/nowhere/);
  expect(bundled(root)).toBeUndefined();
});
