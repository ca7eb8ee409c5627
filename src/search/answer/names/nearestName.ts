import { memoize } from '#library/compute/memoize.ts';
import type { Segment } from '../../index/segment.ts';
import { probeOf } from '../../index/tables/names.ts';
import { likeness, matchName } from '../../letters/nameMatch.ts';
import { spellingOf } from '../../letters/spelling.ts';
import { type Token, tokensOf } from '../../letters/tokens.ts';
import { isConcept, otherNames } from '../../words/concepts.ts';
import { isParticle } from '../../words/korean.ts';
import { lexemeOf } from '../../words/lexeme.ts';
import { isName, thesaurusForm } from '../../words/thesaurus.ts';
import { isListed } from '../../words/wordClass.ts';
import { withoutParticles } from '../../words/words.ts';
import { ASKS } from '../question/askingWords.ts';
import { nameIn } from '../question/nameIn.ts';
import type { Asking } from '../question/readQuestion.ts';
import { type TopicTable, topicsIn } from '../question/topicTable.ts';

/** A question that is asked of a name which is spelled otherwise in the posts. */
export interface Respelled {
  /** The question, with the name as the posts spell it. */
  readonly text: string;
  readonly name: string;
}

/** A name of a topic, with the topic's id. */
interface NearestName {
  readonly name: string;
  readonly id: string;
}

/** Longer texts are more than a name, in UTF-16 units and in words. */
const LONGEST = { text: 60, name: 40, words: 8 } as const;
/** Names that are compared with what was typed. */
const NEAREST = 12;
/** By how much the nearest name must be nearer than that of any other topic. */
const CLEARLY = 0.04;

/**
 * A question about a name alone, with the one name of a topic in its place that it is a slip or another spelling of:
 * `데이타 사일로 뜻` → `데이터 사일로 뜻`. Undefined where it names a topic as it stands, or nothing near to any.
 */
export function respelled(
  segments: readonly Segment[],
  topics: TopicTable,
  text: string,
  asking: Asking,
): Respelled | undefined {
  // What is compared is looked for by itself.
  if (text.length > LONGEST.text || asking.kinds.includes('difference')) return undefined;
  const tokens = tokensOf(text, LONGEST.words + 1);
  if (tokens.length > LONGEST.words) return undefined;
  const said = saidIn(tokens, asking);
  const named = topicsIn(topics, text);
  if (named.some(({ start, end }) => said.every((token) => token.start >= start && token.end <= end)))
    return undefined;
  for (const typed of namesIn(text, said)) {
    const found = nearestName(segments, typed);
    if (found !== undefined) return { text: text.replace(typed, () => found.name), name: found.name };
  }
  return undefined;
}

/** The words of a question without those before and behind that only ask: who asks in Korean names the thing first. */
function saidIn(tokens: readonly Token[], { spans }: Asking): readonly Token[] {
  const isAsked = (token: Token): boolean => isMostlyWithin(token, spans) || isStopWord(token);
  const asks = (token: Token): boolean =>
    isAsked(token) ||
    (token.script === 'hangul' && (lexemeOf(token).wordClass === 'asking' || ASKS.test(token.text)));
  const first = tokens.findIndex((token) => !isAsked(token));
  return first < 0 ? [] : tokens.slice(first, tokens.findLastIndex((token) => !asks(token)) + 1);
}

const isMostlyWithin = ({ start, end }: Token, spans: Asking['spans']): boolean =>
  spans.some(([from, to]) => 2 * (Math.min(end, to) - Math.max(start, from)) >= end - start);

function isStopWord(token: Token): boolean {
  const { stop, gluedStop } = lexemeOf(token);
  return token.glued ? gluedStop : stop;
}

/** What may be the name: from the first to the last of some words, with its particle and without. */
function namesIn(text: string, said: readonly Token[]): readonly string[] {
  const [first] = said;
  const last = said.at(-1);
  const run = first === undefined || last === undefined ? [] : [text.slice(first.start, last.end)];
  const stem = last === undefined ? '' : withoutParticles(last);
  if (first !== undefined && last !== undefined && isParticle(last.text.slice(stem.length)))
    run.push(`${text.slice(first.start, last.start)}${stem}`);
  return [...new Set([...run, nameIn(text)])].filter(
    (name) => name.length > 1 && name.length <= LONGEST.name && text.includes(name),
  );
}

/** The name of a topic that a typed one is a slip or another spelling of, clearly nearest to it. */
export function nearestName(segments: readonly Segment[], typed: string): NearestName | undefined {
  const isMeant = isConcept(typed) ? isOtherName(typed) : () => true;
  const probe = probeOf(typed);
  const words = tokensOf(typed, LONGEST.words);
  const isKnown = ({ text }: Token): boolean =>
    isName([text]) || isListed(text) || segments.some(({ terms }) => terms.find(text) !== undefined);
  const found = segments.flatMap((segment) =>
    segment.topicNames.near(probe, NEAREST).flatMap(({ text, targets }) => {
      const alike = isMeant(text) ? alikeness(typed, words, text, isKnown) : 0;
      if (alike <= 0) return [];
      const ids = [...targets].flatMap(({ target }) => {
        const unit = segment.deleted[target] === 1 ? undefined : segment.units[target];
        return unit?.kind === 'topic' ? [unit.topic.id] : [];
      });
      return ids.map((id) => ({ name: text, id, alike }));
    }),
  );
  const [best, ...others] = found.sort((a, b) => b.alike - a.alike);
  if (best === undefined) return undefined;
  const rival = others.find(({ id }) => id !== best.id);
  return rival !== undefined && best.alike - rival.alike < CLEARLY ? undefined : best;
}

/** Names of topics, and their words, recur from question to question. */
const spellingOfName = memoize((name) => spellingOf(name), 1_000, LONGEST.name);

/** How alike a typed name and one of the posts are, word for word where both have as many; 0 where another is meant. */
function alikeness(
  typed: string,
  words: readonly Token[],
  name: string,
  isKnown: (word: Token) => boolean,
): number {
  const others = tokensOf(name, LONGEST.words);
  if (words.length !== others.length) {
    const joined = others.map(({ text }) => text).join('');
    // A word that is spelled as it should be is no slip.
    if (words.some((word) => isKnown(word) && !joined.includes(word.text))) return 0;
    return likeness(spellingOf(typed, true), spellingOfName(name));
  }
  const beside = words.some(({ text }, i) => text === others[i]?.text);
  return Math.min(...words.map((word, i) => wordAlikeness(word, others[i] ?? word, beside, isKnown)));
}

function wordAlikeness(
  word: Token,
  other: Token,
  beside: boolean,
  isKnown: (word: Token) => boolean,
): number {
  if (word.text === other.text) return 1;
  const typed = spellingOf(word.raw, true);
  const name = spellingOfName(other.raw);
  if (isKnown(word)) return isOtherName(word.text)(other.text) ? matchName(typed, name).score : 0;
  return likeness(typed, name, beside);
}

/** What the thesaurus knows as other names of what was typed: `오씨알` is `OCR`. */
function isOtherName(typed: string): (name: string) => boolean {
  const known = new Set(otherNames(typed).map((phrase) => phrase.join(' ')));
  return (name) =>
    known.has(
      tokensOf(name)
        .map(({ text }) => thesaurusForm(text))
        .join(' '),
    );
}
