import { isMap, isNode, isScalar, isSeq, LineCounter, parseDocument } from 'yaml';
import type { Problem } from '../model.ts';
import { readFlatYaml } from './flatYaml.ts';
import { type Matter, UnreadableMatter } from './matter.ts';

/** Deepest values of which the line is kept: `speakers/1/url`. */
const DEPTH = 2;

/** The line of each entry of a list and each key of a table, by its path. */
function linesWithin(
  node: unknown,
  path: string,
  counter: LineCounter,
  lines: Record<string, number>,
  depth = DEPTH,
): void {
  if (depth === 0) return;
  const note = (name: string, at: unknown, value: unknown) => {
    const place = isNode(at) ? at.range?.[0] : undefined;
    if (place !== undefined) lines[`${path}/${name}`] = counter.linePos(place).line;
    linesWithin(value, `${path}/${name}`, counter, lines, depth - 1);
  };
  if (isSeq(node)) for (const [index, item] of node.items.entries()) note(String(index), item, item);
  if (isMap(node))
    for (const { key, value } of node.items) if (isScalar(key)) note(String(key.value), key, value);
}

/**
 * Reads YAML 1.2, in which a date stays the text that the author wrote: its civil day must not move with a zone.
 * @throws UnreadableMatter
 */
export function readStrictYaml(source: string): Matter {
  const counter = new LineCounter();
  const document = parseDocument(source, { lineCounter: counter, prettyErrors: false, logLevel: 'silent' });
  const problems: Problem[] = [];
  for (const error of document.errors) {
    const { line } = counter.linePos(error.pos[0]);
    if (error.code !== 'DUPLICATE_KEY') {
      throw new UnreadableMatter(error.message.split('\n')[0] ?? error.code, Math.max(1, line));
    }
    problems.push({
      level: 'warning',
      line,
      code: 'duplicate-key',
      message: 'This key stands twice in the front matter; the last one is taken. Remove one.',
    });
  }
  const root = document.contents;
  if (root !== null && !isMap(root)) throw new UnreadableMatter('It is not a list of "key: value" lines', 2);
  const keys: Record<string, unknown> = {};
  const lines: Record<string, number> = {};
  const titles: Record<string, unknown> = {};
  for (const { key, value } of root?.items ?? []) {
    if (!isScalar(key) || typeof key.value !== 'string') continue;
    lines[key.value] = counter.linePos(key.range?.[0] ?? 0).line;
    linesWithin(value, key.value, counter, lines);
    if (isScalar(value)) keys[key.value] = value.value;
    else if (key.value === 'title' && isNode(value)) {
      // `title: [Kotlin]` is a list to YAML and a title to everybody else.
      const [from = 0, to = 0] = value.range ?? [];
      titles['title'] = source.slice(from, to);
    }
  }
  const plain: unknown = document.toJS({ maxAliasCount: 20 });
  const lists = typeof plain === 'object' && plain !== null ? plain : {};
  return { keys: { ...keys, ...lists, ...titles }, lines, problems };
}

/** One key at the left edge with everything up to the next one. */
interface Entry {
  readonly key: string;
  readonly line: number;
  readonly lines: string[];
}

/** Keys that are recognized where the space behind the colon is missing, or a tab stands in front. */
const COMMON =
  '(?:title|date|layout|authors?|tags?|categor(?:y|ies)|description|summary|draft|published|lang|slug|permalink)';
const SLIP = new RegExp(`^[ \\t]*(${COMMON})[ \\t]*:`, 'iu');
const KEY = /^([\p{L}_][\p{L}\p{N}_. -]{0,60}?|"[^"\n]{1,60}"|'[^'\n]{1,60}')[ \t]*:(?=\s|$|["'[{])/u;
/** What version control leaves behind where two people changed one line. */
const CONFLICT = /^(?:<{7}|={7}|>{7})(?: |$)/u;

/** A quote that the first line opens and that no line closes. */
function openQuote(lines: readonly string[]): boolean {
  const [, value = ''] = /^[^:]*:[ \t]*(.*)$/su.exec(lines.join('\n')) ?? [];
  const mark = value.charAt(0);
  if (mark !== '"' && mark !== "'") return false;
  const inside =
    mark === '"' ? value.slice(1).replace(/\\[\s\S]/gu, '') : value.slice(1).replaceAll("''", '');
  return !inside.includes(mark);
}

