import { flushCompileCache } from 'node:module';
import { openLibrary } from '#library/watch.ts';
import { createSearch } from '#search/engine.ts';
import { readSettings } from '../config/readSettings.ts';
import { createLog } from '../log.ts';
import { openCaches } from '../start/caches.ts';
// What a start loads, so that Node keeps it compiled.
import '../main.ts';
import '#store/sqlite/worker.ts';
import '../host/playground.ts';

// Run by npm after an installation: the first start finds the posts read, the index made, and the sources compiled.
const config = readSettings([], process.env, 'tool');
const { contentDir, siteUrl, locale } = config;
const log = createLog({ level: 'silent', secrets: [] });
const caches = await openCaches(config.databaseUrl, log);
const content = await openLibrary({ dir: contentDir, siteUrl, defaultLanguage: locale, log, caches });
try {
  await createSearch(content.current(), { cache: caches.index });
  await caches.index.save();
} finally {
  // Whatever went wrong: with its timers the installation would never end.
  await content.close();
}
flushCompileCache();
