import type { Library } from '#library/model.ts';
import type { Fact, SessionFact, TalkFact } from '../../model.ts';
import { bears, type Rules, ruleFor } from '../question/forms/marks.ts';
import type { Asking } from '../question/readQuestion.ts';
import type { FactQuestion } from './reading/factWords.ts';
import { type Follows, type Known, signsOf } from './reading/signs.ts';
import { byDate, byLength, isOfYear, sessionAt } from './sessionsBy.ts';

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

/** Signs that follow from others, in this order: that the sessions are asked of, that something is asked, that the list is. */
const FOLLOWS: Follows = [
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
  ['author', bears('author -count|track|newest|oldest|~which-event', 'author who -count|track')],
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
  read: FactQuestion,
  text: string,
  asking: Asking,
  among: readonly string[] = library.sessions.map(({ id }) => id),
): Fact | undefined {
  const { roles, number, year } = read;
  const session = sessionAt(library, roles, number);
  const held =
    year === undefined ? among : library.sessions.filter((one) => isOfYear(year, one)).map(({ id }) => id);
  const known: Known = [
    ['#one', session !== undefined],
    ['#some', held.length > 0 && held.length < among.length],
  ];
  const signs = signsOf(read, text, asking, known, FOLLOWS);
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
