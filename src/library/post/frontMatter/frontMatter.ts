import { createRequire } from 'node:module';
import matter from 'gray-matter';
import { frontMatterOf } from './keys.ts';
import { type Matter, readYaml, UnreadableMatter } from './yaml.ts';

/** A problem within a file, without the file's name. */
export interface Problem {
  readonly level: 'error' | 'warning';
  readonly line: number;
  readonly code: string;
  readonly message: string;
}

/** The known keys of a post's front matter, NFC and trimmed, not validated against other posts. */
export interface FrontMatter {
  readonly title: string | undefined;
  readonly date: string | undefined;
  readonly tags: readonly string[];
  readonly categories: readonly string[];
  readonly number: number | undefined;
  readonly event: string | undefined;
  readonly track: string | undefined;
  readonly session: string | undefined;
  readonly summary: string | undefined;
  readonly lang: string | undefined;
  readonly translationOf: string | undefined;
  /** What all translations of a post share: Hugo's `translationKey`, the `ref` of Jekyll's blogs. */
  readonly translationKey: string | undefined;
  /** The session's id, where the author fixed it. */
  readonly id: string | undefined;
  readonly aliases: readonly string[];
  readonly url: string | undefined;
  readonly slug: string | undefined;
  readonly image: string | undefined;
  /** The key that keeps the post out: `draft`, `published`, … */
  readonly hiddenBy: string | undefined;
  /** The moment from which on the post is public, as it is written. */
  readonly from: string | undefined;
  /** The moment from which on it is public no more, as it is written. */
  readonly until: string | undefined;
  /** Line of each key in the file, from 1, by the key in lower case. */
  readonly lines: Readonly<Record<string, number>>;
}

/** A file, split into front matter and body. */
export interface SplitPost {
  readonly front: FrontMatter;
  readonly body: string;
  /** Line of the file at which `body` begins, from 1. */
  readonly bodyLine: number;
  readonly problems: readonly Problem[];
  /** True where the front matter is unreadable, so that the body must not be published either. */
  readonly broken: boolean;
}

const require = createRequire(import.meta.url);

/** Line of each key that stands at the left edge, from 1. */
function linesOf(source: string, key: RegExp): Record<string, number> {
  const lines: Record<string, number> = {};
  source.split('\n').forEach((text, at) => {
    const name = key.exec(text)?.[1];
    if (name !== undefined) lines[name] ??= at + 1;
  });
  return lines;
}

const asRecord = (value: unknown): Record<string, unknown> =>
  typeof value === 'object' && value !== null ? { ...value } : {};

function readToml(source: string): Matter {
  // Few posts have any: it is loaded with the first of them.
  const { parse }: typeof import('smol-toml') = require('smol-toml');
  try {
    return { keys: parse(source), lines: linesOf(source, /^([\w-]+)\s*=/u), problems: [] };
  } catch (error) {
    const { line, message } = {
      line: 1,
      message: '',
      ...(error instanceof Error ? { message: error.message } : {}),
      ...asRecord(error),
    };
    throw new UnreadableMatter(String(message || error).split('\n')[0] ?? '', Number(line) || 1);
  }
}

