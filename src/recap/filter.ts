import { findTopic } from '#library/find.ts';
import type { Library, Localized, Session, Topic } from '#library/model.ts';
import { findSpeaker, speakersOf } from '#library/speakers.ts';
import type { RecapFilter } from '#store/model.ts';
import { readFilter } from '#store/settings.ts';

/** Names that people write in different ways are the same: case, width, blanks. */
export const foldName = (name: string): string =>
  name.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim();

/** Kinds of filters whose value is a name; that of the others is an id. */
type Named = 'event' | 'tag';

const namesOf = ({ posts }: Session, kind: Named): readonly string[] =>
  posts.flatMap(({ event, tags }) => (kind === 'tag' ? tags : (event ?? [])));

/** The sessions on a topic: those with sections about it; of one that is mentioned alone, those that mention it. */
const sessionsOf = ({ about, mentions }: Pick<Topic, 'about' | 'mentions'>): readonly string[] =>
  (about.length > 0 ? about : mentions).map(({ session }) => session);

/** Tells the sessions that a filter lets through. */
export function sessionTest(
  library: Library,
  filter: RecapFilter | undefined,
): (session: Session) => boolean {
  if (filter === undefined) return () => true;
  const { kind, value } = filter;
  if (kind === 'topic') {
    const topic = findTopic(library, value);
    const ids = new Set(topic === undefined ? [] : sessionsOf(topic));
    return ({ id }) => ids.has(id);
  }
  if (kind === 'speaker') {
    const sessions = findSpeaker(library, value)?.sessions ?? [];
    return (session) => sessions.includes(session);
  }
  const wanted = foldName(value);
  return (session) => namesOf(session, kind).some((name) => foldName(name) === wanted);
}

/** Tells the topics that a filter lets through: the one that it names, else those that its sessions are about. */
export function topicTest(library: Library, filter: RecapFilter | undefined): (topic: Topic) => boolean {
  if (filter === undefined) return () => true;
  if (filter.kind === 'topic') {
    const named = findTopic(library, filter.value);
    return (topic) => topic === named;
  }
  const passes = sessionTest(library, filter);
  const ids = new Set(library.sessions.filter(passes).map(({ id }) => id));
  return (topic) => topic.about.some(({ session }) => ids.has(session));
}

/** A filter that can be chosen, and how many sessions it lets through. */
export interface FilterChoice {
  readonly filter: RecapFilter;
  /** By language; a name that is the same in all stands under ``. */
  readonly name: Localized;
  /** All names that people may type. */
  readonly names: readonly string[];
  readonly sessions: number;
}

function named(library: Library, kind: Named): FilterChoice[] {
  const found = new Map<string, { readonly name: string; sessions: number }>();
  for (const session of library.sessions) {
    for (const [folded, name] of new Map(namesOf(session, kind).map((one) => [foldName(one), one]))) {
      const there = found.get(folded) ?? { name, sessions: 0 };
      there.sessions += 1;
      found.set(folded, there);
    }
  }
  return [...found.values()].map(({ name, sessions }) => ({
    filter: { kind, value: name },
    name: { '': name },
    names: [name],
    sessions,
  }));
}

const remembered = new WeakMap<Library, readonly FilterChoice[]>();

/** The filters that fit the posts: events, topics, speakers, tags, of each kind those with the most sessions first. */
export function filterChoices(library: Library): readonly FilterChoice[] {
  const known = remembered.get(library);
  if (known !== undefined) return known;
  const topics = library.topics.map(
    ({ id, name, aliases, about, mentions }): FilterChoice => ({
      filter: { kind: 'topic', value: id },
      name,
      names: [...Object.values(name).flatMap((one) => one ?? []), ...aliases],
      sessions: new Set(sessionsOf({ about, mentions })).size,
    }),
  );
  const speakers = speakersOf(library).map(
    ({ id, name, names, sessions }): FilterChoice => ({
      filter: { kind: 'speaker', value: id },
      name,
      names,
      sessions: sessions.length,
    }),
  );
  const made = [named(library, 'event'), topics, speakers, named(library, 'tag')].flatMap((choices) =>
    choices.filter(({ sessions }) => sessions > 0).toSorted((one, other) => other.sessions - one.sessions),
  );
  remembered.set(library, made);
  return made;
}

/** The choices that a text may mean, those that begin with it first; all for an empty one. */
export function findFilters(library: Library, typed: string, limit: number): readonly FilterChoice[] {
  const { kind, value } = readFilter(typed) ?? { kind: undefined, value: typed };
  const wanted = foldName(value);
  const fit = ({ names }: FilterChoice): number => {
    const folded = names.map(foldName);
    if (folded.includes(wanted)) return 3;
    if (folded.some((name) => name.startsWith(wanted))) return 2;
    return folded.some((name) => name.includes(wanted)) ? 1 : 0;
  };
  return filterChoices(library)
    .filter((choice) => kind === undefined || choice.filter.kind === kind)
    .map((choice) => ({ choice, score: fit(choice) }))
    .filter(({ score }) => score > 0)
    .toSorted((one, other) => other.score - one.score)
    .slice(0, limit)
    .map(({ choice }) => choice);
}

/**
 * The filter that a text means: what is written as `event:AI Fest`, though it may match nothing yet, else the only thing
 * of that name, else the only one that begins with it.
 */
export function resolveFilter(library: Library, typed: string): RecapFilter | undefined {
  const written = readFilter(typed);
  const found = findFilters(library, typed, 2);
  const wanted = foldName(written?.value ?? typed);
  const byId = filterChoices(library).find(
    ({ filter }) => filter.kind === written?.kind && filter.value === written.value,
  );
  if (byId !== undefined) return byId.filter;
  const [best, second] = found;
  const isNamed = (choice: FilterChoice | undefined): boolean =>
    choice?.names.some((name) => foldName(name) === wanted) === true;
  if (best !== undefined && (isNamed(best) || second === undefined)) return best.filter;
  // Topics and speakers are known by their posts alone; an event or a tag may be still to come.
  return written?.kind === 'event' || written?.kind === 'tag' ? written : undefined;
}

/** How a filter is called for a reader: `AI Fest`; its id where its topic or speaker is gone. */
export function filterName(
  library: Library,
  { kind, value }: RecapFilter,
  languages: readonly string[],
): string {
  const choice = filterChoices(library).find(({ filter }) => filter.kind === kind && filter.value === value);
  if (choice === undefined) return value;
  return nameIn(choice, languages);
}

/** The name of a choice in the first of the languages that has one. */
export const nameIn = ({ name, filter }: FilterChoice, languages: readonly string[]): string =>
  languages.map((language) => name[language]).find((one) => one !== undefined) ??
  Object.values(name).find((one) => one !== undefined) ??
  filter.value;
