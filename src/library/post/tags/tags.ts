import { BLOCK_START, calloutTitle, quoteLines } from './callout.ts';
import { type CodeTag, lineEnds } from './mask.ts';
import type { Context, TagArguments, TagReading } from './model.ts';

/** The ways in which tags are written. */
export interface TagSyntax {
  /** Groups: `end` (a slash where the tag closes), `name`, `rest`, `torn` (the rest of one whose end is mistyped). */
  readonly pattern: RegExp;
  /** The name that a closing tag closes; undefined for a tag that opens. */
  readonly closes: (name: string, slash: string) => string | undefined;
  /** As a person would name it. */
  readonly show: (name: string) => string;
  readonly codeTag: (name: string) => CodeTag;
}

export const LIQUID: TagSyntax = {
  // A tag without its end, `{% img a.png)`, takes nothing of the text behind it: not what stands up to the next tag.
  pattern:
    /\{%[-+~]?\s*(?<end>)(?<name>[\p{L}_][\p{L}\p{N}_-]*)(?:(?<rest>(?:(?!\{%)[\s\S]){0,4000}?)[-+~]?%\}|(?<torn>(?:(?!\{%)[^\n]){0,1000}?)%?[)}](?=\s|$))/gu,
  // Zola ends every tag with the same word.
  closes: (name) => (/^end(?:[\p{L}_-]|$)/u.test(name) ? name.slice(3) : undefined),
  show: (name) => `{% ${name} %}`,
  codeTag: (name) => ({
    open: new RegExp(String.raw`^\{%[-+~]?\s*${name}\b(?:[^%\n]*?\blang:|\s*)([\w+#-]*)[^%\n]*%\}`, 'u'),
    close: new RegExp(String.raw`\{%[-+~]?\s*end${name}\s*[-+~]?%\}`, 'u'),
  }),
};

export const SHORTCODE: TagSyntax = {
  pattern:
    /\{\{[<%]\s*(?<end>\/?)\s*(?<name>[\p{L}_][\p{L}\p{N}_./-]*?)(?<rest>(?:\s[\s\S]{0,4000}?)?)\s*\/?\s*[>%]\}\}/gu,
  closes: (name, slash) => (slash === '' ? undefined : name),
  show: (name) => `{{< ${name} >}}`,
  codeTag: (name) => ({
    open: new RegExp(String.raw`^\{\{[<%]\s*${name}\b\s*["']?([\w+#-]*)[^\n]*?[>%]\}\}`, 'u'),
    close: new RegExp(String.raw`\{\{[<%]\s*\/\s*${name}\s*[>%]\}\}`, 'u'),
  }),
};

/**
 * Zola: a call that stands alone on its line, or one with names for what it is given; others are text about templates.
 */
export const CALL: TagSyntax = {
  pattern:
    /\{\{-?\s*(?<end>)(?<name>[\p{L}_][\p{L}\p{N}_:]*)(?<rest>\((?:\s*|\s*\p{L}[\p{L}\p{N}_]*\s*=[^{}]{0,4000})\))\s*-?\}\}/gu,
  closes: () => undefined,
  show: (name) => `{{ ${name}() }}`,
  codeTag: () => ({ open: /(?!)/u, close: /(?!)/u }),
};

