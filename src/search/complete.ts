import { lazy } from '#library/compute/lazy.ts';
import { findSession } from '#library/find.ts';
import type { Library, Session, Topic } from '#library/model.ts';
import { speakersOf } from '#library/speakers.ts';
import { nearestName } from './answer/names/nearestName.ts';
import { isChat } from './answer/question/chatter/smallTalk.ts';
import { OTHER_LAYOUT, sureness } from './index/nameList.ts';
import type { Index } from './index/searchIndex.ts';
import { type NameHit, type NameTable, type Probe, probeOf } from './index/tables/names.ts';
import { FIELD } from './index/tables/postings.ts';
import { interpret } from './interpret.ts';
import { isOnsetPattern } from './letters/hangul.ts';
import { otherLayout } from './letters/layout.ts';
import type { Scope, Suggestion, Target } from './model.ts';
import { findPassages } from './passages.ts';
import { isConcept } from './words/concepts.ts';
import { koreanGloss } from './words/japanese/gloss.ts';
import { wordClassOf } from './words/wordClass.ts';

const LONGEST = 100;
const DEFAULT_LIMIT = 25;
/** Share of a list of all kinds that topics may fill before sessions are listed. */
const TOPICS_FIRST = 0.6;
/** Names considered for each kind of target. */
const NEAREST = 40;

interface Scored {
  readonly target: Target;
  readonly score: number;
  /** Reading order, the tie-breaker for equal scores. */
  readonly order: number;
  readonly guess?: boolean;
}

/** Suggestions for the text typed so far, best first. Never throws. */
export function complete(
  index: Index,
  typed: string,
  scope: Scope,
  limit: number = DEFAULT_LIMIT,
): readonly Suggestion[] {
  const text = typed.slice(0, LONGEST).toWellFormed().normalize('NFC').trim();
  const most = Math.max(0, limit);
  if (text === '') return inOrder(index, scope, most);
  const found = new Map<string, Scored>();
  const readings = [text, koreanGloss(text) ?? otherLayout(text)].filter(
    (reading): reading is string => reading !== undefined,
  );
  readings.forEach((reading, i) => {
    const trust = i === 0 ? 1 : OTHER_LAYOUT;
    for (const scored of namesLike(index, reading, scope))
      keep(found, {
        ...scored,
        score: scored.score * trust,
        // A few keys that are consonants on the other keyboard are a word of their own, and a verb is not all that was said.
        guess:
          scored.guess === true ||
          (i > 0 &&
            (VERBAL_KANA.test(text) ||
              isWord(text) ||
              (isOnsetPattern(reading) && reading.length <= SHORT.latin))),
      });
  });
  if (scope.kind === 'session' || scope.kind === 'any')
    for (const scored of numbered(index.library.sessions, text)) keep(found, scored);
  for (const scored of speakersLike(index, text, scope)) keep(found, scored);
  if (
    scope.kind === 'session' &&
    ![...found.values()].some(({ score, guess }) => score >= 0.5 && guess !== true)
  )
    for (const scored of titled(index, text)) keep(found, scored);
  if (text.length > 1 && found.size < most && (scope.kind === 'section' || scope.kind === 'any'))
    for (const scored of byText(index, text, scope)) keep(found, scored);
  return [...found.values()]
    .sort((a, b) => b.score - a.score || a.order - b.order)
    .slice(0, most)
    .map(({ target, score, guess }) => ({
      target,
      confidence: Math.max(0, Math.min(1, score)),
      ...(guess === true ? { guess } : {}),
    }));
}

/** What names in Japanese hardly hold: the endings of verbs, which are put into Korean by halves. */
const VERBAL_KANA = /(?!の)[\u3041-\u3096]/u;
/** Syllables, or Latin letters, of a word that is too short to be recognised by its sound or in spite of a slip. */
const SHORT = { hangul: 2, latin: 4 } as const;
/** The least similarity of a longer one, and of one that is little longer. */
const ALIKE = 0.82;
const RATHER = 0.88;
/** From here on two names are said alike. */
const SAME = 0.93;
/** So few first consonants are those of many names, unless they are all that one has. */
const SHORT_INITIALS = 2;
const WHOLE_NAME = 0.9;

const isCommon = (text: string): boolean => wordClassOf([text.toLowerCase()]) !== 'content';

/** True for what is written as it was meant: a syllable, an everyday word, or a name in the thesaurus. */
const isWord = (text: string): boolean => /^[가-힣]$/u.test(text) || isCommon(text) || isConcept(text);

