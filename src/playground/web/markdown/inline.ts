import type { Inline, TimeStyle } from './model.ts';

const MAX_DEPTH = 12;
const PUNCTUATION = /[!-/:-@[-`{-~]/;
const WORD = /[\p{L}\p{N}_]/u;

/** Parser state: `parse` fills `done`, `text` collects plain text. */
interface Writer {
  text: string;
  readonly done: Inline[];
}

interface Match {
  readonly node: Inline;
  readonly end: number;
}

type Rule = (source: string, at: number, depth: number) => Match | undefined;

/**
 * Discord's inline Markdown (support article "Markdown Text 101" and developer docs "Message Formatting").
 * Unclosed marks stay text. Never throws.
 */
export function parseInline(source: string, depth = 0): readonly Inline[] {
  const writer: Writer = { text: '', done: [] };
  let at = 0;
  while (at < source.length) {
    const found = depth < MAX_DEPTH ? RULES[source.charAt(at)]?.(source, at, depth) : undefined;
    if (found) {
      flush(writer);
      writer.done.push(found.node);
      at = found.end;
    } else if (source.charAt(at) === '\\' && PUNCTUATION.test(source.charAt(at + 1))) {
      writer.text += source.charAt(at + 1);
      at += 2;
    } else {
      writer.text += source.charAt(at);
      at += 1;
    }
  }
  flush(writer);
  return writer.done;
}

function flush(writer: Writer): void {
  if (writer.text !== '') writer.done.push({ type: 'text', text: writer.text });
  writer.text = '';
}

/** Index of `mark` from `from` on, outside of escapes and code spans; -1 where there is none. */
function findClose(source: string, mark: string, from: number): number {
  for (let at = from; at < source.length; at += 1) {
    const letter = source.charAt(at);
    if (letter === '\\') {
      at += 1;
    } else if (letter === '`') {
      const end = codeEnd(source, at);
      if (end > 0) at = end - 1;
    } else if (source.startsWith(mark, at)) {
      return at;
    }
  }
  return -1;
}

function codeEnd(source: string, at: number): number {
  const fence = run(source, at, '`');
  let close = source.indexOf('`'.repeat(fence), at + fence);
  while (close !== -1 && run(source, close, '`') !== fence) {
    close = source.indexOf('`'.repeat(fence), close + run(source, close, '`'));
  }
  return close === -1 ? -1 : close + fence;
}

function run(source: string, at: number, letter: string): number {
  let length = 0;
  while (source.charAt(at + length) === letter) length += 1;
  return length;
}

function code(source: string, at: number): Match | undefined {
  const fence = run(source, at, '`');
  const end = codeEnd(source, at);
  if (end < 0 || fence > 2) return undefined;
  const text = source.slice(at + fence, end - fence);
  const trimmed = /^ .*[^ ].* $|^ ?`|` ?$/s.test(text) ? text.replace(/^ | $/g, '') : text;
  return { node: { type: 'code', text: trimmed }, end };
}

function pair(type: 'strong' | 'underline' | 'strike' | 'spoiler', mark: string): Rule {
  return (source, at, depth) => {
    if (!source.startsWith(mark, at)) return undefined;
    let close = findClose(source, mark, at + mark.length);
    const letter = mark.charAt(0);
    // `***a***` closes with its last two asterisks: the inner one belongs to the emphasis.
    while (close !== -1 && letter !== '|' && source.charAt(close + mark.length) === letter) close += 1;
    if (close <= at + mark.length) return undefined;
    const children = parseInline(source.slice(at + mark.length, close), depth + 1);
    return { node: { type, children }, end: close + mark.length };
  };
}

function emphasis(letter: '*' | '_'): Rule {
  return (source, at, depth) => {
    const inner = at + 1;
    if (/\s|^$/.test(source.charAt(inner))) return undefined;
    if (letter === '_' && at > 0 && WORD.test(source.charAt(at - 1))) return undefined;
    for (let close = findClose(source, letter, inner); close !== -1; ) {
      const length = run(source, close, letter);
      const blank = /\s/.test(source.charAt(close - 1));
      const inWord = letter === '_' && WORD.test(source.charAt(close + length));
      if (length !== 2 && close > inner && !blank && !inWord) {
        const end = length > 2 ? close + length - 1 : close;
        return {
          node: { type: 'emphasis', children: parseInline(source.slice(inner, end), depth + 1) },
          end: end + 1,
        };
      }
      close = findClose(source, letter, close + length);
    }
    return undefined;
  };
}

function first(...rules: readonly Rule[]): Rule {
  return (source, at, depth) => {
    for (const rule of rules) {
      const found = rule(source, at, depth);
      if (found) return found;
    }
    return undefined;
  };
}

