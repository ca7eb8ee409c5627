import { fileURLToPath } from 'node:url';
import type { Library } from '#library/model.ts';
import { readLibrary } from '#library/read.ts';
import type { QuerySet } from './queries.ts';

/**
 * What queries are asked of: `full` is all of content/, `ko` its Korean posts without the glossary, the others are posts
 * of other events, in Korean alone.
 */
export const CORPORA = [
  'ko',
  'full',
  'devfest',
  'builders',
  'devcon',
  'modern',
  'meetup',
  'factory',
  'media',
  'retail',
] as const;
export type CorpusName = (typeof CORPORA)[number];

const FOLDERS: Readonly<Record<CorpusName, string>> = {
  full: '../../content/',
  ko: '../../content/ko/',
  devfest: './corpora/devfest/',
  builders: './corpora/builders/',
  devcon: './corpora/devcon/',
  modern: './corpora/modern/',
  meetup: './corpora/meetup/',
  factory: './corpora/factory/',
  media: './corpora/media/',
  retail: './corpora/retail/',
};

export async function readCorpus(name: CorpusName): Promise<Library> {
  const dir = fileURLToPath(new URL(FOLDERS[name], import.meta.url));
  return readLibrary({ dir, defaultLanguage: 'ko' });
}

/** Which queries a corpus is asked. */
export function querySet(name: CorpusName): QuerySet {
  return name === 'full' || name === 'ko' ? 'content' : name;
}
