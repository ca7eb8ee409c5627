import { maskFormulas } from './formulas.ts';

/** A text in which some pieces stand as marks that nothing takes for syntax. */
export interface Mask {
  /** Puts a piece away, a mark for each of its lines. */
  readonly hide: (piece: string) => string;
  /** Puts all pieces back. */
  readonly restore: (text: string) => string;
}

/** Noncharacters of Unicode: no text that is exchanged has them. */
const OPEN = '\ufdd0';
const CLOSE = '\ufdd1';
const MARK = /\ufdd0(\d+)\ufdd1/gu;

/** A pattern for a mark, to be put into others. */
export const MARKED = '\\ufdd0\\d+\\ufdd1';

/** Takes away the letters that marks are made of. */
export const withoutMarks = (text: string): string => text.replace(/[\ufdd0-\ufdef]/gu, '');

/** Makes a place to put pieces of one text away. */
export function newMask(): Mask {
  const pieces: string[] = [];
  const hideLine = (line: string): string => {
    if (line === '') return '';
    pieces.push(line);
    return `${OPEN}${pieces.length - 1}${CLOSE}`;
  };
  const restore = (text: string): string => {
    let restored = text;
    // A piece may have been put away with marks in it.
    while (restored.includes(OPEN)) {
      restored = restored.replace(MARK, (_, index: string) => pieces[Number(index)] ?? '');
    }
    return restored;
  };
  return { hide: (piece) => piece.split('\n').map(hideLine).join('\n'), restore };
}

/** As many line ends as a text has. */
export const lineEnds = (text: string): string => '\n'.repeat(text.split('\n').length - 1);

/** A block of code that a generator writes as a pair of tags. */
export interface CodeTag {
  /** Matches the opening tag at the start of a text; the first group is the language. */
  readonly open: RegExp;
  readonly close: RegExp;
}

const PREFIX = /^((?:[ \t]*>)*[ \t]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)*)(.*)$/u;
const FENCE = /^(`{3,}(?=[^`]*$)|~{3,})/u;
const ITEM = /^[ \t]*(?:[-*+]|\d{1,9}[.)])[ \t]+/u;

/** An element of JSX on its own line: no list goes on behind it. */
const ELEMENT = /^[ \t]*<\/?[A-Z]/u;

function indentOf(line: string): number {
  const space = /^[ \t]*/u.exec(line)?.[0] ?? '';
  return space.replaceAll('\t', '    ').length;
}