/** The address if its scheme is http, https or mailto; else undefined. */
export function safeUrl(text: string): string | undefined {
  if (!URL.canParse(text)) return undefined;
  const url = new URL(text);
  return ['http:', 'https:', 'mailto:'].includes(url.protocol) ? url.href : undefined;
}

function maskedLink(source: string, at: number, depth: number): Match | undefined {
  let level = 0;
  let close = -1;
  for (let i = at; i < source.length && close < 0; i += 1) {
    const letter = source.charAt(i);
    if (letter === '\\') i += 1;
    else if (letter === '[') level += 1;
    else if (letter === ']') {
      level -= 1;
      if (level === 0) close = i;
    }
  }
  if (close < 0 || source.charAt(close + 1) !== '(') return undefined;
  const match = /^\(\s*<?((?:[^\s()<>\\]|\\.|\((?:[^\s()<>\\]|\\.)*\))+)>?(?:\s+"([^"]*)")?\s*\)/.exec(
    source.slice(close + 1),
  );
  const url = safeUrl((match?.[1] ?? '').replace(/\\(.)/g, '$1'));
  const label = source.slice(at + 1, close);
  if (!match || !url || label.trim() === '') return undefined;
  const children = parseInline(label, depth + 1);
  const title = match[2];
  return {
    node: { type: 'link', url, children, ...(title === undefined ? {} : { title }) },
    end: close + 1 + match[0].length,
  };
}

const TIME_STYLES = 'tTdDfFsSR';

function isTimeStyle(letter: string): letter is TimeStyle {
  return letter.length === 1 && TIME_STYLES.includes(letter);
}

const ANGLES: readonly (readonly [RegExp, (groups: readonly string[]) => Inline | undefined])[] = [
  [/^<@!?(\d{1,20})>/, ([, id = '']) => ({ type: 'user', id })],
  [/^<@&(\d{1,20})>/, ([, id = '']) => ({ type: 'role', id })],
  [/^<#(\d{1,20})>/, ([, id = '']) => ({ type: 'channel', id })],
  [/^<\/([-_'\p{L}\p{N} ]{1,100}):(\d{1,20})>/u, ([, name = '', id = '']) => ({ type: 'command', name, id })],
  [/^<a?:(\w{1,32}):(\d{1,20})>/, ([, name = '', id = '']) => ({ type: 'emoji', name, id })],
  [/^<t:(-?\d{1,13})(?::([a-zA-Z]))?>/, ([, seconds = '', style = 'f']) => time(Number(seconds), style)],
  [/^<((?:https?:\/\/|mailto:)[^\s<>]+)>/, ([, address = '']) => autolink(address)],
];

function time(seconds: number, style: string): Inline | undefined {
  // Dates end at 8.64e15 ms (ECMAScript, "Time Values and Time Range").
  return isTimeStyle(style) && Math.abs(seconds) <= 8.64e12 ? { type: 'time', seconds, style } : undefined;
}

function autolink(address: string): Inline | undefined {
  const url = safeUrl(address);
  return url ? { type: 'link', url, children: [{ type: 'text', text: address }] } : undefined;
}

function angle(source: string, at: number): Match | undefined {
  const rest = source.slice(at, at + 2048);
  for (const [pattern, make] of ANGLES) {
    const match = pattern.exec(rest);
    const node = match ? make(match) : undefined;
    if (match && node) return { node, end: at + match[0].length };
  }
  return undefined;
}

function bareUrl(source: string, at: number): Match | undefined {
  if (at > 0 && WORD.test(source.charAt(at - 1))) return undefined;
  const match = /^https?:\/\/[^\s<]+/.exec(source.slice(at, at + 2048));
  if (!match) return undefined;
  let address = match[0].replace(/[.,:;!?"'*_~|\]]+$/, '');
  while (address.endsWith(')') && count(address, ')') > count(address, '(')) address = address.slice(0, -1);
  const node = autolink(address);
  return node ? { node, end: at + address.length } : undefined;
}

function count(text: string, letter: string): number {
  return text.split(letter).length - 1;
}

function everyone(source: string, at: number): Match | undefined {
  const match = /^@(everyone|here)\b/.exec(source.slice(at, at + 10));
  return match
    ? {
        node: { type: 'everyone', name: match[1] === 'here' ? 'here' : 'everyone' },
        end: at + match[0].length,
      }
    : undefined;
}

const RULES: Readonly<Record<string, Rule>> = {
  '*': first(pair('strong', '**'), emphasis('*')),
  _: first(pair('underline', '__'), emphasis('_')),
  '~': pair('strike', '~~'),
  '|': pair('spoiler', '||'),
  '`': code,
  '[': maskedLink,
  '<': angle,
  h: bareUrl,
  '@': everyone,
};
