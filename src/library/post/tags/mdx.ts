import { BLOCK_START, calloutTitle, type QuotedLines, quoteLines } from './callout.ts';
import { escapeHtml, lineEnds, MARKED } from './mask.ts';
import type { Context } from './model.ts';
import { EMBEDS, figure, link, visibleArguments } from './tags.ts';

const IMPORT = /^import\s(?:[^'"\n;]|\n(?!\s*\n))*?(?:from\s*)?['"][^'"\n]+['"];?[ \t]*$/mu;
const FENCED = /^[ \t]*(`{3,}|~{3,})[\s\S]*?^[ \t]*\1[ \t]*$/gmu;

/** True for MDX: by the ending of the file's name, or by a module that the text imports outside its code. */
export function isMdx(file: string, text: string): boolean {
  if (/\.mdx$/iu.test(file)) return true;
  return /^import\s/mu.test(text) && IMPORT.test(text.replace(FENCED, ''));
}

/** An element of JSX, as its opening or closing tag tells it. */
interface JsxTag {
  readonly name: string;
  readonly closing: boolean;
  readonly alone: boolean;
  /** Attributes with a text; those with other values are empty. */
  readonly attributes: Readonly<Record<string, string>>;
  readonly end: number;
}

/** A tag is not longer; what looks like one and does not end is text. */
const LONGEST = 20_000;

/** Offset behind the bracket that closes the one at `from`; texts within count as one. Undefined where none does. */
function closed(text: string, from: number): number | undefined {
  let depth = 0;
  for (let at = from; at < text.length && at - from < LONGEST; at += 1) {
    const letter = text.charAt(at);
    if (letter === '{') depth += 1;
    else if (letter === '}') {
      depth -= 1;
      if (depth === 0) return at + 1;
    } else if (letter === '"' || letter === "'" || letter === '`') {
      const end = text.indexOf(letter, at + 1);
      const line = letter === '`' ? -1 : text.indexOf('\n', at + 1);
      if (end > 0 && (line < 0 || end < line)) at = end;
    }
  }
  return undefined;
}

