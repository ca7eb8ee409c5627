import matter from 'gray-matter';
import { isMap, isScalar, LineCounter, parseDocument } from 'yaml';

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
  readonly aliases: readonly string[];
  readonly url: string | undefined;
  readonly slug: string | undefined;
  readonly image: string | undefined;
  readonly draft: boolean;
  /** Line of each key in the file, from 1. */
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

type Keys = Readonly<Record<string, unknown>>;

function text(keys: Keys, ...names: readonly string[]): string | undefined {
  for (const name of names) {
    const value = keys[name];
    if (typeof value === 'string' || typeof value === 'number') {
      const clean = String(value).normalize('NFC').replace(/\s+/gu, ' ').trim();
      if (clean !== '') return clean;
    }
  }
  return undefined;
}

function list(keys: Keys, name: string, splitWords: boolean): string[] {
  const value = keys[name];
  const parts =
    typeof value === 'string'
      ? value.split(value.includes(',') ? ',' : splitWords ? /\s+/u : '\n')
      : Array.isArray(value)
        ? value.filter((part) => typeof part === 'string' || typeof part === 'number').map(String)
        : typeof value === 'number'
          ? [String(value)]
          : [];
  return parts.map((part) => part.normalize('NFC').trim()).filter((part) => part !== '');
}

function yes(value: unknown): boolean {
  return value === true || (typeof value === 'string' && /^(?:true|yes|on)$/iu.test(value));
}

function no(value: unknown): boolean {
  return value === false || (typeof value === 'string' && /^(?:false|no|off)$/iu.test(value));
}

function imageOf(value: unknown): string | undefined {
  if (typeof value === 'string') return value.trim() || undefined;
  if (typeof value !== 'object' || value === null) return undefined;
  const path = 'path' in value ? value.path : 'url' in value ? value.url : undefined;
  return typeof path === 'string' ? path.trim() || undefined : undefined;
}

function numberOf(
  keys: Keys,
  lines: Readonly<Record<string, number>>,
  problems: Problem[],
): number | undefined {
  const written = keys['number'] ?? (typeof keys['session'] === 'number' ? keys['session'] : undefined);
  if (written === undefined || written === null || written === '') return undefined;
  const number =
    typeof written === 'number' ? written : Number(typeof written === 'string' ? written : Number.NaN);
  if (Number.isSafeInteger(number) && number >= 0 && number < 100_000) return number;
  problems.push({
    level: 'warning',
    line: lines['number'] ?? lines['session'] ?? 1,
    code: 'bad-number',
    message: `The number "${String(written)}" is not a whole number from 0 on; write it like "number: 5".`,
  });
  return undefined;
}

function known(keys: Keys, lines: Readonly<Record<string, number>>, problems: Problem[]): FrontMatter {
  const session = keys['session'];
  return {
    title: text(keys, 'title'),
    date: text(keys, 'date'),
    tags: [...new Set([...list(keys, 'tags', true), ...list(keys, 'tag', false)])],
    categories: [...new Set([...list(keys, 'category', false), ...list(keys, 'categories', true)])],
    number: numberOf(keys, lines, problems),
    event: text(keys, 'event'),
    track: text(keys, 'track'),
    session: typeof session === 'string' ? text(keys, 'session') : undefined,
    summary: text(keys, 'summary', 'description', 'excerpt'),
    lang: text(keys, 'lang', 'language', 'locale'),
    translationOf: text(keys, 'translation_of'),
    aliases: list(keys, 'aliases', false),
    url: text(keys, 'url', 'permalink'),
    slug: text(keys, 'slug'),
    image: imageOf(keys['image']),
    draft: yes(keys['draft']) || no(keys['published']),
    lines,
  };
}

interface Yaml {
  readonly keys: Keys;
  readonly lines: Readonly<Record<string, number>>;
  readonly problems: readonly Problem[];
}

class UnreadableYaml extends Error {
  readonly line: number;
  constructor(message: string, line: number) {
    super(message);
    this.line = line;
  }
}

