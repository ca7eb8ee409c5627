// First import: it reports an outdated Node before anything else fails because of it.
import '../scripts/require-node.js';
import '../scripts/compile-cache.js';
import { flushCompileCache } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { bundled } from './start/bundled.ts';

const bundle = bundled(path.join(import.meta.dirname, '..'));
const { run }: typeof import('./start/run.ts') =
  bundle === undefined ? await import('./start/run.ts') : await import(pathToFileURL(bundle).href);
if (import.meta.main) await run();
// Written now: a process that is killed writes nothing at its end.
flushCompileCache();
