import { calloutTitle } from '../tags/callout.ts';
import { link } from '../tags/tags.ts';
import type { Dialect } from './dialect.ts';

const OWN =
  /^[ \t]+(?:id|collapsed|heading|template|background-color|logseq\.[\w-]+)::|^[ \t]*:LOGBOOK:|\{\{(?:renderer|embed|query)\b|\(\([0-9a-f]{8}-[0-9a-f-]{27}\)\)|^[ \t]+(?:SCHEDULED|DEADLINE): </mu;
const BULLET = /^[-*](?: |$)/u;
const FENCE = /^[ \t]*(?:[-*+] )*(`{3,}|~{3,})/u;
/** Properties of blocks that tell the program how to show them. */
const INTERNAL =
  /^[ \t]*(?:[-*] )?(?:id|collapsed|heading|template(?:-including-parent)?|background-color|public|icon|exclude-from-graph-view|query-[\w-]+|(?:logseq|ls|hl|card|prop|created|updated)[.-][\w.-]+|title|tags?|alias(?:es)?|filters)::(?:[ \t].*)?$/u;
const PLANNED = /^[ \t]*(?:(?:SCHEDULED|DEADLINE): <[^>]*>[ \t]*)+$/u;
const DRAWER = /^[ \t]*:LOGBOOK:[ \t]*$/u;
const DRAWER_END = /^[ \t]*:END:[ \t]*$/u;
const BLOCK = /^([ \t]*)((?:[-*] )?)#\+(BEGIN|END)_(\w+)(?:[ \t].*)?$/iu;
const LONGEST_NAME = 80;

/** True for a text that is one list of its blocks, indented by tabs, or that has what only Logseq writes. */
function isOutline(lines: readonly string[]): boolean {
  const top = lines.filter((line) => /^\S/u.test(line));
  const bullets = top.filter((line) => BULLET.test(line));
  return (
    bullets.length > 0 && bullets.length === top.length && lines.some((line) => /^\t+[-*] \S/u.test(line))
  );
}

/** What stands within a block: references to blocks go, states become checks, calls of the program links. */
function plainBlock(line: string): string {
  return line
    .replace(/^([ \t]*[-*] )(?:TODO|LATER|NOW|DOING|WAITING|IN-PROGRESS)[ \t]+(?=\S)/u, '$1[ ] ')
    .replace(/^([ \t]*[-*] )DONE[ \t]+(?=\S)/u, '$1[x] ')
    .replace(/^([ \t]*[-*] (?:\[[ x]\] )?)\[#[ABC]\][ \t]+/u, '$1')
    .replace(/\{\{embed[ \t]+(\[\[[^\]\n]+\]\])[ \t]*\}\}/gu, '$1')
    .replace(
      /\{\{(video|youtube|vimeo|bilibili|tweet|twitter)[ \t]+(https?:[^\s{}]+)[ \t]*\}\}/gu,
      (_, name: string, url: string) => link(name, url),
    )
    .replace(/\{\{(?:renderer|embed|query|cards|namespace|function|pdf|zotero[\w-]*)\b[^{}\n]*\}\}/gu, '')
    .replace(/(?<!!)\[([^[\]\n]*)\]\(\(\([0-9a-f-]{36}\)\)\)/gu, '$1')
    .replace(/\(\([0-9a-f]{8}-[0-9a-f-]{27}\)\)/gu, '')
    .replace(/(!\[[^\]\n]*\]\([^()\n]*\))\{:(?:height|width)[^{}\n]*\}/gu, '$1')
    .replace(/#\[\[([^\]\n]+)\]\]/gu, '$1')
    .replace(/\^\^(?=\S)([^^\n]+?)(?<=\S)\^\^/gu, '<mark>$1</mark>');
}

/** Lines without what only the program reads; inside of code nothing is touched. */
function withoutInternals(lines: readonly string[]): string[] {
  let fence: string | undefined;
  let drawer = false;
  let block: string | undefined;
  return lines.map((line) => {
    const mark = FENCE.exec(line)?.[1];
    if (fence !== undefined) {
      if (mark?.startsWith(fence)) fence = undefined;
      return line;
    }
    if (mark !== undefined) {
      fence = mark;
      return line;
    }
    if (drawer || DRAWER.test(line)) {
      drawer = !DRAWER_END.test(line);
      return '';
    }
    if (INTERNAL.test(line) || PLANNED.test(line) || /^[ \t]*[-*][ \t]*$/u.test(line)) return '';
    const [, indent = '', bullet = '', end, kind = ''] = BLOCK.exec(line) ?? [];
    if (end !== undefined) {
      block = end.toUpperCase() === 'BEGIN' ? kind.toLowerCase() : undefined;
      if (/^(?:src|example|query)$/iu.test(kind))
        return block === undefined ? `${indent}\`\`\`` : `${indent}${bullet}\`\`\``;
      return block === undefined ? '' : `${indent}${bullet}> ${calloutTitle(block, '')}`.trimEnd();
    }
    const plain = plainBlock(line);
    return block === undefined || /^(?:src|example|query)$/u.test(block) || plain.trim() === ''
      ? plain
      : plain.replace(/^([ \t]*)/u, '$1> ');
  });
}