/** Cuts a block at the keys that stand at the left edge. @throws where something stands there that belongs to none. */
function entriesOf(source: string): Entry[] {
  const entries: Entry[] = [];
  source.split('\n').forEach((text, at) => {
    const last = entries.at(-1);
    const written = KEY.exec(text)?.[1] ?? (/^[ ]/u.test(text) ? undefined : SLIP.exec(text)?.[1]);
    const key = written?.replace(/^["']|["']$/gu, '');
    if (CONFLICT.test(text)) throw new UnreadableMatter('Two versions of it stand side by side', at + 1);
    if (key !== undefined && !(last && openQuote(last.lines)))
      entries.push({ key, line: at + 1, lines: [text] });
    else if (last) last.lines.push(text);
    else if (text.trim() !== '' && !text.startsWith('#')) {
      throw new UnreadableMatter('It does not begin with a "key: value" line', at + 1);
    }
  });
  const open = entries.find(({ lines }) => openQuote(lines));
  // What stands behind it may be the key that hides the post.
  if (open) throw new UnreadableMatter('A quotation mark is not closed', open.line);
  return entries;
}

const bareOf = (written: string): string =>
  (/^(["'])([\s\S]*)\1$/u.exec(written)?.[2] ?? written).replace(/\s+/gu, ' ').trim();

/** Why a value is no YAML, as its author can mend it. */
function causeOf(value: string, line: string): string {
  if (/^[ ]*\t/u.test(line)) return 'stands behind a tab';
  if (/^[^:"']*:\S/u.test(line)) return 'has no space in front of it';
  if (/^"(?:[^"\\]|\\.)*"$/su.test(value))
    return 'contains a "\\" in double quotes, which means more than itself';
  if (/^["']/u.test(value)) return 'has quotation marks within its quotation marks, or none at its end';
  if (/^[[{]/u.test(value)) return `begins with "${value.charAt(0)}", which opens a list`;
  if (/^[@`%*&!|>]/u.test(value))
    return `begins with "${value.charAt(0)}", which means something else in YAML`;
  if (/:(?:\s|$)/u.test(value)) return 'contains ": "';
  if (value.includes('\t')) return 'contains a tab';
  return 'is no YAML';
}

/** Reads a block key by key: what is no YAML by itself is taken as the text that stands there. */
function keyByKey(source: string): Matter {
  const keys: Record<string, unknown> = {};
  const lines: Record<string, number> = {};
  const problems: Problem[] = [];
  for (const { key, line, lines: own } of entriesOf(source)) {
    lines[key] = line;
    try {
      const inside = openQuote(own.slice(0, 1)) ? own.map((text, at) => (at === 0 ? text : ` ${text}`)) : own;
      const read = readStrictYaml(inside.join('\n'));
      keys[key] = read.keys[key];
      continue;
    } catch {
      // Taken as it stands.
    }
    const value = own
      .join('\n')
      .slice((KEY.exec(own[0] ?? '') ?? SLIP.exec(own[0] ?? ''))?.[0].length ?? 0)
      .replace(/^[ \t]+#.*$/gmu, '')
      .trim();
    keys[key] = bareOf(value);
    // Links to notes with commas between them, as wikis write lists.
    if (/^\[\[[^\n]*\]\]/u.test(value)) continue;
    problems.push({
      level: 'warning',
      line,
      code: 'front-matter',
      message: `The value of "${key}" ${causeOf(value, own[0] ?? '')}; it is taken as it stands. Put it in quotes.`,
    });
  }
  return { keys, lines, problems };
}

/**
 * Reads front matter in YAML; where it is none, key by key, so that a slip in one value costs no post.
 * @throws UnreadableMatter where neither gives a title or a date.
 */
export function readYaml(source: string): Matter {
  try {
    return readFlatYaml(source) ?? readStrictYaml(source);
  } catch (error) {
    const rescued = keyByKey(source);
    const told =
      rescued.problems.length === 0 || ['title', 'date'].some((key) => typeof rescued.keys[key] === 'string');
    if (!told) throw error;
    return rescued;
  }
}
