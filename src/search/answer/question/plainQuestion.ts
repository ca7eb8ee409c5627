import type { Topic } from '#library/model.ts';
import { tokensOf } from '../../letters/tokens.ts';
import type { AskedIn } from '../../model.ts';
import { isConcept } from '../../words/concepts.ts';
import { lexemeOf } from '../../words/lexeme.ts';
import { spaced } from '../../words/spacing.ts';
import { THINGS } from '../../words/wordClass.ts';
import { withoutParticles } from '../../words/words.ts';
import { demandsOf } from './demandedFacts.ts';
import { askedBy } from './forms/askedOfName.ts';
import { marksIn, unmarkedIn } from './forms/markedClauses.ts';
import { OF_THING } from './forms/markedWords.ts';
import { type Mark, NAME } from './forms/marks.ts';
import { type AskedOfName, plainForms } from './forms/plainForms.ts';
import { asksWhatItIs, isOnlyAbout } from './forms/whatItIs.ts';
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
    (asksWhatItIs(masked, script) || isOnlyAbout(masked, script) ? 'definition' : undefined);
  if (asks === undefined || (!STATED.has(asks) && demandsOf(text).length > 0)) return undefined;
  const language =
    languageOf(masked) ?? languageOf(text) ?? (given === 'ko' || given === 'ja' ? given : 'en');
  return { asks, language, forms: plainForms(asks, language, nameIn(language)) };
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
  return isBare ? 'definition' : askedBy(marks);
}

/** A name and a few words that only address or beg want it told: `ok now BigQuery`. */
const SAYS_NOTHING: ReadonlySet<Mark> = new Set<Mark>(['name', 'frame']);
const BARE_WORDS = 4;
const ASKS_WHETHER =
  /\?\s*$|^(?:so |and |but )?(?:is|are|was|were|do|does|did|has|have|had|should|would|will|may|might|must|(?:can|could)(?! (?:you|we|i)\b))\b/u;
