import { lazy } from '../../compute/lazy.ts';
import { groupedAfter, groupedBy } from '../../compute/multimap.ts';
import type { Pause } from '../../compute/slicedWork.ts';
import { VersionedMap } from '../../compute/versionedMap.ts';
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

/** Tells the address of a post of the last start. */
export function setUrl(
  post: AnnotatedDraft,
  site: URL | undefined,
  fallback: Language,
  url: string | undefined,
): void {
  remembered.set(post, { site: site?.href ?? '', fallback, url });
}

/** The addresses with that of a post, or without. */
interface Addresses {
  readonly urls: VersionedMap<string, string>;
  readonly published: VersionedMap<string, number>;
}

/** Gives a file another address, or none. */
function readdress({ urls, published }: Addresses, file: string, url: string | undefined): void {
  const last = urls.get(file);
  if (last === url) return;
  const count = (address: string, one: number): void => {
    const all = (published.get(address) ?? 0) + one;
    if (all > 0) published.set(address, all);
    else published.delete(address);
  };
  if (last !== undefined) count(last, -1);
  if (url === undefined) urls.delete(file);
  else {
    urls.set(file, url);
    count(url, 1);
  }
}

const addressesAfter = ({ urls, published }: AddressContext): Addresses => ({
  urls: VersionedMap.after(urls),
  published: VersionedMap.after(published),
});

/** The context with the addresses of newer versions of some posts: the same where theirs are. */
export function withVersions(
  context: AddressContext,
  posts: readonly AnnotatedDraft[],
  fallback: Language,
): AddressContext {
  const fresh = posts.map((post) => [post.draft.file, urlOf(post, context.site, fallback)] as const);
  if (fresh.every(([file, url]) => context.urls.get(file) === url)) return context;
  const addresses = addressesAfter(context);
  for (const [file, url] of fresh) readdress(addresses, file, url);
  return { ...context, ...addresses, unchanged: {} };
}

const itself = (file: string): string => file;
const pathKeys = (file: string): readonly string[] => [pathKey(file)];

/** By what links call the files, after some came or went. Not put off: all that came before would have to stay. */
function placesAfter(
  { names, paths }: AddressContext,
  exchange: { readonly gone?: readonly string[]; readonly fresh?: readonly string[] },
): Pick<AddressContext, 'names' | 'paths'> {
  const byName = groupedAfter(names(), exchange, namesOfPath, itself);
  const byPath = groupedAfter(paths(), exchange, pathKeys, itself);
  return { names: () => byName, paths: () => byPath };
}

/** The context with a post that came. */
export function withPost(context: AddressContext, post: AnnotatedDraft, fallback: Language): AddressContext {
  const { file } = post.draft;
  const places = placesAfter(context, { fresh: [file] });
  const addresses = addressesAfter(context);
  readdress(addresses, file, urlOf(post, context.site, fallback));
  return { ...context, ...addresses, ...places, unchanged: {} };
}

/** The context without a post that went. */
export function withoutPost(context: AddressContext, file: string): AddressContext {
  const places = placesAfter(context, { gone: [file] });
  const addresses = addressesAfter(context);
  readdress(addresses, file, undefined);
  return { ...context, ...addresses, ...places, unchanged: {} };
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
  const addresses: Addresses = { urls: VersionedMap.after(), published: VersionedMap.after() };
  const files: string[] = [];
  for (const post of posts) {
    const { file } = post.draft;
    readdress(addresses, file, urlOf(post, site, options.defaultLanguage));
    files.push(file);
    await pause();
  }
  // After a restart nothing may ask for them.
  const names = lazy(() => groupedBy(files, namesOfPath, itself));
  const paths = lazy(() => groupedBy(files, pathKeys, itself));
  const stays =
    previous?.site?.href === site?.href &&
    previous !== undefined &&
    (await isSame(paths(), previous.paths(), isSameList, pause)) &&
    (await isSame(addresses.urls, previous.urls, (a, b) => a === b, pause)) &&
    (await isSame(pictures, previous.pictures, isSamePicture, pause));
  const unchanged = stays ? previous.unchanged : {};
  return { site, pictures, ...addresses, names, paths, anchors: new Map(), unchanged };
}

function isSamePicture(one: FoundFile, other: FoundFile | undefined): boolean {
  return one.stamp === other?.stamp && one.path === other.path;
}

const isSameList = (one: readonly string[], other: readonly string[] = []): boolean =>
  one.length === other.length && one.every((file) => other.includes(file));
