import type { Library, Session, Topic } from '#library/model.ts';
import type { AskedIn } from '../../../model.ts';
import { spaced } from '../../../words/spacing.ts';
import { attributesIn } from '../attributes.ts';
import { demandsOf } from '../demandedFacts.ts';
import { marksIn } from '../forms/markedClauses.ts';
import { type Mark, NAME, type Reader, readerOf } from '../forms/marks.ts';
import { lowerCase, READERS, scriptOf } from '../forms/readers.ts';
import { asksWhatItIs } from '../plainQuestion.ts';
import { languageOf } from '../readQuestion.ts';
import { type NamedTopic, renamed, type TopicTable, topicsIn } from '../topicTable.ts';
import { ENGLISH_TALKS } from './englishTalks.ts';
import { JAPANESE_TALKS } from './japaneseTalks.ts';
import { KOREAN_TALKS, RUN_ON } from './koreanTalks.ts';
import type { TalkMark } from './talkMarks.ts';
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

type AnyMark = Mark | TalkMark;
/** Reads the words of questions about talks, then those of questions about a thing. */
const both =
  (talks: Reader<TalkMark>, thing: Reader): Reader<AnyMark> =>
  (text, at) => {
    const told = talks(text, at);
    const asked = told === undefined ? thing(text, at) : undefined;
    // Who uses a thing has not told of it.
    return asked?.mark === 'who' ? { ...asked, mark: 'case' } : (told ?? asked);
  };
const TALK_READERS: Readonly<Record<AskedIn, Reader<AnyMark>>> = {
  ko: both(readerOf(KOREAN_TALKS), READERS.ko),
  en: both(readerOf(ENGLISH_TALKS), READERS.en),
  ja: both(readerOf(JAPANESE_TALKS), READERS.ja),
};

/** What else may be asked of a thing, which is no matter of the talks. */
const OTHER: ReadonlySet<AnyMark> = new Set<AnyMark>([
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
  'can',
  'exists',
  'used',
  'drawback',
  'solves',
  'origin',
  'without',
  'must',
  'case',
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
  const apart = spaced(text).replace(RUN_ON, ' ');
  return readTalks(names, text) ?? (apart === text ? undefined : readTalks(names, apart));
}

function readTalks({ library, topics }: Names, text: string): TalkQuestion | undefined {
  const named = namesIn(topics, text);
  const title = titledIn(library, text);
  const isTitled =
    title !== undefined &&
    (title.isWhole || named.every(({ start, end }) => start > title.start || end < title.end));
  if (isTitled) {
    const masked = lowerCase(`${text.slice(0, title.start)}${NAME}${text.slice(title.end)}`);
    const asks = askedOfTalk(marksOf(masked));
    return asks === undefined ? undefined : { asks, session: title.session, language: languageOf(masked) };
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
  return { asks, topic, language: languageOf(masked) };
}

/** The topics that a text names; beside another one, a word that only asks names none: `search`. */
function namesIn(topics: TopicTable, text: string): readonly NamedTopic[] {
  const named = topicsIn(topics, text);
  if (named.length < 2) return named;
  const lower = lowerCase(text);
  const read = TALK_READERS[scriptOf(text)];
  return named.filter(({ start, end }) => read(lower, start)?.end !== end);
}

const marksOf = (masked: string): readonly AnyMark[] => marksIn(masked, scriptOf(masked), TALK_READERS);

const asksWho = (has: (mark: AnyMark) => boolean): boolean =>
  has('speaker') ||
  (has('who') && has('person')) ||
  ((has('who') || has('person')) && (has('told') || has('did') || has('talk') || has('called')));

function askedOfTalk(marks: readonly AnyMark[]): 'speakers' | 'gist' | undefined {
  const has = (mark: AnyMark): boolean => marks.includes(mark);
  if (has('gist')) return 'gist';
  if (marks.some((mark) => OTHER.has(mark))) return undefined;
  if (asksWho(has)) return 'speakers';
  if (NO_GIST.some(has)) return undefined;
  return GIST.some(has) ? 'gist' : undefined;
}
/** What is asked of a talk that it does not tell itself, and by what it is asked what the talk comes to. */
const NO_GIST: readonly AnyMark[] = ['where', 'who', 'count', 'order', 'called', 'time'];
const GIST: readonly AnyMark[] = ['what', 'tell', 'meaning', 'lost', 'find', 'matter', 'interest'];

function askedOnTopic(marks: readonly AnyMark[], script: AskedIn): AskedOnTopic | undefined {
  const has = (mark: AnyMark): boolean => marks.includes(mark);
  if (marks.some((mark) => OTHER.has(mark))) return undefined;
  if (asksWho(has)) return 'speakers';
  if (has('who') || has('called')) return undefined;
  // `넷마블 발표 어디서 했어`: where it was.
  if (has('where') && has('did') && has('talk') && !has('told')) return undefined;
  const isWhere = WHERE.some(has);
  const asks = WHAT.some(has);
  // What is told of a name stands behind it where verbs end a sentence.
  const isTold = script !== 'en' && marks.lastIndexOf('told') > marks.indexOf('name');
  const isAsked =
    (has('talk') && !has('lost')) ||
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
const BARE: ReadonlySet<AnyMark> = new Set<AnyMark>(['where', 'name', 'frame']);
const WHERE: readonly AnyMark[] = ['where', 'there', 'count', 'order', 'find', 'whether'];
const WHAT: readonly AnyMark[] = ['what', 'tell', 'meaning', 'gist', 'lost'];
