import { findSession } from '#library/find.ts';
import type { Language, Library, Session, Topic } from '#library/model.ts';
import type { Index } from '../../index/searchIndex.ts';
import { probeOf } from '../../index/tables/names.ts';
import { interpret } from '../../interpret.ts';
import type { Fact } from '../../model.ts';
import { verdictOf } from '../../ranking/verdict.ts';
import { koreanStems } from '../../words/korean.ts';
import { verbsOf } from '../../words/verbs.ts';
import type { Asking } from '../question/readQuestion.ts';
import { type TopicTable, topicsIn } from '../question/topicTable.ts';
import { isDated } from '../sentences/fit.ts';
import { asksCompany, companyOf } from './company.ts';
import { isDay, sessionsOfDay } from './eventDays.ts';
import { withoutEvent } from './eventWords.ts';
import { type FactQuestion, type Role, readWords } from './factWords.ts';
import { speakerIn } from './sectionSpeaker.ts';
import { statedFactIn, talkCountIn } from './statedFacts.ts';

/** `Seminar 태그`, `tag: seminar`, `tagged seminar`. */
const TAGGED = /(?:\btag(?:ged)?|태그)\s*[:：#]?\s*["“]?([\p{L}\p{N}-]+)|#?([\p{L}\p{N}-]+)\s+태그/u;

/** `몇 번 세션`: which one, and not how many. */
const WHICH_NUMBER = /몇\s번/u;

/** `발표한 사람`. */
const SPOKE = /(?:발표|강연)(?:한|했던|하신|하셨던)\s?(?:사람|분)(?![가-힣]{2})/u;

/** What facts are read from. */
export interface FactSources {
  readonly index: Index;
  readonly topics: TopicTable;
}

/** The fact about the sessions themselves that a question asks for; undefined for all other questions. */
export function factOf({ index, topics }: FactSources, text: string, asking: Asking): Fact | undefined {
  if (text.length > 120) return undefined;
  const { library } = index;
  const read = readWords(text);
  const { roles, rest, number } = read;
  if (library.sessions.length === 0) return undefined;
  const tag = /태그|tag/iu.test(text) ? TAGGED.exec(text.toLowerCase()) : null;
  const ofTag = tag === null ? [] : byTag(library, [tag[1] ?? tag[2] ?? '']);
  if (ofTag.length > 0)
    return { about: roles.has('count') ? 'count' : 'list', sessions: ofTag, only: tag?.[1] ?? tag?.[2] };
  const ofDay = sessionsOfDay(library, text);
  const left = withoutEvent(library, ofDay.length === 0 ? rest : rest.filter((word) => !isDay(word)));
  const has = (role: Role): boolean => roles.has(role);
  if (left.length === 0 && ofDay.length > 0 && (has('talk') || has('event') || has('summary')))
    return dayFact(ofDay);
  if (left.length === 0) return whole(library, read, text, asking);
  const spoken =
    has('speaker') || SPOKE.test(text) || ((has('who') || has('company') || has('gave')) && has('talk'));
  if (!spoken && asksCompany(text, read)) return companyOf(index, left, asking.language);
  if (left.length > 4 || !(has('talk') || spoken)) return undefined;
  // What is left names a session, or what sessions are about.
  const name = left.join(' ');
  if (spoken && (has('talk') || has('about') || has('who') || has('filler')))
    return spokeOf(index, name, number, asking.language);
  if (!has('talk')) return undefined;
  if (has('when') && !has('about') && asking.kinds.includes('date'))
    return ofNamed(index, name, 'when', number);
  if (has('where') && !has('about') && asking.kinds.includes('where'))
    return ofNamed(index, name, 'where', number);
  if (has('slides')) return ofNamed(index, name, 'slides', number);
  if (has('video')) return ofNamed(index, name, 'video', number);
  const tagged = byTag(library, left);
  if (tagged.length > 0) return { about: has('count') ? 'count' : 'list', sessions: tagged, only: name };
  if (has('about') || has('list') || has('count') || has('filler')) {
    const topic = topicOf(topics, name);
    const found =
      topic === undefined
        ? sessionsOn(index, left, has('about') || has('count') || has('list'))
        : sessionsOf(library, topic);
    const only = left.map((word) => koreanStems(word)[0] ?? word).join(' ');
    if (found.length > 0)
      return { about: has('count') && !WHICH_NUMBER.test(text) ? 'count' : 'list', sessions: found, only };
  }
  return undefined;
}

/** A question whose every word is about the sessions. */
function whole(
  library: Library,
  { roles, number, year }: FactQuestion,
  text: string,
  asking: Asking,
): Fact | undefined {
  const has = (role: Role): boolean => roles.has(role);
  const about = has('talk') || has('event');
  const all = library.sessions.map(({ id }) => id);
  const session = sessionOf(library, roles, number);
  if (number !== undefined && session === undefined) return undefined;
  // `유튜브 사용법` asks for the way to use something else.
  const other = has('video') || has('code') || has('slides');
  if (has('bot') && !about && !other && !has('recommend') && number === undefined) return { about: 'bot' };
  if (has('recommend') && !has('where') && !has('online'))
    return { about: 'recommend', turn: Math.max(0, (number ?? 1) - 1) };
  const asked = about || (session !== undefined && has('summary'));
  if (has('speaker') || ((has('who') || has('company')) && (asked || has('gave'))))
    return { about: 'who', session };
  const asks =
    asking.kinds.length > 0 ||
    has('filler') ||
    has('talk') ||
    number !== undefined ||
    /[?？]\s*$/u.test(text);
  if (!asks) return undefined;
  if (has('slides')) return { about: 'slides', session };
  if (has('video')) return { about: 'video', session };
  if (has('code') && asked) return { about: 'code', session };
  if (has('when') && has('where')) return { about: 'where', session, dated: true };
  if (has('when')) return { about: 'when', session };
  if (has('online')) return asked && asking.kinds.includes('yesno') ? { about: 'where', session } : undefined;
  if (has('where') && (asked || has('held') || has('filler') || text.length < 12))
    return { about: 'where', session };
  if (has('shortest') && asked && number === undefined)
    return { about: 'shortest', session: byLength(library, 1) };
  if (has('longest') && asked && number === undefined)
    return { about: 'longest', session: byLength(library, -1) };
  if (has('newest') && asked) return { about: 'newest', session: byDate(library, -1) };
  if (has('oldest') && asked) return { about: 'oldest', session: byDate(library, 1) };
  if (session !== undefined && asked && (number !== undefined || about)) return { about: 'session', session };
  const held =
    year === undefined ? all : library.sessions.filter((one) => isOf(year, one)).map(({ id }) => id);
  const some = held.length > 0 && held.length < all.length;
  const only = year;
  if (has('count') && (about || asking.kinds.includes('number')) && (about || text.length <= 10))
    return { about: 'count', sessions: held, only };
  if (year !== undefined && (has('talk') || (has('event') && some)))
    return { about: 'list', sessions: held, only };
  if (has('event') && !has('talk')) return { about: 'event' };
  if (has('talk') && (has('list') || has('summary') || asking.kinds.includes('list') || has('filler')))
    return { about: 'list', sessions: held, only };
  return undefined;
}

const dayFact = ([one, ...more]: readonly string[]): Fact =>
  more.length === 0 || one === undefined
    ? { about: 'session', session: one }
    : { about: 'list', sessions: [one, ...more], only: undefined };

/** True for a session of a year: by its date, else by the folder that it stands in. */
const isOf = (year: string, { posts: [{ date, file }] }: Session): boolean =>
  date?.startsWith(year) ?? file.split('/').includes(year);

function sessionOf(
  library: Library,
  roles: ReadonlySet<Role>,
  number: number | undefined,
): string | undefined {
  const { sessions } = library;
  if (number !== undefined) {
    const numbered = sessions.filter((session) => session.number === number);
    if (numbered.length > 0) return numbered[0]?.id;
    return sessions.some((session) => session.number !== undefined) ? undefined : sessions[number - 1]?.id;
  }
  if (roles.has('first')) return sessions[0]?.id;
  if (roles.has('last')) return sessions.at(-1)?.id;
  return undefined;
}

function byDate({ sessions }: Library, way: 1 | -1): string | undefined {
  const dated = sessions.filter((session) => session.posts[0].date !== undefined);
  const place = new Map(sessions.map((session, at) => [session, at]));
  return [...dated].sort(
    (a, b) =>
      way * (a.posts[0].date ?? '').localeCompare(b.posts[0].date ?? '') ||
      way * ((place.get(a) ?? 0) - (place.get(b) ?? 0)),
  )[0]?.id;
}

function byLength({ sessions }: Library, way: 1 | -1): string | undefined {
  const lengthOf = ({ posts: [{ sections }] }: Session): number =>
    sections.reduce((sum, { text }) => sum + text.length, 0);
  return [...sessions].sort((a, b) => way * (lengthOf(a) - lengthOf(b)))[0]?.id;
}

function byTag({ sessions }: Library, words: readonly string[]): readonly string[] {
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
function topicOf(table: TopicTable, words: string): Topic | undefined {
  const [named, other] = topicsIn(table, words);
  return other === undefined && named?.start === 0 && named.end === words.length ? named.topic : undefined;
}

/** The sessions that hold a topic: those with a section about it first, the others in their order. */
function sessionsOf({ sessions }: Library, { about, mentions }: Topic): readonly string[] {
  const within = (refs: Topic['about']): readonly string[] =>
    sessions.filter(({ id }) => refs.some((ref) => ref.session === id)).map(({ id }) => id);
  return [...new Set([...within(about), ...within(mentions)])];
}

const CLEARLY = 0.8;

/** A fact of the session whose title, section or topic is named so. */
function ofNamed(
  index: Index,
  name: string,
  about: 'who' | 'when' | 'where' | 'slides' | 'video',
  number: number | undefined,
): Fact | undefined {
  if (number !== undefined) return { about, session: sessionOf(index.library, new Set(), number) };
  const [session] = sessionsOn(index, name.split(' '), true);
  return session === undefined ? undefined : { about, session };
}

/** From here on words say what a heading does. */
const HEADED = 0.4;

/** Who spoke about what is named: of a session, or of one talk of several that a post tells of. */
function spokeOf(
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
  return told === undefined ? fact : { about: 'who', session, told };
}

/** Sessions that are about something, most first. @param loosely also those in whose text it is found. */
function sessionsOn({ segments }: Index, words: readonly string[], loosely: boolean): readonly string[] {
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

/** True where a sentence names the day of a session: else that is the day on which its post was written. */
const isOnDay = ({ starts, posts }: Session, sentence: string): boolean => {
  const day = Number((starts?.date ?? posts[0].date)?.slice(8, 10));
  return new RegExp(`(?<!\\d)${day}(?!\\d)`, 'u').test(sentence);
};

/** A fact with what the posts say of it, where their front matter does not. */
export function withStatedFact(library: Library, fact: Fact, language: Language | undefined): Fact {
  if (fact.about === 'count') {
    const told = talkCountIn(library, fact.sessions, language);
    return told === undefined ? fact : { ...fact, told };
  }
  if ((fact.about !== 'where' && fact.about !== 'who' && fact.about !== 'when') || fact.told !== undefined)
    return fact;
  if (fact.about === 'when' && fact.session !== undefined) return fact;
  const session = fact.session === undefined ? undefined : findSession(library, fact.session);
  if (fact.about === 'who' && (session?.speakers?.length ?? 0) > 0) return fact;
  if (fact.about === 'who' && session === undefined) return fact;
  // Where one session says nothing of the place, another of the same event may.
  const told =
    statedFactIn(library, fact.about, session, language) ??
    (fact.about === 'where'
      ? statedFactIn(library, 'where', undefined, language, session?.posts[0].event)
      : undefined);
  if (
    told === undefined ||
    (fact.about === 'when' && library.sessions.some((one) => isOnDay(one, told.quote)))
  )
    return fact;
  // A sentence that tells both says it all.
  return fact.dated === true && isDated(told.quote)
    ? { about: fact.about, session: fact.session, told }
    : { ...fact, told };
}

/** True where the library holds what a fact is about. */
export function libraryHasFact(library: Library, fact: Fact): boolean {
  const some = (test: (session: Session) => boolean, id: string | undefined): boolean =>
    library.sessions.some((session) => (id === undefined || session.id === id) && test(session));
  switch (fact.about) {
    case 'when':
      return (
        fact.told !== undefined ||
        some(({ posts, starts }) => starts !== undefined || posts[0].date !== undefined, fact.session)
      );
    case 'where':
      return fact.told !== undefined || some(({ room }) => room !== undefined, fact.session);
    case 'who':
      return fact.told !== undefined || some(({ speakers = [] }) => speakers.length > 0, fact.session);
    case 'slides':
    case 'video':
    case 'code': {
      const { about } = fact;
      return some((session) => (session[about]?.length ?? 0) > 0, fact.session);
    }
    case 'newest':
    case 'oldest':
    case 'shortest':
    case 'longest':
      return fact.session !== undefined;
    case 'session':
    case 'recommend':
    case 'list':
    case 'count':
    case 'event':
    case 'bot':
      return true;
  }
}
