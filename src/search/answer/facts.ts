import { findSession } from '#library/find.ts';
import type { Language, Library, Session } from '#library/model.ts';
import { memoize } from '#library/text/memoize.ts';
import { interpret } from '../find.ts';
import { probeOf } from '../index/names.ts';
import type { Index } from '../index/searchIndex.ts';
import { tokensOf } from '../letters/tokens.ts';
import type { Fact } from '../model.ts';
import { verdictOf } from '../ranking/verdict.ts';
import { koreanStems } from '../words/korean.ts';
import type { Asking } from './kind.ts';
import { toldIn } from './told.ts';

/** Kinds of words in a question about the sessions themselves. */
type Role =
  | 'talk'
  | 'who'
  | 'speaker'
  | 'gave'
  | 'when'
  | 'where'
  | 'slides'
  | 'video'
  | 'code'
  | 'list'
  | 'count'
  | 'summary'
  | 'newest'
  | 'oldest'
  | 'first'
  | 'last'
  | 'shortest'
  | 'longest'
  | 'recommend'
  | 'bot'
  | 'about'
  | 'held'
  | 'event'
  | 'filler';

/** Particles and the copula behind a Korean noun. */
const TAIL =
  '(?:들|은|는|이|가|을|를|의|에|에서|에는|도|만|로|으로|랑|이랑|하고|와|과|나|이나|요|야|이야|예요|에요|이에요|이고|입니까|입니다|인가|인가요|인지|이지|지|죠|였\\S*|이었\\S*|임|이냐|냐|니|좀)*';

/** Words of a role: Korean nouns, with their particles; Korean beginnings of words; English words. */
const words = (nouns: string, beginnings: string, english: string): RegExp =>
  new RegExp(
    `^(?:${[
      nouns === '' ? '' : `(?:${nouns.replaceAll(' ', '|')})${TAIL}`,
      beginnings === '' ? '' : `(?:${beginnings.replaceAll(' ', '|')})[가-힣]{0,5}`,
      english.replaceAll(' ', '|'),
    ]
      .filter((part) => part !== '')
      .join('|')})$`,
    'u',
  );

/** One role a word, the first that fits. */
const ROLES: readonly (readonly [role: Role, word: RegExp])[] = [
  [
    'speaker',
    words(
      '발표자 연사 강연자 강사 스피커 진행자',
      '',
      'speakers? presenters? spoke speak speaks speaking presented presents presenting lecturers?',
    ),
  ],
  ['who', words('', '누가 누구', 'who whose whos')],
  ['when', words('날짜 며칠 일시 일정 몇년 몇년도 년도 연도', '언제', 'when dates? years?')],
  ['where', words('장소', '어디', 'where venue location place')],
  ['slides', words('슬라이드 발표자료 자료 장표 피피티', '', 'ppt pdf slides? deck slidedeck')],
  [
    'video',
    words('영상 동영상 녹화 녹화본 다시보기 유튜브 비디오', '', 'videos? recordings? recorded youtube vod'),
  ],
  ['code', words('예제코드 소스코드 코드 깃허브 깃헙', '', 'github repo repository code source')],
  ['newest', words('최신 최근 새', '새로운 새로나 새로올', 'newest latest recent new recently')],
  ['oldest', words('', '오래된 옛날', 'oldest earliest')],
  ['first', words('첫 처음 첫번째', '', 'first')],
  ['last', words('마지막 끝', '', 'last final')],
  ['shortest', words('', '짧은 짧아 짧', 'shortest short quickest')],
  ['longest', words('긴', '길어 긴', 'longest long')],
  [
    'recommend',
    words(
      '추천 아무거나 랜덤',
      '추천해 추천좀 추천부 추천할 골라 뭐부터 무엇부터',
      'recommend suggest suggestions? random surprise pick',
    ),
  ],
  ['count', words('몇 총 개수 갯수', '몇개 몇편', 'many number')],
  ['list', words('무슨 어떤 목록 리스트 전체 전부 모든', '뭐뭐', 'list which all every')],
  [
    'summary',
    words(
      '요약 정리 내용 줄거리 주제 제목 개요 핵심',
      '요약해 정리해',
      'summary summari[sz]e summaries overview tldr titles? gist contents? recap topic called',
    ),
  ],
  ['bot', words('봇 너 넌 네가 니가 당신 렉턴 도움말 사용법', '', 'bot you your lectern help')],
  [
    'about',
    words(
      '관련',
      '다룬 다루 관한 대한 대해 나온 나오는 얘기한 얘기하 설명한 설명하는 관련된',
      'about covers? covering covered mentions? discuss discusses discussed on',
    ),
  ],
  ['held', words('', '열렸 열린 열려 개최 진행', 'held happen happened took take')],
  [
    'event',
    words(
      '행사 이벤트 콘퍼런스 컨퍼런스 서밋 써밋 밋업 모임 세미나 대회 트랙',
      '',
      'conference event summit meetup seminar track',
    ),
  ],
  ['gave', words('', '', 'gave gives give given')],
  [
    'talk',
    words(
      '세션 강연 강의 토크 글 포스트',
      '발표',
      'sessions? talks? presentations? lectures? posts? articles?',
    ),
  ],
  [
    'filler',
    words(
      '이거 이건 이게 그거 그건 그게 저거 저건 이 그 여기 거기 것 거 이름 사람 회사 분 하나 오늘 이번 그때 당시 대상 기능 개 편 건 가지 번 번째 뭐 뭔 뭘 뭔가 머 무엇 모 나 만 수 다 좀 요 줘 한 함 해 됨 젤 제일 가장 모두 전에 쓸 볼 읽을 들을 할',
      '뭐야 뭐였 뭐더 뭐가 뭐에 뭐예 뭔가 무엇 모야 머야 있나 있어 있는 있음 있을 있었 있니 있죠 있지 있던 없나 없어 없는 없음 없을 했어 했나 했는 했음 했던 했을 했지 했죠 했대 했다 하는 하나 하냐 하던 하면 하지 하죠 하려 한거 할까 할게 할수 해줘 해주 해요 해봐 주세요 알려 보여 말해 궁금 되나 되어 됐어 됐나 였나 였지 였어 였더 이었 인가 인지 볼까 볼만 볼래 읽을까 읽어 들을까 부터 언급 소개 설명',
      'the a an is are was were there this that it its what whats s do does did have has me my i can could for in of at to from with please pls show tell see get find how ones? any some here most top be and name names read should watch today available got go use work made purpose e or',
    ),
  ],
];

