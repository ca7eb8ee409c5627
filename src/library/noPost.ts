import { lowerBound } from './compute/sorted.ts';
import { filledBy } from './post/frontMatter/publication.ts';
import type { Draft } from './post/model.ts';
import type { FoundFile } from './scan.ts';

const README = /^(?:(.*)\/)?README(?:\.[^/]*)?$/iu;

/** True where a folder holds posts besides its README in one or more languages, in it or below; `posts` by file. */
function holdsMore(folder: string, posts: readonly FoundFile[]): boolean {
  for (let at = lowerBound(posts, ({ file }) => file < `${folder}/`); ; at += 1) {
    const file = posts[at]?.file;
    if (!file?.startsWith(`${folder}/`)) return false;
    if (README.exec(file)?.[1] !== folder) return true;
  }
}

/** True for a README that tells of the folder that it lies in, and is not a talk that has the folder to itself. */
function tellsOfFolder({ file, front }: Draft, posts: readonly FoundFile[]): boolean {
  const found = README.exec(file);
  if (!found) return false;
  const [, folder] = found;
  return folder === undefined || (front.title === undefined && holdsMore(folder, posts));
}

/**
 * Why a file that was read is no post, as the rest of a sentence that begins with the file; undefined for one that is.
 * `posts` are all that lie in the content folder, by file.
 */
export function whyNoPost(draft: Draft, posts: readonly FoundFile[]): string | undefined {
  const { front, sections, broken } = draft;
  if (tellsOfFolder(draft, posts)) return 'tells of its folder';
  const filled = filledBy(front);
  if (front.url === '/' || (filled === 'home' && sections.length === 0))
    return 'is the front page of its site';
  return !broken && sections.length === 0 && filled !== undefined && front.summary === undefined
    ? 'has no text of its own: its layout fills it'
    : undefined;
}

/** True where a README may become a post, or cease to be one, because this file came or went. */
export function changesReadme(file: string, posts: readonly FoundFile[]): boolean {
  return posts.some((post) => {
    const folder = README.exec(post.file)?.[1];
    return folder !== undefined && file.startsWith(`${folder}/`);
  });
}
