import type { Topic } from '#library/model.ts';
import { tokensOf } from '../../letters/tokens.ts';
import type { AskedIn } from '../../model.ts';
import { isConcept } from '../../words/concepts.ts';
import { lexemeOf } from '../../words/lexeme.ts';
import { spaced } from '../../words/spacing.ts';
import type { WordClass } from '../../words/wordClass.ts';
import { THINGS } from '../../words/wordClass.ts';
import { withoutParticles } from '../../words/words.ts';
import { demandsOf } from './demandedFacts.ts';
import { MATTERS, marksIn, unmarkedIn } from './forms/markedClauses.ts';
import { OF_THING } from './forms/markedWords.ts';
import { type Mark, NAME } from './forms/marks.ts';
import { type AskedOfName, PLAIN_FORMS } from './forms/plainForms.ts';
import { lowerCase, scriptOf } from './forms/written.ts';
import { nameIn } from './nameIn.ts';
import { languageOf } from './readQuestion.ts';
import { renamed, type TopicTable, topicsIn } from './topicTable.ts';

/** A question that names one thing and asks something of it, in the plainest words. */
export interface PlainForm {
  readonly asks: AskedOfName;
  readonly language: AskedIn;
  /** `BigQuery 뭐야?` for `왕초보용으로 BigQuery 개념 좀 잡아줘`; behind it the same for texts that tell it in other words. */
  readonly forms: readonly string[];
}

/** The same of a topic. */
export interface PlainQuestion extends PlainForm {
  readonly topic: Topic;
}

/** Longer questions tell of something; UTF-16 units. */
const LONGEST = 160;

/**
 * Reads a question that names one topic and for the rest only asks; undefined for any other.
 * @param given the language of who asks, where the question is in none: `BigQuery tl;dr`.
 */
export function plainQuestion(topics: TopicTable, typed: string, given?: string): PlainQuestion | undefined {
  const text = typed.trim();
  if (text.length > LONGEST) return undefined;
  const apart = spaced(text);
  return readPlainly(topics, text, given) ?? (apart === text ? undefined : readPlainly(topics, apart, given));
}

function readPlainly(topics: TopicTable, text: string, given: string | undefined): PlainQuestion | undefined {
  const named = topicsIn(topics, text);
  const topic = named[0]?.topic;
  if (topic === undefined || named.some((one) => one.topic !== topic)) return undefined;
  const { ko, en } = topic.name;
  const [other = ''] = Object.values(topic.name);
  const nameIn = (language: AskedIn): string => (language === 'en' ? (en ?? ko) : (ko ?? en)) ?? other;
  const form = formOf(text, renamed(text, named, NAME), nameIn, given);
  return form && { ...form, topic };
}

/** What stands behind a name in Korean. */
const PARTICLE = /(?<=\S{2})(?:이?라는|이?란|이?라고|에서|으로|[은는이가을를의에로도만과와])$/u;
/** Two names: `오븐이랑 발효종`. */
const JOINS = /(?:이?랑|하고|[와과]|\b(?:and|or|vs))\s/u;
/** Words of a name that no list knows, at most. */
const NAME_WORDS = 4;

/**
 * Reads a question in which one name, of at most four words, bears no mark of asking: that is what the rest asks of,
 * whether a post holds it or not. Undefined for any other, and where no word of it may be a name.
 */
export function plainForm(typed: string, given?: string): (PlainForm & { name: string }) | undefined {
  const text = typed.trim();
  if (text.length > LONGEST) return undefined;
  const place = unmarkedIn(lowerCase(text), scriptOf(text), OF_THING);
  if (place === undefined) return undefined;
  const [from, end] = place;
  const start = from - nounsBefore(text, from).length;
  const run = text.slice(start, end);
  const bare = run.replace(PARTICLE, '');
  const name = bare === run ? `${run}${nounsAt(text, end)}` : bare;
  const words = tokensOf(name);
  const isName =
    words.some((word) => /^(?:content|name)$/u.test(lexemeOf(word).wordClass)) ||
    isWrittenAsName(text, start);
  if (!isName || words.length > NAME_WORDS || JOINS.test(name)) return undefined;
  // `out of memory`, `search term`: what is known as a name is meant as a whole.
  const asked = nameIn(text);
  if (asked !== name && asked.includes(name) && isConcept(asked)) return undefined;
  const renamed = text.slice(0, start) + NAME + text.slice(start + name.length);
  const form = formOf(text, renamed, () => name, given);
  return form && { ...form, name };
}

