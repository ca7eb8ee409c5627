// First import: it reports an outdated Node before anything else fails because of it.
import '../scripts/require-node.js';
import { enableCompileCache, flushCompileCache } from 'node:module';
import path from 'node:path';

// Node keeps the sources as it stripped and compiled them: the next start is much shorter.
enableCompileCache(path.resolve('data', 'cache', 'compile'));
await import('./run.ts');
// Written now: a process that is killed writes nothing at its end.
flushCompileCache();
