import { compact } from '../../compute/compact.ts';
import type { Finding, Image } from '../../model.ts';
import type { Draft } from '../../post/model.ts';
import { nameKey } from '../../text/names/nameFinder.ts';
import { isWikiTarget } from '../../text/path.ts';
import { digest } from '../../text/slug.ts';
import { type AddressContext, locateImage, resolveTarget } from '../address/address.ts';
import type { AnnotatedDraft } from '../sessions/grouping.ts';
import type { NestedSection } from './align.ts';
import type { PostContext } from './buildPost.ts';

/** What a post context is resolved from. */
export interface PostContextInput {
  readonly post: AnnotatedDraft;
  readonly nested: readonly NestedSection[];
  /** Ids of the sections, in order. */
  readonly ids: readonly string[];
  readonly number: number | undefined;
  readonly addresses: AddressContext;
  /** All names of a topic of the glossary, by the key of each. */
  readonly namesakes: ReadonlyMap<string, readonly string[]>;
}

/** A post context, its cache key, and the findings of its resolution. */
export interface ResolvedPostContext {
  /** Computed anew each time: few posts are built again. */
  readonly context: () => PostContext;
  /** Equal keys and equal drafts give equal posts. */
  readonly key: string;
  readonly findings: readonly Finding[];
}

interface CachedContext extends Pick<PostContextInput, 'post' | 'ids' | 'number' | 'namesakes'> {
  readonly url: string | undefined;
  readonly unchanged: object;
  readonly set: Pick<ResolvedPostContext, 'key' | 'findings'>;
}

const remembered = new WeakMap<readonly NestedSection[], CachedContext>();

/** True for a post without pictures and links, which does not depend on other files. */
export function standsAlone({ front }: Draft, nested: readonly NestedSection[]): boolean {
  const plain = nested.every(({ section: { images, links } }) => images.length === 0 && links.length === 0);
  return plain && front.image === undefined;
}

/** Whether anchors of other posts matter: only for links with `#…`. */
export function usesAnchors(nested: readonly NestedSection[]): boolean {
  return nested.some(({ section }) => section.links.some(({ target }) => target.includes('#')));
}

/** Resolves everything about a post that depends on other files and settings: URLs, pictures, alternative names. */
export function resolvePostContext(input: PostContextInput): ResolvedPostContext {
  const { post, nested, ids, number, addresses, namesakes } = input;
  const known = remembered.get(nested);
  const url = addresses.urls.get(post.draft.file);
  const { unchanged } = addresses;
  const same = known?.post === post && known.ids === ids && known.number === number && known.url === url;
  if (same && known.namesakes === namesakes) {
    if (standsAlone(post.draft, nested) || (known.unchanged === unchanged && !usesAnchors(nested)))
      return { ...known.set, context: () => computePostContext(input).context };
  }
  const { context, ...set } = computePostContext(input);
  remembered.set(nested, { post, ids, number, url, unchanged, namesakes, set });
  return { ...set, context: () => context };
}

function computePostContext({
  post,
  nested,
  ids,
  number,
  addresses,
  namesakes,
}: PostContextInput): Pick<ResolvedPostContext, 'key' | 'findings'> & { readonly context: PostContext } {
  const { file, front } = post.draft;
  const findings: Finding[] = [];
  const stamps: string[] = [];
  const locate = (src: string, alt: string, line: number): Image[] => {
    const found = locateImage({ src, alt }, file, addresses);
    if (found === undefined) return [];
    if ('image' in found) {
      stamps.push(found.stamp);
      return [found.image];
    }
    findings.push({ level: 'warning', file, line, code: found.code, message: found.message });
    return [];
  };
  const images = nested.map(({ section }) =>
    section.images.flatMap(({ src, alt, line, after }) =>
      locate(src, alt, line).map((image) => ({ image, after })),
    ),
  );
  const [cover] =
    front.image === undefined ? [] : locate(front.image, post.naming.title, front.lines['image'] ?? 1);
  const links = new Map<string, string | undefined>();
  const written = nested.flatMap(({ section }) => section.links);
  for (const { target, line } of written) {
    const { url, dead } = resolveTarget(target, file, addresses);
    links.set(target, url);
    // A link to a page that does not exist yet is no mistake in a wiki.
    if (!dead || isWikiTarget(target)) continue;
    const message = `The link to "${target.slice(0, 80)}" leads nowhere; correct it or remove it.`;
    findings.push({ level: 'warning', file, line, code: 'dead-link', message });
  }
  const aliases = nested.map(({ section }) => {
    const others = [...section.aliases, ...(namesakes.get(nameKey(section.name)) ?? [])];
    return [...new Set(others)].filter((name) => name !== section.name);
  });
  const url = addresses.urls.get(file);
  const context: PostContext = { post, nested, ids, number, url, images, cover, links, aliases };
  const { naming, language, date } = post;
  const blocks = nested.map(({ section }) => section.blockCount);
  const facts = [naming, language, date, number, url, ids, blocks, stamps, [...links], aliases];
  return { context, key: digest(JSON.stringify(facts), 32), findings: compact(findings) };
}