const ATTRIBUTE =
  /\s*(?:([A-Za-z_:@][\w:.@-]*)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|(?=(\{))|([^\s"'{}<>=`]+)))?|(?=(\{)))/uy;

/** A text in braces, or a file that a function of the generator names. */
const TEXT_VALUE =
  /^\{\s*(?:(?:require|useBaseUrl)\(\s*)?(["'`])([^"'`]*)\1\s*(?:,[^()]*)?\)?(?:\.default)?\s*\}$/u;

/** The text of a value in braces: of elements what they enclose. */
function spokenValue(expression: string): string {
  const said = TEXT_VALUE.exec(expression)?.[2];
  if (said !== undefined) return said;
  const elements = /^\{\s*(<[\s\S]*>)\s*\}$/u.exec(expression)?.[1] ?? '';
  return /[{}]/u.test(elements)
    ? ''
    : elements
        .replace(/<[^<>]*>/gu, '')
        .replace(/\s+/gu, ' ')
        .trim();
}

function jsxTag(text: string, from: number): JsxTag | undefined {
  const name = /<(\/?)([A-Za-z][\w.:-]*)?/uy;
  name.lastIndex = from;
  const opening = name.exec(text);
  if (!opening) return undefined;
  const attributes: Record<string, string> = {};
  let at = name.lastIndex;
  while (at - from < LONGEST) {
    const rest = /\s*(\/?)>/uy;
    rest.lastIndex = at;
    const end = rest.exec(text);
    if (end) {
      const closing = opening[1] === '/';
      return { name: opening[2] ?? '', closing, alone: end[1] === '/', attributes, end: rest.lastIndex };
    }
    ATTRIBUTE.lastIndex = at;
    const found = ATTRIBUTE.exec(text);
    if (!found || ATTRIBUTE.lastIndex === at) {
      if (!found || text.charAt(at) !== '{') return undefined;
    }
    at = found ? ATTRIBUTE.lastIndex : at;
    const [, key, double, single, value, bare] = found ?? [];
    if (value === undefined && text.charAt(at) !== '{') {
      if (key !== undefined) attributes[key.toLowerCase()] = double ?? single ?? bare ?? '';
      continue;
    }
    const end2 = closed(text, at);
    if (end2 === undefined) return undefined;
    if (key !== undefined) attributes[key.toLowerCase()] = spokenValue(text.slice(at, end2));
    at = end2;
  }
  return undefined;
}

const CALLOUTS: Readonly<Record<string, string>> = {
  note: '',
  info: '',
  tip: 'tip',
  warning: 'warning',
  caution: 'warning',
  danger: 'danger',
  important: 'important',
  callout: '',
  admonition: '',
  alert: '',
  aside: '',
  details: '',
  accordion: '',
  expandable: '',
  hint: 'tip',
  check: 'tip',
};

/** Elements that show something from elsewhere. */
const PLAYERS = /video|player|embed|frame|youtube|slides?|deck|bookmark|card|link|podcast|audio/iu;

/** What an element of which only the name and attributes are known says before its content. */
function said({ name, attributes, alone }: JsxTag): string {
  const kind = name.toLowerCase().replace(/^(?:lite)?(youtube|vimeo|tweet|gist).*$/u, '$1');
  const embed = Object.hasOwn(EMBEDS, kind) ? EMBEDS[kind] : undefined;
  const id = attributes['id'] ?? attributes['videoid'] ?? attributes['url'] ?? '';
  if (embed?.as === 'text' && id !== '') return embed.text({ raw: '', words: [id], named: attributes });
  if (/^tab(?:item|panel)?$/u.test(kind)) {
    const label = attributes['label'] ?? attributes['title'] ?? attributes['value'] ?? '';
    return label === '' ? '' : `**${label}** ▾ `;
  }
  const shown = figure({ raw: '', words: [], named: attributes });
  const words = visibleArguments(attributes) || shown || (attributes['text'] ?? attributes['label'] ?? '');
  const address = attributes['href'] ?? attributes['url'] ?? attributes['to'] ?? attributes['src'] ?? '';
  // What encloses something is drawn around it: its own address would be a link to a picture or a style.
  if (shown.startsWith('![') || !/^https?:/u.test(address) || !alone)
    return shown.startsWith('![') ? shown : words;
  return words !== '' || PLAYERS.test(name) ? link(words || name, address) : '';
}

function withoutExpressions({ name, attributes, closing, alone }: JsxTag): string {
  if (closing) return `</${name}>`;
  const kept = ['src', 'href', 'alt', 'id', 'title', 'name'].flatMap((key) => {
    const value = attributes[key];
    return value ? [` ${key}="${escapeHtml(value)}"`] : [];
  });
  return `<${name}${kept.join('')}${alone ? '/' : ''}>`;
}

/** A template text, which stands as code in the mask. */
const TEMPLATE = new RegExp(String.raw`^\{\s*((?:${MARKED}\s*)+)\}$`, 'u');

/** Texts and numbers that a module names: `export const version = '1.2'`. */
function constantsOf(text: string): ReadonlyMap<string, string> {
  const named = text.matchAll(
    /^export\s+(?:const|let|var)\s+([A-Za-z_$][\w$]*)(?:\s*:\s*\w+)?\s*=\s*(?:(["'`])([^"'`\n$]*)\2|(\d[\d_.]*))\s*;?[ \t]*$/gmu,
  );
  return new Map([...named].map(([, name = '', , said, number = '']) => [name, said ?? number]));
}

/** An expression as text: a text within it is what it says, and a name what the module calls so. */
function evaluated(expression: string, constants: ReadonlyMap<string, string>): string {
  const inside = expression.slice(1, -1).trim();
  return (
    TEMPLATE.exec(expression)?.[1] ??
    /^(["'`])([^"'`]*)\1$/u.exec(inside)?.[2] ??
    constants.get(inside) ??
    (/^\d[\d_.,]*$/u.test(inside) ? inside : '')
  );
}

function withoutModules(text: string): string {
  let rest = text.replace(new RegExp(IMPORT.source, 'gmu'), (all) => lineEnds(all));
  const EXPORT = /^export\s+(?:const|let|var|default|function|async|class|\{|\*|type|interface)/mu;
  for (let found = EXPORT.exec(rest); found; found = EXPORT.exec(rest)) {
    const from = found.index;
    const blank = /\n[ \t]*(?:\n|$)/u.exec(rest.slice(from));
    let end = blank ? from + blank.index : rest.length;
    const brace = rest.indexOf('{', from);
    // A module goes on over empty lines within its brackets.
    if (brace >= 0 && brace < end) end = Math.max(end, closed(rest, brace) ?? end);
    rest = rest.slice(0, from) + lineEnds(rest.slice(from, end)) + rest.slice(end);
  }
  return rest;
}

const ONLY_START = new RegExp(`^${BLOCK_START}$`, 'u');

interface OpenElement {
  readonly name: string;
  readonly line: number;
  readonly indent: string | undefined;
}

/**
 * Rewrites MDX as Markdown: comments and modules go, elements give way to their content, with titles, pictures and
 * links that their attributes name. In a text that is not MDX as a whole only comments and closed elements are touched.
 */
export function rewriteMdx(prose: string, file: string, unknown: Context['unknown']): string {
  const mdx = isMdx(file, prose);
  const constants = mdx ? constantsOf(prose) : new Map<string, string>();
  const text = (mdx ? withoutModules(prose) : prose)
    .replace(/\{\/\*\s*#([\w-]+)\s*\*\/\}/gu, '{#$1}')
    .replace(/\{\/\*[\s\S]*?\*\/\}/gu, (all) => lineEnds(all));
  const ends = new Set([...text.matchAll(/<\/([A-Z][\w.]*)\s*>/gu)].map(([, name]) => name));
  const open: OpenElement[] = [];
  const quotes: QuotedLines[] = [];
  const links: boolean[] = [];
  let out = '';
  let at = 0;
  const next = /[<{\\]/gu;
  for (let found = next.exec(text); found; found = next.exec(text)) {
    const from = found.index;
    if (from < at) continue;
    if (found[0] === '\\') {
      next.lastIndex = from + 2;
      continue;
    }
    if (found[0] === '{') {
      const end =
        mdx && text.charAt(from + 1) !== '#' && text.charAt(from + 1) !== ':'
          ? closed(text, from)
          : undefined;
      if (end === undefined) continue;
      const expression = text.slice(from, end);
      out +=
        text.slice(at, from) + evaluated(expression, constants).replaceAll('\n', ' ') + lineEnds(expression);
      at = end;
      next.lastIndex = end;
      continue;
    }
    const tag = jsxTag(text, from);
    if (!tag) continue;
    const component = /^[A-Z]|\./u.test(tag.name) || (tag.name === '' && mdx);
    const written = text.slice(from, tag.end);
    const sure =
      tag.alone ||
      tag.closing ||
      ends.has(tag.name) ||
      tag.name === '' ||
      Object.values(tag.attributes).some((value) => value !== '');
    const html = !component && /=\s*\{|className=/u.test(written);
    if (!(component && sure) && !html) continue;
    const [name] = tag.name.split('.').slice(-1);
    const lines = lineEnds(written);
    const before = `${out}${text.slice(at, from)}`;
    const lineStart = before.lastIndexOf('\n') + 1;
    const line = before.split('\n').length - 1;
    let shown = html ? withoutExpressions(tag) : '';
    if (component && name === 'Link' && !tag.alone) {
      const to = tag.attributes['to'] ?? tag.attributes['href'];
      if (tag.closing) shown = links.pop() ? '</a>' : '';
      else {
        links.push(Boolean(to));
        shown = to ? `<a href="${escapeHtml(to)}">` : '';
      }
    } else if (component && tag.closing) {
      const index = open.findLastIndex((one) => one.name === tag.name);
      const opening = open[index];
      if (opening) {
        open.splice(index);
        if (opening.indent !== undefined && line > opening.line)
          quotes.push({ from: opening.line, to: line, indent: opening.indent });
      }
    } else if (component) {
      const kind = Object.hasOwn(CALLOUTS, tag.name.toLowerCase())
        ? CALLOUTS[tag.name.toLowerCase()]
        : undefined;
      const indent = before.slice(lineStart);
      shown =
        kind === undefined
          ? said(tag)
          : calloutTitle(
              tag.attributes['type'] ?? tag.attributes['variant'] ?? kind,
              tag.attributes['title'] ?? tag.attributes['summary'] ?? '',
            );
      if (!tag.alone)
        open.push({
          name: tag.name,
          line,
          indent: kind !== undefined && ONLY_START.test(indent) ? indent : undefined,
        });
      else if (shown === '') unknown({ line: line + 1, what: `<${tag.name} />` });
    }
    out = before + shown + lines;
    at = tag.end;
    next.lastIndex = tag.end;
  }
  return quoteLines(out + text.slice(at), quotes);
}