/** Blocks that others stand under become headings, and what stands under them moves to the margin. */
function sectionsOf(lines: readonly string[]): string[] {
  const unit = lines.some((line) => /^\t+[-*]/u.test(line)) ? '\t' : '  ';
  const depthOf = (line: string): number => {
    let depth = 0;
    while (line.startsWith(unit, depth * unit.length)) depth += 1;
    return depth;
  };
  const isBullet = (line: string): boolean => BULLET.test(line.trimStart());
  const hasBelow = (at: number): boolean => {
    const next = lines.slice(at + 1).find((line) => line.trim() !== '' && isBullet(line));
    return next !== undefined && depthOf(next) > depthOf(lines[at] ?? '');
  };
  let headings = 0;
  let fence: string | undefined;
  return lines.map((line, at) => {
    const mark = FENCE.exec(line)?.[1];
    const inCode = fence !== undefined;
    if (mark !== undefined) fence = inCode ? (mark.startsWith(fence ?? '') ? undefined : fence) : mark;
    if (!inCode && isBullet(line)) {
      const depth = depthOf(line);
      headings = Math.min(headings, depth);
      const text = line.trimStart().slice(2).trim();
      const [, given] = /^(#{1,6}) \S/u.exec(text) ?? [];
      const named =
        depth === 0 && text.length <= LONGEST_NAME && !/^(?:\[[ x]\]|>|!\[|`{3})/u.test(text) && hasBelow(at);
      if (depth === headings && (given !== undefined || named)) {
        headings = depth + 1;
        return given === undefined ? `## ${text}` : text;
      }
    }
    let moved = line;
    for (let level = 0; level < headings && moved.startsWith(unit); level += 1)
      moved = moved.slice(unit.length);
    // What belongs to a heading's own block stands two blanks behind its mark.
    return headings > 0 && !isBullet(moved) && depthOf(line) < headings ? moved.trimStart() : moved;
  });
}

/** Logseq: a page is one list, whose blocks are the text. */
export const logseq: Dialect = {
  name: 'logseq',
  marks: /^\t+[-*] |^[ \t]+[a-z.-]+::|:LOGBOOK:|\{\{(?:renderer|embed|query)\b|\(\([0-9a-f]{8}-/mu,
  literal: (text) => {
    const lines = text.split('\n');
    const own = OWN.test(text);
    if (!own && !isOutline(lines)) return text;
    const plain = withoutInternals(lines);
    const top = plain.filter((line) => /^\S/u.test(line));
    return (
      top.every((line) => BULLET.test(line) || /^#{1,6} /u.test(line)) ? sectionsOf(plain) : plain
    ).join('\n');
  },
};
