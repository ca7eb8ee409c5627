// First import: it reports an outdated Node before anything else fails because of it.
import '../scripts/require-node.js';
import '../scripts/compile-cache.js';
import { flushCompileCache } from 'node:module';

const { run } = await import('./start/run.ts');
if (import.meta.main) await run();
// Written now: a process that is killed writes nothing at its end.
flushCompileCache();
