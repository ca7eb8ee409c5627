import { fileURLToPath } from 'node:url';
import type { Library } from '#library/model.ts';
import { readLibrary } from '#library/read.ts';
import { createSearch } from '#search/engine.ts';
import type { Search } from '#search/model.ts';
import { QUERY_SETS, type QuerySet } from './queries.ts';

/** Posts of other events, in Korean alone. */
type EventName = Exclude<QuerySet, 'content'>;

/** What queries are asked of: `full` is all of content/, `ko` its Korean posts without the glossary, and the events. */
export type QueriedName = 'ko' | 'full' | EventName;

/**
 * Posts as others write them, that everyday questions alone are asked of; those of `hamabe` are in Japanese, those of
 * `northlight`, `torque`, `saltmarsh`, `lowering` and `bitrot` in English.
 */
export const BLOGS = [
  'frontline',
  'kotlin',
  'hamabe',
  'bukhang',
  'northlight',
  'mulgyeol',
  'torque',
  'gyeomtalk',
  'saltmarsh',
  'gamja',
  'lowering',
  'jangdok',
  'saltmemo',
  'gyulbat',
  'bitrot',
] as const;

export type CorpusName = QueriedName | (typeof BLOGS)[number];

const isEvent = (set: QuerySet): set is EventName => set !== 'content';
export const CORPORA: readonly QueriedName[] = ['ko', 'full', ...QUERY_SETS.filter(isEvent)];

function folderOf(name: CorpusName): string {
  if (name === 'full') return '../../content/';
  if (name === 'ko') return '../../content/ko/';
  return `./corpora/${BLOGS.some((blog) => blog === name) ? 'blogs' : 'events'}/${name}/`;
}

/** Posts with a search over them. Whoever shares it reads alone: it is never updated. */
export interface Corpus {
  readonly library: Library;
  readonly search: Search;
}

const libraries = new Map<CorpusName, Promise<Library>>();
const corpora = new Map<CorpusName, Promise<Corpus>>();

const once = <T>(
  known: Map<CorpusName, Promise<T>>,
  name: CorpusName,
  make: () => Promise<T>,
): Promise<T> => {
  const before = known.get(name);
  if (before !== undefined) return before;
  const made = make();
  known.set(name, made);
  return made;
};

/** The posts of a corpus; read once a process. */
export function readCorpus(name: CorpusName): Promise<Library> {
  const dir = fileURLToPath(new URL(folderOf(name), import.meta.url));
  return once(libraries, name, () => readLibrary({ dir, defaultLanguage: 'ko' }));
}

/** A corpus that can be asked; read and indexed once a process. */
export function openCorpus(name: CorpusName): Promise<Corpus> {
  return once(corpora, name, async () => {
    const library = await readCorpus(name);
    return { library, search: await createSearch(library) };
  });
}

/** Which queries a corpus is asked. */
export function querySet(name: QueriedName): QuerySet {
  return name === 'full' || name === 'ko' ? 'content' : name;
}
