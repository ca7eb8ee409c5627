import { type Token, tokensOf } from '../../letters/tokens.ts';
import type { Candidate } from '../../ranking/candidate.ts';
import type { Query } from '../../ranking/query.ts';
import { holdsWhole } from '../../ranking/wholeName.ts';
import { lexemeOf } from '../../words/lexeme.ts';
import { type ProperName, properNamesIn } from '../../words/properNames.ts';
import { VENDORS } from '../../words/shortNames.ts';
import { isStop, withoutParticles } from '../../words/words.ts';
import { ASKS } from '../question/askingWords.ts';
import type { NamedTopic } from '../question/topicTable.ts';

/** A name of several words in Latin letters, each with a capital. */
const CAPITALS =
  /(?<![\p{L}\p{N}])\p{Lu}[\p{Script=Latin}\p{N}.+#]*(?:(?<!\p{Ll}\.) [\p{Lu}\p{N}][\p{Script=Latin}\p{N}.+#]*)+/gu;
/**
 * The names in a question that the posts do not hold: products and companies that the world knows, and names of several
 * words that it writes with capitals and that none of the sections found holds as a whole: `BigQuery BI Engine`, of which
 * the posts hold each word, and `Google Meet`, where people meet.
 */
export function absentProperNames(
  query: Query,
  ranked: readonly Candidate[],
  named: readonly NamedTopic[],
): readonly string[] {
  const capitals = absentCapitals(query, ranked, named);
  return capitals.length > 0 ? capitals : absentKnownNames(query, ranked, named);
}

/** The names that the world knows and no post: `에어플로우 쓰는 회사`, whatever else is found. */
function absentKnownNames(
  { text, words }: Query,
  ranked: readonly Candidate[],
  named: readonly NamedTopic[],
): readonly string[] {
  const tokens = tokensOf(text);
  const looked = ranked.slice(0, LOOKED_INTO);
  return properNamesIn(tokens)
    .filter(
      (name) =>
        !named.some((topic) => topic.start <= name.start && topic.end >= name.end) &&
        // What is set aside is no word of the query: `카프카 말고`.
        words.some(({ token }) => isWithin(token, name)) &&
        !looked.some((candidate) => says(candidate, name)),
    )
    .map(({ start, end }) => {
      const last = tokens.findLast((token) => token.end === end);
      return `${text.slice(start, last?.start)}${last === undefined ? '' : withoutParticles(last)}`;
    });
}

/** True where some post says a name of one word, or a section one of several as a whole or a word that sounds like the name. */
function says(candidate: Candidate, name: ProperName): boolean {
  const { terms } = candidate.segment;
  return (
    name.names.some(
      (one) => terms.find(one.join('')) !== undefined || (one.length > 1 && holdsWhole(candidate, [one])),
    ) || candidate.matches.some(({ word, weight }) => weight >= ALIKE && isAll(word.token, name))
  );
}
/** So certain it is that a word of a section is the one that was asked for: `linear` for `리니어`. */
const ALIKE = 0.75;
const isWithin = (token: Token, { start, end }: ProperName): boolean =>
  token.start >= start && token.end <= end;
const isAll = (token: Token, { start, end }: ProperName): boolean =>
  token.start === start && token.end === end;

function absentCapitals(
  { text }: Query,
  ranked: readonly Candidate[],
  named: readonly NamedTopic[],
): readonly string[] {
  // `What Is BigQuery ML`: where all words begin so, capitals tell nothing.
  if (!/(?<!\p{L})\p{Ll}/u.test(text) && tokensOf(text).some(isAsking)) return [];
  return [...text.matchAll(CAPITALS)].flatMap(({ 0: run, index }) => {
    const tokens = tokensOf(run);
    const from = tokens.findIndex((token) => !isAsking(token));
    const name = run.slice(tokens[from]?.start ?? run.length);
    const start = index + run.length - name.length;
    const isTopic = named.some((one) => one.start <= start && one.end >= index + run.length);
    return from < 0 || !name.includes(' ') || isTopic || isWritten(name, ranked) ? [] : [name];
  });
}

const isAsking = (token: Token): boolean =>
  isStop(token) || lexemeOf(token).intent !== undefined || ASKS.test(token.text);

/** Longer runs are no name. */
const MOST_WORDS = 4;
/** Sections that are looked into. */
const LOOKED_INTO = 8;

const isWritten = (name: string, ranked: readonly Candidate[]): boolean => {
  const words = tokensOf(name, MOST_WORDS + 1);
  return (
    words.length > MOST_WORDS ||
    ranked
      .slice(0, LOOKED_INTO)
      .some((candidate) => holds(candidate, words) || goesOn(candidate, name, words))
  );
};

/** True where a section holds a name as a whole, as it is or as the section says its words. */
function holds(candidate: Candidate, words: readonly Token[]): boolean {
  const { matches, segment } = candidate;
  const said = words.flatMap(({ text }) => {
    const found = matches.find(({ word }) => word.token.text === text)?.expansion;
    return found === undefined ? [text] : found.terms.map((term) => segment.terms.text(term));
  });
  return holdsWhole(candidate, [words.map(({ text }) => text), said]);
}

/** True where a section holds all of a name behind who made it, or behind its own: `Google BigQuery`, `MQTT QoS`. */
function goesOn({ doc }: Candidate, name: string, words: readonly Token[]): boolean {
  const sections = doc.variants.map(({ section }) => section);
  const names = [...doc.topicNames, ...sections.flatMap((section) => [section.name, ...section.aliases])];
  const lower = names.map((one) => one.toLowerCase());
  return words.some(({ start }, at) => {
    const front = name.slice(0, start).trim().toLowerCase();
    const isKnown = lower.includes(front) || words.slice(0, at).every(({ text }) => VENDORS.has(text));
    const rest = name.slice(start);
    return at > 0 && isKnown && sections.some((one) => hasWord(one.name, rest) || hasWord(one.text, rest));
  });
}

/** True where a text has words as they are written, with their capitals, and no letter beside them. */
function hasWord(text: string, words: string): boolean {
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1))
    if (!/[a-z\d]/iu.test(`${text[at - 1] ?? ''}${text[at + words.length] ?? ''}`)) return true;
  return false;
}
