import { lazy } from '#library/compute/lazy.ts';
import type { Library, Session, Topic } from '#library/model.ts';
import { tokensOf } from '../../../letters/tokens.ts';
import type { AskedIn } from '../../../model.ts';
import { lexemeOf } from '../../../words/lexeme.ts';
import { spaced } from '../../../words/spacing.ts';
import { verbsOf } from '../../../words/verbs.ts';
import { isFiller } from '../../../words/wordClass.ts';
import { attributesIn } from '../attributes.ts';
import { demandsOf } from '../demandedFacts.ts';
import { marksIn } from '../forms/markedClauses.ts';
import { firstOf, markedWords, OF_TALKS } from '../forms/markedWords.ts';
import { type Mark, NAME } from '../forms/marks.ts';
import { lowerCase, scriptOf } from '../forms/written.ts';
import { asksWhatItIs } from '../forms/whatItIs.ts';
import { languageOf } from '../readQuestion.ts';
import { type NamedTopic, renamed, type TopicTable, topicsIn } from '../topicTable.ts';
import { titledIn } from './titles.ts';

/** The talks on a topic; how many there are; which ones by their numbers; who gave them; what the one on it comes to. */
type AskedOnTopic = 'talks' | 'count' | 'which' | 'speakers' | 'gist';

/** A question for talks, or for what a talk comes to, that names one topic or one session and for the rest only asks. */
export type TalkQuestion = { readonly language: AskedIn | undefined } & (
  | {
      readonly asks: AskedOnTopic;
      readonly topic: Topic;
    }
  | { readonly asks: 'speakers' | 'gist'; readonly session: Session }
);

/** Longer questions tell of something; UTF-16 units. */
const LONGEST = 200;

/** The same, and words that no list knows, where they neither name nor demand something. */
const LENIENT = lazy(() => ({ ...OF_TALKS(), ko: firstOf(OF_TALKS().ko, passedOver) }));
const KOREAN_WORD = /[가-힣]+/uy;
/** What a verb ends in before a noun. */
const BEFORE_NOUN = /[는던한된할될린진킨친든]$/u;
/** That something is not so. */
const NEGATIVE = /^(?:없|아닌|아니|않|빼|제외|말고)/u;

function passedOver(text: string, at: number): { readonly mark: Mark; readonly end: number } | undefined {
  KOREAN_WORD.lastIndex = at;
  const [word] = KOREAN_WORD.exec(text) ?? [];
  const [token] = word === undefined ? [] : tokensOf(word);
  if (word === undefined || token === undefined || NEGATIVE.test(word)) return undefined;
  const { wordClass } = lexemeOf(token);
  const end = at + word.length;
  if (wordClass === 'asking' && (isFiller(word) || verbsOf(word).length > 0)) return { mark: 'frame', end };
  const isAside =
    wordClass === 'asking' || wordClass === 'everyday' || wordClass === 'plain' || BEFORE_NOUN.test(word);
  return isAside && wordClass !== 'demanding' ? { mark: 'aside', end } : undefined;
}

/** What else may be asked of a thing, which is no matter of the talks. */
const OTHER: ReadonlySet<Mark> = new Set<Mark>([
  'fate',
  'advantage',
  'good',
  'why',
  'how',
  'when',
  'release',
  'ending',
  'amount',
  'usage',
  'workings',
  'works',
  'feature',
  'exists',
  'used',
  'drawback',
  'solves',
  'origin',
  'without',
  'must',
  'case',
  'who',
  'setting',
  'made',
  'part',
  'sorts',
  'step',
  'each',
]);

/** What names topics and sessions. */
interface Names {
  readonly library: Library;
  readonly topics: TopicTable;
}

/** Reads a question about the talks that names one topic or one session; undefined for any other. */
export function talkQuestion(names: Names, typed: string): TalkQuestion | undefined {
  const text = typed.trim();
  if (text.length > LONGEST) return undefined;
  const apart = spaced(text).replace(runOn(), ' ');
  return readTalks(names, text) ?? (apart === text ? undefined : readTalks(names, apart));
}

/** Between what is said of the talks and the word for them: `나오는세션`. */
const runOn = lazy(
  () =>
    new RegExp(
      `(?<=관련|언급|추천|[는던한된룬온])(?=${markedWords('ko-talks').classes.get('TALK')}|있[음나어냐])|(?<=[가-힣])(?=관련|나오는|나온|다루는|다룬|세션|발표)`,
      'gu',
    ),
);

function readTalks({ library, topics }: Names, text: string): TalkQuestion | undefined {
  const named = namesIn(topics, text);
  const title = titledIn(library, text);
  const isTitled =
    title !== undefined &&
    (title.isWhole || named.every(({ start, end }) => start > title.start || end < title.end));
  if (isTitled) {
    const masked = lowerCase(`${text.slice(0, title.start)}${NAME}${text.slice(title.end)}`);
    const asks = askedOfTalk(marksOf(masked));
    return asks === undefined ? undefined : { asks, session: title.session, language: languageIn(masked) };
  }
  const topic = named[0]?.topic;
  if (topic === undefined || named.some((one) => one.topic !== topic)) return undefined;
  const masked = lowerCase(renamed(text, named, NAME));
  const marks = marksOf(masked);
  const asks = askedOnTopic(marks, scriptOf(masked));
  if (
    asks === undefined ||
    demandsOf(text).length > 0 ||
    attributesIn(masked).length > 0 ||
    asksWhatItIs(masked, scriptOf(masked))
  )
    return undefined;
  return { asks, topic, language: languageIn(masked) };
}

