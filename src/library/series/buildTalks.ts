import { freshOf, goneOf, hunksBetween, patched, withReplaced } from '../compute/hunks.ts';
import { indexIn } from '../compute/sorted.ts';
import { VersionedMap } from '../compute/versionedMap.ts';
import type { Finding, Session } from '../model.ts';
import type { AddressContext } from './address/address.ts';
import type { Arranged } from './arrange.ts';
import { anchorsOf } from './build/anchors.ts';
import { type BuildContext, type BuiltPost, type BuiltTalk, buildTalk } from './build/buildTalk.ts';
import { type Identified, identify } from './build/sectionIds.ts';
import type { Rearranged } from './rearrange.ts';
import type { Talk } from './sessions/order.ts';

/** The talks of an arrangement as they were built, and their sessions, in its order. */
export interface BuiltTalks {
  readonly talks: readonly BuiltTalk[];
  readonly sessions: readonly Session[];
  readonly anchors: AddressContext['anchors'];
  /** What building gave cause for, if anything, by the file of the original. */
  readonly problems: ReadonlyMap<string, readonly Finding[]>;
  /** Files of originals: see `BuiltTalk`. */
  readonly looksElsewhere: ReadonlyMap<string, true>;
  readonly linksToPlaces: ReadonlyMap<string, true>;
}

/** What is kept of built talks by the files of their originals. */
interface Notes {
  readonly problems: VersionedMap<string, readonly Finding[]>;
  readonly looksElsewhere: VersionedMap<string, true>;
  readonly linksToPlaces: VersionedMap<string, true>;
}

const notesAfter = (last?: Notes | BuiltTalks): Notes => ({
  problems: VersionedMap.after(last?.problems),
  looksElsewhere: VersionedMap.after(last?.looksElsewhere),
  linksToPlaces: VersionedMap.after(last?.linksToPlaces),
});

function forget({ problems, looksElsewhere, linksToPlaces }: Notes, file: string): void {
  for (const map of [problems, looksElsewhere, linksToPlaces]) map.delete(file);
}

function note(notes: Notes, { posts: [original] }: Talk, talk: BuiltTalk): void {
  const { file } = original.draft;
  forget(notes, file);
  if (talk.findings.length > 0) notes.problems.set(file, talk.findings);
  if (talk.looksElsewhere) notes.looksElsewhere.set(file, true);
  if (talk.linksToPlaces) notes.linksToPlaces.set(file, true);
}

const anchorsIn = ({ nested, ids }: Identified): (() => ReadonlySet<string>) => {
  return () => anchorsOf(nested, ids);
};

/** What talks are built with besides their addresses. */
type Building = Omit<BuildContext, 'addresses'>;

/** Builds the talks of an arrangement in which some are new, and takes all others over. */
export async function buildChanged(
  { arranged, changed, gone }: Rearranged,
  before: Arranged,
  previous: BuiltTalks,
  building: Building,
): Promise<BuiltTalks> {
  const [anchors, notes] = [VersionedMap.after(previous.anchors), notesAfter(previous)];
  for (const file of gone) {
    anchors.delete(file);
    forget(notes, file);
  }
  const wanted = new Map<Talk, Identified[]>();
  let moved = false;
  for (const talk of changed) {
    const identified = identify(talk, arranged.boilerplates);
    wanted.set(talk, identified);
    for (const one of identified) {
      const { file } = one.post.draft;
      const now = anchorsIn(one);
      moved ||= previous.anchors.get(file)?.().symmetricDifference(now()).size !== 0;
      anchors.set(file, now);
    }
  }
  const readdressed = arranged.addresses.unchanged !== before.addresses.unchanged;
  // A link that led to a heading may now lead nowhere.
  const dependents = readdressed ? notes.looksElsewhere : moved ? notes.linksToPlaces : undefined;
  const placeOf = indexIn(arranged.talks, changed.size + (dependents?.size ?? 0));
  for (const file of dependents?.keys() ?? []) {
    const talk = arranged.talkOf.get(file);
    if (talk !== undefined && !wanted.has(talk)) wanted.set(talk, identify(talk, arranged.boilerplates));
  }
  const addresses = { ...arranged.addresses, anchors };
  const script = withReplaced(
    hunksBetween(before.talks, arranged.talks),
    [...wanted.keys()].map(placeOf).filter((at) => at >= 0),
  );
  const known = new Map(goneOf(previous.talks, script).map((talk) => [talk.posts[0]?.draft.file, talk]));
  const made: BuiltTalk[] = [];
  for (const talk of freshOf(arranged.talks, script)) {
    const last = known.get(talk.posts[0].draft.file);
    const identified = wanted.get(talk);
    if (last !== undefined && identified === undefined) made.push(last);
    else {
      const own = identified ?? identify(talk, arranged.boilerplates);
      const find = (file: string) => last?.posts.find(({ draft }) => draft.file === file);
      const built = await buildTalk(talk, own, find, last?.session, { ...building, addresses });
      note(notes, talk, built);
      made.push(built);
    }
  }
  const fresh = made.map(({ session }) => session);
  return {
    talks: patched(previous.talks, script, made),
    sessions: patched(previous.sessions, script, fresh),
    anchors,
    ...notes,
  };
}

/** Built talks of the last start beside those that they were built from; by file, what is boilerplate. */
export function asBuilt(
  talks: readonly Talk[],
  built: readonly BuiltTalk[],
  boilerplates: Arranged['boilerplates'],
): BuiltTalks {
  const anchors = new Map<string, () => ReadonlySet<string>>();
  const notes = notesAfter();
  for (const [index, talk] of talks.entries()) {
    const own = built[index];
    if (own !== undefined) note(notes, talk, own);
    for (const [at, { draft }] of talk.posts.entries())
      anchors.set(draft.file, () => {
        const one = identify(talk, boilerplates)[at];
        return one === undefined ? new Set() : anchorsIn(one)();
      });
  }
  const sessions = built.map(({ session }) => session);
  return { talks: built, sessions, anchors: VersionedMap.of(anchors), ...notes };
}

/** Builds all talks of an arrangement. */
export async function buildAll(
  arranged: Arranged,
  last: readonly BuiltTalk[] = [],
  before: readonly Session[] = [],
  building: Building,
): Promise<BuiltTalks> {
  const { pause } = building;
  const identified: Identified[][] = [];
  const anchors = new Map<string, () => ReadonlySet<string>>();
  for (const talk of arranged.talks) {
    const posts = identify(talk, arranged.boilerplates);
    identified.push(posts);
    for (const one of posts) anchors.set(one.post.draft.file, anchorsIn(one));
    await pause();
  }
  const addresses = { ...arranged.addresses, anchors };
  const known = new Map(before.map((session) => [session.id, session]));
  const talks: BuiltTalk[] = [];
  const notes = notesAfter();
  const built = new Map<string, BuiltPost>();
  for (const { posts } of last) for (const post of posts) built.set(post.draft.file, post);
  for (const [index, talk] of arranged.talks.entries()) {
    const find = (file: string) => built.get(file);
    const own = identified[index] ?? [];
    const made = await buildTalk(talk, own, find, known.get(talk.id), { ...building, addresses });
    note(notes, talk, made);
    talks.push(made);
    await pause();
  }
  const sessions = talks.map(({ session }) => session);
  return { talks, sessions, anchors: VersionedMap.of(anchors), ...notes };
}
