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
  posts: Iterable<AnnotatedDraft>,
  fallback: Language,
): AddressContext {
  const urls = new Map(context.urls);
  let moved = false;
  for (const post of posts) {
    const { file } = post.draft;
    const url = urlOf(post, context.site, fallback);
    moved ||= url !== urls.get(file);
    urls.set(file, url);
  }
  return moved ? { ...context, urls, published: new Set(urls.values()), unchanged: {} } : context;
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
