import type { Pause } from '../compute/slicedWork.ts';
import type { Section, Session } from '../model.ts';
import { countsWith } from './allMentions.ts';
import type { FoundTopics } from './foundTopics.ts';
import { type SessionMentions, sectionMentionsOf, topicCandidatesOf } from './mentions.ts';
import type { GlossaryTopic } from './model.ts';
import { topicWith } from './related.ts';
import { gatherSections, type LinkUpdate, sameLinks, sameRefs, topicsOfSession } from './topicLinks.ts';
import { choiceWith } from './topicNames.ts';

/** More changed sessions at a time are looked at together with all others. */
const MOST_EDITS = 50;

/** Pairs of a session and the one that takes its place; undefined where they differ in more. */
function replacedSessions(
  before: readonly Session[],
  now: readonly Session[],
): ReadonlyMap<Session, Session> | undefined {
  if (before.length !== now.length) return undefined;
  const replaced = new Map<Session, Session>();
  for (const [index, session] of now.entries()) {
    const last = before[index];
    if (last === session) continue;
    if (last?.id !== session.id || replaced.size >= MOST_EDITS) return undefined;
    replaced.set(last, session);
  }
  return replaced;
}

/**
 * The topics where some sessions were replaced that suggest the same names, at a cost that grows with them; undefined
 * where other topics result.
 */
export async function editTopics(
  sessions: readonly Session[],
  glossary: readonly GlossaryTopic[],
  bracketed: WeakSet<Section>,
  previous: FoundTopics,
  pause: Pause,
): Promise<FoundTopics | undefined> {
  const { finder, owners, learnt } = previous;
  const edits = replacedSessions(previous.sessions, sessions);
  if (edits === undefined || glossary !== previous.glossary || finder.keys.length !== learnt)
    return undefined;
  if (edits.size === 0) return { ...previous, sessions };
  const replaced = new Map<SessionMentions, SessionMentions>();
  const bySession = new Map(previous.bySession);
  const now = new Map<Session, SessionMentions>();
  const linked: LinkUpdate = {
    bySession,
    sessions: new Map(previous.links.sessions),
    changed: new Map(),
    touched: new Set(),
  };
  for (const [before, session] of edits) {
    const last = previous.seen.get(before);
    const lastLinks = last && previous.bySession.get(last);
    if (last === undefined || lastLinks === undefined) return undefined;
    const offers = topicCandidatesOf(session, bracketed);
    if (JSON.stringify(offers) !== JSON.stringify(last.candidates)) return undefined;
    const places = await sectionMentionsOf(session, finder, pause);
    const seen = { session, candidates: last.candidates, sections: places };
    replaced.set(last, seen);
    now.set(session, seen);
    const found = topicsOfSession(seen, owners);
    const links = sameLinks(found, lastLinks) ? lastLinks : found;
    bySession.delete(last);
    bySession.set(seen, links);
    if (links === lastLinks) continue;
    linked.sessions.set(session.id, links);
    linked.changed.set(session.id, links);
    for (const { about, mentions } of [links, lastLinks])
      for (const id of [...about.keys(), ...mentions.keys()]) linked.touched.add(id);
  }
  const counts = countsWith(previous.counts, replaced);
  const choice = choiceWith(previous.choice, replaced, counts);
  if (choice === undefined) return undefined;
  const seen = new Map<Session, SessionMentions>();
  for (const [index, session] of sessions.entries()) {
    const known = now.get(session) ?? previous.seen.get(previous.sessions[index] ?? session);
    if (known === undefined) return undefined;
    seen.set(session, known);
  }
  const { latest } = previous;
  const topics = [...previous.topics];
  const byId = new Map(previous.links.topics);
  if (linked.touched.size > 0) {
    const was = (id: string) => previous.links.topics.get(id)?.topic;
    const about = await gatherSections(linked, 'about', (id) => was(id)?.about ?? [], pause);
    const mentions = await gatherSections(linked, 'mentions', (id) => was(id)?.mentions ?? [], pause);
    for (const id of linked.touched) {
      const last = byId.get(id);
      if (last === undefined) return undefined;
      const [own, spoken] = [about.get(id) ?? [], mentions.get(id) ?? []];
      if (sameRefs(own, last.topic.about) && sameRefs(spoken, last.topic.mentions)) continue;
      const { name, aliases, summary, url, now: today, source } = last.topic;
      const bare = { id, name, aliases, summary, url, now: today, source };
      const topic = topicWith(bare, own, spoken, latest);
      topics[last.index] = topic;
      byId.set(id, { topic, index: last.index });
    }
  }
  const links = { topics: byId, sessions: linked.sessions };
  return { ...previous, topics, sessions, links, choice, seen, counts, bySession };
}
