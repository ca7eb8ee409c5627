/**
 * Builds the package that is published: JavaScript in `dist`, a file for each source. Node strips no types below
 * `node_modules`; here it strips them beforehand, by the same means, so that lines stay where they are.
 * Usage: `node scripts/build/build.ts [--bundle]`; npm runs it before it packs. With `--bundle` a start loads its packages from
 * the build too, as a container does, where these are never newer than the build.
 */
import { cp, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { stripTypeScriptTypes } from 'node:module';
import path from 'node:path';
import { withBuiltNames } from './builtNames.ts';
import { bundle } from './bundle.ts';
import { bundlePage } from './bundlePage.ts';

const ROOT = path.join(import.meta.dirname, '..', '..');
const DIST = path.join(ROOT, 'dist');

/** What is built; `scripts` holds plain JavaScript that the sources begin with. */
const FOLDERS = ['src', 'commands'] as const;
const SCRIPTS = ['require-node.js', 'compile-cache.js'] as const;
/** The playground's page, which is bundled. */
const PAGE = path.join('src', 'playground', 'web');
/** Of the page's sources, what the server reads too. */
const SHARED = path.join(PAGE, 'strings');

const toJavaScript = (source: string): string => withBuiltNames(stripTypeScriptTypes(source));

const build = async (file: string): Promise<void> => {
  const from = path.join(ROOT, file);
  const to = path.join(DIST, file);
  await mkdir(path.dirname(to), { recursive: true });
  const isSource = file.endsWith('.ts');
  if (!isSource) await cp(from, to);
  else await writeFile(to.replace(/\.ts$/, '.js'), toJavaScript(await readFile(from, 'utf8')));
};

const filesBelow = async (folder: string): Promise<readonly string[]> => {
  const entries = await readdir(path.join(ROOT, folder), { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => path.relative(ROOT, path.join(parentPath, name)));
};

// Node says of stripping that it is experimental, which is irrelevant here.
process.removeAllListeners('warning');
await rm(DIST, { recursive: true, force: true });
for (const folder of FOLDERS)
  for (const file of await filesBelow(folder))
    if (!file.startsWith(PAGE) || file.startsWith(SHARED)) await build(file);
await bundlePage({ root: ROOT, output: path.join(DIST, PAGE) });
for (const script of SCRIPTS) await build(path.join('scripts', script));
// The nearest package.json is where Node looks for what `#library/…` means; caches go by its versions.
const { version, type, imports, dependencies } = JSON.parse(
  await readFile(path.join(ROOT, 'package.json'), 'utf8'),
);
const { '#test/*': _test, ...used } = imports;
const manifest = { version, type, imports: used, dependencies };
await writeFile(path.join(DIST, 'package.json'), `${JSON.stringify(manifest, undefined, 2)}\n`);
if (process.argv.includes('--bundle')) {
  const folder = path.join(DIST, 'src', 'start');
  await bundle({ root: ROOT, entry: path.join(folder, 'run.js'), output: folder });
}
