import { memoize } from '#library/compute/memoize.ts';
import type { Segment } from '../../index/segment.ts';
import { probeOf } from '../../index/tables/names.ts';
import { likeness, matchName } from '../../letters/nameMatch.ts';
import { spellingOf } from '../../letters/spelling.ts';
import { type Token, tokensOf } from '../../letters/tokens.ts';
import { isConcept, otherNames } from '../../words/concepts.ts';
import { isName, thesaurusForm } from '../../words/thesaurus.ts';
import { isListed } from '../../words/wordClass.ts';
import { nameIn } from '../question/nameIn.ts';
import type { Asking } from '../question/readQuestion.ts';
import { isWhole, type TopicTable, topicsIn } from '../question/topicTable.ts';

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
  const asked = nameIn(text);
  const at = text.indexOf(asked);
  if (at < 0 || asked.length > LONGEST.name) return undefined;
  const end = at + asked.length;
  if (topicsIn(topics, asked).some((topic) => isWhole(asked, topic))) return undefined;
  // What ends as a particle may belong to the name: `비아이`.
  const whole = `${asked}${/^[\p{L}\p{N}]*/u.exec(text.slice(end))?.[0]}`;
  for (const typed of new Set([whole, asked])) {
    const found = typed.length > 1 ? nearestName(segments, typed) : undefined;
    if (found !== undefined) return { text: text.replace(typed, () => found.name), name: found.name };
  }
  return undefined;
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
