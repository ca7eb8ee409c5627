import { fileURLToPath } from 'node:url';
import type { Library } from '#library/model.ts';
import { readLibrary } from '#library/read.ts';
import { QUERY_SETS, type QuerySet } from './queries.ts';

/** Posts of other events, in Korean alone. */
type EventName = Exclude<QuerySet, 'content'>;

/** What queries are asked of: `full` is all of content/, `ko` its Korean posts without the glossary, and the events. */
export type CorpusName = 'ko' | 'full' | EventName;

const isEvent = (set: QuerySet): set is EventName => set !== 'content';
export const CORPORA: readonly CorpusName[] = ['ko', 'full', ...QUERY_SETS.filter(isEvent)];

function folderOf(name: CorpusName): string {
  if (name === 'full') return '../../content/';
  return name === 'ko' ? '../../content/ko/' : `./corpora/${name}/`;
}

export async function readCorpus(name: CorpusName): Promise<Library> {
  const dir = fileURLToPath(new URL(folderOf(name), import.meta.url));
  return readLibrary({ dir, defaultLanguage: 'ko' });
}

/** Which queries a corpus is asked. */
export function querySet(name: CorpusName): QuerySet {
  return name === 'full' || name === 'ko' ? 'content' : name;
}
