/**
 * Bundles what a start loads, the bot's sources and packages, from 1,300 files into a few: a start takes half the CPU
 * time, and 20 MB less; and with them the playground's page. `npm ci` runs it; `src/main.ts` takes the bundle while no
 * file in it has changed.
 * Usage: `node scripts/build/bundle.ts`
 */
import { rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { type Plugin, rolldown } from 'rolldown';
import {
  BUNDLE,
  type BundleRecord,
  isAsRecorded,
  RECORD,
  type RecordedFile,
  recordOf,
} from '../../src/start/bundled.ts';
import { bundlePage } from './bundlePage.ts';
import { type Made, recorded, recording } from './recording.ts';

/** What decides which file an import means. */
const RESOLUTION = [
  'package.json',
  'package-lock.json',
  path.join('node_modules', '.package-lock.json'),
] as const;

/** Found when it is asked for: what is optional and not installed, and the schema of a playground, whose address is computed. */
const EXTERNAL = ['bufferutil', 'utf-8-validate', 'zlib-sync', 'pg-native', 'discord-api-spec/zod'];

/** The module that finds the playground's page beside it. */
const PLAYGROUND = path.join('src', 'playground', 'index.ts');

/**
 * Modules find the files beside them (workers, lists of words) where these lie, not beside the bundle.
 * @param moved modules that find what was bundled for them beside the bundle; absolute
 */
const ownAddresses = (folder: string, moved: readonly string[]): Plugin => ({
  name: 'own-addresses',
  transform: {
    filter: { id: { exclude: /[\\/]node_modules[\\/]/ }, code: /import\.meta\.(?:url|dirname)/ },
    handler: (code, id) => {
      if (moved.includes(id)) return null;
      const from = (target: string): string => JSON.stringify(path.relative(folder, target) || '.');
      return code
        .replaceAll('import.meta.url', `new URL(${from(id)}, import.meta.url).href`)
        .replaceAll(
          'import.meta.dirname',
          `process.getBuiltinModule('node:path').join(import.meta.dirname, ${from(path.dirname(id))})`,
        );
    },
  },
});

interface BundleOptions {
  readonly root: string;
  readonly entry: string;
  /** Where the files are written. */
  readonly output: string;
  /** Where they will lie. */
  readonly folder?: string;
  /** Modules that find what was bundled for them beside the bundle; absolute. */
  readonly moved?: readonly string[];
}

/**
 * Writes `run.js` and what it imports. Names stay: discord.js reads those of its classes.
 * @throws where a module cannot be read
 */
export const bundle = async (options: BundleOptions): Promise<Made> => {
  const { root, entry, output, folder = output, moved = [] } = options;
  const sources = new Map<string, RecordedFile>();
  const made = await rolldown({
    input: { run: entry },
    platform: 'node',
    external: EXTERNAL,
    plugins: [recording(root, sources), ownAddresses(folder, moved)],
    // It warns of `eval` in a package.
    logLevel: 'silent',
  });
  const { output: files } = await made.write({ dir: output, minify: false, comments: false });
  await made.close();
  return { sources, written: files.map(({ fileName }) => path.join(output, fileName)) };
};

/** Bundles an installation, and records what of. A bundle that was there is replaced as a whole. */
export const bundleInstallation = async (root: string): Promise<void> => {
  const folder = path.join(root, BUNDLE);
  const beside = `${folder}-${process.pid}`;
  const resolution = RESOLUTION.flatMap((file) => recordOf(root, file) ?? []);
  const entry = path.join(root, 'src', 'start', 'run.ts');
  try {
    const bot = await bundle({ root, entry, output: beside, folder, moved: [path.join(root, PLAYGROUND)] });
    const page = await bundlePage({ root, output: path.join(beside, 'web') });
    const read = [...resolution, ...bot.sources.values(), ...page.sources.values()];
    const changed = read.find((file) => !isAsRecorded(root, file));
    if (changed !== undefined) throw new Error(`${changed.file} was changed meanwhile: bundle again`);
    const written = [...bot.written, ...page.written].map((file) => ({
      ...recorded(root, file),
      file: path.join(BUNDLE, path.relative(beside, file)),
    }));
    const whole: BundleRecord = { entry: path.join(BUNDLE, 'run.js'), files: [...read, ...written] };
    await writeFile(path.join(beside, RECORD), JSON.stringify(whole));
    await rm(folder, { recursive: true, force: true });
    await rename(beside, folder);
  } finally {
    await rm(beside, { recursive: true, force: true });
  }
};

if (import.meta.main) await bundleInstallation(path.join(import.meta.dirname, '..', '..'));
