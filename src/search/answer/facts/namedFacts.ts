import { findSession } from '#library/find.ts';
import type { Language, Library, Topic } from '#library/model.ts';
import { topicNames } from '../../index/documents.ts';
import type { Index } from '../../index/searchIndex.ts';
import { probeOf } from '../../index/tables/names.ts';
import { interpret } from '../../interpret.ts';
import type { Fact, Passage } from '../../model.ts';
import type { Candidate } from '../../ranking/candidate.ts';
import { wordWorths } from '../../ranking/passage.ts';
import { namesStranger } from '../../ranking/strangers.ts';
import { verdictOf } from '../../ranking/verdict.ts';
import { koreanStems } from '../../words/korean.ts';
import { verbsOf } from '../../words/verbs.ts';
import type { WordClass } from '../../words/wordClass.ts';
import { type TopicTable, topicsIn } from '../question/topicTable.ts';
import { programmeRow } from './programme.ts';
import { speakerIn } from './sectionSpeaker.ts';
import { sessionAt } from './sessionsBy.ts';

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

/** The sessions that hold a topic: those that name it in their title first, then those with a section about it. */
export function sessionsOf(library: Library, topic: Topic): readonly string[] {
  const within = (refs: Topic['about']): readonly string[] =>
    library.sessions.filter(({ id }) => refs.some((ref) => ref.session === id)).map(({ id }) => id);
  const holding = [...within(topic.about), ...within(topic.mentions)];
  const titled = topicNames(topic).flatMap((name) => titledWith(library, name.toLowerCase()));
  return [...new Set([...titled.filter((id) => holding.includes(id)), ...holding])];
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
/** Sections that are looked through for who spoke, and how near to the first one they rank. */
const NEAR = 12;
const LEAST = 0.5;
const NEARLY = 0.8;
/** What it counts that a part of a talk holds a word which another part lacks. */
const BY_PARTS = 0.15;

/** A talk that a part of a post tells of. */
interface FoundTalk {
  readonly session: string;
  readonly told: Passage;
  score: number;
  /** How surely its parts hold each word. */
  readonly held: number[];
}

/** Who spoke about what is named: of one talk of several that a post tells of, or of a session. */
export function spokeOf(
  index: Index,
  name: string,
  number: number | undefined,
  language: Language | undefined,
): Fact | undefined {
  // `인터뷰 200번`: not every number is that of a session.
  if (number !== undefined && sessionAt(index.library, new Set(), number) !== undefined)
    return ofNamed(index, name, 'who', number);
  const row = programmeRow(index.library.sessions, name.split(' '), language);
  if (row !== undefined) return { about: 'who', session: row.session, told: row };
  const fact = ofNamed(index, name, 'who', undefined);
  const { ranked, confidence } = interpret(index.segments, name);
  const known = fact?.about === 'who' ? fact.session : undefined;
  const isFound = verdictOf(confidence) !== 'none';
  const least = LEAST * (ranked[0]?.score ?? 0);
  const near = ranked
    .slice(0, NEAR)
    .filter(({ doc, fit, score }) => doc.session === known || (score >= least && (isFound || fit >= HEADED)));
  if (near.length === 0) return fact;
  const words = name
    .split(' ')
    .flatMap((word) => [word, ...koreanStems(word), ...verbsOf(word).map((verb) => verb.slice(0, -1))]);
  const talk = likeliestTalk(near, ({ doc }) =>
    speakerIn(index.library, doc.session, doc.section, language, words),
  );
  // `쿠브플로우 발표자 취미`: of who spoke something else is asked.
  if (!holdsNouns(index, ranked, talk?.session ?? known)) return undefined;
  const first = near.find(({ doc }) => doc.variants.some(({ section }) => !section.lead));
  // What is likelier meant may be told without a name.
  if (talk !== undefined && talk.score >= NEARLY * (first?.score ?? 0))
    return { about: 'who', session: talk.session, told: talk.told };
  if (near.every(({ doc }) => doc.session !== known)) return undefined;
  const of = fact?.about === 'who' ? findSession(index.library, fact.session ?? '') : undefined;
  // Who wrote a post did not give the talks that it tells of.
  if (of?.speakers?.every(({ source }) => source === 'author') === true) return undefined;
  const titles = of?.posts.map(({ fullTitle }) => fullTitle.toLowerCase()) ?? [];
  const isNamed = words.some((word) => word.length > 1 && titles.some((title) => title.includes(word)));
  return fact?.about === 'who' && !isNamed ? { ...fact, isGuess: true } : fact;
}

const NOUNS: ReadonlySet<WordClass> = new Set<WordClass>(['content', 'name', 'everyday', 'demanding']);

/** True where each noun of a query stands in a session: in its title, or in one of the sections that are found. */
function holdsNouns({ library }: Index, ranked: readonly Candidate[], session: string | undefined): boolean {
  const parts = ranked.filter(({ doc }) => doc.session === session);
  const posts = session === undefined ? [] : (findSession(library, session)?.posts ?? []);
  const titles = posts.map(({ title }) => title.toLowerCase());
  return (ranked[0]?.matches ?? []).every(
    ({ word: { hint, wordClass, token } }, at) =>
      hint ||
      !NOUNS.has(wordClass) ||
      titles.some((title) => title.includes(token.text)) ||
      parts.some(({ matches }) => {
        const match = matches[at];
        return match !== undefined && (match.expansion ?? match.mention) !== undefined;
      }),
  );
}

/** Of the talks that sections are parts of, the one that they make the likeliest: words may stand in several of its parts. */
function likeliestTalk(
  sections: readonly Candidate[],
  toldOf: (section: Candidate) => Passage | undefined,
): FoundTalk | undefined {
  const talks = new Map<string, FoundTalk>();
  for (const section of sections) {
    const told = toldOf(section);
    if (told === undefined) continue;
    const { session } = section.doc;
    const key = `${session} ${told.section} ${told.quote}`;
    const held = section.matches.map(({ weight }) => weight);
    const talk = talks.get(key);
    if (talk === undefined) talks.set(key, { session, told, score: section.score, held });
    else {
      const worths = wordWorths(section);
      const all = worths.reduce((sum, worth) => sum + worth, 0) || 1;
      for (const [at, weight] of held.entries()) {
        const more = Math.max(0, weight - (talk.held[at] ?? 0));
        talk.score += (BY_PARTS * more * (worths[at] ?? 0)) / all;
        talk.held[at] = (talk.held[at] ?? 0) + more;
      }
    }
  }
  return [...talks.values()].toSorted((a, b) => b.score - a.score)[0];
}

/** Sessions that are about something, most first. @param loosely also those in whose text it is found. @param isAbout true where the question says so, whatever else it says */
export function sessionsOn(
  index: Index,
  words: readonly string[],
  loosely: boolean,
  isAbout = false,
): readonly string[] {
  const { segments, library } = index;
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
  const { ranked, confidence, query } = interpret(segments, text);
  const [first] = ranked;
  if (first === undefined || verdictOf(confidence) !== 'answer' || (!loosely && first.fit < 0.5))
    return titled.length > 0 || !loosely ? [...new Set(titled)] : titledWith(library, text);
  const isStranger = namesStranger(query, first, () => false, { date: false, way: false, typed: false });
  if (isStranger || (!isAbout && !holdsNouns(index, ranked, first.doc.session))) return [...new Set(titled)];
  const near = ranked.slice(0, 8).filter(({ score, fit }) => score >= first.score * 0.6 && fit > 0.3);
  return [...new Set([...titled, first.doc.session, ...near.map(({ doc }) => doc.session)])].slice(0, 10);
}

/** The ids of the sessions whose titles hold words. @param words in lower case */
export function titledWith({ sessions }: Library, words: string): readonly string[] {
  const isWord = (title: string): boolean => {
    const at = title.toLowerCase().indexOf(words);
    return at >= 0 && !/[a-z0-9]/iu.test(`${title[at - 1] ?? ''}${title[at + words.length] ?? ''}`);
  };
  return sessions.filter(({ posts }) => posts.some(({ title }) => isWord(title))).map(({ id }) => id);
}