/** True for a Latin word in a question in other letters, and one with a capital within a sentence: `Exposed 뜻`. */
const isWrittenAsName = (text: string, at: number): boolean =>
  /^\p{Script=Latin}/u.test(text.slice(at)) &&
  (scriptOf(text) !== 'en' || (at > 0 && /^\p{Lu}/u.test(text.slice(at))));

/** The Korean nouns right behind a place, which belong to the name before it: `시스템` of `디자인 시스템 뜻`. */
function nounsAt(text: string, at: number): string {
  const next = /[가-힣]$/u.test(text.slice(0, at)) ? (/^\s[가-힣]+/u.exec(text.slice(at))?.[0] ?? '') : '';
  return isNoun(next) ? `${next}${nounsAt(text, at + next.length)}` : '';
}

/** The same before a place, with the space behind them: `하드웨어` of `하드웨어 가속 뜻`. */
function nounsBefore(text: string, at: number): string {
  const last = /^[가-힣]/u.test(text.slice(at)) ? (/[가-힣]+\s$/u.exec(text.slice(0, at))?.[0] ?? '') : '';
  return isNoun(last) ? `${nounsBefore(text, at - last.length)}${last}` : '';
}

function isNoun(word: string): boolean {
  const [token] = tokensOf(word);
  return (
    token !== undefined && THINGS.has(lexemeOf(token).wordClass) && withoutParticles(token) === token.text
  );
}

function formOf(
  text: string,
  renamed: string,
  nameIn: (language: AskedIn) => string,
  given: string | undefined,
): PlainForm | undefined {
  const masked = lowerCase(renamed);
  const script = scriptOf(masked);
  const asks =
    askedIn(masked, script) ??
    (asksWhatItIs(masked, script) || (script === 'en' && isOnlyAbout(masked)) ? 'definition' : undefined);
  if (asks === undefined || (!STATED.has(asks) && demandsOf(text).length > 0)) return undefined;
  const language =
    languageOf(masked) ?? languageOf(text) ?? (given === 'ko' || given === 'ja' ? given : 'en');
  return { asks, language, forms: PLAIN_FORMS[asks][language](nameIn(language)) };
}

/** Facts that are told of a thing by its plain form. */
const STATED: ReadonlySet<AskedOfName> = new Set<AskedOfName>(['release', 'ending', 'date', 'maker']);

/** What a text asks of the thing that it names; undefined where it holds other words than those that only ask. */
function askedIn(masked: string, language: AskedIn): AskedOfName | undefined {
  const marks = new Set(marksIn(masked, language, OF_THING));
  if (marks.size === 0) return undefined;
  const isBare =
    language === 'en' &&
    marks.has('frame') &&
    marks.isSubsetOf(SAYS_NOTHING) &&
    masked.trim().split(/\s+/u).length <= BARE_WORDS &&
    !ASKS_WHETHER.test(masked);
  return isBare ? 'definition' : askedBy((mark) => marks.has(mark));
}

/** A name and a few words that only address or beg want it told: `ok now BigQuery`. */
const SAYS_NOTHING: ReadonlySet<Mark> = new Set<Mark>(['name', 'frame']);
const BARE_WORDS = 4;
const ASKS_WHETHER =
  /\?\s*$|^(?:so |and |but )?(?:is|are|was|were|do|does|did|has|have|had|should|would|will|may|might|must|(?:can|could)(?! (?:you|we|i)\b))\b/u;

