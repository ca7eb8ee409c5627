import { posix } from 'node:path';
import type { Multimap } from '../../compute/multimap.ts';
import type { Image, Language } from '../../model.ts';
import { anchorNames } from '../../post/anchors.ts';
import { addressKind } from '../../post/markdown/clean.ts';
import type { RawImage } from '../../post/model.ts';
import type { FoundFile } from '../../scan.ts';
import { dateInName } from '../../text/date.ts';
import { namesOfPath, pathKey } from '../../text/path.ts';
import { slugOf } from '../../text/slug.ts';
import type { AnnotatedDraft } from '../sessions/grouping.ts';

/** The context in which addresses are resolved. */
export interface AddressContext {
  /** The base URL of the site, ending in `/`, if known. */
  readonly site: URL | undefined;
  readonly pictures: ReadonlyMap<string, FoundFile>;
  /** URL of each published post by file. */
  readonly urls: ReadonlyMap<string, string>;
  /** Files by what links call them: see `namesOfPath`. */
  readonly names: () => Multimap<string, string>;
  /** Files by `pathKey`. */
  readonly paths: () => Multimap<string, string>;
  /** Of how many posts each address in `urls` is. */
  readonly published: ReadonlyMap<string, number>;
  /** The anchors that a link `#…` into each post may name, by file. */
  readonly anchors: ReadonlyMap<string, () => ReadonlySet<string>>;
  /** Identity token: the same object while everything but the anchors is unchanged. */
  readonly unchanged: object;
}

/** The base URL of the site; undefined for anything but http and https. */
export function siteOf(siteUrl: string | undefined): URL | undefined {
  const url = siteUrl === undefined ? null : URL.parse(siteUrl);
  if (url === null || !/^https?:$/u.test(url.protocol)) return undefined;
  url.search = '';
  url.hash = '';
  if (!url.pathname.endsWith('/')) url.pathname += '/';
  return url;
}

/** Resolves a path below the base URL: SITE_URL may have a path of its own, as project pages do. */
function onSite(path: string, site: URL | undefined): string | undefined {
  if (site === undefined) return undefined;
  const base = site.pathname;
  const below = path.startsWith(base) ? path.slice(base.length) : path.replace(/^\/+/u, '');
  const url = URL.parse(`./${below}`, site);
  return url === null || url.origin !== site.origin ? undefined : url.href;
}

const STYLES: Readonly<Record<string, string>> = {
  date: '/:categories/:year/:month/:day/:title:output_ext',
  pretty: '/:categories/:year/:month/:day/:title/',
  none: '/:categories/:title:output_ext',
};

function fill(pattern: string, values: Readonly<Record<string, string>>): string {
  const filled = pattern.replace(
    /:([a-z_]+)/gu,
    (all, key: string) => (Object.hasOwn(values, key) ? values[key] : undefined) ?? all,
  );
  return filled.replace(/\/{2,}/gu, '/');
}

/**
 * The URL of a post: `url` or `permalink` of its front matter, else Jekyll's default
 * (`/:categories/:year/:month/:day/:title.html`). Translations in a folder of their own stand below `/<language>/`.
 */
export function postUrl(post: AnnotatedDraft, site: URL | undefined, fallback: Language): string | undefined {
  const { front, file } = post.draft;
  const said = front.url;
  if (said !== undefined && /^[a-z][a-z\d+.-]*:/iu.test(said)) {
    return addressKind(said) === 'safe' && !/^mailto:/iu.test(said) ? URL.parse(said)?.href : undefined;
  }
  const name = dateInName(file.slice(file.lastIndexOf('/') + 1));
  const date = name.date ?? post.date;
  const pattern = said === undefined ? STYLES['date'] : Object.hasOwn(STYLES, said) ? STYLES[said] : said;
  if (
    pattern === undefined ||
    (date === undefined && (said === undefined || /:(?:year|month|day)/u.test(pattern)))
  ) {
    return undefined;
  }
  const [year = '', month = '', day = ''] = (date ?? '').split('-');
  const folders = file.split('/');
  const posts = folders.indexOf('_posts');
  const categories = [...(posts > 0 ? folders.slice(0, posts) : []), ...front.categories];
  const title = front.slug ?? name.slug;
  const path = fill(pattern, {
    categories: [...new Set(categories.map((category) => category.toLowerCase()))]
      .map(encodeURIComponent)
      .join('/'),
    year,
    month,
    day,
    short_year: year.slice(2),
    i_month: String(Number(month)),
    i_day: String(Number(day)),
    title: encodeURIComponent(title),
    slug: encodeURIComponent(slugOf(title)),
    output_ext: '.html',
  });
  const { language } = post;
  const own = said === undefined && language !== fallback && folders.includes(language);
  return onSite(own ? `/${language}${path}` : path, site);
}