/** The topics that a text names; beside another one, a word that only asks names none: `search`. */
function namesIn(topics: TopicTable, text: string): readonly NamedTopic[] {
  const named = topicsIn(topics, text);
  if (named.length < 2) return named;
  const lower = lowerCase(text);
  const read = OF_TALKS()[scriptOf(text)];
  return named.filter(({ start, end }) => read(lower, start)?.end !== end);
}

function marksOf(masked: string): readonly Mark[] {
  const script = scriptOf(masked);
  const marks = marksIn(masked, script, OF_TALKS);
  if (marks.length > 0 || script !== 'ko') return marks;
  const some = marksIn(masked, script, LENIENT);
  return isOfTalks(some) ? some : [];
}

const NOT_BEHIND: ReadonlySet<Mark> = new Set<Mark>(['aside', 'lost', 'meaning']);
/** True where talks are what is asked for: behind them stands nothing that asks for anything else. */
function isOfTalks(marks: readonly Mark[]): boolean {
  const last = marks.lastIndexOf('talk');
  return last >= 0 && marks.slice(last).every((mark) => !NOT_BEHIND.has(mark) && !OTHER.has(mark));
}

/** A name alone is in no language. */
const languageIn = (masked: string): AskedIn | undefined =>
  languageOf(masked) ?? (/[가-힣]/u.test(masked) ? 'ko' : undefined);

const asksWho = (has: (mark: Mark) => boolean): boolean =>
  has('speaker') ||
  (has('teller') && has('person')) ||
  ((has('teller') || has('person')) && (has('told') || has('did') || has('talk') || has('called')));

function askedOfTalk(marks: readonly Mark[]): 'speakers' | 'gist' | undefined {
  const has = (mark: Mark): boolean => marks.includes(mark);
  if (has('gist')) return 'gist';
  if (marks.some((mark) => OTHER.has(mark))) return undefined;
  if (asksWho(has)) return 'speakers';
  if (NO_GIST.some(has)) return undefined;
  return GIST.some(has) ? 'gist' : undefined;
}
/** What is asked of a talk that it does not tell itself, and by what it is asked what the talk comes to. */
const NO_GIST: readonly Mark[] = ['where', 'teller', 'count', 'order', 'called', 'time'];
const GIST: readonly Mark[] = ['what', 'tell', 'meaning', 'lost', 'find', 'matter', 'interest'];

function askedOnTopic(marks: readonly Mark[], script: AskedIn): AskedOnTopic | undefined {
  const has = (mark: Mark): boolean => marks.includes(mark);
  const isOfThem = script === 'ko' && isOfTalks(marks) && !has('without');
  if (!isOfThem && marks.some((mark) => OTHER.has(mark))) return undefined;
  // `얘기한 분 세션`: the talk of who spoke of it.
  const isTalk = isOfThem && WHO.every((mark) => marks.lastIndexOf(mark) < marks.lastIndexOf('talk'));
  if (asksWho(has) && !isTalk) return 'speakers';
  if (!isTalk && (has('teller') || has('called'))) return undefined;
  // `넷마블 발표 어디서 했어`: where it was.
  if (has('where') && has('did') && has('talk') && !has('told')) return undefined;
  const isWhere = WHERE.some(has);
  const asks = WHAT.some(has);
  // What is told of a name stands behind it where verbs end a sentence.
  const isTold = script !== 'en' && marks.lastIndexOf('told') > marks.indexOf('name');
  const isAsked =
    (has('talk') && (isOfThem || !has('lost'))) ||
    (has('order') && !asks && !has('time')) ||
    (isTold && !has('time') && !asks) ||
    (has('told') && isWhere && !has('time')) ||
    (has('there') && !has('time') && (!asks || has('matter'))) ||
    (has('where') && (has('seen') || has('matter')) && !has('time') && !asks) ||
    (has('find') && !asks) ||
    (has('where') && marks.every((mark) => BARE.has(mark)));
  // `how many BigQuery are there`: of things, and not of talks.
  if (!isAsked || (has('count') && !has('talk') && !has('told') && !has('seen'))) return undefined;
  if (has('talk') && marks.lastIndexOf('gist') > marks.lastIndexOf('talk')) return 'gist';
  return has('order') ? 'which' : has('count') ? 'count' : 'talks';
}
/** `빅쿼리 어디?` */
const BARE: ReadonlySet<Mark> = new Set<Mark>(['where', 'name', 'frame']);
const WHO: readonly Mark[] = ['teller', 'person', 'speaker', 'called', 'told', 'did'];
const WHERE: readonly Mark[] = ['where', 'there', 'count', 'order', 'find', 'whether'];
const WHAT: readonly Mark[] = ['what', 'tell', 'meaning', 'gist', 'lost'];