/** What a thing is, asked right beside its name: whatever else is said, that is asked. No noun before it makes another name of it. */
const WHAT_IT_IS: Readonly<Record<AskedIn, RegExp>> = {
  ko: new RegExp(
    `(?:^|[.!?;,\\n]\\s*|[가-힣](?:는|은|던|한|인|된|면|고|서|데|에|이|가|을|를|요|다|도|로|까|만|걸|라)\\s+)${NAME}(?:\\s?이?라는\\s(?:게|것이|건|거|말이|용어가|단어가))?\\s(?:대체\\s|도대체\\s|정확히\\s|그게\\s)?(?:뭔지|뭐야|뭐예요|뭐에요|뭔가요|뭡니까|무엇인지|무엇인가요?|무엇입니까|뭐임|뭔데|뭐죠|뭐지|뭐냐|뭐니|뭐길래|무슨\\s?(?:뜻|말)(?:이|인|임)?)(?:지|지요|요|야|에요|가요|데요)?(?![가-힣])`,
    'u',
  ),
  en: new RegExp(
    `\\bwhat(?:'s|s| is| are)?(?: exactly| actually| even)? (?:the |an? )?${NAME}(?: is| are| means?)?(?=\\s*[?.!,;]|\\s*$| and\\b| but\\b| so\\b)`,
    'u',
  ),
  ja: new RegExp(
    `${NAME}(?:って|とは|というのは|が|は)?(?:一体|いったい|そもそも|結局)?(?:何|なに|なん)(?:ですか|なの|だろう|でしょう|だっけ|か(?![\\p{Script=Han}]))`,
    'u',
  ),
};
const ASKS_MORE: Readonly<Record<AskedIn, RegExp>> = {
  ...MATTERS,
  ko: /뭐|뭘|무엇|어떻|어케|왜|언제|어디|누가|누구|얼마|몇|말고|아니라|아닌|대신|빼고|없이|외에|가격|비용|요금|비교|차이|보다|점|기능|방법|종류|하고\s*$/u,
};

/** True for a masked text that asks what the thing is right beside its name, and nothing more. */
export function asksWhatItIs(masked: string, language: AskedIn): boolean {
  const asked = WHAT_IT_IS[language].exec(masked);
  if (asked === null) return false;
  const rest = `${masked.slice(0, asked.index)} ${masked.slice(asked.index + asked[0].length)}`;
  return !rest.includes(NAME) && !ASKS_MORE[language].test(rest);
}

/** True where what a thing is for is asked, or what one would do without it. */
const asksWhy = (has: (mark: Mark) => boolean): boolean =>
  has('why') ||
  has('solves') ||
  has('without') ||
  (has('origin') && has('drawback')) ||
  (has('must') && (has('used') || has('exists')));

/** True where it is asked who uses a thing, or what it was used for. */
const asksCase = (has: (mark: Mark) => boolean): boolean =>
  has('case') || ((has('who') || has('where')) && has('used')) || (has('made') && has('what'));

/** What says that a text is about something, right before the name of it. */
const ABOUT = new RegExp(
  `^(.+?)\\b(?:on|about|re|regarding|concerning|into)\\b:? (?:the |this |that )?(?=${NAME})`,
  'u',
);
/** Marks of a text that wants something told, of whatever kind. */
const WANTS_TOLD: ReadonlySet<Mark> = new Set<Mark>(['name', 'frame', 'meaning', 'tell', 'interest', 'lost']);

