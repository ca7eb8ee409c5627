import { lazy } from '#library/compute/lazy.ts';
import type { Library, Session, Topic } from '#library/model.ts';
import { tokensOf } from '../../../letters/tokens.ts';
import type { AskedIn } from '../../../model.ts';
import { lexemeOf } from '../../../words/lexeme.ts';
import { spaced } from '../../../words/spacing.ts';
import { verbsOf } from '../../../words/verbs.ts';
import { isFiller, type WordClass } from '../../../words/wordClass.ts';
import { attributesIn } from '../attributes.ts';
import { demandsOf } from '../demandedFacts.ts';
import { marksIn } from '../forms/markedClauses.ts';
import { firstOf, markedWords, OF_TALKS } from '../forms/markedWords.ts';
import {
  bears,
  type Condition,
  MARKS,
  type Mark,
  NAME,
  type Reader,
  type Rules,
  ruleFor,
} from '../forms/marks.ts';
import { asksWhatItIs } from '../forms/whatItIs.ts';
import { lowerCase, scriptOf } from '../forms/written.ts';
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
const ASIDE: ReadonlySet<WordClass> = new Set<WordClass>(['asking', 'everyday', 'plain']);

function passedOver(text: string, at: number): ReturnType<Reader> {
  KOREAN_WORD.lastIndex = at;
  const [word = ''] = KOREAN_WORD.exec(text) ?? [];
  const [token] = tokensOf(word);
  if (token === undefined || NEGATIVE.test(word)) return undefined;
  const { wordClass } = lexemeOf(token);
  const end = at + word.length;
  if (wordClass === 'asking' && (isFiller(word) || verbsOf(word).length > 0)) return { mark: 'frame', end };
  const isAside = ASIDE.has(wordClass) || (BEFORE_NOUN.test(word) && wordClass !== 'demanding');
  return isAside ? { mark: 'aside', end } : undefined;
}

/** What else is asked of a thing, which is no matter of the talks. */
const OTHER: Condition = (marks) => [...marks].some((mark) => MARKS[mark] === 'thing');

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
    const [asks] = ruleFor(OF_TALK, new Set(marksOf(masked))) ?? [];
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

const NOT_BEHIND = bears('aside|lost|meaning');
/** True where talks are what is asked for: behind them stands nothing that asks for anything else. */
function isOfTalks(marks: readonly Mark[]): boolean {
  const last = marks.lastIndexOf('talk');
  const behind = new Set(marks.slice(last));
  return last >= 0 && !NOT_BEHIND(behind) && !OTHER(behind);
}

/** A name alone is in no language. */
const languageIn = (masked: string): AskedIn | undefined =>
  languageOf(masked) ?? (/[가-힣]/u.test(masked) ? 'ko' : undefined);

const WHO = bears('speaker', 'teller person', 'teller|person told|did|talk|called');

/** What is asked of a talk by its title. */
const OF_TALK: Rules<'speakers' | 'gist'> = [
  ['gist', bears('gist')],
  [undefined, OTHER],
  ['speakers', WHO],
  // What it does not tell itself.
  [undefined, bears('where|teller|count|order|called|time')],
  ['gist', bears('what|tell|meaning|lost|find|matter|interest')],
];

/** That talks are looked for, and not what is told of the topic. */
const LOOKED_FOR = bears(
  'talk -lost',
  'told where|there|count|order|find|whether -time',
  'there matter -time',
  'there|order -what|tell|meaning|gist|lost|time',
  'where seen|matter -what|tell|meaning|gist|lost|time',
  'find -what|tell|meaning|gist|lost',
);
const TOLD_BEHIND = bears('told -what|tell|meaning|gist|lost|time');
/** `빅쿼리 어디?` */
const BARE: ReadonlySet<Mark> = new Set<Mark>(['where', 'name', 'frame']);
/** `넷마블 발표 어디서 했어`: where it was. */
const HELD = bears('where did talk -told');
/** `how many BigQuery are there`: of things, and not of talks. */
const COUNTED = bears('count -talk|told|seen');
const OF_TELLER: readonly Mark[] = ['teller', 'person', 'speaker', 'called', 'told', 'did'];

function askedOnTopic(borne: readonly Mark[], script: AskedIn): AskedOnTopic | undefined {
  const marks: ReadonlySet<Mark> = new Set(borne);
  const isOfThem = script === 'ko' && isOfTalks(borne) && !marks.has('without');
  if (!isOfThem && OTHER(marks)) return undefined;
  // `얘기한 분 세션`: the talk of who spoke of it.
  const last = borne.lastIndexOf('talk');
  const isTalk = isOfThem && OF_TELLER.every((mark) => borne.lastIndexOf(mark) < last);
  if (!isTalk && WHO(marks)) return 'speakers';
  if ((!isTalk && NAMES_TELLER(marks)) || HELD(marks) || COUNTED(marks)) return undefined;
  // What is told of a name stands behind it where verbs end a sentence.
  const isTold = script !== 'en' && TOLD_BEHIND(marks) && borne.lastIndexOf('told') > borne.indexOf('name');
  const isBare = marks.has('where') && marks.isSubsetOf(BARE);
  if (!isOfThem && !isTold && !isBare && !LOOKED_FOR(marks)) return undefined;
  if (last >= 0 && borne.lastIndexOf('gist') > last) return 'gist';
  return marks.has('order') ? 'which' : marks.has('count') ? 'count' : 'talks';
}
const NAMES_TELLER = bears('teller|called');
