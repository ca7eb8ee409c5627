import { readdirSync } from 'node:fs';
import { cp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { findSession } from '#library/find.ts';
import type { Library } from '#library/model.ts';
import { readFolder } from '#library/read.ts';
import { folder, postsOf } from './folder.ts';
import { leaksIn, readingOf } from './reading.ts';

const FIXTURES = join(import.meta.dirname, 'fixtures');
const DIALECTS = readdirSync(FIXTURES, { withFileTypes: true }).flatMap((entry) =>
  entry.isDirectory() ? [entry.name] : [],
);

/** What stands in each folder and nobody may ever see. */
const SECRETS: Readonly<Record<string, readonly string[]>> = {
  astro: ['Nobody has checked', "keeper's own remark"],
  docc: ['keeper', 'nobody reads this', 'Metadata', 'TitleHeading', 'Automatic'],
  docusaurus: ['Only who has the address', 'nobody reads this'],
  hexo: ['只有知道密码'],
  hugo: ['보여서는 안', '초안입니다', '아직 때가'],
  logseq: ['LOGBOOK', 'collapsed', 'renderer', '6545de18'],
  jekyll: ['아무도 보아서는', '담당자 이름', '지울 것'],
  mkdocs: ['Nobody may read'],
  notion: ['아직 정하지 않았다'],
  obsidian: ['남에게 보이지', '정리가 덜 된', '다시 쓴다'],
  plain: ['Nobody shall see'],
  quirks: [],
  vuepress: ['아무도 읽지', 'const brightness', 'gold'],
  zola: ['keynote', 'author='],
  zenn: ['まだ書いています'],
};

const read = (dir: string) => readFolder({ dir, defaultLanguage: 'ko', siteUrl: undefined, now: () => NOW });
/** Long after every date in the fixtures but those far in the future. */
const NOW = Date.parse('2026-01-01');

const files = (dir: string): string[] =>
  readdirSync(dir, { recursive: true, withFileTypes: true }).flatMap((entry) =>
    entry.isFile()
      ? [
          join(entry.parentPath, entry.name)
            .slice(dir.length + 1)
            .normalize('NFC'),
        ]
      : [],
  );

const idsOf = (library: Library): ReadonlyMap<string, string> =>
  new Map(library.sessions.flatMap(({ id, posts }) => posts.map(({ file }) => [file, id] as const)));

describe.each(DIALECTS)('posts as %s has them', (dialect) => {
  const dir = join(FIXTURES, dialect);

  test('are read as a person would read them', async () => {
    const { library } = await read(dir);
    await expect(readingOf(library)).toMatchFileSnapshot(join(FIXTURES, `${dialect}.txt`));
  });

  test('show no syntax and no secret on any page', async () => {
    const { library } = await read(dir);
    for (const post of postsOf(library)) expect(leaksIn(library, post), post.file).toEqual([]);
    const all = JSON.stringify([library.sessions, library.topics]) + readingOf(library);
    for (const secret of SECRETS[dialect] ?? expect.unreachable(dialect)) expect(all).not.toContain(secret);
  });

  test('are each shown, or named with what keeps them out', async () => {
    const { library } = await read(dir);
    const told = new Set([
      ...postsOf(library).map(({ file }) => file),
      ...library.findings.map(({ file }) => file),
    ]);
    expect([...told].toSorted()).toEqual(files(dir).toSorted());
  });

  test('keep their ids whichever of the others is there', async () => {
    const whole = (await read(dir)).library;
    const ids = idsOf(whole);
    for (const gone of ids.keys()) {
      const made = await folder();
      await cp(dir, made.dir, { recursive: true });
      await rm(join(made.dir, gone));
      const { library } = await read(made.dir);
      for (const [file] of idsOf(library)) {
        const session = findSession(library, ids.get(file) ?? '');
        expect(
          session?.posts.map((post) => post.file),
          `${file} without ${gone}`,
        ).toContain(file);
      }
    }
  });
});