function readJson(source: string): Matter {
  const whole = /^\s*\{/u.test(source) ? source : `{${source}}`;
  try {
    return { keys: asRecord(JSON.parse(whole)), lines: linesOf(source, /^\s*"([^"]+)"\s*:/u), problems: [] };
  } catch (error) {
    throw new UnreadableMatter(error instanceof Error ? error.message : String(error), 1);
  }
}

type Format = 'yaml' | 'toml' | 'json';
const READERS: Readonly<Record<Format, (source: string) => Matter>> = {
  yaml: readYaml,
  toml: readToml,
  json: readJson,
};

/** Where front matter stands in a file, before anybody read it. */
interface Found {
  readonly format: Format;
  readonly open: string;
  readonly close: string;
}

const without = (body: string): SplitPost => ({
  front: frontMatterOf({}, {}, []),
  body,
  bodyLine: 1,
  problems: [],
  broken: false,
});

function refusedAt(line: number, message: string): SplitPost {
  return {
    ...without(''),
    problems: [{ level: 'error', line, code: 'front-matter', message }],
    broken: true,
  };
}

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
/** The first thing behind a rule that opens a text and is no front matter. */
const TEXT_LINE = /^\s*(?:#{1,6}\s|[-*+]\s|>|!?\[|<|\||```)/u;

/**
 * Splits a post, given with `\n` line ends and without a byte-order mark, into front matter and body: YAML, TOML or
 * JSON between marks, JSON alone, or keys that an empty line or a mark ends. Never throws: what cannot be read becomes a
 * problem, and hides the post, since it may say that nobody shall see it.
 */
export function splitPost(source: string): SplitPost {
  const blank = /^(?:[ \t]*\n)+(?=[-+;{])/u.exec(source)?.[0] ?? '';
  const trimmed = source.slice(blank.length);
  const skipped = blank.split('\n').length - 1;
  const opening = OPENING.exec(trimmed);
  if (!opening)
    return /^\{\s*"/u.test(trimmed) ? bareJson(trimmed, skipped) : (bareKeys(trimmed) ?? properties(source));
  const [first, open = '', language = ''] = opening;
  const rest = trimmed.slice(first.length);
  const close = closingOf(open).exec(rest);
  const block = close ? rest.slice(0, close.index) : rest;
  const rule =
    open.startsWith('-') &&
    language === '' &&
    block.trim() !== '' &&
    (!KEY_LINE.test(block) || TEXT_LINE.test(block));
  if (rule) return without(source);
  const format = open.startsWith('-') ? NAMED[language.toLowerCase()] : FORMATS[open];
  if (format === undefined) {
    return refusedAt(
      skipped + 1,
      `Front matter in "${language}" is not read; write it as YAML between two lines "---".`,
    );
  }
  if (!close) {
    const mark = open.slice(0, 3);
    return refusedAt(
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

function made(matter: Matter, body: string, bodyLine: number, skipped: number): SplitPost {
  const lines = Object.fromEntries(Object.entries(matter.lines).map(([key, line]) => [key, line + skipped]));
  const problems = matter.problems.map((problem) => ({ ...problem, line: problem.line + skipped }));
  return { front: frontMatterOf(matter.keys, lines, problems), body, bodyLine, problems, broken: false };
}

function unreadable(error: unknown, skipped: number): SplitPost {
  const line = skipped + (error instanceof UnreadableMatter ? error.line : 1);
  const reason = error instanceof Error ? error.message : String(error);
  return refusedAt(
    line,
    `The front matter cannot be read (${reason}); mend it. Put values that contain ": " or "#" in quotes.`,
  );
}

function readMatter(source: string, { format, open, close }: Found, skipped: number): SplitPost {
  let found: Matter = { keys: {}, lines: {}, problems: [] };
  const read = (block: string): object => {
    found = READERS[format](block);
    return found.keys;
  };
  try {
    // Options are given on purpose: without any, gray-matter remembers a text that failed once and gives {} for it.
    const { content } = matter(source, {
      language: format,
      delimiters: [open, close],
      engines: { yaml: read, yml: read, toml: read, json: read },
    });
    const bodyLine = skipped + source.slice(0, source.length - content.length).split('\n').length;
    return made(found, content, bodyLine, skipped);
  } catch (error) {
    return unreadable(error, skipped);
  }
}

/** JSON that opens a file without marks around it. */
function bareJson(source: string, skipped: number): SplitPost {
  for (const { index } of source.matchAll(/\}(?=[ \t]*(?:\n|$))/gu)) {
    const block = source.slice(0, index + 1);
    try {
      const found = readJson(block);
      const body = source.slice(index + 1).replace(/^[ \t]*\n/u, '');
      return made(
        found,
        body,
        skipped + source.slice(0, source.length - body.length).split('\n').length,
        skipped,
      );
    } catch {
      // A bracket within it.
    }
  }
  return refusedAt(
    skipped + 1,
    'The front matter cannot be read as JSON; mend it, or write it as YAML between two lines "---".',
  );
}

const PLAIN_KEY = /^[\p{L}][\p{L} _-]{0,30}:(?:[ \t]|$)/u;
const PLAIN_OPENING =
  /^(?:title|date|layout|author|tags|categories|category|slug|status|permalink)[ \t]*:(?:[ \t]|\n)/iu;

/** Keys without an opening mark: old posts of Hexo end them with `---`, others with an empty line. */
function bareKeys(source: string): SplitPost | undefined {
  if (!PLAIN_OPENING.test(source)) return undefined;
  const end = /\n(?:-{3,}[ \t]*(?=\n|$)|[ \t]*(?=\n|$))/u.exec(source);
  if (!end) return undefined;
  const block = source.slice(0, end.index);
  const lines = block.split('\n');
  const keys = lines.filter((line) => PLAIN_KEY.test(line)).length;
  if (keys < 2 || !lines.every((line) => PLAIN_KEY.test(line) || /^(?:[ \t]|- )/u.test(line)))
    return undefined;
  const body = source.slice(end.index + end[0].length).replace(/^\n/u, '');
  try {
    return made(readYaml(block), body, source.slice(0, source.length - body.length).split('\n').length, 0);
  } catch (error) {
    return unreadable(error, 0);
  }
}

const PROPERTY =
  /^(?:created(?: time| at| by)?|date|tags?|status|last edited(?: time| by)?|author|writer|url|type|category|property|날짜|작성일|작성일시|생성일|생성 일시|최종 편집 일시|태그|상태|작성자|분류|카테고리|유형|日付|作成日時?|タグ|创建时间|日期|标签)$/iu;
const RENAMED: Readonly<Record<string, string>> = {
  created: 'date',
  'created time': 'date',
  'created at': 'date',
  날짜: 'date',
  작성일: 'date',
  작성일시: 'date',
  생성일: 'date',
  '생성 일시': 'date',
  日付: 'date',
  作成日: 'date',
  作成日時: 'date',
  创建时间: 'date',
  日期: 'date',
  tag: 'tags',
  태그: 'tags',
  タグ: 'tags',
  标签: 'tags',
  상태: 'status',
};

/** Lines `Key: value` that Notion puts under the title of a page. They stay as empty lines. */
function properties(source: string): SplitPost {
  const found = /^(\s*# [^\n]+\n(?:[ \t]*\n)*)((?:[^\n:]{1,40}:[ \t][^\n]*\n?)+)(?=\n|$)/u.exec(source);
  const [all = '', above = '', block = ''] = found ?? [];
  const lines = block
    .trimEnd()
    .split('\n')
    .map((line) => line.split(/:[ \t](.*)/su, 2));
  if (
    !found ||
    !lines.some(([key = '']) => PROPERTY.test(key.trim())) ||
    !lines.every(([key = '']) => PROPERTY.test(key.trim()) || lines.length > 1)
  ) {
    return without(source);
  }
  if (lines.length > 1 && lines.filter(([key = '']) => PROPERTY.test(key.trim())).length * 2 < lines.length)
    return without(source);
  const first = above.split('\n').length;
  const keys: Record<string, string> = {};
  const at: Record<string, number> = {};
  lines.forEach(([written = '', value = ''], index) => {
    const name = written.trim().toLowerCase();
    const key = Object.hasOwn(RENAMED, name) ? (RENAMED[name] ?? name) : name;
    keys[key] ??= value.trim();
    at[key] ??= first + index;
  });
  const body = above + '\n'.repeat(block.split('\n').length - 1) + source.slice(all.length);
  return { front: frontMatterOf(keys, at, []), body, bodyLine: 1, problems: [], broken: false };
}
