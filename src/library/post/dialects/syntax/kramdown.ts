import { lineEnds, MARKED } from '../../tags/mask.ts';
import type { Dialect } from '../dialect.ts';

/** What a kramdown attribute list, such as `{: #id .class aliases="A, B"}`, says that we have a use for. */
export interface Attributes {
  readonly id: string | undefined;
  readonly aliases: readonly string[];
}

const LIST = String.raw`\{(?::[^{}\n]*|#[\w-]+[^{}\n]*)\}`;
const TRAILING = new RegExp(String.raw`[ \t]*(${LIST})\s*$`, 'u');
const ALONE = new RegExp(String.raw`^\s*(${LIST})\s*$`, 'u');
const LEADING = /^[ \t]*(\{:[^{}\n]*\})/u;

function read(list: string): Attributes {
  const id = /(?:^|[\s{:])#([^\s}.#]+)/u.exec(list)?.[1] ?? /\bid=["']?([^"'\s}]+)/u.exec(list)?.[1];
  const aliases = /\balias(?:es)?=(?:"([^"]*)"|'([^']*)')/u.exec(list);
  return {
    id,
    aliases: (aliases?.[1] ?? aliases?.[2] ?? '')
      .split(',')
      .map((alias) => alias.trim())
      .filter((alias) => alias !== ''),
  };
}

/** Parses a line that is only an attribute list. */
export function parseAttributeLine(text: string): Attributes | undefined {
  const list = ALONE.exec(text)?.[1];
  return list === undefined ? undefined : read(list);
}

/** Splits a trailing attribute list from a text. */
export function stripTrailingAttributes(text: string): {
  readonly text: string;
  readonly attributes: Attributes | undefined;
} {
  const found = TRAILING.exec(text);
  const list = found?.[1];
  if (!found || list === undefined) return { text, attributes: undefined };
  return { text: text.slice(0, found.index), attributes: read(list) };
}

/** Removes the attribute list of a picture, a link or bold text from the text that follows it. */
export function stripLeadingAttributes(text: string): string {
  return text.replace(LEADING, '');
}

const IAL_LINE =
  /^([ \t]*(?:>[ \t]?)*)\{(?::(?!:)|[ \t]*[.#](?=[A-Za-z])|[ \t]*(?:width|height|class|style|loading|align|target)=)[^{}\n]*\}[ \t]*$/u;
const HEADING_LINE = /^ {0,3}#{1,6}[ \t]/u;

/** Lists of attributes behind blocks: those of a heading go onto its line, all others mean nothing to a reader. */
function withoutLists(prose: string): string {
  const lines = prose.split('\n');
  lines.forEach((line, at) => {
    const found = IAL_LINE.exec(line);
    if (!found) return;
    const above = lines[at - 1] ?? '';
    const below = lines[at + 1] ?? '';
    if (/\{:\s*toc\b/iu.test(line) && /^[ \t]*(?:[-*+]|\d+\.)[ \t]/u.test(above)) lines[at - 1] = '';
    if (/#[\w-]|\baliases=|\bid=/u.test(line)) {
      if (HEADING_LINE.test(above) && !/\}[ \t]*$/u.test(above)) lines[at - 1] = `${above} ${line.trim()}`;
      else if (HEADING_LINE.test(below) && !/\}[ \t]*$/u.test(below))
        lines[at + 1] = `${below} ${line.trim()}`;
      else if (/^ {0,3}(?:\*\*|__)/u.test(above)) return;
    }
    lines[at] = found[1] ?? '';
  });
  return lines.join('\n');
}

/** kramdown: lists of attributes, its own comments and options, abbreviations; lists of attributes as Pandoc writes them. */
export const kramdown: Dialect = {
  name: 'kramdown',
  marks: /\{[ \t]*[:#.]|^[ \t]*\{[a-z]+=|[)*_`]\{|^[ \t]*\*\[[^\]\n]+\]:|markdown=["']?[01]/mu,
  rewrite: (prose) =>
    withoutLists(
      prose
        .replace(/\{::comment\b[^{}]*\}[\s\S]*?\{:\/(?:comment)?\}/gu, (all) => lineEnds(all))
        .replace(/\{::?\/?(?:nomarkdown|options|comment)?\b[^{}\n]*\/?\}/gu, (all) =>
          /^\{:(?:[:/])/u.test(all) ? '' : all,
        )
        .replace(/^[ \t]*\*\[[^\]\n]+\]:[^\n]*$/gmu, ''),
    )
      .replace(
        new RegExp(String.raw`([)*_]|${MARKED})\{[ \t]*(?:[:.#][^{}\n]*|[\w-]+=[^{}\n]*)\}`, 'gu'),
        '$1',
      )
      // Attributes of the line, as Python and Pandoc write them.
      .replace(/^(?![ \t>]*#)([^\n]*\S)[ \t]+\{[ \t]*[.#][A-Za-z][\w-]*(?:[ \t]+[^{}\n]*)?\}[ \t]*$/gmu, '$1')
      .replace(/^([ \t]*(?:[-*+]|\d+\.)[ \t]+)\{:[^{}\n]*\}[ \t]*/gmu, '$1')
      // A heading within a list is no section that anybody leads to.
      .replace(
        /^([ \t>]*(?:[-*+]|\d+[.)]|>)[ \t]+#{1,6}[ \t][^{}\n]*?)[ \t]*\{[:#.][^{}\n]*\}[ \t]*$/gmu,
        '$1',
      )
      // What stands within is Markdown, so that the element itself says nothing.
      .replace(/<[a-z][a-z1-6]*\b[^<>\n]*\smarkdown=["']?(?:1|block|span)["']?[^<>\n]*>/giu, ''),
};
