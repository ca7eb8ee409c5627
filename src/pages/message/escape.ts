import { cut } from './cut.ts';
import { breakInvites } from './hosts.ts';
import { withoutHidden } from './plain.ts';

/** An address that Discord turns into a link; `end` finds its end, since ours may differ. */
const URL_PATTERN = /https?:\/\/[\p{L}\p{N}][\p{L}\p{N}.-]*(?::\d{1,5})?(?:[/?#][^\s<>`]*)?/giu;
/** Punctuation that ends a sentence rather than an address. */
const URL_TAIL = '.,:;!?"\'’”)]}';

function withoutTail(url: string): string {
  let end = url.length;
  while (end > 0 && URL_TAIL.includes(url.charAt(end - 1))) end -= 1;
  return url.slice(0, end);
}

/** `:rocket:` is not escaped: Discord draws the emoji as Jekyll does. It has a letter, unlike `10:30:45`. */
const SHORTCODE = /(?<!<a?):(?=[0-9_-]*[a-z+])[a-z0-9+][a-z0-9+-]*(?:_[a-z0-9+-]+)*:/g;
/** Emphasis, spoilers, code, links; mentions, times, custom emoji and autolinks by their `<`. */
const SPECIAL = /[\\*_~`|[\]]|<(?:(?:t|a|id)?:|[@#/])?|@(?=everyone|here)/g;
/** Headings, subtext, quotes and bullets; then numbered lists. */
const LINE_MARK = /(^|\n)([^\S\n]*)([#>+-])/g;
const LINE_NUMBER = /(^|\n)([^\S\n]*\d+)([.)])(?=\s|$)/g;

const INVISIBLE = /[\p{Cc}\u2028\u2029]/gu;

/** Control characters and hidden letters are removed; tabs and line separators become spaces. */
const clean = (text: string): string =>
  withoutHidden(text.toWellFormed()).replace(INVISIBLE, (letter) =>
    letter === '\n' ? '\n' : /\s/.test(letter) ? ' ' : '',
  );

const escapePlain = (text: string): string => {
  let escaped = '';
  let from = 0;
  const special = (piece: string): string =>
    piece.replace(SPECIAL, (found) => found.replace(/[^a-z]/g, '\\$&'));
  const codes = text.includes(':') ? text.matchAll(SHORTCODE) : [];
  for (const { 0: code, index } of codes) {
    escaped += special(text.slice(from, index)) + code;
    from = index + code.length;
  }
  return breakInvites(escaped + special(text.slice(from)));
};

const NONE: readonly (readonly [number, number])[] = [];

/** The ranges of addresses in a text, as offsets: sorted, not overlapping. */
export function urlRanges(text: string): readonly (readonly [start: number, end: number])[] {
  if (!text.includes('://')) return NONE;
  return Array.from(text.matchAll(URL_PATTERN), ({ 0: found, index }) => {
    const url = withoutTail(found);
    return [index, index + (URL.canParse(url) ? url.length : 0)] as const;
  }).filter(([start, end]) => end > start);
}

/** What Discord shows literally as it is, as most pieces of a quote are: no numbered line, no mark, nothing hidden. */
const LITERAL = /^(?! *\d+[.)])[가-힣A-Za-z0-9 ,.!?%()'"“”‘’]*$/u;

/**
 * Escapes a text so that Discord shows it literally: nothing in it is a mention, a time, a heading, a
 * list, a quote, emphasis, a masked link. Addresses stay clickable.
 * @param lineStart false for a text in the middle of a line.
 */
export function escapeText(text: string, lineStart = true): string {
  if (LITERAL.test(text)) return text;
  const cleaned = clean(text);
  let escaped = '';
  let from = 0;
  for (const [start, end] of urlRanges(cleaned)) {
    // In angle brackets, an address ends only at the bracket.
    escaped += `${escapePlain(cleaned.slice(from, start))}<${cleaned.slice(start, end)}>`;
    from = end;
  }
  escaped += escapePlain(cleaned.slice(from));
  // No address begins with a block marker, so line starts are escaped last.
  const lines = lineStart ? escaped : `.${escaped}`;
  const marked = lines.replace(LINE_MARK, '$1$2\\$3').replace(LINE_NUMBER, '$1$2\\$3');
  return lineStart ? marked : marked.slice(1);
}

/** Truncates and escapes what a person typed. Nothing in it can be clicked: the bot does not lead where anybody says. */
export function escapeTyped(
  text: string,
  most: number,
  shorten: (text: string, most: number) => string = cut,
): string {
  const broken = (room: number): string =>
    escapePlain(clean(shorten(text, room)).replace(/\n/g, ' '))
      .replaceAll('://', ':\\//')
      .replace(/^([^\S\n]*)([#>+-])/, '$1\\$2');
  for (let room = most; room > 0; room = Math.floor(room * 0.9)) {
    const escaped = broken(room);
    if (escaped.length <= most) return escaped;
  }
  return '';
}

/** Truncates a plain text to `most` characters and escapes it, without cutting an escape. */
export function escapeCut(
  text: string,
  most: number,
  shorten: (text: string, most: number) => string = cut,
): string {
  for (let room = most; room > 0; room = Math.floor(room * 0.9)) {
    const escaped = escapeText(shorten(text, room));
    if (escaped.length <= most) return escaped;
  }
  return '';
}
