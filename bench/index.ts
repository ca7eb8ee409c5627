import { readdir } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

// `npm run bench` lists what there is; `npm run bench -- reply` runs one.
const folder = fileURLToPath(new URL('./', import.meta.url));
const entries = await readdir(folder, { withFileTypes: true });
const names = entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
const [wanted] = process.argv.slice(2);

if (wanted !== undefined && names.includes(wanted)) {
  await import(new URL(`${wanted}/index.ts`, import.meta.url).href);
} else {
  console.log(`Usage: npm run bench -- NAME\nThere are: ${names.toSorted().join(', ')}`);
  process.exitCode = wanted === undefined ? 0 : 64;
}
