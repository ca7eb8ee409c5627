import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';
import { layoutOf } from '#library/layout.ts';
import type { Library, Post, Section } from '#library/model.ts';
import { readLibrary } from '#library/read.ts';
import type { FolderScan } from '#library/scan.ts';
import type { LibraryOptions } from '#library/snapshot.ts';

/** A content folder of its own for a test, removed after it. */
export interface Folder {
  readonly dir: string;
  write(file: string, content: string | Uint8Array): Promise<void>;
  remove(file: string): Promise<void>;
  read(options?: Partial<LibraryOptions>): Promise<Library>;
}

/** @param onFinished of the test; needed where tests run at the same time */
export async function folder(
  files: Readonly<Record<string, string>> = {},
  onFinished: typeof onTestFinished = onTestFinished,
): Promise<Folder> {
  const dir = await mkdtemp(join(tmpdir(), 'lectern-library-'));
  onFinished(() => rm(dir, { recursive: true, force: true }));
  const made: Folder = {
    dir,
    write: async (file, content) => {
      await mkdir(dirname(join(dir, file)), { recursive: true });
      await writeFile(join(dir, file), content);
    },
    remove: (file) => rm(join(dir, file), { recursive: true }),
    read: (options = {}) => readLibrary({ dir, defaultLanguage: 'ko', ...options }),
  };
  for (const [file, content] of Object.entries(files)) await made.write(file, content);
  return made;
}

/** A folder without anything in it, for posts that are given as text. */
export const NO_FOLDER: FolderScan = {
  root: '/c',
  posts: [],
  glossary: undefined,
  authors: [],
  pictures: new Map(),
  folders: [],
  findings: [],
  unreadable: [],
  skipped: [],
  layout: layoutOf([], []),
};

/** A post with a title and a body. */
export function post(title: string, body: string, more = ''): string {
  return `---\ntitle: ${JSON.stringify(title)}\n${more === '' ? '' : `${more}\n`}---\n${body}\n`;
}

/** All posts of a library. */
export function postsOf(library: Library): Post[] {
  return library.sessions.flatMap((session) => [...session.posts]);
}

/** The only post of a library. */
export function onlyPost(library: Library): Post {
  const [first, ...others] = postsOf(library);
  if (!first || others.length > 0)
    throw new Error(`One post was expected, not ${others.length + (first ? 1 : 0)}`);
  return first;
}

/** The section with this id, or an error that names those there are. */
export function section(of: Post, id: string): Section {
  const found = of.sections.find((one) => one.id === id);
  if (!found) throw new Error(`No section "${id}" among ${of.sections.map((one) => one.id).join(', ')}`);
  return found;
}

/** Codes of findings with their lines. */
export function codes(library: Library): string[] {
  return library.findings.map(({ code, line }) => `${code}:${line}`);
}
