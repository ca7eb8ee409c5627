import { NONE } from '../compute/compact.ts';
import { commonEnds, movedBetween } from '../compute/moved.ts';
import type { Pause } from '../compute/slicedWork.ts';
import type { Localized, Section, Session, Topic } from '../model.ts';
import { translationsOf } from '../text/localized.ts';
import { nameKey } from '../text/names/nameFinder.ts';
import { changedSince, countMentions, searchSessions } from './allMentions.ts';
import type { FoundTopics } from './foundTopics.ts';
import type { GlossaryTopic } from './model.ts';
import { latestLinksOf, registerLinks, type TopicLinks, topicWith } from './related.ts';
import { gatherSections, linkSessions, sameRefs } from './topicLinks.ts';
import {
  type BareTopic,
  type Choice,
  choiceAfter,
  chooseTopics,
  fromGlossary,
  topicsOfHeadings,
} from './topicNames.ts';

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

/** From so many changed sessions on, all are looked at. */
const MANY_SESSIONS = 200;

/** Where the sessions stand, and the ids of those that stand elsewhere than before. */
function orderAfter(
  previous: FoundTopics | undefined,
  ids: readonly string[],
): { readonly moved: ReadonlySet<string>; readonly order: FoundTopics['order'] } {
  const before = previous?.sessions.map(({ id }) => id) ?? NONE;
  const moved = movedBetween(before, ids);
  const same = before.length === ids.length && commonEnds(before, ids).front === ids.length;
  const order = previous && same ? previous.order : new Map(ids.map((id, at) => [id, at]));
  return { moved, order };
}

/** The topics without their sections, and the topic that each key names. */
async function nameTopics(
  glossary: readonly GlossaryTopic[],
  choice: Choice,
  pause: Pause,
): Promise<Pick<FoundTopics, 'bare' | 'owners'>> {
  const owners = ownersIn(glossary);
  const own = (name: string, id: string) => {
    const key = nameKey(name);
    if (key !== '' && !owners.has(key)) owners.set(key, id);
  };
  const bare = glossary.map(fromGlossary);
  const ids = new Set(glossary.map((topic) => topic.id));
  for (const { topic, keys } of await topicsOfHeadings(choice, ids, pause)) {
    for (const key of keys) if (key !== '' && !owners.has(key)) owners.set(key, topic.id);
    for (const alias of topic.aliases) own(alias, topic.id);
    bare.push(topic);
    await pause();
  }
  return { bare, owners };
}

/** The topic of the glossary that each key names. */
function ownersIn(glossary: readonly GlossaryTopic[]): Map<string, string> {
  const owners = new Map<string, string>();
  for (const topic of glossary) {
    for (const name of [...translationsOf(topic.name), ...topic.aliases]) {
      const key = nameKey(name);
      if (key !== '' && !owners.has(key)) owners.set(key, topic.id);
    }
  }
  return owners;
}

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
  const known = ownersIn(glossary);
  const before = previous?.learnt;
  const { seen, finder, learnt } = await searchSessions(sessions, known.keys(), bracketed, previous, pause);
  const ids = sessions.map(({ id }) => id);
  const { moved, order } = orderAfter(previous, ids);
  const changed = changedSince(previous?.seen ?? NONE, seen, moved);
  const counts = await countMentions(previous?.counts, changed, pause);
  const few = glossary === previous?.glossary && changed.now.length + changed.before.length < MANY_SESSIONS;
  const places = { seen, order };
  const choice = few
    ? choiceAfter(previous.choice, changed, moved, known, counts, places)
    : await chooseTopics(places, known, counts, pause);
  const alike =
    few && choice.candidates === previous.choice.candidates && choice.chosen === previous.choice.chosen;
  const { bare, owners } = alike ? previous : await nameTopics(glossary, choice, pause);
  const linked = await linkSessions(
    places,
    changed,
    owners,
    previous,
    moved,
    new Set(finder.keys.slice(before)),
    pause,
  );
  const latest = previous?.latest ?? latestLinksOf(kept);
  const was = (id: string) => previous?.links.topics.get(id)?.topic;
  const keptAs = (id: string) => (previous === undefined ? latest?.links.topics.get(id)?.topic : undefined);
  const about = await gatherSections(linked, order, 'about', (id) => was(id)?.about ?? NONE, pause);
  const mentions = await gatherSections(linked, order, 'mentions', (id) => was(id)?.mentions ?? NONE, pause);
  const isSame = alike ? (id: string) => !linked.touched.has(id) : () => false;
  const byId = new Map(alike ? previous.links.topics : []);
  const links: TopicLinks = { topics: byId, sessions: linked.sessions };
  const newest = latest ?? { links };
  const topics: Topic[] = [];
  for (const [index, one] of bare.entries()) {
    const { id } = one;
    const at = previous?.topics[index];
    if (at !== undefined && isSame(id)) {
      topics.push(at);
      continue;
    }
    const before = was(id);
    const own = about.get(id) ?? before?.about ?? NONE;
    const spoken = mentions.get(id) ?? before?.mentions ?? NONE;
    const last = before ?? keptAs(id);
    const told = last !== undefined && (previous?.bare[index] === one || isAlike(one, last));
    const same = told && sameRefs(own, last.about) && sameRefs(spoken, last.mentions);
    const topic = same ? last : topicWith(one, own, spoken, newest);
    byId.set(id, { topic, index });
    topics.push(topic);
    await pause();
  }
  // `previous` need not be the newest: its topics may go by later links.
  newest.links = links;
  registerLinks(topics, links);
  const found = { topics, sessions, glossary, links, latest: newest, choice, finder, learnt, counts };
  return { ...found, ...places, bare, owners };
}
