import { createHash } from 'node:crypto';
import { hasContent, postIn } from '#library/find.ts';
import type { Language, Library, Topic } from '#library/model.ts';
import { type RecapFilter, type RecapUnit, type Subscription, unitOf } from '#store/model.ts';
import { sessionTest, topicTest } from './filter.ts';

/** What a recap tells: a session, a topic with sections about it, or several, whose ids and hashes are parted by spaces. */
export interface Item {
  readonly id: string;
  /** Ids under which it may have been posted before: see `Session.otherIds`. */
  readonly otherIds?: readonly string[] | undefined;
  /** Changes with the content visible in this language. */
  readonly hash: string;
}

function hashOf(value: unknown): string {
  return createHash('sha256').update(JSON.stringify(value)).digest('hex').slice(0, 16);
}

function topicItems(library: Library, language: Language): Item[] {
  const texts = new Map<string, string>();
  for (const session of library.sessions) {
    for (const section of postIn(session, language).sections) {
      texts.set(`${session.id}/${section.id}`, section.text);
    }
  }
  const seen = ({ name, summary, url, now, about }: Topic) => [
    name[language],
    summary[language],
    url,
    now[language],
    about.map(({ session, section }) => texts.get(`${session}/${section}`)),
  ];
  return library.topics
    .filter((topic) => topic.about.length > 0)
    .map((topic) => ({ id: topic.id, hash: hashOf(seen(topic)) }));
}

const remembered = new WeakMap<Library, Map<string, readonly Item[]>>();

/** All items of a unit, in reading order. */
export function itemsOf(library: Library, unit: RecapUnit, language: Language): readonly Item[] {
  const lists = remembered.get(library) ?? new Map<string, readonly Item[]>();
  remembered.set(library, lists);
  const name = `${unit}:${language}`;
  const there = lists.get(name);
  if (there) return there;
  const items =
    unit === 'topic'
      ? topicItems(library, language)
      : library.sessions.flatMap((session) => {
          const post = postIn(session, language);
          // A title alone is nothing to tell.
          return hasContent(post) ? [{ id: session.id, otherIds: session.otherIds, hash: post.hash }] : [];
        });
  lists.set(name, items);
  return items;
}

/** The items that a filter lets through, in reading order. */
export function itemsThrough(
  library: Library,
  unit: RecapUnit,
  language: Language,
  filter: RecapFilter | undefined,
): readonly Item[] {
  const items = itemsOf(library, unit, language);
  if (filter === undefined) return items;
  const passing =
    unit === 'topic'
      ? library.topics.filter(topicTest(library, filter))
      : library.sessions.filter(sessionTest(library, filter));
  const ids = new Set(passing.map(({ id }) => id));
  return items.filter(({ id }) => ids.has(id));
}

/** The items that a subscription tells. */
export const itemsFor = (
  library: Library,
  { what, language, filter }: Pick<Subscription, 'what' | 'language' | 'filter'>,
): readonly Item[] => itemsThrough(library, unitOf(what), language, filter);