const ARGUMENT =
  /(?:([\p{L}_][\p{L}\p{N}_-]*)\s*(?:=|:(?=\s|["']))\s*)?(?:"((?:\\.|[^"\\])*)"|'((?:\\.|[^'\\])*)'|“([^”]*)”|`([^`]*)`|([^\s,"']+))/gu;

/** Takes apart what stands in a tag behind its name. */
function tagArguments(raw: string): TagArguments {
  const words: string[] = [];
  const named: Record<string, string> = {};
  const given = raw.trim().replace(/^\(([\s\S]*)\)$/u, '$1');
  for (const [, key, double, single, curly, tick, bare] of given.matchAll(ARGUMENT)) {
    const value = (double ?? single ?? curly ?? tick ?? bare ?? '').replace(/\\(["'])/gu, '$1');
    if (key === undefined) words.push(value);
    else named[key.toLowerCase()] = value;
  }
  return { raw: given, words, named };
}

const ONLY_START = new RegExp(`^${BLOCK_START}$`, 'u');

interface Open {
  readonly name: string;
  readonly reading: TagReading;
  readonly from: number;
  readonly line: number;
  /** White space and quotation marks in front of it; undefined where text stands there. */
  readonly indent: string | undefined;
  readonly edit: Edit;
}

interface Edit {
  readonly from: number;
  to: number;
  text: string;
}

/** Rewrites all tags of one syntax; those in no table go, what they enclose stays, and each is named once. */
export function rewriteTags(
  text: string,
  syntax: TagSyntax,
  table: Readonly<Record<string, TagReading>>,
  context: Context,
): string {
  const edits: Edit[] = [];
  const open: Open[] = [];
  const quotes: { readonly from: number; readonly to: number; readonly indent: string }[] = [];
  const unknown = new Set<string>();
  const newlines = [...text.matchAll(/\n/gu)].map(({ index }) => index);
  let line = 0;
  for (const found of text.matchAll(syntax.pattern)) {
    const { name = '', torn = '', rest = torn, end = '' } = found.groups ?? {};
    const from = found.index;
    const to = from + found[0].length;
    while ((newlines[line] ?? Infinity) < from) line += 1;
    const edit: Edit = { from, to, text: '' };
    edits.push(edit);
    const closes = syntax.closes(name, end);
    if (closes !== undefined) {
      const at = closes === '' ? open.length - 1 : open.findLastIndex((one) => one.name === closes);
      const opening = open[at];
      if (!opening) continue;
      open.splice(at);
      if (opening.reading.as === 'hidden') opening.edit.to = to;
      if (opening.reading.as === 'quote') {
        // Who said it stands behind what was said.
        if (opening.edit.text.startsWith('— ')) {
          edit.text = ` ${opening.edit.text}`;
          opening.edit.text = '';
        }
        if (opening.indent !== undefined)
          quotes.push({ from: opening.line, to: line, indent: opening.indent });
      }
      const address = BARE_LINK.exec(opening.edit.text)?.[2];
      const inside = text.slice(opening.edit.to, from);
      if (address !== undefined && /\S/u.test(inside) && !/[[\]]|\n[ \t]*\n/u.test(inside)) {
        opening.edit.text = '[';
        edit.text = `](<${address}>)`;
      }
      continue;
    }
    const known = [name, name.toLowerCase()].find((one) => Object.hasOwn(table, one));
    const reading = known === undefined ? undefined : table[known];
    const lineStart = (newlines[line - 1] ?? -1) + 1;
    const before = text.slice(lineStart, from);
    const indent = ONLY_START.test(before) ? before : undefined;
    const args = tagArguments(rest);
    edit.text = reading === undefined ? unknownSays(args) : opening(reading, args);
    if (reading === undefined && edit.text === '' && !unknown.has(name)) {
      unknown.add(name);
      context.unknown({ line: line + 1, what: syntax.show(name) });
    }
    open.push({ name, reading: reading ?? { as: 'nothing' }, from, line, indent, edit });
  }
  return quoteLines(applied(text, edits), quotes);
}

/** What authors call the words of their own tags and components that are visible to readers, in reading order. */
const SPOKEN =
  /^(?:time|title|name|heading|header|label|text|caption|description|subtitle|content|message|question|answer|speakers?|author|presenter|position|role|job|company|affiliation|location|place|venue|date)$/u;
const FIRST = ['time', 'title', 'name', 'heading'];

/** True for words, and not for a colour, a name of an icon or an address. */
const isSpoken = (word: string): boolean =>
  /^\d{1,2}:\d\d|[\s\p{Lu}]|[^\p{ASCII}\p{S}\p{P}]/u.test(word) && !/^(?:https?:|[./#])|[<>{}]/u.test(word);

/** What an unknown tag shows to a reader, by the names of its arguments: `10:00 · Keynote · Ada Lovelace`. */
export function visibleArguments(named: Readonly<Record<string, string>>): string {
  const rank = (key: string): number => FIRST.indexOf(key) + 1 || FIRST.length + 1;
  const said = Object.entries(named)
    .filter(([key, value]) => SPOKEN.test(key) && isSpoken(value))
    .sort(([a], [b]) => rank(a) - rank(b))
    .map(([, value]) => value.trim());
  return [...new Set(said)].join(' · ');
}

/**
 * What an unknown tag says: its picture, its words by their names, else those that are no names of its generator's, as
 * far as their letters tell.
 */
function unknownSays(args: TagArguments): string {
  const { words, named } = args;
  const shown = figure(args);
  if (shown.startsWith('![')) return shown;
  const strange = [...words, ...Object.values(named)].filter((word) => /[^\p{ASCII}\p{S}\p{P}]/u.test(word));
  return visibleArguments(named) || shown || strange.join(' ');
}

/** A link without a name: the content of its tag is the name. */
const BARE_LINK = /^\[([^\]]*)\]\(<(\1)>\)$/u;

function opening(reading: TagReading, args: TagArguments): string {
  if (reading.as === 'text') return reading.text(args);
  return reading.as === 'quote' ? reading.title(args) : '';
}

function applied(text: string, edits: readonly Edit[]): string {
  let out = '';
  let at = 0;
  for (const { from, to, text: written } of edits) {
    // Within something hidden.
    if (from < at) continue;
    out += text.slice(at, from) + written + lineEnds(text.slice(from, to));
    at = to;
  }
  return out + text.slice(at);
}

const PICTURE = /\.(?:png|jpe?g|gif|webp|svg|avif|bmp)(?:[?#].*)?$/iu;

/** Text within the brackets of a link or a picture. */
const label = (text: string): string =>
  text.replace(/[[\]\n]/gu, (letter) => (letter === '\n' ? ' ' : `\\${letter}`));

/** A link, or its text alone where there is no address. */
export function link(text: string, address: string | undefined): string {
  if (address === undefined || address === '') return text;
  return `[${label(text === '' ? address : text)}](<${address.replace(/[<>\n]/gu, encodeURIComponent)}>)`;
}

/** A picture. */
export const picture = (alt: string, address: string): string =>
  `![${label(alt)}](<${address.replace(/[<>\n]/gu, encodeURIComponent)}>)`;

/** What most generators call the parts of a picture with a caption. Empty where there is no picture and no caption. */
export function figure({ words, named }: TagArguments): string {
  const said =
    named['src'] ??
    named['url'] ??
    named['image'] ??
    named['image_path'] ??
    named['img'] ??
    named['path'] ??
    named['file'];
  const address = said !== undefined && PICTURE.test(said) ? said : words.find((word) => PICTURE.test(word));
  const own = Object.keys(named).find((key) => key.endsWith('caption'));
  const titles = [named['title'], named[own ?? 'caption']].filter((part) => part);
  const caption = [...new Set(titles)].join(' — ');
  const alt = named['alt'] ?? caption;
  if (address === undefined) return caption;
  return caption === '' ? picture(alt, address) : `${picture(alt, address)} ${caption}`;
}

/** Tags that are read the same way. */
export function tags(reading: TagReading, ...names: readonly string[]): Record<string, TagReading> {
  return Object.fromEntries(names.map((name) => [name, reading]));
}

/** A tag that is text. */
export const text = (make: (tag: TagArguments) => string): TagReading => ({ as: 'text', text: make });

/** A tag that is a quote. */
export const quote = (title: (tag: TagArguments) => string): TagReading => ({ as: 'quote', title });

const COLOUR = /^(?:red|orange|yellow|green|cyan|blue|purple|pink|gr[ae]y|black|white)$/u;
/** How Hexo's themes draw a callout. */
const LOOKS = /^(?:no-icon|icon|flat|modern|simple|disabled)$/u;

/** A callout whose first word is its kind and whose title stands behind it or is named. */
export const callout: TagReading = quote(({ words, named }) => {
  const [kind = '', ...rest] = words.filter((word) => !LOOKS.test(word));
  return calloutTitle(
    named['type'] ?? named['kind'] ?? kind,
    named['title'] ?? named['heading'] ?? rest.filter((word) => !COLOUR.test(word)).join(' '),
  );
});

/** An embed by its id on a site, as a link: a video, slides, a snippet. */
export const embedById = (site: string, address: (id: string) => string): TagReading =>
  text(({ words, named }) => {
    const id = named['id'] ?? words[0] ?? '';
    const url = /^https?:/u.test(id) ? id : address(encodeURIComponent(id));
    return id === '' ? '' : link(named['title'] ?? site, url);
  });

/** Sites with videos and posts that several generators have tags for. */
export const EMBEDS: Readonly<Record<string, TagReading>> = {
  youtube: embedById('YouTube', (id) => `https://www.youtube.com/watch?v=${id}`),
  vimeo: embedById('Vimeo', (id) => `https://vimeo.com/${id}`),
  bilibili: embedById('Bilibili', (id) => `https://www.bilibili.com/video/${id}`),
  gist: text(({ words, named }) => {
    const [first = '', second] = words;
    const path =
      second !== undefined && !first.includes('/') && !/\.\w+$/u.test(second) ? `${first}/${second}` : first;
    const id = named['id'] ?? path;
    return link('Gist', /^https?:/u.test(id) ? id : `https://gist.github.com/${id}`);
  }),
  tweet: text(({ words, named }) => {
    const id = named['id'] ?? words.at(-1) ?? '';
    const url = /^https?:/u.test(id) ? id : `https://x.com/${named['user'] ?? 'i'}/status/${id}`;
    return link('X', url);
  }),
  instagram: embedById('Instagram', (id) => `https://www.instagram.com/p/${id}`),
};
