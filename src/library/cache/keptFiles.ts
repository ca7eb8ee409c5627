import { createPause } from '../compute/slicedWork.ts';
import type { Library, Post } from '../model.ts';
import { decodeDraft } from '../post/draftCodec.ts';
import type { ReadAuthorList, ReadFiles, ReadPost } from '../readFiles.ts';
import type { FolderScan } from '../scan.ts';
import { type AuthorList, decodeAuthors } from '../series/build/authorList.ts';
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
  const lists = authors.flatMap((found): ReadAuthorList[] => {
    const encoded = cache.find(found);
    const list: AuthorList | undefined = encoded && decodeAuthors(encoded);
    return list ? [{ stamp: found.stamp, latest: list, good: list }] : [];
  });
  const names = glossary && cache.find(glossary);
  if (glossary === undefined || names === undefined)
    return { posts: read, topics: undefined, authors: lists };
  const latest: Glossary = JSON.parse(Buffer.from(names).toString());
  return { posts: read, topics: { stamp: glossary.stamp, latest, good: latest }, authors: lists };
}
