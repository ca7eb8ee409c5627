import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';

const ROOT = path.join(import.meta.dirname, '..', '..');

const FOLDERS = ['src', 'commands', 'test', 'bench', 'scripts', 'docs'];

/** The files and folders of the repository, folders with an ending slash. */
const ENTRIES: readonly string[] = FOLDERS.flatMap((folder) => [
  `${folder}/`,
  ...readdirSync(path.join(ROOT, folder), { recursive: true, withFileTypes: true }).map(
    (entry) =>
      `${path.relative(ROOT, path.join(entry.parentPath, entry.name))}${entry.isDirectory() ? '/' : ''}`,
  ),
]);

/** What stands for a name of the reader's own. */
const PLACEHOLDER = /\b[A-Z]+\.ts$|\*/u;

/** Files of code, and folders, that a text names: `src/main.ts`, `search/engine.ts`, `src/locales/`. */
const pathsIn = (text: string): readonly string[] =>
  [
    ...text.matchAll(
      /(?<![\w./-])((?:[\w-]+\/)*[\w-]+\.(?:ts|grit)|(?:src|commands|test|scripts)\/(?:[\w-]+\/)*)(?![\w*])/gu,
    ),
  ]
    .map(([, named = '']) => named)
    .filter((named) => !PLACEHOLDER.test(named));

const TEXTS = ['CONTRIBUTING.md', 'docs/architecture.md', 'src/search/README.md', 'src/playground/README.md'];

test.each(TEXTS)('every file and folder that %s names exists', (file) => {
  const named = pathsIn(readFileSync(path.join(ROOT, file), 'utf8'));
  expect(named).not.toEqual([]);
  const exists = (one: string): boolean =>
    ENTRIES.some((entry) => entry === one || entry.endsWith(`/${one}`)) || one === 'imports.grit';
  expect(named.filter((one) => !exists(one))).toEqual([]);
});