function fenceFor(code: string): string {
  const longest = Math.max(2, ...[...code.matchAll(/`+/gu)].map(([run]) => run.length));
  return '`'.repeat(longest + 1);
}

/** Characters that HTML would read, written so that it does not. */
export const escapeHtml = (text: string): string =>
  text.replace(/[&<>"]/gu, (letter) => `&#${letter.codePointAt(0)};`);

/** Where a block of code ends that begins at a line, and what its lines are in plain Markdown. */
interface Block {
  readonly end: number;
  readonly lines: readonly string[];
}

function fencedBlock(lines: readonly string[], at: number, item: number): Block | undefined {
  const line = lines[at] ?? '';
  const [, prefix = '', rest = ''] = PREFIX.exec(line) ?? [];
  const fence = FENCE.exec(rest)?.[1];
  if (fence === undefined) return undefined;
  const quoted = prefix.includes('>');
  const within = !quoted && item > 0 && indentOf(line) >= item;
  let end = at + 1;
  for (; end < lines.length; end += 1) {
    const other = lines[end] ?? '';
    if (quoted && !other.trimStart().startsWith('>')) break;
    if (within && other.trim() !== '' && indentOf(other) < item) break;
    const bare = other.replace(/^(?:[ \t]*>)*[ \t]*/u, '').trimEnd();
    if (bare.startsWith(fence) && /^(?:`+|~+)$/u.test(bare))
      return { end: end + 1, lines: lines.slice(at, end + 1) };
  }
  return { end, lines: lines.slice(at, end) };
}

function taggedBlock(lines: readonly string[], at: number, tags: readonly CodeTag[]): Block | undefined {
  const line = lines[at] ?? '';
  const [, prefix = '', rest = ''] = PREFIX.exec(line) ?? [];
  for (const { open, close } of tags) {
    const opening = open.exec(rest);
    if (!opening) continue;
    const first = rest.slice(opening[0].length);
    if (close.test(first)) return undefined;
    const last = lines.findIndex((other, index) => index > at && close.test(other));
    if (last < 0) return undefined;
    const [inside = '', behind = ''] = (lines[last] ?? '').split(close);
    const language = /^[\w+#-]+/u.exec(opening[1] ?? '')?.[0] ?? '';
    const code = lines.slice(at + 1, last);
    if (first.trim() === '' && inside.trim() === '' && behind.trim() === '') {
      const fence = fenceFor(code.join('\n'));
      const indent = prefix.replace(/[^>\s]/gu, ' ');
      return { end: last + 1, lines: [`${prefix}${fence}${language}`, ...code, `${indent}${fence}`] };
    }
    // Something stands beside a tag: HTML needs no lines of its own.
    const html = escapeHtml([first, ...code, inside].join('\n'));
    const block = `${prefix}<pre><code class="language-${language}">${html}</code></pre>`.split('\n');
    return {
      end: last + 1,
      lines: behind.trim() === '' ? block : block.with(-1, `${block.at(-1)} ${behind}`),
    };
  }
  return undefined;
}

/**
 * Puts code away: fences, tags that mean code, indented code, `<pre>`, code within lines, and formulas, which are full
 * of braces. `flush` is for texts in which indentation means no code.
 */
export function maskCode(text: string, tags: readonly CodeTag[], flush: boolean, { hide }: Mask): string {
  const lines = text.split('\n');
  const out: string[] = [];
  let item = 0;
  let blank = true;
  let indented = false;
  for (let at = 0; at < lines.length; ) {
    const written = lines[at] ?? '';
    if (flush && ELEMENT.test(written)) item = 0;
    const line =
      flush && item === 0 && indentOf(written) >= 4 && ITEM.test(written) ? written.trimStart() : written;
    const indent = indentOf(line);
    if (line.trim() === '') {
      out.push(line);
      blank = true;
      at += 1;
      continue;
    }
    if (blank && indent < item && !ITEM.test(line)) item = indent;
    const code = !flush && indent >= item + 4 && (blank || indented) && !(item > 0 && ITEM.test(line));
    if (code) {
      out.push(hide(line));
      indented = true;
      blank = false;
      at += 1;
      continue;
    }
    indented = false;
    if (ITEM.test(line)) {
      const marker = ITEM.exec(line)?.[0] ?? '';
      const width = indentOf(marker) + marker.trim().length;
      const behind = marker.slice(marker.trimEnd().length).replaceAll('\t', '    ').length;
      item = width + (behind > 4 ? 1 : behind);
    }
    const block = fencedBlock(lines, at, item) ?? taggedBlock(lines, at, tags);
    if (block) {
      const out0 =
        flush && item === 0
          ? block.lines.map((one) => one.slice(Math.min(indent, indentOf(one))))
          : block.lines;
      out.push(...out0.map(hide));
      at = block.end;
      blank = true;
      continue;
    }
    out.push(flush && item === 0 && indent >= 4 ? line.trimStart() : line);
    blank = false;
    at += 1;
  }
  return maskInline(out.join('\n'), tags, hide);
}

const PRE = /<(pre|script|style|textarea)\b[^>]*>[\s\S]*?<\/\1\s*>/giu;
const SPAN = /(?<![\\`])(`+)(?!`)((?:(?!\n[ \t]*\n)[\s\S]){1,2000}?)(?<!`)\1(?!`)/gu;
function maskInline(text: string, tags: readonly CodeTag[], hide: Mask['hide']): string {
  let masked = text;
  if (/<(?:pre|script|style|textarea)\b/iu.test(masked)) masked = masked.replace(PRE, hide);
  for (const { open, close } of tags) {
    const pair = new RegExp(`${open.source.replace(/^\^/u, '')}(.*?)${close.source}`, 'gu');
    masked = masked.replace(pair, (_, _language, code: string) => {
      const mark = fenceFor(code).slice(2);
      return hide(`${mark} ${code.trim()} ${mark}`);
    });
  }
  if (masked.includes('`')) masked = masked.replace(SPAN, hide);
  if (/[$\\]/u.test(masked)) masked = maskFormulas(masked, hide);
  return masked;
}
