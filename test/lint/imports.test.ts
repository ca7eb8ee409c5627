import { execFile } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';

const ROOT = path.join(import.meta.dirname, '..', '..');
const BIOME = path.join(ROOT, 'node_modules', '.bin', 'biome');

/** A file, and what it may not import. */
const FORBIDDEN: readonly (readonly [file: string, imported: string])[] = [
  ['src/library/probe.ts', '#search/engine.ts'],
  ['src/locales/probe.ts', '#library/model.ts'],
  ['src/search/probe.ts', '#pages/draw.ts'],
  ['src/store/probe.ts', '#recap/runner.ts'],
  ['src/pages/probe.ts', '#store/store.ts'],
  ['src/recap/probe.ts', '#discord/connect.ts'],
  ['src/meaning/probe.ts', '#commands/ask.ts'],
  ['src/discord/probe.ts', '#store/store.ts'],
  ['src/playground/probe.ts', '#library/model.ts'],
  ['src/config/probe.ts', '../start/lectern.ts'],
  ['src/git/probe.ts', '../start/lectern.ts'],
  ['src/ops/probe.ts', '#store/store.ts'],
  ['src/host/probe.ts', '../start/lectern.ts'],
  ['src/start/probe.ts', '../programs/ask.ts'],
  ['commands/probe.ts', '#discord/connect.ts'],
  ['commands/options/probe.ts', '../recap/form.ts'],
  ['src/library/compute/probe.ts', '../text/slug.ts'],
  ['src/library/text/probe.ts', '../post/model.ts'],
  ['src/library/text/names/probe.ts', '../../post/model.ts'],
  ['src/library/post/probe.ts', '#library/series/assemble.ts'],
  ['src/library/post/tags/probe.ts', '../markdown/body.ts'],
  ['src/library/post/dialects/probe.ts', '../frontMatter/yaml.ts'],
  ['src/library/topics/probe.ts', '../post/model.ts'],
  ['src/library/series/sessions/probe.ts', '../build/session.ts'],
  ['src/library/series/address/probe.ts', '../build/session.ts'],
  ['src/library/series/build/probe.ts', '../assemble.ts'],
  ['src/search/letters/probe.ts', '../words/verbs.ts'],
  ['src/search/words/probe.ts', '../index/segment.ts'],
  ['src/search/index/probe.ts', '../ranking/rank.ts'],
  ['src/search/index/tables/probe.ts', '../segment.ts'],
  ['src/search/ranking/probe.ts', '../answer/answer.ts'],
  ['src/search/answer/question/probe.ts', '../sentences/fit.ts'],
  ['src/search/answer/sentences/probe.ts', '../facts/facts.ts'],
  ['src/search/answer/facts/probe.ts', '../choose.ts'],
  ['src/search/answer/facts/probe.ts', '../names/askedName.ts'],
  ['src/pages/message/probe.ts', '../markdown/render.ts'],
  ['src/pages/markdown/probe.ts', '../session/sessionPage.ts'],
  ['src/pages/session/probe.ts', '../draw.ts'],
  ['src/pages/answer/probe.ts', '../draw.ts'],
  ['src/recap/time/probe.ts', '../runner.ts'],
  ['src/recap/delivery/probe.ts', '../slots.ts'],
  ['src/recap/delivery/probe.ts', '../newPosts.ts'],
  ['src/recap/delivery/outcomes/probe.ts', '../deliver.ts'],
  ['src/recap/delivery/outcomes/probe.ts', '../finalCheck.ts'],
  ['src/discord/rest/probe.ts', '../reply/respond.ts'],
  ['src/discord/rest/probe.ts', '../press.ts'],
  ['src/discord/reply/probe.ts', '../dispatch.ts'],
  ['src/playground/faults/probe.ts', '../world/world.ts'],
  ['src/playground/world/probe.ts', '../rest/app.ts'],
  ['src/playground/world/messages/probe.ts', '../journal.ts'],
  ['src/playground/rules/probe.ts', '../people/driver.ts'],
  ['src/playground/gateway/probe.ts', '../rest/app.ts'],
  ['src/playground/rest/probe.ts', '../people/driver.ts'],
  ['src/playground/people/probe.ts', '../page/server.ts'],
  ['src/search/ranking/probe.ts', 'discord.js'],
  ['commands/probe.ts', '@discordjs/rest'],
];

