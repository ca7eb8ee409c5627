import type { Post, Session, TalkFacts } from '../../model.ts';
import type { Talk } from '../sessions/order.ts';

const sessionKeys = new WeakMap<Session, string>();

/** Changes with everything that a session tells. */
export function sessionKey(session: Session): string {
  const known = sessionKeys.get(session);
  if (known !== undefined) return known;
  const key = [session.id, ...session.posts.map(({ hash }) => hash), factsKey(factsOf(session))].join(' ');
  sessionKeys.set(session, key);
  return key;
}

const factsOf = ({ id, otherIds, number, posts, ...facts }: Session): TalkFacts => facts;

/** Equal texts for equal facts, and nothing for none. */
function factsKey(facts: TalkFacts): string {
  const told = Object.entries(facts).toSorted(([one], [other]) => (one < other ? -1 : 1));
  return told.length === 0 ? '' : JSON.stringify(told);
}

/** The session of a talk; `before` where nothing changed. */
export function sessionOf(
  talk: Talk,
  posts: readonly Post[],
  facts: TalkFacts,
  before: Session | undefined,
): Session {
  const [first, ...rest] = posts;
  if (!first) throw new Error(`Session ${talk.id} has no post`);
  const same =
    before !== undefined &&
    before.number === talk.number &&
    before.otherIds?.join(' ') === talk.otherIds.join(' ') &&
    before.posts.length === posts.length &&
    before.posts.every((post, index) => post === posts[index]) &&
    factsKey(factsOf(before)) === factsKey(facts);
  const { id, otherIds, number } = talk;
  return same ? before : { id, otherIds, number, posts: [first, ...rest], ...facts };
}
