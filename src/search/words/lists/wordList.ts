import { readFileSync } from 'node:fs';

/** Reads a word list of this folder, without comments. */
export function readWordList(file: string): string[] {
  return readFileSync(new URL(`./${file}`, import.meta.url), 'utf8')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'));
}
