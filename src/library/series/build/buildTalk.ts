import { compact } from '../../compute/compact.ts';
import type { Pause } from '../../compute/slicedWork.ts';
import type { Finding, Post, Section, Session } from '../../model.ts';
import type { Draft } from '../../post/model.ts';
import type { AddressContext } from '../address/address.ts';
import type { Talk } from '../sessions/order.ts';
import type { AuthorList } from './authorList.ts';
import { buildPost } from './buildPost.ts';
import { resolvePostContext } from './postContext.ts';
import type { Identified } from './sectionIds.ts';
import { sessionOf } from './session.ts';
import { resolveTalk } from './talk.ts';

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
  readonly identified: readonly Identified[];
  readonly findings: readonly Finding[];
}

/** What every talk is built with. */
export interface BuildContext {
  readonly addresses: AddressContext;
  readonly namesakes: ReadonlyMap<string, readonly string[]>;
  readonly authors: readonly AuthorList[];
  readonly bracketed: WeakSet<Section>;
  readonly pause: Pause;
}

/** Builds the posts of a talk and its session; what is unchanged since `before` and `last` is the same object. */
export async function buildTalk(
  talk: Talk,
  identified: readonly Identified[],
  before: (file: string) => BuiltPost | undefined,
  last: Session | undefined,
  { addresses, namesakes, authors, bracketed, pause }: BuildContext,
): Promise<BuiltTalk> {
  const findings: Finding[] = [];
  const posts: BuiltPost[] = [];
  for (const { post, nested, ids, findings: found } of identified) {
    const { draft } = post;
    const set = resolvePostContext({ post, nested, ids, number: talk.number, addresses, namesakes });
    findings.push(...found, ...set.findings);
    const known = before(draft.file);
    const same = known !== undefined && known.draft === draft && known.key === set.key;
    posts.push({
      draft,
      key: set.key,
      post: same ? known.post : await buildPost(set.context(), bracketed, pause),
    });
  }
  const said = resolveTalk(talk.posts, authors, addresses);
  findings.push(...said.findings);
  const own = posts.map(({ post }) => post);
  return {
    session: sessionOf(talk, own, said.facts, last),
    posts: compact(posts),
    identified,
    findings: compact(findings),
  };
}
