import type { Pause } from '../../compute/slicedWork.ts';
import type { Language } from '../../model.ts';
import type { FolderScan, FoundFile } from '../../scan.ts';
import { namesOfPath, pathKey } from '../../text/path.ts';
import type { AnnotatedDraft } from '../sessions/grouping.ts';
import { type AddressContext, postUrl, siteOf } from './address.ts';

const remembered = new WeakMap<
  AnnotatedDraft,
  { site: string; fallback: Language; url: string | undefined }
>();

function urlOf(post: AnnotatedDraft, site: URL | undefined, fallback: Language): string | undefined {
  const known = remembered.get(post);
  const href = site?.href ?? '';
  if (known?.site === href && known.fallback === fallback) return known.url;
  const url = postUrl(post, site, fallback);
  remembered.set(post, { site: href, fallback, url });
  return url;
}

/** The context with the addresses of newer versions of some posts: the same where theirs are. */
export function withVersions(
  context: AddressContext,
  posts: readonly AnnotatedDraft[],
  fallback: Language,
): AddressContext {
  const fresh = posts.map((post) => [post.draft.file, urlOf(post, context.site, fallback)] as const);
  if (fresh.every(([file, url]) => context.urls.get(file) === url)) return context;
  const urls = new Map(context.urls);
  for (const [file, url] of fresh) urls.set(file, url);
  return { ...context, urls, published: new Set(urls.values()), unchanged: {} };
}

/** Of several posts that links call alike the last one is meant. */
const claim = (claimed: Map<string, string>, name: string, file: string): void => {
  const known = claimed.get(name);
  if (known === undefined || known < file) claimed.set(name, file);
};

/** The context with a post that came. */
export function withPost(context: AddressContext, post: AnnotatedDraft, fallback: Language): AddressContext {
  const { file } = post.draft;
  const url = urlOf(post, context.site, fallback);
  const urls = new Map(context.urls).set(file, url);
  const [names, paths] = [new Map(context.names), new Map(context.paths)];
  for (const name of namesOfPath(file)) claim(names, name, file);
  claim(paths, pathKey(file), file);
  return { ...context, urls, names, paths, published: new Set(context.published).add(url), unchanged: {} };
}

/** The context without a post that went; `others` are the files of the others. */
export function withoutPost(
  context: AddressContext,
  file: string,
  others: readonly string[],
): AddressContext {
  const urls = new Map(context.urls);
  urls.delete(file);
  const [names, paths] = [new Map(context.names), new Map(context.paths)];
  const give = (claimed: Map<string, string>, name: string, namesOf: (file: string) => readonly string[]) => {
    if (claimed.get(name) !== file) return;
    claimed.delete(name);
    for (const other of others)
      if (other.toLowerCase().includes(name) && namesOf(other).includes(name)) claim(claimed, name, other);
  };
  for (const name of namesOfPath(file)) give(names, name, namesOfPath);
  give(paths, pathKey(file), (other) => [pathKey(other)]);
  return { ...context, urls, names, paths, published: new Set(urls.values()), unchanged: {} };
}

async function isSame<T>(
  one: ReadonlyMap<string, T>,
  other: ReadonlyMap<string, T>,
  same: (a: T, b: T | undefined) => boolean,
  pause: Pause,
): Promise<boolean> {
  if (one.size !== other.size) return false;
  for (const [key, value] of one) {
    if (!other.has(key) || !same(value, other.get(key))) return false;
    await pause();
  }
  return true;
}

/** Builds the context for resolving addresses; anchors are added later. */
export async function addressContextOf(
  posts: readonly AnnotatedDraft[],
  { pictures }: FolderScan,
  options: { readonly siteUrl: string | undefined; readonly defaultLanguage: Language },
  previous: AddressContext | undefined,
  pause: Pause,
): Promise<AddressContext> {
  const site = siteOf(options.siteUrl);
  const urls = new Map<string, string | undefined>();
  const names = new Map<string, string>();
  const paths = new Map<string, string>();
  for (const post of posts) {
    const { file } = post.draft;
    urls.set(file, urlOf(post, site, options.defaultLanguage));
    paths.set(pathKey(file), file);
    for (const name of namesOfPath(file)) names.set(name, file);
    await pause();
  }
  const stays =
    previous?.site?.href === site?.href &&
    previous !== undefined &&
    (await isSame(urls, previous.urls, (a, b) => a === b, pause)) &&
    (await isSame(pictures, previous.pictures, isSamePicture, pause));
  const published = stays ? previous.published : new Set(urls.values());
  const unchanged = stays ? previous.unchanged : {};
  return { site, pictures, urls, names, paths, published, anchors: new Map(), unchanged };
}

function isSamePicture(one: FoundFile, other: FoundFile | undefined): boolean {
  return one.stamp === other?.stamp && one.path === other.path;
}
