import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { SIZES } from './corpus.ts';

/**
 * Prints times and memory of search at three sizes beside three general libraries. Arguments select engines or prefixes
 * of sizes: `node bench/search/index.ts Lectern 70`.
 */
const ENGINES = ['Lectern', 'MiniSearch', 'Fuse', 'FTS5 trigram'];
const wanted = process.argv.slice(2).filter((word) => word !== 'search');
const engines = ENGINES.filter(
  (name) => !wanted.some((word) => ENGINES.includes(word)) || wanted.includes(name),
);
const sizes = SIZES.filter(({ name }) => {
  const asked = wanted.filter((word) => !ENGINES.includes(word));
  return asked.length === 0 || asked.some((word) => name.startsWith(word));
});
const script = fileURLToPath(new URL('./engine.ts', import.meta.url));
const print = (line: string): void => void process.stdout.write(`${line}\n`);
const number = (value: unknown): string =>
  typeof value === 'number' ? value.toFixed(value < 10 ? 2 : 0) : '';

print(
  'Build: in a new process. Block: how long the event loop is held at most meanwhile; CPU: of the main thread alone. Idle block: the same of a loop that has nothing to do, for as long, beside a thread that counts. p50 and p99: in a process that has answered 1,200 other questions.\n',
);
print(
  '| size | engine | build ms | its CPU ms | longest block ms | its CPU ms | idle block ms | one post changed ms | memory MB | p50 ms | p99 ms |',
);
print('|---|---|---|---|---|---|---|---|---|---|---|');
const hostile: string[] = [];
for (const { name } of sizes) {
  for (const engine of engines) {
    const run = spawnSync(
      process.execPath,
      ['--expose-gc', '--max-old-space-size=8192', script, engine, name],
      {
        encoding: 'utf8',
      },
    );
    if (run.status !== 0) {
      print(`| ${name} | ${engine} | failed: ${run.stderr.trim().split('\n').at(-1) ?? ''} | | | | | | | |`);
      continue;
    }
    const result: Record<string, unknown> = JSON.parse(run.stdout);
    const cells = ['build', 'cpu', 'blocks', 'busy', 'idle', 'update', 'memory', 'p50', 'p99'].map((key) =>
      number(result[key]),
    );
    print(`| ${name} | ${engine} | ${cells.join(' | ')} |`);
    const times = Object.entries(result).filter(([key]) => key.startsWith('hostile '));
    if (times.length > 0)
      hostile.push(`${name}: ${times.map(([key, ms]) => `${key.slice(8)} ${number(ms)} ms`).join(', ')}`);
  }
}
print('\nSearch and completion of hostile texts of 6,000 characters, first time:');
for (const line of hostile) print(line);
