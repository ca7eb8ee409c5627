import { WIKI_MARK } from '../../text/path.ts';
import { githubSlug } from '../anchors.ts';
import { calloutTitle } from '../tags/callout.ts';
import { lineEnds } from '../tags/mask.ts';
import { link, picture } from '../tags/tags.ts';
import type { Dialect } from './dialect.ts';

const PICTURE = /\.(?:png|jpe?g|gif|webp|svg|avif|bmp)$/iu;
const OTHER_FILE = /\.(?:pdf|mp4|webm|mov|mkv|mp3|wav|ogg|m4a|canvas|base|excalidraw)$/iu;

/** `page#heading|text`, taken apart. A table writes the bar as `\|`. */
function wikiLink(inside: string): { page: string; heading: string | undefined; said: string | undefined } {
  const [target = '', ...rest] = inside.split(/\\?\|/u);
  const [page = '', ...headings] = target.trim().split('#');
  const heading = headings.at(-1)?.trim();
  return { page: page.trim(), heading: heading === '' ? undefined : heading, said: rest.at(-1)?.trim() };
}

function addressOf(page: string, heading: string | undefined): string {
  // A page may be called "C: the language": without the dot that would be a scheme.
  const file =
    page === ''
      ? ''
      : OTHER_FILE.test(page)
        ? `./${page}`
        : `./${page.replace(/\.mdx?$/iu, '')}.md${WIKI_MARK}`;
  return heading === undefined || heading.startsWith('^') ? file : `${file}#${githubSlug(heading)}`;
}

function wikiText(inside: string): string {
  const { page, heading, said } = wikiLink(inside);
  const name = /^\d{4}\/\d{2}\/\d{2}$/u.test(page) ? page : page.slice(page.lastIndexOf('/') + 1);
  const named =
    heading === undefined || heading.startsWith('^') ? name : name === '' ? heading : `${name} › ${heading}`;
  return link(said || named, addressOf(page, heading));
}

function wikiEmbed(inside: string): string {
  const { page, said } = wikiLink(inside);
  if (!PICTURE.test(page)) return wikiText(inside);
  const alt = said === undefined || /^\d+(?:x\d+)?$/u.test(said) ? '' : said;
  return picture(alt || page.slice(page.lastIndexOf('/') + 1).replace(PICTURE, ''), page);
}

const TAG = String.raw`#(?=[^\s#]*[\p{L}_])[\p{L}\p{N}_/\-]+`;
const ONLY_TAGS = new RegExp(String.raw`^[ \t]*${TAG}(?:[ \t,]+${TAG})+[ \t]*$`, 'gmu');
const ONE_TAG = new RegExp(String.raw`^[ \t]*${TAG}[ \t]*$`, 'gmu');
const INLINE_TAG = new RegExp(String.raw`(?<=^|[\s(（])${TAG}(?=$|[\s.,)）!?])`, 'gmu');

/** A comment; two percent signs behind a number, or far from each other within lines, are a text's own. */
const COMMENT = /(?<![\d%])%%(?!%)[^%\n]*%%|(?<!\S)%%(?!%)[\s\S]*?%%/gu;
/** Queries, which Obsidian shows the answers of. */
const QUERY =
  /^[ \t\d.)*+>-]*(`{3,}|~{3,})(?:dataview(?:js)?|tasks|query|base)[ \t]*\n[\s\S]*?\n[ \t>]*\1[ \t]*$/gmu;
const FIELD = /^([ \t]*(?:[-*+][ \t]+)?\p{L}[\p{L}\p{N} _-]{0,40})::(?=[ \t]+\S)/gmu;
const INLINE_FIELD = /([[(])(\p{L}[\p{L}\p{N} _-]{0,40})::[ \t]+([^[\]()\n]+)[\])]/gu;
/** Marks of things to do that mean more than done and not done. */
const CHECK = /^([ \t>]*[-*+][ \t]+)\[[-<>/!?*"]\][ \t]+/gmu;

/** What only notes have: fields, queries within lines, checks of their own. */
function withoutNotes(prose: string): string {
  return prose
    .replace(/<%[\s\S]{0,1000}?%>/gu, lineEnds)
    .replace(/^[ \t]*(?:tags?|alias(?:es)?|up|related|prev|next|parent|created|updated)::[^\n]*$/gimu, '')
    .replace(FIELD, '$1:')
    .replace(INLINE_FIELD, '$2: $3')
    .replace(CHECK, '$1')
    .replace(ONE_TAG, '')
    .replace(INLINE_TAG, (tag) => tag.slice(1));
}

/** Obsidian, and what other wikis of Markdown files share with it. */
export const obsidian: Dialect = {
  name: 'obsidian',
  marks:
    /\[\[|%%|==|^tags::|^[ \t\d.*+>-]*>[ \t>]*\[!|\s\^[A-Za-z0-9-]+[ \t]*$|(?:^|[ \t])#[\p{L}_]|[`~]{3,}(?:dataview|tasks|query)/mu,
  keys: { hiddenUnless: ['publish'], date: ['created'] },
  literal: (text) => text.replace(QUERY, lineEnds),
  rewrite: (prose) => {
    const own = /\[\[[^\]\n]+\]\]|%%|^tags::|^[ \t\d.*+>-]*>[ \t>]*\[!/mu.test(prose);
    const rewritten = prose
      .replace(COMMENT, (all) => lineEnds(all))
      .replace(/!\[\[([^[\]\n]+)\]\]/gu, (_, inside: string) => wikiEmbed(inside))
      .replace(/\[\[(?!\s)([^[\]\n]+)\]\](?!\()/gu, (_, inside: string) => wikiText(inside))
      .replace(
        /^([ \t]*(?:(?:[-*+]|\d{1,3}[.)])[ \t]+)*(?:[ \t]*>)+[ \t]*)\[!([\w-]+)(?:\|[^\]\n]*)?\][+-]?[ \t]*(.*)$/gmu,
        (_, marks: string, kind: string, title: string) =>
          `${marks}${calloutTitle(kind, title)}  `.trimEnd() + (title === '' ? '' : '  '),
      )
      .replace(/(?<![\w=])==(?=[^\s=])([^=\n]+?)(?<=[^\s=])==(?![\w=])/gu, '<mark>$1</mark>')
      .replace(/(^|[^\S\n])\^(?=[a-z-]*[a-z]|\d{6})[A-Za-z0-9-]{2,}[ \t]*$/gmu, '')
      .replace(ONLY_TAGS, '');
    // A `#` in front of a word means nothing in a post that is no note.
    return own ? withoutNotes(rewritten) : rewritten;
  },
};
