import { bestEnd, graphemeEnd } from '../message/cut.ts';
import { escapeText } from '../message/escape.ts';
import { disguisedHost, isInvite } from '../message/hosts.ts';
import { type Inline, plainOf, sliceInlines, unbreakableRanges } from './inline.ts';

/** Separates two marks that Discord would read as one; invisible. */
const SEAM = '\u200B';

/** A code span for any text: Discord has no empty span, nor one with three backticks. */
function code(text: string): string {
  if (text.trim() === '') return text;
  // Longer runs of backticks would start a code block.
  const safe = text.replace(/`{2,}/g, (run) => Array.from(run).join(SEAM));
  if (!safe.includes('`')) return `\`${safe}\``;
  const left = safe.startsWith('`') ? ' ' : '';
  const right = safe.endsWith('`') ? ' ' : '';
  return `\`\`${left}${safe}${right}\`\``;
}

/** Brackets would end the label of a link, and an address in it makes Discord show the source. */
function label(inlines: readonly Inline[]): readonly Inline[] {
  return inlines.map((inline) => {
    if (inline.kind === 'link') return { kind: 'text', text: plainOf(inline.children) };
    if ('children' in inline) return { ...inline, children: label(inline.children) };
    return { ...inline, text: inline.text.replaceAll('[', '(').replaceAll(']', ')').replace(/\n/g, ' ') };
  });
}

function link(url: string, children: readonly Inline[]): string {
  const text = plainOf(children).trim();
  if (url.startsWith('mailto:')) {
    const address = url.slice('mailto:'.length).split('?')[0] ?? '';
    const shown = renderInlines(label(children), false);
    return text === '' || text === address || text === url
      ? escapeText(address, false)
      : `${shown} (${escapeText(address)})`;
  }
  if (text === '' || text === url || `${text}/` === url) return `<${url}>`;
  if (/https?:\/\//i.test(text)) return `${escapeText(text.replace(/https?:\/\//gi, ''), false)} (<${url}>)`;
  const shown = renderInlines(label(children), false);
  const host = disguisedHost(url, text);
  // In angle brackets Discord shows no card for an invitation.
  const masked = `[${shown}](${isInvite(url) ? `<${url}>` : url})`;
  return host === undefined ? masked : `${masked} (${escapeText(host, false)})`;
}

/** True where the text contains the mark itself in code, which Discord would take for its end. */
function breaks(mark: string, children: readonly Inline[]): boolean {
  return children.some((inline) =>
    'children' in inline
      ? (inline.kind === 'link' && inline.url.includes(mark)) || breaks(mark, inline.children)
      : inline.kind === 'code' && inline.text.includes(mark.charAt(0)),
  );
}

/** True where an address in the text would end the mark early. */
const addressHolds = (sign: string, text: string): boolean =>
  (text.match(/<https?:[^>]*>/g) ?? []).some((address) => address.includes(sign.charAt(0)));

function mark(sign: '**' | '*' | '~~', children: readonly Inline[], lineStart: boolean): string {
  const text = renderInlines(children, lineStart);
  const trimmed = text.trim();
  if (trimmed === '' || breaks(sign, children) || addressHolds(sign, text)) return text;
  // White space next to a mark would make the mark literal.
  const before = text.slice(0, text.indexOf(trimmed));
  return `${before}${sign}${trimmed}${sign}${text.slice(before.length + trimmed.length)}`;
}

function renderOne(inline: Inline, lineStart: boolean): string {
  switch (inline.kind) {
    case 'text':
      return escapeText(inline.text, lineStart);
    case 'code':
      return code(inline.text);
    case 'mark':
      return mark(inline.mark, inline.children, lineStart);
    case 'link':
      return link(inline.url, inline.children);
  }
}

/**
 * Renders inline content as Discord's Markdown.
 * @param lineStart false in the middle of a line.
 */
export function renderInlines(inlines: readonly Inline[], lineStart = true): string {
  const texts: string[] = [];
  // Only the new part is tested: testing the end of a growing text would copy it each time.
  let end = lineStart ? '\n' : '';
  let last: Inline['kind'] | undefined;
  for (const inline of inlines) {
    const next = renderOne(inline, end === '\n');
    if (next === '') continue;
    const meet = end !== '' && '*~`'.includes(end) && last !== 'text' && inline.kind !== 'text';
    if (meet && next.startsWith(end)) texts.push(SEAM);
    texts.push(next);
    end = next.at(-1) ?? '';
    last = inline.kind;
  }
  return texts.join('');
}

/**
 * Renders inline content as pieces of at most `most` characters: split between sentences, else
 * words, never inside a link or code; emphasis is closed and reopened.
 */
export function renderInPieces(inlines: readonly Inline[], most: number): readonly string[] {
  const whole = renderInlines(inlines).trim();
  if (whole.length <= most) return whole === '' ? [] : [whole];
  return groupsOf(inlines).flatMap((group) => piecesOfGroup(group, most));
}

/** Characters split at a time: a paragraph of megabytes must not be scanned again for each piece. */
const GROUP = 8_000;

function groupsOf(inlines: readonly Inline[]): readonly (readonly Inline[])[] {
  const groups: Inline[][] = [[]];
  let length = 0;
  for (const inline of inlines) {
    groups.at(-1)?.push(inline);
    length += plainOf([inline]).length;
    if (length < GROUP) continue;
    groups.push([]);
    length = 0;
  }
  return groups;
}

function piecesOfGroup(inlines: readonly Inline[], most: number): readonly string[] {
  const plain = plainOf(inlines);
  const wholes = unbreakableRanges(inlines);
  // Conservative share of text, as opposed to formatting, in a piece: saves futile attempts.
  const share = plain.length / Math.max(1, renderInlines(inlines).length);
  const first = Math.min(most, Math.max(64, Math.ceil(most * share * 1.2)));
  const pieces: string[] = [];
  let rest = inlines;
  for (let at = 0; at < plain.length; ) {
    const { length, text } = nextPiece(rest, plain.slice(at, at + most + 128), wholes, at, first, most);
    if (text !== '') pieces.push(text);
    at += length;
    rest = sliceInlines(rest, length, plain.length);
  }
  return pieces;
}

/** The longest good prefix of `inlines`, whose plain text begins with `plain`. */
function nextPiece(
  inlines: readonly Inline[],
  plain: string,
  wholes: readonly (readonly [number, number])[],
  at: number,
  first: number,
  most: number,
): { readonly length: number; readonly text: string } {
  for (let room = first; ; room = Math.floor(room * 0.8)) {
    let length = Math.max(1, bestEnd(plain, room));
    const inside = wholes.find(([start, end]) => start < at + length && at + length < end);
    if (inside !== undefined && inside[0] > at) length = inside[0] - at;
    const text = renderInlines(sliceInlines(inlines, 0, length)).trim();
    if (text.length <= most) return { length, text };
    // Too short for formatting: an address longer than the limit.
    if (room <= 40) {
      const end = Math.max(1, graphemeEnd(plain, Math.floor(most / 3)));
      return { length: end, text: escapeText(plain.slice(0, end)).trim().slice(0, most) };
    }
  }
}
