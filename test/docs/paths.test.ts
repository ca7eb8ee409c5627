import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';

const ROOT = path.join(import.meta.dirname, '..', '..');

const FOLDERS = ['src', 'commands', 'test', 'bench', 'scripts', 'docs'];

/** The files and folders of the repository, folders with an ending slash. */
const ENTRIES: readonly string[] = [
  'imports.grit',
  ...FOLDERS.flatMap((folder) => [
    `${folder}/`,
    ...readdirSync(path.join(ROOT, folder), { recursive: true, withFileTypes: true }).map(
      (entry) =>
        `${path.relative(ROOT, path.join(entry.parentPath, entry.name))}${entry.isDirectory() ? '/' : ''}`,
    ),
  ]),
];

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

const TEXTS = [
  'CONTRIBUTING.md',
  'docs/architecture.md',
  'docs/releasing.md',
  'src/search/README.md',
  'src/playground/README.md',
];

test.each(TEXTS)('every file and folder that %s names exists, and is the only one of that name', (file) => {
  const named = new Set(pathsIn(readFileSync(path.join(ROOT, file), 'utf8')));
  expect([...named]).not.toEqual([]);
  const besides = (one: string): string => path.posix.join(path.posix.dirname(file), one);
  const meant = (one: string): readonly string[] =>
    [one, besides(one)].some((entry) => ENTRIES.includes(entry))
      ? [one]
      : ENTRIES.filter((entry) => entry.endsWith(`/${one}`));
  const unclear = [...named].flatMap((one) => (meant(one).length === 1 ? [] : [{ [one]: meant(one) }]));
  expect(unclear).toEqual([]);
});

/** A name in the code that a document mentions: `drawPage`, `FrontMatter`, `DEFAULT_SETTINGS`. */
const NAME = /`([A-Z]\w+|[a-z]+[A-Z]\w*)`/gu;

test.each(['CONTRIBUTING.md', 'docs/architecture.md'])(
  'every name that %s takes from the code is there',
  (file) => {
    const names = [...readFileSync(path.join(ROOT, file), 'utf8').matchAll(NAME)].map(
      ([, name = '']) => name,
    );
    const code = ENTRIES.filter((entry) => /^(?:src|commands)\/.*\.ts$/u.test(entry)).map((entry) =>
      readFileSync(path.join(ROOT, entry), 'utf8'),
    );
    const isThere = (name: string): boolean =>
      code.some((text) => new RegExp(`\\b${name}\\b`, 'u').test(text));
    expect(names.filter((name) => !isThere(name))).toEqual([]);
  },
);