/** True where a name only sounds or looks like the typed text, which may be a word of its own. */
function isGuess({ how, score, text: name }: NameHit, text: string): boolean {
  const common = isCommon(text);
  const latin = /^[a-z]+$/iu.test(text);
  // A Latin word within another: `uber` in `Kubernetes`, and what is known as a word, `bus` in `business`.
  if (latin && how === 'part') return true;
  // What a name ends in is a word of everybody's: `rate` of `Learning rate`.
  if (how === 'word' && isWord(text)) return true;
  if (latin && how === 'beginning' && isWord(text)) return /^[a-z]/iu.test(name.slice(text.length));
  if (how === 'beginning' || how === 'part') return /^[가-힣]+$/u.test(text) && common;
  if (how === 'initials') return isChat(text) || (text.length <= SHORT_INITIALS && score < WHOLE_NAME);
  if (how !== 'sound' && how !== 'typo') return false;
  // What is spelled as it should be is no slip: `praise` beside `Play`.
  if (isConcept(text)) return true;
  const hangul = /[가-힣]/u.test(text);
  if (text.length <= (hangul ? SHORT.hangul : SHORT.latin)) return true;
  return score < (hangul && text.length === SHORT.hangul + 1 ? RATHER : ALIKE) || (hangul && common);
}

function keyOf(target: Target): string {
  if (target.kind === 'topic') return `t ${target.topic}`;
  if (target.kind === 'speaker') return `p ${target.speaker}`;
  return target.kind === 'session' ? `s ${target.session}` : `s ${target.session} ${target.section}`;
}

function keep(found: Map<string, Scored>, scored: Scored): void {
  const key = keyOf(scored.target);
  const known = found.get(key);
  if (known === undefined || known.score < scored.score) found.set(key, scored);
}

function* namesLike(index: Index, text: string, scope: Scope): Generator<Scored> {
  const probe = probeOf(text);
  const respelled = lazy(() => ({ topic: nearestName(index.segments, text)?.id }));
  const near = function* (table: NameTable): Generator<{ at: number; score: number; guess: boolean }> {
    for (const hit of table.near(probe, NEAREST)) {
      const sure = sureness(hit, probe);
      const guess = isGuess(hit, text);
      let room = 100;
      for (const { target, weight } of hit.targets) {
        yield { at: target, score: sure * weight, guess };
        room -= 1;
        if (room === 0) break;
      }
    }
  };
  for (const segment of index.segments) {
    if (scope.kind === 'session' || scope.kind === 'any')
      for (const { at, score, guess } of near(segment.sessionNames)) {
        const unit = segment.units[at];
        if (unit?.kind !== 'session' || segment.deleted[at] === 1) continue;
        yield {
          target: { kind: 'session', session: unit.session.id },
          score,
          order: unit.session.number ?? at,
          guess,
        };
      }
    if (scope.kind === 'topic' || scope.kind === 'any')
      for (const { at, score, guess } of near(segment.topicNames)) {
        const unit = segment.units[at];
        if (unit?.kind !== 'topic' || segment.deleted[at] === 1) continue;
        const { id } = unit.topic;
        yield {
          target: { kind: 'topic', topic: id },
          score: score * 0.999,
          order: at,
          guess: guess && respelled().topic !== id,
        };
      }
    if (scope.kind === 'any')
      for (const { at, score } of near(segment.sectionNames)) {
        const doc = segment.doc(at);
        if (doc === undefined || segment.deleted[segment.unitOf[at] ?? 0] === 1) continue;
        yield {
          target: { kind: 'section', session: doc.session, section: doc.section },
          score: score * 0.998,
          order: at,
        };
      }
  }
  if (scope.kind === 'section') yield* withinSession(index, probe, scope.session);
}

/** Where sessions or topics are looked for, speakers are offered who are meant rather surely. */
const LEAST_BESIDE = 0.4;
/** From here on a speaker is meant and not merely alike. */
const SPEAKER = 0.7;

/** Speakers by name; beside sessions and topics, which come first where both are meant as surely. */
function* speakersLike(index: Index, text: string, scope: Scope): Generator<Scored> {
  if (scope.kind === 'section' || scope.kind === 'any') return;
  const alone = scope.kind === 'speaker';
  for (const { at, confidence } of index.speakers.list.near(text, NEAREST)) {
    const speaker = index.speakers.ids[at];
    if (speaker === undefined || (!alone && confidence < LEAST_BESIDE)) continue;
    const guess = confidence < SPEAKER || (confidence < SAME && isWord(text));
    yield { target: { kind: 'speaker', speaker }, score: confidence * (alone ? 1 : 0.997), order: at, guess };
  }
}

/** How sure it is that a session is meant whose title holds what was typed, in some spelling. */
const TITLED = 0.72;