function decoded(path: string): string {
  try {
    return decodeURI(path).normalize('NFC');
  } catch {
    return path.normalize('NFC');
  }
}

function bare(address: string): string {
  return decoded(address.replace(/[?#].*$/u, ''));
}

function beside(file: string, path: string): string {
  return posix.normalize(posix.join(posix.dirname(file), path));
}

/** What generators copy to the root of the site. */
const PUBLIC_FOLDERS = ['static', 'public', 'source', 'content', 'assets', 'src'];

const byNames = new WeakMap<ReadonlyMap<string, FoundFile>, ReadonlyMap<string, FoundFile | undefined>>();

/** Pictures by their names without folders, with and without their endings; undefined where two have one name. */
function picturesByName(
  pictures: ReadonlyMap<string, FoundFile>,
): ReadonlyMap<string, FoundFile | undefined> {
  const known = byNames.get(pictures);
  if (known !== undefined) return known;
  const made = new Map<string, FoundFile | undefined>();
  for (const [path, picture] of pictures) {
    const name = posix.basename(path).toLowerCase();
    for (const one of [name, name.replace(/(?:@[123]x)?\.\w+$/u, '')])
      made.set(one, made.has(one) ? undefined : picture);
  }
  byNames.set(pictures, made);
  return made;
}

/** The picture file of the content folder that an address names, if any. */
function pictureFile(src: string, file: string, addresses: AddressContext): FoundFile | undefined {
  const path = bare(src);
  const base = addresses.site?.pathname ?? '/';
  const rooted = path.startsWith(base) ? path.slice(base.length) : path.replace(/^\/+/u, '');
  const candidates = [
    ...(path.startsWith('/') ? [] : [beside(file, path)]),
    posix.normalize(rooted),
    ...PUBLIC_FOLDERS.map((folder) => posix.join(folder, rooted)),
    beside(file, rooted),
    beside(file, posix.basename(path)),
    // Hexo keeps the pictures of a post in a folder of its name.
    posix.join(file.replace(/\.\w+$/u, ''), rooted),
  ];
  const found = candidates
    .map((candidate) => addresses.pictures.get(candidate))
    .find((picture) => picture !== undefined);
  // Obsidian names a file alone, wherever it lies; others begin with a name for a folder that their settings tell.
  const byName = !path.includes('/') || /^[@~]/u.test(path);
  return (
    found ?? (byName ? picturesByName(addresses.pictures).get(posix.basename(path).toLowerCase()) : undefined)
  );
}

/** The attachment name of a file, in characters that Discord does not change. */
function attachmentName(file: FoundFile): string {
  const extension = posix.extname(file.file).toLowerCase();
  return `${slugOf(file.file.slice(0, -extension.length), 60)}${extension}`;
}

/** A resolved picture with a stamp that changes with its file, or the problem. */
export type ImageLookup =
  | { readonly image: Image; readonly stamp: string }
  | { readonly code: string; readonly message: string }
  | undefined;

/** Resolves a picture: in the content folder, else on the web. */
export function locateImage(
  raw: Pick<RawImage, 'src' | 'alt'>,
  file: string,
  addresses: AddressContext,
): ImageLookup {
  const src = raw.src.startsWith('//') ? `https:${raw.src}` : raw.src;
  const shown = src.slice(0, 80);
  if (src === '')
    return {
      code: 'missing-image',
      message: 'A picture has no address; write one in the brackets behind it.',
    };
  const kind = addressKind(src);
  if (kind === 'safe' && /^https?:/iu.test(src)) {
    const url = URL.parse(src)?.href ?? src;
    if (/\.svgz?$/iu.test(bare(src))) return vector(shown);
    return { image: { kind: 'url', alt: raw.alt, url }, stamp: url };
  }
  if (kind !== 'relative') {
    return {
      code: 'unsafe-link',
      message: `The picture "${shown}" is not shown; use a file or an http(s) address.`,
    };
  }
  if (/\.svgz?$/iu.test(bare(src))) return vector(shown);
  const found = pictureFile(src, file, addresses);
  if (found) {
    const image: Image = { kind: 'file', alt: raw.alt, path: found.path, name: attachmentName(found) };
    return { image, stamp: `${found.path}:${found.stamp}` };
  }
  const url =
    src.startsWith('/') || addresses.site === undefined
      ? onSite(src, addresses.site)
      : webBeside(src, file, addresses);
  if (url !== undefined && src.startsWith('/'))
    return { image: { kind: 'url', alt: raw.alt, url }, stamp: url };
  return {
    code: 'missing-image',
    message: `The picture "${shown}" is not in the content folder${addresses.site ? '' : ' and SITE_URL is not set'}; put a png, jpg, gif or webp there or correct its path.`,
  };
}

function vector(shown: string): ImageLookup {
  return {
    code: 'image-format',
    message: `Discord shows no SVG: "${shown}" is left out; use a png beside it.`,
  };
}

function webBeside(src: string, file: string, addresses: AddressContext): string | undefined {
  const from = addresses.urls.get(file);
  return from === undefined ? undefined : URL.parse(src, from)?.href;
}

/** The URL of a relative link, if it has one, and whether it is dead. */
export interface ResolvedLink {
  readonly url: string | undefined;
  readonly dead: boolean;
}

/** Resolves a relative link of a post: to another post by file or URL, to a file of the site, or to an anchor. */
export function resolveTarget(target: string, file: string, addresses: AddressContext): ResolvedLink {
  const own = addresses.urls.get(file);
  const hash = target.includes('#') ? target.slice(target.indexOf('#')) : '';
  const hasAnchor = (post: string) =>
    hash === '' ||
    !addresses.anchors.has(post) ||
    anchorNames(hash.slice(1)).some((name) => addresses.anchors.get(post)?.().has(name));
  if (target.startsWith('#')) {
    return { url: own === undefined ? undefined : own + hash, dead: !hasAnchor(file) };
  }
  const path = bare(target);
  if (/\.(?:mdx?|markdown)$/iu.test(path)) {
    const exact = path.startsWith('/') ? path.slice(1) : beside(file, path);
    const [name = '', bareName = name] = namesOfPath(path);
    const { paths, names } = addresses;
    const called = paths().get(pathKey(exact)) ?? names().get(name) ?? names().get(bareName);
    // Of several posts that are called alike the last one is meant.
    const found = called?.reduce((one, other) => (other > one ? other : one));
    const url = found === undefined ? undefined : addresses.urls.get(found);
    return {
      url: url === undefined ? undefined : url + hash,
      dead: found === undefined || !hasAnchor(found),
    };
  }
  const url =
    path.startsWith('/') || own === undefined ? onSite(target, addresses.site) : URL.parse(target, own)?.href;
  const looksLikePost = /\/\d{4}\/\d{2}\/\d{2}\/[^/]+$/u.test(path);
  const dead = looksLikePost && url !== undefined && !addresses.published.has(url.replace(/[?#].*$/u, ''));
  return { url: url !== undefined && /^https?:/u.test(url) ? url : undefined, dead };
}
