import { slug } from 'github-slugger';

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

/** A heading of which all generators make the same id, as most are. */
const PLAIN = /^[a-z가-힣][a-z\d가-힣 _-]*$/u;

/** The ids of a heading before a number is put behind one that repeats, and what is left of it by letters and digits. */
function namesOf(heading: string): {
  readonly github: string;
  readonly kramdown: string;
  readonly bare: string;
} {
  const plain = heading.trim().toLowerCase();
  if (!PLAIN.test(plain))
    return { github: githubSlug(heading), kramdown: kramdownSlug(heading) || 'section', bare: bare(heading) };
  const id = plain.replaceAll(' ', '-');
  return { github: id, kramdown: id, bare: plain.replace(/[ _-]+/gu, '') };
}

/** Puts a number behind a name that was given, as GitHub does. */
function numbered(name: string, given: Map<string, number>): string {
  let id = name;
  while (given.has(id)) {
    const count = (given.get(name) ?? 0) + 1;
    given.set(name, count);
    id = `${name}-${count}`;
  }
  given.set(id, 0);
  return id;
}

/**
 * What a link `#…` may call each heading of one post, in the order of the post: ids as GitHub, Docusaurus, kramdown and
 * others give them, with a number behind one that repeats. Each name is given once, to the first that has it.
 */
export function anchorsOfHeadings(headings: readonly (string | undefined)[]): string[][] {
  const github = new Map<string, number>();
  const kramdown = new Map<string, number>();
  const taken = new Set<string>();
  const take = (name: string): string[] => {
    if (name === '' || taken.has(name)) return [];
    taken.add(name);
    return [name];
  };
  const known = headings.map((heading) => (heading ? namesOf(heading) : undefined));
  const sure = known.map((names) => {
    if (names === undefined) return [];
    const count = kramdown.get(names.kramdown) ?? 0;
    kramdown.set(names.kramdown, count + 1);
    const ids = [numbered(names.github, github), count === 0 ? names.kramdown : `${names.kramdown}-${count}`];
    return ids.flatMap((name) => take(anchorKey(name)));
  });
  return known.map((names, at) => [...(sure[at] ?? []), ...take(names?.bare ?? '')]);
}

/** The names under which a link's address is looked for, the surest first. */
export const anchorNames = (written: string): readonly string[] => [
  anchorKey(written),
  bare(anchorKey(written)),
];
