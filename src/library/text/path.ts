import { dateInName } from './date.ts';

const ENDING = /\.(?:mdx?|markdown|html?)$/iu;
const FOLDER_PAGE = /(?:^|\/)_?(?:index|readme)(?:\.[a-z]{2}(?:-[a-z]{2,4})?)?$/iu;

/** A path of a post as it is compared, without ending: `2024/talk` of `2024/Talk/index.md` and of `2024/talk.html`. */
export const pathKey = (path: string): string =>
  path.replace(/\/+$/u, '').replace(ENDING, '').replace(FOLDER_PAGE, '').normalize('NFC').toLowerCase();

/** What links call a post that is not beside them: the last name of its path, with its date and without. */
export function namesOfPath(path: string): string[] {
  const key = pathKey(path);
  const name = key.slice(key.lastIndexOf('/') + 1);
  return [...new Set([name, dateInName(name).slug])].filter((one) => one !== '');
}

/** Stands behind the address of a link that a wiki may make to a page that does not exist yet. */
export const WIKI_MARK = '?';

/** True for the address of such a link. */
export const isWikiTarget = (target: string): boolean => /\.md\?(?:#|$)/u.test(target);

/** The address as it would be written without a wiki. */
export const withoutWikiMark = (target: string): string => target.replace(/(?<=\.md)\?(?=#|$)/u, '');