/** Parses YAML 1.2 with dates as text: the civil date must not shift with a time zone. */
function readYaml(source: string): Yaml {
  const counter = new LineCounter();
  const document = parseDocument(source, { lineCounter: counter, prettyErrors: false, logLevel: 'silent' });
  const problems: Problem[] = [];
  for (const error of document.errors) {
    const { line } = counter.linePos(error.pos[0]);
    if (error.code !== 'DUPLICATE_KEY') {
      throw new UnreadableYaml(error.message.split('\n')[0] ?? error.code, Math.max(1, line));
    }
    problems.push({
      level: 'warning',
      line,
      code: 'duplicate-key',
      message: 'This key stands twice in the front matter; the last one is taken. Remove one.',
    });
  }
  const root = document.contents;
  if (root !== null && !isMap(root)) throw new UnreadableYaml('It is not a list of "key: value" lines', 2);
  const keys: Record<string, unknown> = {};
  const lines: Record<string, number> = {};
  for (const { key, value } of root?.items ?? []) {
    if (!isScalar(key) || typeof key.value !== 'string') continue;
    lines[key.value] = counter.linePos(key.range?.[0] ?? 0).line;
    keys[key.value] = isScalar(value) ? value.value : document.getIn([key.value]);
  }
  return { keys: { ...keys, ...plainLists(document.toJS({ maxAliasCount: 20 })) }, lines, problems };
}

function plainLists(value: unknown): Keys {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}

function unread(body: string, problem: Problem | undefined, broken: boolean): SplitPost {
  const problems = problem === undefined ? [] : [problem];
  return { front: known({}, {}, []), body, bodyLine: 1, problems, broken };
}

const OPENING = /^---[ \t]*(\S*)[ \t]*(?=\n|$)/u;
const CLOSING = /\n(---|\.\.\.)[ \t]*(?=\n|$)/u;

/**
 * Splits a post, with `\n` line ends and without a byte-order mark, into front matter and body. Never throws: syntax
 * errors become problems.
 */
export function splitPost(source: string): SplitPost {
  const blank = /^(?:[ \t]*\n)+(?=---[ \t]*\n)/u.exec(source)?.[0] ?? '';
  const trimmed = source.slice(blank.length);
  const skipped = blank.split('\n').length - 1;
  const opening = OPENING.exec(trimmed);
  if (!opening) return unread(source, undefined, false);
  const language = opening[1] ?? '';
  if (language !== '' && !/^ya?ml$/iu.test(language)) {
    const message = `Front matter in "${language}" is not read; write it as YAML between two lines "---".`;
    return unread('', { level: 'error', line: skipped + 1, code: 'front-matter', message }, true);
  }
  const closing = CLOSING.exec(trimmed.slice(3));
  if (!closing) {
    const message = 'The front matter is not closed; put a line "---" behind its last key.';
    return unread(source, { level: 'error', line: skipped + 1, code: 'front-matter', message }, true);
  }
  return readMatter(trimmed, closing[1] ?? '---', skipped);
}

function readMatter(source: string, close: string, skipped: number): SplitPost {
  let yaml: Yaml = { keys: {}, lines: {}, problems: [] };
  const read = (block: string): object => {
    yaml = readYaml(block);
    return yaml.keys;
  };
  try {
    // Options disable gray-matter's cache, which returns {} for a text that has thrown once.
    const file = matter(source, { language: 'yaml', delimiters: ['---', close], engines: { yaml: read } });
    const body = file.content;
    const bodyLine = skipped + source.slice(0, source.length - body.length).split('\n').length;
    const lines = Object.fromEntries(Object.entries(yaml.lines).map(([key, line]) => [key, line + skipped]));
    const problems = yaml.problems.map((problem) => ({ ...problem, line: problem.line + skipped }));
    return { front: known(yaml.keys, lines, problems), body, bodyLine, problems, broken: false };
  } catch (error) {
    const line = skipped + (error instanceof UnreadableYaml ? error.line : 1);
    const reason = error instanceof Error ? error.message : String(error);
    const message = `The front matter cannot be read (${reason}). Put values that contain ": " or "#" in quotes.`;
    return unread('', { level: 'error', line, code: 'front-matter', message }, true);
  }
}
