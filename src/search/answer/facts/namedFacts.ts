import { findSession } from '#library/find.ts';
import type { Language, Library, Topic } from '#library/model.ts';
import type { Index } from '../../index/searchIndex.ts';
import { probeOf } from '../../index/tables/names.ts';
import { interpret } from '../../interpret.ts';
import type { Fact } from '../../model.ts';
import { verdictOf } from '../../ranking/verdict.ts';
import { koreanStems } from '../../words/korean.ts';
import { verbsOf } from '../../words/verbs.ts';
import { type TopicTable, topicsIn } from '../question/topicTable.ts';
import { speakerIn } from './sectionSpeaker.ts';
import { sessionAt } from './wholeFacts.ts';

/** The ids of sessions with a tag, or of a track, that words say. */
export function byTag({ sessions }: Library, words: readonly string[]): readonly string[] {
  const wanted = words
    .map((word) => word.replace(/^#/u, ''))
    .join(' ')
    .replace(/^(?:tag|태그)\s|\s(?:tag|태그)\S*$/u, '');
  return sessions
    .filter(({ posts }) =>
      posts.some(({ tags, track }) => [...tags, track ?? ''].some((tag) => tag.toLowerCase() === wanted)),
    )
    .map(({ id }) => id);
}

/** The topic that words name and nothing beside it. */
export function topicOf(table: TopicTable, words: string): Topic | undefined {
  const [named, other] = topicsIn(table, words);
  return other === undefined && named?.start === 0 && named.end === words.length ? named.topic : undefined;
}

/** The sessions that hold a topic: those with a section about it first, the others in their order. */
export function sessionsOf({ sessions }: Library, { about, mentions }: Topic): readonly string[] {
  const within = (refs: Topic['about']): readonly string[] =>
    sessions.filter(({ id }) => refs.some((ref) => ref.session === id)).map(({ id }) => id);
  return [...new Set([...within(about), ...within(mentions)])];
}

const CLEARLY = 0.8;

/** A fact of the session whose title, section or topic is named so. */
export function ofNamed(
  index: Index,
  name: string,
  about: 'who' | 'when' | 'where' | 'slides' | 'video',
  number: number | undefined,
): Fact | undefined {
  if (number !== undefined) return { about, session: sessionAt(index.library, new Set(), number) };
  const [session] = sessionsOn(index, name.split(' '), true);
  return session === undefined ? undefined : { about, session };
}

/** From here on words say what a heading does. */
const HEADED = 0.4;

/** Who spoke about what is named: of a session, or of one talk of several that a post tells of. */
export function spokeOf(
  index: Index,
  name: string,
  number: number | undefined,
  language: Language | undefined,
): Fact | undefined {
  const fact = ofNamed(index, name, 'who', number);
  if (number !== undefined) return fact;
  const { ranked } = interpret(index.segments, name);
  const known = fact?.about === 'who' ? fact.session : undefined;
  const near = ranked.find(
    ({ doc, fit }) =>
      doc.variants.every(({ section }) => !section.lead) &&
      (known === undefined ? fit >= HEADED : doc.session === known),
  );
  if (near === undefined) return fact;
  const { session, section } = near.doc;
  const words = name
    .split(' ')
    .flatMap((word) => [word, ...koreanStems(word), ...verbsOf(word).map((verb) => verb.slice(0, -1))]);
  const told = speakerIn(index.library, session, section, language, words);
  if (told !== undefined) return { about: 'who', session, told };
  // Who wrote a post did not give the talks that it tells of.
  const of = fact?.about === 'who' ? findSession(index.library, fact.session ?? '') : undefined;
  return of?.speakers?.every(({ source }) => source === 'author') === true ? undefined : fact;
}

/** Sessions that are about something, most first. @param loosely also those in whose text it is found. */
export function sessionsOn(
  { segments }: Index,
  words: readonly string[],
  loosely: boolean,
): readonly string[] {
  const text = words.map((word) => koreanStems(word)[0] ?? word).join(' ');
  const titled: string[] = [];
  const probe = probeOf(text);
  for (const segment of segments)
    for (const { targets, score } of segment.sessionNames.near(probe, 4)) {
      if (score < CLEARLY) continue;
      for (const { target } of targets) {
        const unit = segment.units[target];
        if (unit?.kind === 'session' && segment.deleted[target] !== 1) titled.push(unit.session.id);
      }
    }
  const { ranked, confidence } = interpret(segments, text);
  const [first] = ranked;
  if (first === undefined || verdictOf(confidence) !== 'answer' || (!loosely && first.fit < 0.5))
    return [...new Set(titled)];
  const near = ranked.slice(0, 8).filter(({ score, fit }) => score >= first.score * 0.6 && fit > 0.3);
  return [...new Set([...titled, first.doc.session, ...near.map(({ doc }) => doc.session)])].slice(0, 10);
}
