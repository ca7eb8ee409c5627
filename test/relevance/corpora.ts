import { fileURLToPath } from 'node:url';
import type { Library } from '#library/model.ts';
import { readLibrary } from '#library/read.ts';

/** What queries are asked of: `full` is all of content/, `ko` its Korean posts without the glossary. */
export type CorpusName = 'full' | 'ko' | 'track';

const FOLDERS: Readonly<Record<CorpusName, string>> = {
  full: '../../content/',
  ko: '../../content/ko/',
  track: './corpus/',
};

export async function readCorpus(name: CorpusName): Promise<Library> {
  const dir = fileURLToPath(new URL(FOLDERS[name], import.meta.url));
  return readLibrary({ dir, defaultLanguage: 'ko' });
}

/** Which queries a corpus is asked. */
export function querySet(name: CorpusName): 'content' | 'track' {
  return name === 'track' ? 'track' : 'content';
}