const ALLOWED: readonly (readonly [file: string, imported: string])[] = [
  ['src/search/probe.ts', '#library/model.ts'],
  ['src/discord/probe.ts', 'discord.js'],
  ['src/pages/draw.ts', './recap/recapPage.ts'],
  ['src/library/series/build/probe.ts', '../sessions/order.ts'],
  ['src/main.ts', './start/lectern.ts'],
  ['test/commands/options/probe.ts', '#commands/session.ts'],
];

/** Folders of the sources, without an ending slash. */
const FOLDERS: readonly string[] = ['src', 'commands'].flatMap((top) => [
  top,
  ...readdirSync(path.join(ROOT, top), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => path.relative(ROOT, path.join(entry.parentPath, entry.name))),
]);

const RULES = readFileSync(path.join(ROOT, 'imports.grit'), 'utf8');

/** The rows of imports.grit about rooms: where they are, and what beside them they may not import. */
const ROWS: readonly { readonly parent: string; readonly rooms: string; readonly beside: string }[] = [
  ...RULES.matchAll(
    /\$filename <: r"\.\*\/(?<parent>[\w/]+)\/\((?<rooms>[\w|]+)\)\/\.\*"\(\$folder\), \$source <: r"\(\?s\)\.\*\(\?:[^)]*\)\((?<beside>[^)]+)\)/gu,
  ),
].map(({ groups: { parent = '', rooms = '', beside = '' } = {} }) => ({ parent, rooms, beside }));

interface Diagnostic {
  readonly location: { readonly path: string; readonly start: { readonly line: number } };
}

let folder: string;
/** The refused imports, as `file imported`. */
let refused: ReadonlySet<string>;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'lectern-imports-'));
  const tried = [...FORBIDDEN, ...ALLOWED];
  const files = Map.groupBy(tried, ([file]) => file);
  for (const [file, imports] of files) {
    await mkdir(path.join(folder, path.dirname(file)), { recursive: true });
    const lines = imports.map(([, imported]) => `import '${imported}';\n`);
    await writeFile(path.join(folder, file), lines.join(''));
  }
  const settings = { linter: { rules: { recommended: false } }, plugins: [path.join(ROOT, 'imports.grit')] };
  await writeFile(path.join(folder, 'biome.json'), JSON.stringify(settings));
  const options = ['lint', '--reporter=json', '--max-diagnostics=none'];
  const { stdout } = await promisify(execFile)(BIOME, options, { cwd: folder }).catch((error) => error);
  const { diagnostics }: { readonly diagnostics: readonly Diagnostic[] } = JSON.parse(stdout);
  refused = new Set(
    diagnostics.map(
      ({ location: { path: file, start } }) => `${file} ${files.get(file)?.[start.line - 1]?.[1]}`,
    ),
  );
});
afterAll(() => rm(folder, { recursive: true }));

test.each(FORBIDDEN)('%s may not import %s', (file, imported) => {
  expect(refused).toContain(`${file} ${imported}`);
});

test.each(ALLOWED)('%s may import %s', (file, imported) => {
  expect(refused).not.toContain(`${file} ${imported}`);
});

test('every folder of the sources has its rule', async () => {
  const entries = await readdir(path.join(ROOT, 'src'), { withFileTypes: true });
  const folders = entries.filter((entry) => entry.isDirectory()).map(({ name }) => `src/${name}`);
  const ruled = new Set(FORBIDDEN.map(([file]) => path.posix.dirname(file)));
  // Programs stand above everything.
  expect(folders.filter((one) => !ruled.has(one))).toEqual(['src/programs']);
});

test('every row about rooms is read', () => {
  expect(ROWS).toHaveLength(RULES.split('($folder), $source').length - 1);
});

test.each(ROWS)('the row about $parent/($rooms) names what exists', ({ parent, rooms, beside }) => {
  const folders = FOLDERS.filter(
    (one) =>
      `/${one}`.endsWith(`/${parent}`) &&
      rooms.split('|').every((room) => FOLDERS.includes(path.posix.join(one, room))),
  );
  expect(folders).toHaveLength(1);
  const entries = folders
    .flatMap((folder) => readdirSync(path.join(ROOT, folder)))
    .map((entry) => entry.replace(/\.ts$/u, ''));
  const unknown = beside
    .split('|')
    .filter((name) => !entries.some((entry) => new RegExp(`^${name}$`, 'u').test(entry)));
  expect(unknown).toEqual([]);
});
