import type { Library, Session } from '#library/model.ts';
import type { Fact, SessionFact, TalkFact } from '../../model.ts';
import { bears, type Condition, type Rules, ruleFor } from '../question/forms/marks.ts';
import type { Asking } from '../question/readQuestion.ts';
import type { Role } from './reading/factRoles.ts';
import type { FactQuestion } from './reading/factWords.ts';

/** `어떤 행사 후기인가요`. */
export const WHICH_EVENT =
  /(?:무슨|어떤|어느|뭔)\s?(?:행사|이벤트|콘퍼런스|컨퍼런스|밋업|모임|세미나|서밋)|\b(?:what|which) (?:event|conference|meetup|summit|seminar)\b|(?:何の|どの)(?:イベント|カンファレンス)/iu;

/** What is asked by a question whose every word is about the sessions. */
type Whole =
  | SessionFact['about']
  | TalkFact['about']
  | 'bot'
  | 'event'
  | 'recommend'
  | 'count'
  | 'list'
  /** When and where it was; whether it was in a year. */
  | 'held'
  | 'of-year';

/** What the text of such a question says: signs beside the roles of its words. */
const SAYS: readonly (readonly [sign: string, text: RegExp])[] = [
  ['~asks', /[?？]\s*$/u],
  ['~short', /^.{1,11}$/su],
  ['~brief', /^.{1,10}$/su],
  // `이거 2018년에 한 거 맞아?`, `was this in 2018?`
  ['~of-year', /맞|한\s?[거것]|열렸|\b(?:was|is) (?:it|this|that)\b/iu],
  // The way to use what is named before it, unless that is the bot.
  [
    '~of-other',
    /^(?!(?:(?:이|이거|이것|이건|여기|너|넌|네|니|봇|렉턴|챗봇|그냥|혹시|저기|전체|기본|간단한?|lectern|bot|디스코드|명령어|기능)[은는이가의을를도]?\s+)*(?:사용법|도움말))\s*\S.*\s(?:사용법|도움말)/iu,
  ],
  // `두 번째 거`, `3번은?`, `the sixth one`.
  ['~one', /번째|째|\d\s?번|[#＃]\d|\b(?:one|number|no)\b/iu],
  // `누가 나왔어`, `who appeared`.
  [
    '~appeared',
    /나[와왔옴오온]|왔|말[했한]|얘기[했한]|떠들|진행|섰|등장|출연|참여|\b(?:appear(?:ed)?|came|featured?|was there|were there)\b/iu,
  ],
  // `제목만 쭉`.
  ['~titles', /제목|타이틀|\btitles\b|タイトル/iu],
  // `무슨 얘기들 했음`: what was said there is the talks.
  ['~said', /했|하[던였]|나[왔온옴]|다[뤘룬]|\b(?:did|was|were)\b/u],
  ['~which-event', WHICH_EVENT],
  // `읽을거 뭐 있음`, `list them all`.
  [
    '~all',
    /(?:읽|볼|들)을?\s?(?:수\s?있는\s?)?(?:거|것|게|만한\s?(?:거|것|게))\S{0,2}\s(?:뭐|뭘|있)|(?:뭐|뭘|무엇을)\s(?:볼|읽을|들을)\s?수\s?있|뭐뭐\s?[했하]|무슨\s순서|(?:여기|이곳)\S{0,2}\s(?:뭐|뭘|무엇|뭔가)|목록|리스트|\blist (?:'?em|them|all|everything)\b|\bwhat(?:'s| is| can (?:i|we) (?:read|see|find|watch)| is there)\b.*\b(?:here|available)\b|一覧/iu,
  ],
];

/** Signs that follow from others, in this order: that the sessions are asked of, that something is asked, that the list is. */
const FOLLOWS: readonly (readonly [sign: string, condition: Condition<string>])[] = [
  [
    '#asked',
    bears('talk|event|track', '#one summary|who|company', '#one about|list|~one =about|first|last|list'),
  ],
  [
    '#asks',
    bears(
      '?any|~asks|#number|filler|talk|alone|program',
      'event|track|held when|where',
      'event|track #several',
    ),
  ],
  ['#agenda', bears('list alone|program|held', 'list whole =list|whole')],
];

/** What is asked where a question has certain signs. */
const ASKED: Rules<Whole, string> = [
  [undefined, bears('duration', '#number -#one')],
  ['of-year', bears('#year ~of-year -talk|list')],
  // `유튜브 사용법`, `소개팅 사용법` asks for the way to use something else.
  ['bot', bears('bot -talk|event|track|video|code|slides|~of-other|speaker|alone|held|recommend|#number')],
  ['recommend', bears('recommend -where|online')],
  ['author', bears('author -count|track|newest|oldest', 'author who -count|track')],
  ['who', bears('speaker', 'who|company #asked|gave|~appeared')],
  [undefined, bears('-#asks')],
  ['slides', bears('slides')],
  ['video', bears('video')],
  ['code', bears('code #asked')],
  ['held', bears('when where')],
  ['when', bears('when')],
  ['where', bears('online -where #asked|held ?yesno|~asks', 'online =online ?yesno|~asks')],
  [undefined, bears('online -where')],
  ['where', bears('where #asked|held|filler|alone|~short')],
  ['shortest', bears('shortest #asked -#number')],
  ['longest', bears('longest #asked -#number')],
  ['newest', bears('newest #asked')],
  ['oldest', bears('oldest #asked')],
  ['session', bears('#one #asked')],
  [undefined, bears('track count -talk')],
  ['event', bears('track -count|talk', 'track -count|list')],
  ['count', bears('count talk|event|track', 'count ?number ~brief', 'count ?number =count')],
  ['list', bears('#year talk', '#year event #some')],
  ['event', bears('~which-event', 'event -talk|#agenda')],
  ['list', bears('#agenda', 'summary ~titles =summary|list', '~all')],
  [undefined, bears('?how|?why -list|summary')],
  ['list', bears('about ?list ~said -talk', 'talk list|summary|?list|filler', 'talk =talk')],
];

/** A question whose every word is about the sessions. @param among the ids of those of the event that it names */
export function wholeFact(
  library: Library,
  { roles, number, year }: FactQuestion,
  text: string,
  { kinds }: Asking,
  among: readonly string[] = library.sessions.map(({ id }) => id),
): Fact | undefined {
  const session = sessionAt(library, roles, number);
  const held =
    year === undefined ? among : library.sessions.filter((one) => isOf(year, one)).map(({ id }) => id);
  const known: readonly (readonly [sign: string, isSo: boolean])[] = [
    ['#one', session !== undefined],
    ['#number', number !== undefined],
    ['#year', year !== undefined],
    ['#some', held.length > 0 && held.length < among.length],
    ['#several', roles.size > 1],
    ['?any', kinds.length > 0],
  ];
  const signs = new Set<string>([
    ...roles,
    ...kinds.map((kind) => `?${kind}`),
    ...known.flatMap(([sign, isSo]) => (isSo ? [sign] : [])),
    ...SAYS.flatMap(([sign, pattern]) => (pattern.test(text) ? [sign] : [])),
  ]);
  for (const [sign, isMet] of FOLLOWS) if (isMet(signs)) signs.add(sign);
  const [asked] = ruleFor(ASKED, signs) ?? [];
  switch (asked) {
    case 'of-year':
      return { about: 'when', session: undefined };
    case 'held':
      return { about: 'several', parts: (['when', 'where'] as const).map((about) => ({ about, session })) };
    case 'who':
      return { about: 'who', session: session ?? (among.length === 1 ? among[0] : undefined) };
    case 'bot':
    case 'event':
      return { about: asked };
    case 'recommend':
      return { about: asked, turn: Math.max(0, (number ?? 1) - 1) };
    case 'count':
    case 'list':
      return { about: asked, sessions: held, only: year };
    case 'newest':
    case 'oldest':
      return { about: asked, session: byDate(library, asked === 'newest' ? -1 : 1) };
    case 'shortest':
    case 'longest':
      return { about: asked, session: byLength(library, asked === 'longest' ? -1 : 1) };
    case undefined:
      return undefined;
    default:
      return { about: asked, session };
  }
}

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
