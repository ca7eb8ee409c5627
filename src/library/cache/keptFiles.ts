import { createPause } from '../compute/slicedWork.ts';
import type { Library, Post } from '../model.ts';
import { decodeDraft } from '../post/draftCodec.ts';
import type { ReadAuthorList, ReadFiles, ReadPost } from '../readFiles.ts';
import type { FolderScan } from '../scan.ts';
import { decodeAuthors } from '../series/build/authorList.ts';
import { sourceOf } from '../series/build/section.ts';
import type { Glossary } from '../topics/model.ts';
import type { ParsedCache } from './parsedCache.ts';

/**
 * The files of a library of the last start, as they were then; those that are not kept are missing. Long texts are
 * those of the library. All were good: no other library is kept.
 */
export async function keptFiles(
  { posts, glossary, authors }: FolderScan,
  library: Library,
  cache: ParsedCache,
): Promise<ReadFiles> {
  const pause = createPause();
  const shown = new Map<string, Post>();
  for (const session of library.sessions) for (const post of session.posts) shown.set(post.file, post);
  const read = new Map<string, ReadPost>();
  for (const found of posts) {
    const encoded = cache.find(found);
    if (encoded === undefined) continue;
    const { file, stamp } = found;
    const sections = shown.get(file)?.sections ?? [];
    const texts = sections.flatMap((section) => [sourceOf(section)?.serializedBlocks ?? '', section.text]);
    const draft = decodeDraft(encoded, (text) => texts.find((known) => known === text) ?? text);
    read.set(file, { stamp, latest: draft, good: draft });
    await pause();
  }
  const lists = keptLists({ glossary, authors }, cache);
  return { posts: read, topics: lists?.topics, authors: lists?.authors ?? [] };
}

/** The glossary and the lists of authors as they were then; undefined where one is missing. */
export function keptLists(
  { glossary, authors }: Pick<FolderScan, 'glossary' | 'authors'>,
  cache: ParsedCache,
): Pick<ReadFiles, 'topics' | 'authors'> | undefined {
  const lists: ReadAuthorList[] = [];
  for (const found of authors) {
    const encoded = cache.find(found);
    if (encoded === undefined) return undefined;
    const list = decodeAuthors(encoded);
    lists.push({ stamp: found.stamp, latest: list, good: list });
  }
  if (glossary === undefined) return { topics: undefined, authors: lists };
  const encoded = cache.find(glossary);
  if (encoded === undefined) return undefined;
  const latest: Glossary = JSON.parse(Buffer.from(encoded).toString());
  return { topics: { stamp: glossary.stamp, latest, good: latest }, authors: lists };
}
