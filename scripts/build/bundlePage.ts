import { copyFile, mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { rolldown } from 'rolldown';
import { IMPORT_MAP_MARK } from '../../src/playground/page/static.ts';
import type { RecordedFile } from '../../src/start/bundled.ts';
import { type Made, recorded, recording } from './recording.ts';

const WEB = path.join('src', 'playground', 'web');
const ENTRY = /(<script type="module" src="\/web\/)([\w-]+)\.ts(">)/g;

/**
 * Bundles the playground's page, from 150 modules into a few: a browser draws it in less than half the CPU time. What
 * is written is a folder like that of the sources, to be served in its place.
 * @throws where a module cannot be read
 */
export const bundlePage = async (options: {
  /** The project's folder. */
  readonly root: string;
  /** Where the files are written. */
  readonly output: string;
}): Promise<Made> => {
  const { root, output } = options;
  const web = path.join(root, WEB);
  const sources = new Map<string, RecordedFile>();
  const entries: string[] = [];
  const written: string[] = [];
  for (const entry of await readdir(web, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || entry.name.endsWith('.ts')) continue;
    const from = path.join(entry.parentPath, entry.name);
    const to = path.join(output, path.relative(web, from));
    sources.set(from, recorded(root, from));
    written.push(to);
    await mkdir(path.dirname(to), { recursive: true });
    if (entry.name.endsWith('.html')) {
      const html = await readFile(from, 'utf8');
      entries.push(...Array.from(html.matchAll(ENTRY), ([, , name]) => path.join(web, `${name}.ts`)));
      await writeFile(to, html.replace(IMPORT_MAP_MARK, '').replace(ENTRY, '$1$2.js$3'));
    } else await copyFile(from, to);
  }
  const made = await rolldown({
    input: entries,
    platform: 'browser',
    plugins: [recording(root, sources)],
    logLevel: 'silent',
  });
  const { output: files } = await made.write({ dir: output, minify: false, comments: false });
  await made.close();
  return { sources, written: [...written, ...files.map(({ fileName }) => path.join(output, fileName))] };
};
