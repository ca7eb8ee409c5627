import { glob } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

// `npm run bench` lists what there is; `npm run bench -- reply` runs one.
const folder = fileURLToPath(new URL('./', import.meta.url));
// `stub` has no index: it holds what the others share.
const entries = await Array.fromAsync(glob('*/index.ts', { cwd: folder }));
const names = entries.map((entry) => path.dirname(entry));
const [wanted] = process.argv.slice(2);

if (wanted !== undefined && names.includes(wanted)) {
  await import(new URL(`${wanted}/index.ts`, import.meta.url).href);
} else {
  console.log(`Usage: npm run bench -- NAME\nThere are: ${names.toSorted().join(', ')}`);
  process.exitCode = wanted === undefined ? 0 : 64;
}
