import { createHash } from 'node:crypto';
import { findSession, hasContent, postIn } from '#library/find.ts';
import type { Language, Library, Post, Session } from '#library/model.ts';
import type { RecapUnit } from '#store/model.ts';
import type { Store } from '#store/store.ts';
import type { Item } from './items.ts';

/** See `Store.addFirstSeen`. */
export type Announce = NonNullable<Parameters<Store['addFirstSeen']>[3]>;

const digest = (parts: readonly unknown[]): string =>
  createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 16);

/** Of two posts with shorter texts, in characters, the one is not known to be the other by the text alone. */
const shortText = 200;

const remembered = new WeakMap<Post, readonly string[]>();

/** The fingerprints by which a renamed post is recognized: its text, and its title with event and date. */
function fingerprintsOf(post: Post): readonly string[] {
  const known = remembered.get(post);
  if (known !== undefined) return known;
  const { fullTitle, title, event, date, sections } = post;
  // As much of the text as tells posts apart: whole texts of thousands of posts would take half a second at the start.
  const text = sections.map(({ name, text: told }) => [name, told.length, told.slice(0, 80)]);
  const length = sections.reduce((sum, section) => sum + section.text.length, 0);
  const prints = [
    ...(sections.length === 0 ? [] : [`#${digest(length < shortText ? [title, text] : text)}`]),
    `=${digest([fullTitle, event, date])}`,
  ];
  remembered.set(post, prints);
  return prints;
}

const idsOf = ({ id, otherIds = [] }: Pick<Item, 'id' | 'otherIds'>): readonly string[] => [id, ...otherIds];

const fingerprintsOfSession = ({ posts }: Session): readonly string[] => [
  ...new Set(posts.flatMap(fingerprintsOf)),
];

/** The keys under which sessions are recorded as seen; those with nothing to tell in a language have none. */
export const keysOfSessions = (sessions: readonly Session[], language: Language): readonly string[] =>
  sessions.flatMap((session) =>
    hasContent(postIn(session, language)) ? [...idsOf(session), ...fingerprintsOfSession(session)] : [],
  );

/** Prints that one session alone has: of two with the same title, one is not the other with a new name. */
const distinct = new WeakMap<Library, ReadonlySet<string>>();

function distinctPrints(library: Library): ReadonlySet<string> {
  const known = distinct.get(library);
  if (known !== undefined) return known;
  const counts = new Map<string, number>();
  for (const print of library.sessions.flatMap(fingerprintsOfSession))
    counts.set(print, (counts.get(print) ?? 0) + 1);
  const made = new Set([...counts].flatMap(([print, count]) => (count === 1 ? [print] : [])));
  distinct.set(library, made);
  return made;
}

/** The keys by which an item may have been seen before, under whatever name. */
function knownBy(library: Library, unit: RecapUnit, item: Pick<Item, 'id' | 'otherIds'>): readonly string[] {
  const session = unit === 'session' ? findSession(library, item.id) : undefined;
  if (session === undefined) return idsOf(item);
  const alone = distinctPrints(library);
  return [...idsOf(item), ...fingerprintsOfSession(session).filter((print) => alone.has(print))];
}

/** When each item was first seen, under whatever name it then had. */
export const seenSince = (
  library: Library,
  unit: RecapUnit,
  items: readonly Item[],
  seen: ReadonlyMap<string, Temporal.Instant>,
): ReadonlyMap<string, Temporal.Instant> =>
  new Map(
    items.flatMap((item) => {
      const [first] = knownBy(library, unit, item)
        .flatMap((key) => seen.get(key) ?? [])
        .sort(Temporal.Instant.compare);
      return first === undefined ? [] : [[item.id, first] as const];
    }),
  );

/** The sessions that were never seen before, under no name. */
export const newSessions = (
  library: Library,
  added: ReadonlySet<string>,
  known: ReadonlyMap<string, unknown>,
): readonly Session[] =>
  library.sessions.filter(
    (session) => added.has(session.id) && !knownBy(library, 'session', session).some((key) => known.has(key)),
  );
