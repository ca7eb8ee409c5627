import GithubSlugger, { slug } from 'github-slugger';

/** The id that GitHub, Docusaurus and Hugo give a heading by its text alone. */
export const githubSlug = (heading: string): string => slug(heading.trim());

/** The id that kramdown gives a heading: it begins with a letter. */
function kramdownSlug(heading: string): string {
  return heading
    .trim()
    .toLowerCase()
    .replace(/^[^\p{L}]+/u, '')
    .replace(/[^\p{L}\p{N}\s_-]/gu, '')
    .replace(/\s/gu, '-');
}

/** An address behind `#`, as letters that compare: decoded, NFC, in lower case. */
export function anchorKey(written: string): string {
  let decoded = written;
  try {
    if (written.includes('%')) decoded = decodeURIComponent(written);
  } catch {
    // Written as it is.
  }
  return decoded.normalize('NFC').toLowerCase();
}

/** Letters and digits alone: generators differ in what they do with everything else. */
const bare = (text: string): string =>
  text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');

/**
 * What a link `#…` may call each heading of one post, in the order of the post: ids as GitHub, Docusaurus, kramdown and
 * others give them, with a number behind one that repeats. Each name is given once, to the first that has it.
 */
export function anchorsOfHeadings(headings: readonly (string | undefined)[]): string[][] {
  const github = new GithubSlugger();
  const kramdown = new Map<string, number>();
  const taken = new Set<string>();
  const take = (name: string): string[] => {
    if (name === '' || taken.has(name)) return [];
    taken.add(name);
    return [name];
  };
  const sure = headings.map((heading) => {
    if (heading === undefined || heading === '') return [];
    const base = kramdownSlug(heading) || 'section';
    const count = kramdown.get(base) ?? 0;
    kramdown.set(base, count + 1);
    const names = [github.slug(heading.trim()), count === 0 ? base : `${base}-${count}`];
    return names.flatMap((name) => take(anchorKey(name)));
  });
  return headings.map((heading, at) => [...(sure[at] ?? []), ...take(bare(heading ?? ''))]);
}

/** The names under which a link's address is looked for, the surest first. */
export const anchorNames = (written: string): readonly string[] => [
  anchorKey(written),
  bare(anchorKey(written)),
];
