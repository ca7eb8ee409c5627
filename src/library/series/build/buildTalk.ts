import { compact } from '../../compute/compact.ts';
import type { Pause } from '../../compute/slicedWork.ts';
import type { Finding, Post, Section, Session } from '../../model.ts';
import type { Draft } from '../../post/model.ts';
import { digest } from '../../text/slug.ts';
import type { AddressContext } from '../address/address.ts';
import type { Talk } from '../sessions/order.ts';
import type { AuthorList } from './authorList.ts';
import { buildPost } from './buildPost.ts';
import { originOf, setOrigin } from './origin.ts';
import { resolvePostContext, standsAlone, usesAnchors } from './postContext.ts';
import { resolveTalk } from './resolveTalk.ts';
import type { Identified } from './sectionIds.ts';
import { sessionOf } from './session.ts';

/** A built post and its inputs. */
export interface BuiltPost {
  readonly draft: Draft;
  readonly key: string;
  readonly post: Post;
}

/** A talk as it was built. */
export interface BuiltTalk {
  readonly session: Session;
  readonly posts: readonly BuiltPost[];
  readonly findings: readonly Finding[];
  /** Whether what the talk shows may depend on the addresses of others, and whether a link to a place within one does. */
  readonly looksElsewhere: boolean;
  readonly linksToPlaces: boolean;
}

/** The post of the last start, if it would be built the same. */
function asKept(
  kept: Post | undefined,
  origin: string,
  nested: Identified['nested'],
  bracketed: WeakSet<Section>,
): Post | undefined {
  if (kept === undefined || originOf(kept) !== origin) return undefined;
  for (const [at, { section }] of nested.entries()) {
    const own = kept.sections[at];
    if (section.bracketed && own !== undefined) bracketed.add(own);
  }
  return kept;
}

const looksElsewhere = ({ post: { draft }, nested }: Identified): boolean => {
  const { speakers, slides, video, code } = draft.front.talk;
  return !standsAlone(draft, nested) || [speakers, slides, video, code].some(({ length }) => length > 0);
};

/** What every talk is built with. */
export interface BuildContext {
  readonly addresses: AddressContext;
  readonly namesakes: ReadonlyMap<string, readonly string[]>;
  readonly authors: readonly AuthorList[];
  readonly bracketed: WeakSet<Section>;
  readonly pause: Pause;
  /** The posts of the last start by file, where nothing else is known of them. */
  readonly kept: ReadonlyMap<string, Post>;
}

/** Builds the posts of a talk and its session; what is unchanged since `before` and `last` is the same object. */
export async function buildTalk(
  talk: Talk,
  identified: readonly Identified[],
  before: (file: string) => BuiltPost | undefined,
  last: Session | undefined,
  { addresses, namesakes, authors, bracketed, pause, kept }: BuildContext,
): Promise<BuiltTalk> {
  const findings: Finding[] = [];
  const posts: BuiltPost[] = [];
  for (const { post: named, nested, ids, findings: found } of identified) {
    const { draft } = named;
    const set = resolvePostContext({ post: named, nested, ids, number: talk.number, addresses, namesakes });
    findings.push(...found, ...set.findings);
    const known = before(draft.file);
    if (known?.draft === draft && known.key === set.key) {
      posts.push(known);
      continue;
    }
    const origin = digest(`${draft.digest} ${set.key}`);
    const last = known === undefined ? asKept(kept.get(draft.file), origin, nested, bracketed) : undefined;
    const post = last ?? (await buildPost(set.context(), bracketed, pause));
    setOrigin(post, origin);
    posts.push({ draft, key: set.key, post });
  }
  const said = resolveTalk(talk.posts, authors, addresses);
  findings.push(...said.findings);
  const own = posts.map(({ post }) => post);
  return {
    session: sessionOf(talk, own, said.facts, last),
    posts: compact(posts),
    findings: compact(findings),
    looksElsewhere: identified.some(looksElsewhere),
    linksToPlaces: identified.some(({ nested }) => usesAnchors(nested)),
  };
}
