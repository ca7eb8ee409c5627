/**
 * Declares in `dist` what the package exports, for TypeScript: `src/index.d.ts` and what that names, and nothing else.
 * Usage: `node scripts/build/declarations.ts`, after `build.ts`; npm runs both before it packs.
 */
import { execFileSync } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { withBuiltNames } from './builtNames.ts';

const ROOT = path.join(import.meta.dirname, '..', '..');
const ENTRY = path.join('src', 'index.ts');

const { imports }: { readonly imports: Readonly<Record<string, string>> } = JSON.parse(
  await readFile(path.join(ROOT, 'package.json'), 'utf8'),
);

/** The source that a module names, as a path below the root; undefined for a package. */
const sourceOf = (specifier: string, from: string): string | undefined => {
  if (specifier.startsWith('.')) return path.join(path.dirname(from), specifier);
  const [folder, ...rest] = specifier.split('/');
  const target = imports[`${folder}/*`];
  return target === undefined ? undefined : path.join(target.replace('*', rest.join('/')));
};

const declare = async (folder: string, source: string, done: Set<string>): Promise<void> => {
  if (done.has(source)) return;
  done.add(source);
  const name = source.replace(/\.ts$/, '.d.ts');
  const declared = await readFile(path.join(folder, name), 'utf8');
  const to = path.join(ROOT, 'dist', name);
  await mkdir(path.dirname(to), { recursive: true });
  await writeFile(to, withBuiltNames(declared));
  for (const [, specifier = ''] of declared.matchAll(/\b(?:from|import)\s*\(?\s*['"]([^'"]+)['"]/g)) {
    const named = sourceOf(specifier, source);
    if (named !== undefined) await declare(folder, named, done);
  }
};

const folder = await mkdtemp(path.join(tmpdir(), 'lectern-types-'));
try {
  const compiler = path.join(ROOT, 'node_modules', 'typescript', 'bin', 'tsc');
  const settings = path.join(import.meta.dirname, 'tsconfig.declarations.json');
  execFileSync(process.execPath, [compiler, '--project', settings, '--outDir', folder], { stdio: 'inherit' });
  await declare(folder, ENTRY, new Set());
} finally {
  await rm(folder, { recursive: true });
}
