import type { Library, Topic } from '#library/model.ts';
import { tokensOf } from '../letters/tokens.ts';
import { isContentWord, type Query, type QueryWord } from '../ranking/query.ts';
import { isConcept } from '../words/concepts.ts';
import { thesaurusForm } from '../words/thesaurus.ts';
import type { WordClass } from '../words/wordClass.ts';
import { formsOf } from '../words/words.ts';
import { ASKS, isNamed, isWithin } from './question/askingWords.ts';
import { demandsOf } from './question/demandedFacts.ts';
import { nameIn } from './question/nameIn.ts';
import type { AskedFor } from './question/questionKinds.ts';
import type { Asking } from './question/readQuestion.ts';
import type { NamedTopic } from './question/topicTable.ts';
import { hasText } from './topicAnswer.ts';

/** How sure it is that who describes a thing as the glossary does means that thing. */
export const DESCRIBED = 0.75;

/** From this share of a question on, it is that thing rather than what a text tells of another one. */
export const SURELY = 0.45;

/** A topic that is described, and the share of the question that its summary holds. */
interface Described {
  readonly topic: Topic;
  readonly share: number;
}

/** What describes a thing without its name asks for its name, what it is, or nothing in particular. */
const OF_A_THING: ReadonlySet<AskedFor | undefined> = new Set<AskedFor | undefined>([
  undefined,
  'name',
  'definition',
  'list',
]);
const WORTH: Readonly<Record<WordClass, number>> = {
  asking: 0.1,
  plain: 0.6,
  everyday: 0.9,
  demanding: 0.9,
  name: 1,
  content: 1,
};
/** From here on a summary holds a word that tells something: not one that many summaries hold. */
const TELLS = 0.25;
/** The least that a summary holds: of words, in all, as a share of the question, and beside the next one. */
const LEAST = { words: 2, sum: 1.2, share: 0.36, lead: 1.35 } as const;
/** Fewer words than these name a thing rather than describe it: `sales pitch`. */
const FEWEST = 3;
/** Summaries that are read. */
const MOST = 2_000;

/** The summaries of a glossary by the words that they hold. */
interface Summaries {
  readonly topics: readonly Topic[];
  /** Which of them hold a word. */
  readonly holding: ReadonlyMap<string, readonly number[]>;
}

const summariesOfTopics = new WeakMap<Library['topics'], Summaries>();

function summariesOf({ topics: all }: Library): Summaries {
  const known = summariesOfTopics.get(all);
  if (known !== undefined) return known;
  const topics = all.filter(({ summary }) => hasText(summary)).slice(0, MOST);
  const holding = new Map<string, number[]>();
  topics.forEach(({ name, summary }, at) => {
    const words = [...Object.values(name), ...Object.values(summary)].flatMap((text = '') => tokensOf(text));
    for (const form of new Set(words.flatMap((word) => [...formsOf(word), thesaurusForm(word.text)]))) {
      const before = holding.get(form);
      if (before === undefined) holding.set(form, [at]);
      else before.push(at);
    }
  });
  const made = { topics, holding };
  summariesOfTopics.set(all, made);
  return made;
}

/**
 * The summary of the topic that a question describes without its name, as a dictionary read backwards: of all
 * summaries its own holds most of the question, clearly more than the next, `고장나기 전에 미리 고치는 거` for predictive
 * maintenance. Undefined where none does, or where something else is asked.
 */
export function describedAs(
  library: Library,
  { text, words }: Query,
  { kinds, spans }: Asking,
  named: readonly NamedTopic[],
): Described | undefined {
  // A name that is known is meant itself, and a price is no thing.
  if (!OF_A_THING.has(kinds[0]) || demandsOf(text).length > 0 || isConcept(nameIn(text))) return undefined;
  const summaries = summariesOf(library);
  const asked = words.filter((word) => !word.hint && !isWithin(word, spans) && !ASKS.test(word.token.text));
  if (asked.filter(({ wordClass }) => wordClass !== 'asking').length < FEWEST) return undefined;
  const sums = new Float64Array(summaries.topics.length);
  const counts = new Uint8Array(summaries.topics.length);
  let all = 0;
  /** Of words that may name something else, or ask for a fact, the summaries that hold them. */
  const names: ReadonlyMap<number, number>[] = [];
  for (const word of asked) {
    const worth = WORTH[word.wordClass];
    all += worth;
    const holding = heldBy(summaries, word);
    if (isContentWord(word) || word.wordClass === 'demanding') names.push(holding);
    for (const [at, held] of holding) {
      sums[at] = (sums[at] ?? 0) + worth * held;
      if (held >= TELLS && word.wordClass !== 'asking' && !isNamed(word, named))
        counts[at] = (counts[at] ?? 0) + 1;
    }
  }
  const sum = Math.max(...sums);
  const best = sums.indexOf(sum);
  const next = Math.max(0, ...sums.filter((_, at) => at !== best));
  const topic = summaries.topics[best];
  if (topic === undefined || named.some((one) => one.topic === topic)) return undefined;
  const isHeld = sum >= LEAST.sum && sum >= LEAST.share * all && sum >= LEAST.lead * next;
  const strange = names.filter((holding) => !holding.has(best)).length;
  if (!isHeld || (counts[best] ?? 0) < LEAST.words + strange) return undefined;
  return { topic, share: sum / all };
}

/** Which summaries hold a word, or another for it, and how tellingly, 0 to 1: a word that few of them hold tells most. */
function heldBy({ topics, holding }: Summaries, { forms, synonyms }: QueryWord): ReadonlyMap<number, number> {
  const held = new Map<number, number>();
  const most = Math.log((topics.length + 1) / 1.5);
  const rarity = (form: string): number =>
    Math.log((topics.length + 1) / ((holding.get(form)?.length ?? 0) + 0.5)) / most;
  const add = (at: number, worth: number): void => {
    if (worth > (held.get(at) ?? 0)) held.set(at, worth);
  };
  for (const form of forms)
    if (form.length > 1) for (const at of holding.get(form) ?? []) add(at, rarity(form));
  for (const { phrases, weight, whole } of synonyms)
    for (const phrase of phrases) {
      const [first = '', ...rest] = phrase;
      for (const at of holding.get(first) ?? [])
        if (rest.every((term) => holding.get(term)?.includes(at) === true))
          add(at, (rest.length > 0 ? whole : weight) * Math.max(...phrase.map(rarity)));
    }
  return held;
}
