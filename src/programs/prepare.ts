import { flushCompileCache } from 'node:module';
import { readFolder } from '#library/read.ts';
import { createSearch } from '#search/engine.ts';
import { createLog } from '../log.ts';
import { readSettings } from '../settings.ts';
import { openCaches } from '../start/caches.ts';
// What a start loads, so that Node keeps it compiled.
import '../main.ts';
import '#store/sqlite/worker.ts';
import '../host/playground.ts';

// Run by npm after an installation: the first start finds the posts read, the index made, and the sources compiled.
const config = readSettings([], process.env);
const caches = await openCaches(config.databaseUrl, createLog({ level: 'silent', secrets: [] }));
const { contentDir: dir, siteUrl, locale } = config;
const { library } = await readFolder({ dir, siteUrl, defaultLanguage: locale, cache: caches.posts });
await caches.posts.save();
await createSearch(library, { cache: caches.index });
await caches.index.save();
flushCompileCache();
