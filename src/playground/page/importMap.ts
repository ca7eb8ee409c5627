import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** The packages that the page may import by name, in addition to their dependencies. */
const ROOT_PACKAGES = ['lit', '@skyra/discord-components-core', '@lit/context', 'es-hangul'];

/** The import map of the page, and the folders that it exposes. */
export interface Modules {
  /** A browser's import map: `{"imports": {"lit": "/modules/lit@3/index.js", …}}`, as JSON. */
  readonly importMap: string;
  /** From `name@version` in a URL to the package's folder. */
  readonly folders: ReadonlyMap<string, string>;
}

type Target = string | null | { readonly [condition: string]: Target };

interface Manifest {
  readonly name: string;
  readonly version: string;
  readonly main?: string;
  readonly module?: string;
  readonly exports?: Target;
  readonly dependencies?: Readonly<Record<string, string>>;
}

/** The folder of a package as Node finds it from another folder: in the nearest `node_modules` that has it. */
function folderOf(name: string, from: string): string {
  for (let folder = from; ; folder = path.dirname(folder)) {
    const found = path.join(folder, 'node_modules', name);
    if (existsSync(path.join(found, 'package.json'))) return found;
    if (folder === path.dirname(folder)) throw new Error(`${name} is not installed for ${from}`);
  }
}

/** Resolves the packages that a folder can import for a browser. Throws if one of `roots` is not installed. */
export function resolveModules(from: string, roots: readonly string[] = ROOT_PACKAGES): Modules {
  const imports: Record<string, string> = {};
  const folders = new Map<string, string>();
  const waiting = roots.map((name) => ({ name, by: from }));
  const seen = new Set<string>();
  for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
    const { name, by } = next;
    if (seen.has(name) || name.startsWith('@types/')) continue;
    seen.add(name);
    const folder = folderOf(name, by);
    const manifest = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8')) as Manifest;
    // The version is in the address, so that browsers may cache the file for ever.
    const key = `${name}@${manifest.version}`;
    folders.set(key, folder);
    for (const [specifier, file] of entries(manifest)) imports[specifier] = `/modules/${key}/${file}`;
    waiting.push(...Object.keys(manifest.dependencies ?? {}).map((wanted) => ({ name: wanted, by: folder })));
  }
  return { importMap: JSON.stringify({ imports }), folders };
}

function entries(manifest: Manifest): [string, string][] {
  const table = manifest.exports;
  if (table === undefined || table === null || typeof table === 'string') {
    const file = typeof table === 'string' ? table : (manifest.module ?? manifest.main ?? 'index.js');
    return [[manifest.name, clean(file)]];
  }
  const found: [string, string][] = [];
  for (const [key, target] of Object.entries(table)) {
    const file = choose(target);
    if (!key.startsWith('.') || file === undefined) continue;
    const specifier = key === '.' ? manifest.name : `${manifest.name}/${key.slice(2)}`;
    if (key.endsWith('/*') && file.endsWith('/*'))
      found.push([specifier.slice(0, -1), clean(file).slice(0, -1)]);
    else if (!key.includes('*') && /\.m?js$/.test(file)) found.push([specifier, clean(file)]);
  }
  return found;
}

const CONDITIONS = ['browser', 'import', 'default'];

function choose(target: Target): string | undefined {
  if (typeof target === 'string') return target;
  if (target === null) return undefined;
  for (const condition of CONDITIONS) {
    const inner = target[condition];
    if (inner !== undefined) {
      const file = choose(inner);
      if (file !== undefined) return file;
    }
  }
  return undefined;
}

function clean(file: string): string {
  return file.replace(/^\.\//, '');
}
