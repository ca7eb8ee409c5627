import { NONE } from '../compute/compact.ts';
import type { Pause } from '../compute/slicedWork.ts';
import type { Localized, Section, Session, Topic } from '../model.ts';
import { translationsOf } from '../text/localized.ts';
import { nameKey } from '../text/names/nameFinder.ts';
import { countMentions, searchSessions } from './allMentions.ts';
import { editTopics } from './editTopics.ts';
import type { FoundTopics } from './foundTopics.ts';
import type { GlossaryTopic } from './model.ts';
import { latestLinksOf, registerLinks, type TopicLinks, topicWith } from './related.ts';
import { gatherSections, linkSessions, sameRefs } from './topicLinks.ts';
import { type BareTopic, fromGlossary, topicsOfHeadings } from './topicNames.ts';

/**
 * Finds the topics of a library, the sections that are about them (by heading) and those that mention them (by text),
 * across all languages. With `previous`, only changes are searched. `kept` are the topics of the last start: those that
 * did not change are the same objects.
 */
export async function findTopics(
  sessions: readonly Session[],
  glossary: readonly GlossaryTopic[],
  bracketed: WeakSet<Section>,
  previous: FoundTopics | undefined,
  pause: Pause,
  kept: readonly Topic[] = NONE,
): Promise<FoundTopics> {
  const edited = previous && (await editTopics(sessions, glossary, bracketed, previous, pause));
  const found = edited ?? (await findAnew(sessions, glossary, bracketed, previous, pause, kept));
  // `previous` need not be the newest: its topics may go by later links.
  found.latest.links = found.links;
  registerLinks(found.topics, found.links);
  return found;
}

const sameTexts = (one: Localized, other: Localized): boolean => {
  const languages = Object.keys(one);
  return (
    languages.length === Object.keys(other).length &&
    languages.every((language) => one[language] === other[language])
  );
};

/** True where two topics are called the same and the same is told of both. */
const isAlike = (one: BareTopic, other: BareTopic): boolean =>
  one.source === other.source &&
  one.url === other.url &&
  sameTexts(one.name, other.name) &&
  sameTexts(one.summary, other.summary) &&
  sameTexts(one.now, other.now) &&
  one.aliases.length === other.aliases.length &&
  one.aliases.every((alias, at) => alias === other.aliases[at]);

async function findAnew(
  sessions: readonly Session[],
  glossary: readonly GlossaryTopic[],
  bracketed: WeakSet<Section>,
  previous: FoundTopics | undefined,
  pause: Pause,
  kept: readonly Topic[],
): Promise<FoundTopics> {
  const owners = new Map<string, string>();
  const own = (name: string, id: string) => {
    const key = nameKey(name);
    if (key !== '' && !owners.has(key)) owners.set(key, id);
  };
  for (const topic of glossary)
    for (const name of [...translationsOf(topic.name), ...topic.aliases]) own(name, topic.id);
  const { seen, finder, learnt } = await searchSessions(sessions, owners.keys(), bracketed, previous, pause);
  const counts = await countMentions(seen, previous, pause);
  const bare = glossary.map(fromGlossary);
  const ids = new Set(glossary.map((topic) => topic.id));
  const named = await topicsOfHeadings([...seen.values()], owners, ids, counts, pause);
  for (const { topic, keys } of named.topics) {
    for (const key of keys) own(key, topic.id);
    for (const alias of topic.aliases) own(alias, topic.id);
    bare.push(topic);
    await pause();
  }
  const linked = await linkSessions(seen, owners, previous, pause);
  const known = previous?.latest ?? latestLinksOf(kept);
  const was = (id: string) => previous?.links.topics.get(id)?.topic;
  const keptAs = (id: string) => (previous === undefined ? known?.links.topics.get(id)?.topic : undefined);
  const about = await gatherSections(linked, 'about', (id) => was(id)?.about ?? [], pause);
  const mentions = await gatherSections(linked, 'mentions', (id) => was(id)?.mentions ?? [], pause);
  const byId = new Map<string, { topic: Topic; index: number }>();
  const links: TopicLinks = { topics: byId, sessions: linked.sessions };
  const latest = known ?? { links };
  const topics: Topic[] = [];
  for (const one of bare) {
    const { id } = one;
    const before = was(id);
    const own = about.get(id) ?? before?.about ?? NONE;
    const spoken = mentions.get(id) ?? before?.mentions ?? NONE;
    const last = before ?? keptAs(id);
    const same = last !== undefined && isAlike(one, last) && sameRefs(own, last.about);
    const topic = same && sameRefs(spoken, last.mentions) ? last : topicWith(one, own, spoken, latest);
    byId.set(id, { topic, index: topics.length });
    topics.push(topic);
    await pause();
  }
  const { choice } = named;
  const { bySession } = linked;
  return {
    topics,
    sessions,
    glossary,
    links,
    latest,
    choice,
    finder,
    learnt,
    seen,
    counts,
    owners,
    bySession,
  };
}