const roleOf = memoize((word) => ROLES.find(([, pattern]) => pattern.test(word))?.[0], 4_000, 30);

const NUMBERED = /^(\d{1,4})(?:번째|번|회차|강|편|세션|장)?\S{0,4}$/u;
const ORDINALS = '첫 두 세 네 다섯 여섯 일곱 여덟 아홉 열'.split(' ');
const ENGLISH_ORDINALS = 'first second third fourth fifth sixth seventh eighth ninth tenth'.split(' ');

interface Read {
  readonly roles: ReadonlySet<Role>;
  readonly number: number | undefined;
  /** What is left: what it may be about. */
  readonly rest: readonly string[];
  readonly year: string | undefined;
}

function readWords(text: string): Read {
  const roles = new Set<Role>();
  const rest: string[] = [];
  let number: number | undefined;
  let year: string | undefined;
  const words = text
    .toLowerCase()
    .replaceAll('’', "'")
    .replace(/'s\b/gu, ' s')
    .replace(/#(?=\d)/gu, '')
    .split(/[^\p{L}\p{N}.+/-]+/u)
    .map((word) => word.replace(/^[.\-/]+|[.\-/]+$/gu, ''))
    .filter((word) => word !== '');
  for (const [at, word] of words.entries()) {
    const next = words[at + 1] ?? '';
    const counted = NUMBERED.exec(word);
    const ordinal = ORDINALS.findIndex(
      (one) => word === `${one}번째` || (word === one && next.startsWith('번째')),
    );
    const english = ENGLISH_ORDINALS.indexOf(word.replace(/^(\d+)(?:st|nd|rd|th)$/u, '$1'));
    const suffixed = /^(\d+)(?:st|nd|rd|th)$/u.exec(word)?.[1];
    if (/^(?:19|20)\d\d(?:년\S{0,3})?$/u.test(word)) year = word.slice(0, 4);
    else if (counted !== null && number === undefined) {
      number = Number(counted[1]);
      if (/세션/u.test(word)) roles.add('talk');
    } else if (suffixed !== undefined) number = Number(suffixed);
    else if (ordinal > 0) number = ordinal + 1;
    else if (english > 0) number = english + 1;
    else {
      const role = roleOf(word);
      if (role === undefined) rest.push(word);
      else roles.add(role);
    }
  }
  return { roles, number, rest, year };
}

/** `Seminar 태그`, `tag: seminar`, `tagged seminar`. */
const TAGGED = /(?:\btag(?:ged)?|태그)\s*[:：#]?\s*["“]?([\p{L}\p{N}-]+)|#?([\p{L}\p{N}-]+)\s+태그/u;

/** What facts are read from. */
export interface Known {
  readonly index: Index;
}

/** The fact about the sessions themselves that a question asks for; undefined for all other questions. */
export function factOf({ index }: Known, text: string, asking: Asking): Fact | undefined {
  if (text.length > 120) return undefined;
  const { library } = index;
  const read = readWords(text);
  const { roles, rest, number } = read;
  if (library.sessions.length === 0) return undefined;
  const tag = TAGGED.exec(text.toLowerCase());
  const ofTag = tag === null ? [] : byTag(library, [tag[1] ?? tag[2] ?? '']);
  if (ofTag.length > 0)
    return { about: roles.has('count') ? 'count' : 'list', sessions: ofTag, only: tag?.[1] ?? tag?.[2] };
  const left = withoutEvent(library, rest);
  const has = (role: Role): boolean => roles.has(role);
  if (left.length === 0) return whole(library, read, text, asking);
  const spoken = has('speaker') || ((has('who') || has('gave')) && has('talk'));
  if (left.length > 4 || !(has('talk') || spoken)) return undefined;
  // What is left names a session, or what sessions are about.
  const name = left.join(' ');
  if (spoken && (has('talk') || has('about') || has('who') || has('filler')))
    return ofNamed(index, name, 'who', number);
  if (!has('talk')) return undefined;
  if (has('when') && !has('about')) return ofNamed(index, name, 'when', number);
  if (has('where') && !has('about')) return ofNamed(index, name, 'where', number);
  if (has('slides')) return ofNamed(index, name, 'slides', number);
  if (has('video')) return ofNamed(index, name, 'video', number);
  const tagged = byTag(library, left);
  if (tagged.length > 0) return { about: has('count') ? 'count' : 'list', sessions: tagged, only: name };
  if (has('about') || has('list') || has('count') || has('filler')) {
    const found = sessionsOn(index, left, has('about') || has('count') || has('list'));
    const only = left.map((word) => koreanStems(word)[0] ?? word).join(' ');
    if (found.length > 0) return { about: 'list', sessions: found, only };
  }
  return undefined;
}

/** A question whose every word is about the sessions. */
function whole(
  library: Library,
  { roles, number, year }: Read,
  text: string,
  asking: Asking,
): Fact | undefined {
  const has = (role: Role): boolean => roles.has(role);
  const about = has('talk') || has('event');
  const all = library.sessions.map(({ id }) => id);
  const session = sessionOf(library, roles, number);
  if (number !== undefined && session === undefined) return undefined;
  if (has('bot') && !about && !has('recommend') && number === undefined) return { about: 'bot' };
  if (has('recommend') && !has('where')) return { about: 'recommend', turn: Math.max(0, (number ?? 1) - 1) };
  const asked = about || (session !== undefined && has('summary'));
  if (has('speaker') || (has('who') && (asked || has('gave')))) return { about: 'who', session };
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
  if (has('when')) return { about: 'when', session };
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
    year === undefined
      ? all
      : library.sessions.filter(({ posts: [{ date }] }) => date?.startsWith(year)).map(({ id }) => id);
  const only = year;
  if (has('count') && (about || asking.kinds.includes('number')) && (about || text.length <= 10))
    return { about: 'count', sessions: held, only };
  if (has('talk') && year !== undefined) return { about: 'list', sessions: held, only };
  if (has('event') && !has('talk')) return { about: 'event' };
  if (has('talk') && (has('list') || has('summary') || asking.kinds.includes('list') || has('filler')))
    return { about: 'list', sessions: held, only };
  return undefined;
}

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

/** Words that do not stand in the name of an event or a track. */
function withoutEvent(library: Library, rest: readonly string[]): readonly string[] {
  if (rest.length === 0) return rest;
  const names = eventWords(library);
  return rest.filter((word) => ![word, ...koreanStems(word)].some((form) => names.has(form)));
}

const events = new WeakMap<Library, ReadonlySet<string>>();

function eventWords(library: Library): ReadonlySet<string> {
  const known = events.get(library);
  if (known !== undefined) return known;
  const names = new Set(library.sessions.flatMap(({ posts }) => posts.map(({ event }) => event ?? '')));
  const made = new Set([...names].flatMap((name) => tokensOf(name).map(({ text }) => text)));
  events.set(library, made);
  return made;
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

/** A fact with what the posts say of it, where their front matter does not. */
export function withTold(library: Library, fact: Fact, language: Language | undefined): Fact {
  if (fact.about !== 'where' && fact.about !== 'who') return fact;
  const session = fact.session === undefined ? undefined : findSession(library, fact.session);
  if (fact.about === 'who' && (session?.speakers?.length ?? 0) > 0) return fact;
  if (fact.about === 'who' && session === undefined) return fact;
  // Where one session says nothing of the place, another of the same event may.
  const told =
    toldIn(library, fact.about, session, language) ??
    (fact.about === 'where'
      ? toldIn(library, 'where', undefined, language, session?.posts[0].event)
      : undefined);
  return told === undefined ? fact : { ...fact, told };
}

/** True where the library holds what a fact is about. */
export function isKnown(library: Library, fact: Fact): boolean {
  const some = (test: (session: Session) => boolean, id: string | undefined): boolean =>
    library.sessions.some((session) => (id === undefined || session.id === id) && test(session));
  switch (fact.about) {
    case 'when':
      return some(({ posts, starts }) => starts !== undefined || posts[0].date !== undefined, fact.session);
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
    default:
      return true;
  }
}
