const ELEMENTS = new Set(
  `a abbr acronym address applet area article aside audio b base basefont bdi bdo big blockquote body br button canvas
  caption center cite code col colgroup data datalist dd del details dfn dialog dir div dl dt em embed fieldset
  figcaption figure font footer form frame frameset g h1 h2 h3 h4 h5 h6 head header hgroup hr html i iframe img input
  ins kbd label legend li link main map mark marquee math menu meta meter nav nobr noframes noscript object ol optgroup
  option output p param path picture pre progress q rp rt ruby s samp script section select slot small source span
  strike strong style sub summary sup svg table tbody td template textarea tfoot th thead time title tr track tt u ul
  var video wbr`.split(/\s+/u),
);

const BLOCKS =
  /<\/?(?:address|article|aside|blockquote|br|center|dd|details|div|dl|dt|figcaption|figure|footer|form|h[1-6]|header|hr|li|main|nav|ol|p|pre|section|summary|table|tbody|tfoot|thead|tr|ul)\b[^>]*>/giu;

const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  hellip: '…',
  mdash: '—',
  ndash: '–',
  middot: '·',
  rarr: '→',
  larr: '←',
  copy: '©',
  reg: '®',
  trade: '™',
};

function character(code: number): string {
  return Number.isInteger(code) && code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff)
    ? String.fromCodePoint(code)
    : '\ufffd';
}

/** Decodes HTML character references; unknown ones stay as they are. */
export function decodeEntities(text: string): string {
  return text.replace(/&(?:#(\d{1,7})|#[xX]([\da-fA-F]{1,6})|(\w{2,8}));/gu, (all, decimal, hex, name) => {
    if (decimal !== undefined) return character(Number(decimal));
    if (hex !== undefined) return character(Number.parseInt(hex, 16));
    return (Object.hasOwn(ENTITIES, name) ? ENTITIES[name] : undefined) ?? all;
  });
}

/** The lower-case element name of a tag; undefined for comments and unknown elements. */
export function elementOf(tag: string): string | undefined {
  const name = /^<\/?([A-Za-z][A-Za-z0-9-]*)(?=[\s/>])/u.exec(tag)?.[1]?.toLowerCase();
  return name !== undefined && ELEMENTS.has(name) ? name : undefined;
}

const SWITCHES = new Set(
  `allowfullscreen async autofocus autoplay checked controls default defer disabled formnovalidate hidden inert ismap
  itemscope loop multiple muted nomodule noshade novalidate nowrap open playsinline readonly required reversed selected
  webkitallowfullscreen mozallowfullscreen`.split(/\s+/u),
);

/**
 * True for text that only looks like a tag, such as `<BigQuery ML>` and `<Data Studio>`. A tag has a known element
 * name, followed by attributes with values (`width="320"`) or known boolean attributes (`controls`).
 */
export function isTextInAngleBrackets(tag: string): boolean {
  const inside = /^<([A-Za-z][^<>]*?)\/?>$/u.exec(tag)?.[1]?.trim();
  if (inside === undefined || inside.includes('=')) return false;
  const words = inside.split(/\s+/u).slice(1);
  return elementOf(tag) === undefined || words.some((word) => !SWITCHES.has(word.toLowerCase()));
}

function attribute(tag: string, name: string): string | undefined {
  const found = new RegExp(String.raw`\s${name}\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))`, 'iu').exec(tag);
  const value = found?.[1] ?? found?.[2] ?? found?.[3];
  return value === undefined ? undefined : decodeEntities(value).trim();
}

/** A picture in HTML. */
export interface HtmlImage {
  readonly src: string;
  readonly alt: string;
}

/** The pictures of `<img>` tags in HTML. */
export function imagesIn(html: string): HtmlImage[] {
  return (html.match(/<img\b[^>]*>/giu) ?? []).flatMap((tag) => {
    const src = attribute(tag, 'src');
    return src ? [{ src, alt: attribute(tag, 'alt') ?? '' }] : [];
  });
}

/** The visible text of HTML, a line for each block; scripts, styles and comments have none. */
export function textIn(html: string): string[] {
  return html
    .replace(/<!--[\s\S]*?(?:-->|$)/gu, '')
    .replace(/<(script|style|template|noscript)\b[\s\S]*?(?:<\/\1\s*>|$)/giu, '')
    .replace(/<(?:!|\?)[^>]*>/gu, '')
    .replace(/\n/gu, ' ')
    .replace(BLOCKS, '\n')
    .replace(/<\/t[dh]>\s*<t[dh]\b[^>]*>/giu, ' | ')
    .replace(/<\/?([A-Za-z][A-Za-z0-9-]*)(?:\s[^<>]*|\/)?>/gu, (tag) =>
      isTextInAngleBrackets(tag) ? tag : '',
    )
    .split('\n')
    .map((line) => decodeEntities(line).replace(/\s+/gu, ' ').trim())
    .filter((line) => line !== '');
}