/** Sessions whose title holds every word, in whichever script it was typed. */
function* titled({ segments }: Index, text: string): Generator<Scored> {
  for (const { doc, matches } of interpret(segments, text).ranked) {
    const [variant] = doc.variants;
    const words = matches.filter(({ word }) => !word.hint);
    if (variant?.section.lead !== true || words.length === 0) continue;
    if (!words.every(({ fields, weight }) => weight >= 0.6 && (fields & (FIELD.heading | FIELD.alias)) !== 0))
      continue;
    yield { target: { kind: 'session', session: doc.session }, score: TITLED, order: doc.order };
  }
}

/** A session has few sections: all of their names are compared. */
function* withinSession(index: Index, probe: Probe, session: string): Generator<Scored> {
  const place = index.places.get(`session ${session}`);
  if (place === undefined) return;
  const { segment, at } = place;
  for (let doc = segment.firstDoc[at] ?? 0; doc < (segment.firstDoc[at + 1] ?? 0); doc += 1) {
    const found = segment.doc(doc);
    if (found === undefined) continue;
    const names = [
      ...found.variants.flatMap(({ section }) => [section.name, ...section.aliases]),
      ...found.topicNames,
    ];
    for (const name of new Set(names)) {
      const match = segment.sectionNames.match(probe, name);
      if (match.score <= 0) continue;
      const lent = name === found.variants[0]?.section.name ? 1 : 0.97;
      yield {
        target: { kind: 'section', session, section: found.section },
        score: sureness(match, probe) * lent,
        order: found.order,
      };
    }
  }
}

/** Sections that match the text as a question, where name matches do not fill the list. */
function* byText(index: Index, text: string, scope: Scope): Generator<Scored> {
  const segments =
    scope.kind === 'section'
      ? index.segments.filter((one) => one === index.places.get(`session ${scope.session}`)?.segment)
      : index.segments;
  for (const [place, passage] of findPassages(segments, text, { limit: 30 }).passages.entries()) {
    if (scope.kind === 'section' && passage.session !== scope.session) continue;
    yield {
      target: { kind: 'section', session: passage.session, section: passage.section },
      score: Math.min(passage.confidence, 0.9) * (place === 0 ? 0.85 : 0.5),
      order: 0,
    };
  }
}

/** `5`, `5번`, `세션 5`, `session 5`, `#5`. */
function* numbered(sessions: readonly Session[], text: string): Generator<Scored> {
  const match =
    /^(?:세션|session|제|no\.?|#)?\s*([0-9]{1,6})\s*(?:번째|번|강|회|회차)?\s*(?:세션|session)?$/i.exec(text);
  if (match === null) return;
  const wanted = Number(match[1]);
  for (const [order, session] of sessions.entries()) {
    if (session.number === wanted || session.id === match[1])
      yield { target: { kind: 'session', session: session.id }, score: 1, order };
    else if (String(session.number ?? '').startsWith(String(wanted)))
      yield { target: { kind: 'session', session: session.id }, score: 0.45, order };
  }
}

/** Default suggestions for an empty text, in reading order. */
function inOrder({ library }: Index, scope: Scope, limit: number): Suggestion[] {
  return targetsOf(library, scope, limit).map((target) => ({ target, confidence: 0 }));
}

function targetsOf(library: Library, scope: Scope, limit: number): Target[] {
  const sessions = library.sessions
    .slice(0, limit)
    .map(({ id }): Target => ({ kind: 'session', session: id }));
  const topicsIn = (topics: readonly Topic[]): Target[] =>
    topics.slice(0, limit).map(({ id }) => ({ kind: 'topic', topic: id }));
  switch (scope.kind) {
    case 'session':
      return sessions;
    case 'topic':
      return topicsIn(library.topics);
    case 'speaker':
      return speakersOf(library)
        .slice(0, limit)
        .map(({ id }) => ({ kind: 'speaker', speaker: id }));
    case 'section': {
      const sections = findSession(library, scope.session)?.posts[0].sections ?? [];
      return sections
        .slice(0, limit)
        .map(({ id }) => ({ kind: 'section', session: scope.session, section: id }));
    }
    case 'any': {
      // The most frequent topics invite a question; the title of a talk does not.
      const main = topicsIn(mainTopics(library));
      const room = Math.max(Math.ceil(limit * TOPICS_FIRST), limit - sessions.length);
      return [...main.slice(0, room), ...sessions, ...main.slice(room)].slice(0, limit);
    }
  }
}

/** Topics by the number of sections about them, most first; topics without any are left out. */
function mainTopics(library: Library): readonly Topic[] {
  const known = mains.get(library);
  if (known !== undefined) return known;
  const made = library.topics
    .filter(({ about }) => about.length > 0)
    .sort((a, b) => b.about.length - a.about.length)
    .slice(0, DEFAULT_LIMIT);
  mains.set(library, made);
  return made;
}

const mains = new WeakMap<Library, readonly Topic[]>();
