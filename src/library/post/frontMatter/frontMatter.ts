import matter from 'gray-matter';
import { doccMetadata } from './docc.ts';
import { type Format, READERS } from './formats.ts';
import { markedKeys } from './markedKeys.ts';
import type { Matter } from './matter.ts';
import { refusedPost, type SplitPost, splitAt, unreadablePost, withoutFrontMatter } from './splitResult.ts';
import { bareJson, pageProperties, properties, splitUnmarkedKeys } from './unmarked.ts';

const FORMATS: Readonly<Record<string, Format>> = { '---': 'yaml', '+++': 'toml', ';;;': 'json' };
const NAMED: Readonly<Record<string, Format>> = {
  '': 'yaml',
  yaml: 'yaml',
  yml: 'yaml',
  toml: 'toml',
  json: 'json',
};
const OPENING = /^(-{3,}|\+{3}|;{3})[ \t]*([^\s-]*)[ \t]*(?=\n|$)/u;
const KEY_LINE = /^[ \t]*["']?[\p{L}_][^:=\n]{0,60}[:=]/mu;
/** A key that does not stand by accident at the top of a text. */
const KNOWN_KEY =
  /^[ \t]*["']?(?:title|date|draft|published|layout|tags?|categor(?:y|ies)|author|slug|permalink)["']?[ \t]*[:=]/imu;
/** What may stand in front of the mark that opens front matter: empty lines, comments, spaces. */
const ABOVE =
  /^(?:[ \t]*\n|[ \t]*<!--(?:(?!-->)[\s\S])*-->[ \t]*\n)*[ \t]*(?=-{3,}[^-\n]*\n|\+{3}[ \t]*\n|;{3}[ \t]*\n|\{)/u;
const FIRST_LINES = 12;

/** True where the first lines of a block say plainly that it is front matter. */
const isPlainly = (block: string): boolean =>
  KNOWN_KEY.test(block.split('\n').slice(0, FIRST_LINES).join('\n')) ||
  /^\s*\{\s*"[\s\S]*\}\s*$/u.test(block);

interface Marks {
  readonly format: Format;
  /** The marks as they are written. */
  readonly open: string;
  readonly close: string;
}

/** The first thing behind a rule that opens a text and is no front matter. */
const TEXT_LINE = /^\s*(?:#{1,6}\s|[-*+]\s|>|!?\[|<|\||```)/u;

/**
 * Splits a post, given with `\n` line ends and without a byte-order mark, into front matter and body: YAML, TOML or
 * JSON between marks, JSON alone, or keys that an empty line or a mark ends. Never throws: what cannot be read becomes a
 * problem, and hides the post, since it may say that the post is hidden.
 */
export function splitPost(source: string): SplitPost {
  const blank = ABOVE.exec(source)?.[0] ?? '';
  const trimmed = source.slice(blank.length);
  const skipped = blank.split('\n').length - 1;
  const opening = OPENING.exec(trimmed);
  if (!opening)
    return /^\{\s*"/u.test(trimmed)
      ? bareJson(trimmed, skipped)
      : (splitUnmarkedKeys(trimmed) ??
          markedKeys(source) ??
          doccMetadata(source) ??
          pageProperties(source) ??
          properties(source));
  const [first, open = '', language = ''] = opening;
  const rest = trimmed.slice(first.length);
  const close = closingOf(open).exec(rest);
  const block = close ? rest.slice(0, close.index) : rest;
  const rule =
    open.startsWith('-') &&
    language === '' &&
    block.trim() !== '' &&
    !isPlainly(block) &&
    (blank.trim() !== '' ||
      /^[ \t]/u.test(blank.slice(blank.lastIndexOf('\n') + 1)) ||
      !KEY_LINE.test(block) ||
      TEXT_LINE.test(block));
  if (rule) return withoutFrontMatter(source);
  const format = open.startsWith('-') ? NAMED[language.toLowerCase()] : FORMATS[open];
  if (format === undefined) {
    return refusedPost(
      skipped + 1,
      `Front matter in "${language}" is not read; write it as YAML between two lines "---".`,
    );
  }
  if (!close) {
    const mark = open.slice(0, 3);
    return refusedPost(
      skipped + 1,
      `The front matter is not closed; put a line "${mark}" behind its last key.`,
    );
  }
  return readMatter(trimmed, { format, open, close: close[1] ?? open }, skipped);
}

function closingOf(open: string): RegExp {
  return open.startsWith('-')
    ? /\n(-{3,}|\.\.\.)[ \t]*(?=\n|$)/u
    : new RegExp(String.raw`\n(${open.replaceAll('+', '\\+')})[ \t]*(?=\n|$)`, 'u');
}

/** A block of keys right behind the front matter: a second one, left over from another post or generator. */
const SECOND =
  /^\s*(?:^|\n)---[ \t]*\n((?:[ \t]*(?:- |[\p{L}_][\p{L}\p{N} _-]{0,40}:(?=[ \t\n]))[^\n]*\n)+)---[ \t]*(?:\n|$)/u;

function withoutSecond(content: string): string {
  const [all, block] = SECOND.exec(content) ?? [];
  return all !== undefined && block !== undefined && isPlainly(block) ? content.slice(all.length) : content;
}

function readMatter(source: string, { format, open, close }: Marks, skipped: number): SplitPost {
  let found: Matter = { keys: {}, lines: {}, problems: [] };
  const read = (block: string): object => {
    found = READERS[format](block);
    return found.keys;
  };
  // Only the front matter is given: of a whole post two copies would be made. The name of a format is left out, since
  // gray-matter runs what is called JavaScript.
  const firstLine = source.indexOf('\n');
  const end = source.indexOf(`\n${close}`, open.length);
  const behind = end < 0 ? source.length : end + 1 + close.length;
  try {
    // Options are given on purpose: without any, gray-matter remembers a text that failed once and gives {} for it.
    const { content: rest } = matter(open + source.slice(firstLine, behind), {
      language: format,
      delimiters: [open, close],
      engines: { yaml: read, yml: read, toml: read, json: read },
    });
    const content = rest === '' ? source.slice(behind).replace(/^\n/u, '') : rest + source.slice(behind);
    const body = withoutSecond(content);
    const bodyLine = skipped + source.slice(0, source.length - body.length).split('\n').length;
    return splitAt(found, body, bodyLine, skipped);
  } catch (error) {
    return unreadablePost(error, skipped);
  }
}
