import type { Library, Session } from '#library/model.ts';
import type { Fact } from '../../model.ts';
import type { Asking } from '../question/readQuestion.ts';
import type { Role } from './reading/factRoles.ts';
import type { FactQuestion } from './reading/factWords.ts';

/** The way to use what is named before it, unless that is the bot. */
const USE_OF_OTHER =
  /^(?!(?:(?:이|이거|이것|이건|여기|너|넌|네|니|봇|렉턴|챗봇|그냥|혹시|저기|전체|기본|간단한?|lectern|bot|디스코드|명령어|기능)[은는이가의을를도]?\s+)*(?:사용법|도움말))\s*\S.*\s(?:사용법|도움말)/iu;

/** A question whose every word is about the sessions. @param among the ids of those of the event that it names */
export function wholeFact(
  library: Library,
  { roles, number, year }: FactQuestion,
  text: string,
  asking: Asking,
  among: readonly string[] = library.sessions.map(({ id }) => id),
): Fact | undefined {
  const has = (role: Role): boolean => roles.has(role);
  const about = has('talk') || has('event') || has('track');
  const isBare = (...only: readonly Role[]): boolean =>
    [...roles].every((role) => role === 'filler' || only.includes(role));
  const session = sessionAt(library, roles, number);
  if ((number !== undefined && session === undefined) || has('duration')) return undefined;
  // `was this in 2018?`
  if (year !== undefined && !has('talk') && !has('list') && OF_YEAR.test(text))
    return { about: 'when', session: undefined };
  // `유튜브 사용법`, `소개팅 사용법` asks for the way to use something else.
  const other = has('video') || has('code') || has('slides') || USE_OF_OTHER.test(text);
  const ofTalks = has('speaker') || has('alone') || has('held');
  if (has('bot') && !about && !other && !ofTalks && !has('recommend') && number === undefined)
    return { about: 'bot' };
  if (has('recommend') && !has('where') && !has('online'))
    return { about: 'recommend', turn: Math.max(0, (number ?? 1) - 1) };
  const asked =
    about ||
    (session !== undefined &&
      (has('summary') ||
        has('who') ||
        has('company') ||
        (isBare('about', 'first', 'last', 'list') && (has('about') || has('list') || ONE.test(text)))));
  const isOfAge = (has('newest') || has('oldest')) && !has('who');
  if (has('author') && !has('count') && !has('track') && !isOfAge) return { about: 'author', session };
  if (has('speaker') || ((has('who') || has('company')) && (asked || has('gave') || APPEARED.test(text))))
    return { about: 'who', session: session ?? (among.length === 1 ? among[0] : undefined) };
  const asks =
    asking.kinds.length > 0 ||
    ((about || has('held')) && (has('when') || has('where'))) ||
    has('filler') ||
    has('talk') ||
    has('alone') ||
    has('program') ||
    (about && roles.size > 1) ||
    number !== undefined ||
    /[?？]\s*$/u.test(text);
  if (!asks) return undefined;
  if (has('slides')) return { about: 'slides', session };
  if (has('video')) return { about: 'video', session };
  if (has('code') && asked) return { about: 'code', session };
  if (has('when') && has('where'))
    return {
      about: 'several',
      parts: [
        { about: 'when', session },
        { about: 'where', session },
      ],
    };
  if (has('when')) return { about: 'when', session };
  if (has('online') && !has('where'))
    return (asked || has('held') || isBare('online')) &&
      (asking.kinds.includes('yesno') || /[?？]\s*$/u.test(text))
      ? { about: 'where', session }
      : undefined;
  if (has('where') && (asked || has('held') || has('filler') || has('alone') || text.length < 12))
    return { about: 'where', session };
  if (has('shortest') && asked && number === undefined)
    return { about: 'shortest', session: byLength(library, 1) };
  if (has('longest') && asked && number === undefined)
    return { about: 'longest', session: byLength(library, -1) };
  if (has('newest') && asked) return { about: 'newest', session: byDate(library, -1) };
  if (has('oldest') && asked) return { about: 'oldest', session: byDate(library, 1) };
  if (session !== undefined && asked) return { about: 'session', session };
  const held =
    year === undefined ? among : library.sessions.filter((one) => isOf(year, one)).map(({ id }) => id);
  const some = held.length > 0 && held.length < among.length;
  const only = year;
  if (has('track') && has('count') && !has('talk')) return undefined;
  if (has('track') && !has('count') && !(has('talk') && has('list'))) return { about: 'event' };
  if (
    has('count') &&
    (about || asking.kinds.includes('number')) &&
    (about || text.length <= 10 || isBare('count'))
  )
    return { about: 'count', sessions: held, only };
  if (year !== undefined && (has('talk') || (has('event') && some)))
    return { about: 'list', sessions: held, only };
  const isAgenda =
    has('list') &&
    (has('alone') || has('program') || has('held') || (has('whole') && isBare('list', 'whole')));
  const titles = has('summary') && isBare('summary', 'list') && TITLES.test(text);
  if (WHICH_EVENT.test(text) || (has('event') && !has('talk') && !isAgenda)) return { about: 'event' };
  if (isAgenda || titles || ALL.test(text)) return { about: 'list', sessions: held, only };
  const isOther = asking.kinds.some((kind) => kind === 'how' || kind === 'why');
  if (isOther && !has('list') && !has('summary')) return undefined;
  if (has('about') && !has('talk') && asking.kinds.includes('list') && SAID.test(text))
    return { about: 'list', sessions: held, only };
  if (
    has('talk') &&
    (has('list') || has('summary') || asking.kinds.includes('list') || has('filler') || isBare('talk'))
  )
    return { about: 'list', sessions: held, only };
  return undefined;
}