/** True for an English text that ends in what it is about, and before that names and demands nothing: `I am writing a report on X`. */
function isOnlyAbout(masked: string): boolean {
  const [before, asked] = ABOUT.exec(masked) ?? [];
  if (before === undefined || asked === undefined || MATTERS.en.test(asked)) return false;
  const behind = marksIn(masked.slice(before.length), 'en', OF_THING);
  if (behind.length === 0 || !behind.every((mark) => WANTS_TOLD.has(mark))) return false;
  for (let at = 0; at < asked.length; ) {
    const word = /[\w'-]+/uy;
    word.lastIndex = at;
    const [written] = word.exec(asked) ?? [];
    const read = written === undefined ? undefined : OF_THING().en(asked, at);
    if (read !== undefined && !WANTS_TOLD.has(read.mark)) return false;
    if (written !== undefined && read === undefined && !isIdle(written)) return false;
    at = read?.end ?? at + (written?.length ?? 1);
  }
  return true;
}

/** True for a word that neither names nor demands nor denies. */
function isIdle(word: string): boolean {
  const [token] = tokensOf(word);
  return (
    token === undefined || (IDLE.has(lexemeOf(token).wordClass) && !/^(?:no|never|nor)$|n't$/u.test(word))
  );
}
const IDLE: ReadonlySet<WordClass> = new Set<WordClass>(['asking', 'plain', 'everyday']);

/** Which value of a thing is asked for: a day on which it came or went, or an amount. */
function valueIn(has: (mark: Mark) => boolean): AskedOfName | undefined {
  if (NO_VALUE.some(has)) return undefined;
  if (has('ending') || (has('fate') && has('when'))) return 'ending';
  if (has('fate')) return undefined;
  if (has('release') || (has('when') && has('origin'))) return 'release';
  if (has('amount')) return 'amount';
  // `언제 써`: on which occasions.
  return has('when') && !has('used') && !has('must') ? (has('exists') ? 'release' : 'date') : undefined;
}
/** What is asked of a thing otherwise, whatever numbers and days stand beside. */
const NO_VALUE: readonly Mark[] = [
  'why',
  'drawback',
  'advantage',
  'good',
  'case',
  'who',
  'without',
  'usage',
  'workings',
  'works',
  'feature',
  'part',
  'sorts',
  'step',
  'each',
  'made',
  'how',
  'where',
];

function askedBy(marked: (mark: Mark) => boolean): AskedOfName | undefined {
  const has = (mark: Mark): boolean => marked(mark) || (mark === 'exists' && marked('used'));
  const asks = has('what') || has('why') || has('where') || has('tell') || has('how');
  const told: AskedOfName[] = [];
  const value = valueIn(has);
  if (value !== undefined) return value;
  const isWhy = asksWhy(has);
  if (has('maker') && !NO_VALUE.some(has)) return 'maker';
  if (!isWhy) {
    if (has('drawback')) return has('advantage') || has('fate') ? undefined : 'drawbacks';
    if (asksCase(has)) return has('fate') || has('sorts') ? undefined : 'cases';
    if (has('who') || has('setting') || has('made')) return undefined;
  }
  if (has('fate') || (has('time') && (has('exists') || has('called')))) told.push('fate');
  if (has('advantage')) told.push('advantages');
  else if (isWhy) told.push('reasons');
  else if (has('good') && asks) told.push('advantages');
  if (has('usage') || (has('how') && has('exists'))) told.push('usage');
  else if (has('workings') || (has('works') && (has('how') || has('what') || has('tell'))))
    told.push(has('exists') ? 'usage' : 'workings');
  if (has('step')) told.push('steps');
  else if (has('part')) told.push('parts');
  else if (has('feature')) told.push('features');
  else if (has('sorts')) told.push('sorts');
  if (has('time') && (has('part') || has('step'))) return undefined;
  const [only, second] = told;
  if (only !== undefined) return second === undefined && (only === 'fate' || !has('when')) ? only : undefined;
  if (has('when') || has('where') || has('good') || has('called')) return undefined;
  if (has('each') && !has('meaning') && !has('lost')) return 'parts';
  if (has('meaning') || (has('interest') && !has('exists') && !has('how'))) return 'definition';
  if (has('time')) return 'fate';
  const asked = has('what') || has('tell') || has('lost');
  return asked && !has('exists') && !has('how') ? 'definition' : undefined;
}