/** `어떤 행사 후기인가요`. */
export const WHICH_EVENT =
  /(?:무슨|어떤|어느|뭔)\s?(?:행사|이벤트|콘퍼런스|컨퍼런스|밋업|모임|세미나|서밋)|\b(?:what|which) (?:event|conference|meetup|summit|seminar)\b|(?:何の|どの)(?:イベント|カンファレンス)/iu;
/** `읽을거 뭐 있음`, `list them all`. */
const ALL =
  /(?:읽|볼|들)을?\s?(?:수\s?있는\s?)?(?:거|것|게|만한\s?(?:거|것|게))\S{0,2}\s(?:뭐|뭘|있)|(?:뭐|뭘|무엇을)\s(?:볼|읽을|들을)\s?수\s?있|뭐뭐\s?[했하]|무슨\s순서|(?:여기|이곳)\S{0,2}\s(?:뭐|뭘|무엇|뭔가)|목록|리스트|\blist (?:'?em|them|all|everything)\b|\bwhat(?:'s| is| can (?:i|we) (?:read|see|find|watch)| is there)\b.*\b(?:here|available)\b|一覧/iu;

/** `이거 2018년에 한 거 맞아?`, `was this in 2018?` */
const OF_YEAR = /맞|한\s?[거것]|열렸|\b(?:was|is) (?:it|this|that)\b/iu;
/** `두 번째 거`, `3번은?`, `the sixth one`. */
const ONE = /번째|째|\d\s?번|[#＃]\d|\b(?:one|number|no)\b/iu;
/** `누가 나왔어`, `who appeared`. */
const APPEARED =
  /나[와왔옴오온]|왔|말[했한]|얘기[했한]|떠들|진행|섰|등장|출연|참여|\b(?:appear(?:ed)?|came|featured?|was there|were there)\b/iu;
/** `제목만 쭉`. */
const TITLES = /제목|타이틀|\btitles\b|タイトル/iu;
/** `무슨 얘기들 했음`: what was said there is the talks. */
const SAID = /했|하[던였]|나[왔온옴]|다[뤘룬]|\b(?:did|was|were)\b/u;

/** True for a session of a year: by its date, else by the folder that it stands in. */
const isOf = (year: string, { posts: [{ date, file }] }: Session): boolean =>
  date?.startsWith(year) ?? file.split('/').includes(year);

/** The sessions of which events were in a year: by the years that they are called by, else by dates. */
export function editionOf(sessions: readonly Session[], year: string): readonly Session[] {
  const named = sessions.map((session) => [session, yearNamed(session)] as const);
  const isCalled = named.some(([, one]) => one !== undefined);
  return named.flatMap(([session, one]) =>
    (isCalled ? one === year : isOf(year, session)) ? [session] : [],
  );
}
const yearNamed = ({ posts: [{ event, fullTitle }] }: Session): string | undefined =>
  YEAR.exec(event ?? '')?.[0] ?? YEAR.exec(fullTitle)?.[0];
const YEAR = /(?:19|20)\d\d/u;

/** The id of the session with a number, or at a place in the list. */
export function sessionAt(
  library: Library,
  roles: ReadonlySet<Role>,
  number: number | undefined,
): string | undefined {
  const { sessions } = library;
  if (number !== undefined && number < 0) return sessions.at(number)?.id;
  if (number !== undefined) {
    const numbered = sessions.filter((session) => session.number === number);
    if (numbered.length > 0) return numbered[0]?.id;
    // Where some have no number, those that have one must stand in its place.
    const isInPlace = sessions.every((session, at) => (session.number ?? at + 1) === at + 1);
    return isInPlace ? sessions[number - 1]?.id : undefined;
  }
  // From the first to the last.
  if (roles.has('first') && roles.has('last')) return undefined;
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
