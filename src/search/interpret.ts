import { memoizeLast } from '#library/compute/memoize.ts';
import type { Segment } from './index/segment.ts';
import { FIELD, TITLES } from './index/tables/postings.ts';
import { otherLayout } from './letters/layout.ts';
import type { Nearness } from './model.ts';
import { type Candidate, withScore } from './ranking/candidate.ts';
import { type Evidence, evidenceOf } from './ranking/evidence.ts';
import { expand, isIndexedWord } from './ranking/expand.ts';
import { fuse } from './ranking/fuse.ts';
import { type Query, type QueryWord, readQuery } from './ranking/query.ts';
import { rank } from './ranking/rank.ts';
import { confidenceOf } from './ranking/verdict.ts';
import { holdsWhole, wholeName } from './ranking/wholeName.ts';
import { isAnotherName, type WordMatch } from './ranking/wordMatch.ts';
import { wordsIn } from './words/compounds.ts';
import { loanWordsIn } from './words/japanese/forms.ts';
import type { WordClass } from './words/wordClass.ts';
import { withoutParticles } from './words/words.ts';

const LONGEST_QUERY = 6_000;
/** How much more confident the other keyboard layout must be to replace the text as typed. */
const SURER = 0.08;
/** The least confidence for it where the text as typed matched only by sound or with typos. */
const SURE = 0.5;
/** An initials query that matches a name this well is not Latin text typed in the other layout. */
const FITS = 0.9;

/** A query, its interpretation, and its candidates. */
export interface Interpretation {
  readonly query: Query;
  readonly ranked: readonly Candidate[];
  /** Evidence for the first candidate; undefined where nothing was found. */
  readonly evidence: Evidence | undefined;
  readonly confidence: number;
  /** The most that may be claimed for the query, whatever is found. */
  readonly most: number;
  readonly readAs: string | undefined;
}

function read(segments: readonly Segment[], text: string, net?: number): Interpretation {
  const query = readIn(segments, text);
  const ranked = query.words.length === 0 && query.probes.length === 0 ? [] : rank(segments, query, net);
  return assess(query, ranked);
}

/** A query in which words that the posts do not hold are taken apart: `에러메세지` as `에러 메세지`. */
function readIn(segments: readonly Segment[], text: string): Query {
  const query = readQuery(text);
  const isWritten = (word: string): boolean => segments.some(({ terms }) => terms.find(word) !== undefined);
  let apart = query.text;
  for (const word of query.words.toReversed()) {
    const { token, hint } = word;
    if (
      hint ||
      (token.script !== 'hangul' && token.script !== 'other') ||
      segments.some((one) => isIndexedWord(one, word))
    )
      continue;
    const words = token.script === 'hangul' ? wordsIn(token.raw, isWritten) : loanWordsIn(token.raw);
    if (words === undefined || segments.some((segment) => isAlike(segment, word))) continue;
    apart = apart.slice(0, token.start) + words.join(' ') + apart.slice(token.end);
  }
  return apart === query.text ? query : readQuery(apart);
}

/** What a word that is written in another way is worth, or one that sounds like it. */
const ALIKE = 0.7;

/** True where a word looks or sounds like one of the posts as a whole: `프론트라인` like `Frontline`. */
const isAlike = (segment: Segment, word: QueryWord): boolean =>
  expand(segment, word, false).some(({ weight, how }) => weight >= ALIKE && how !== 'joined');

function assess(query: Query, ranked: readonly Candidate[]): Interpretation {
  const [first, second] = ranked;
  if (first === undefined)
    return { query, ranked, evidence: undefined, confidence: 0, most: 0, readAs: undefined };
  const evidence = evidenceOf(query, first, second);
  const most = mostOf(query, evidence, first);
  return {
    query,
    ranked,
    evidence,
    confidence: Math.min(confidenceOf(evidence), most),
    most,
    readAs: undefined,
  };
}

/**
 * Greetings and question words alone ask for nothing, and what everybody says may mean anything, unless it is a name.
 */
const NOTHING = 0.4;
/** From here on first consonants are those of a name. */
const INITIALS = 0.7;
const COMMON: ReadonlySet<WordClass> = new Set<WordClass>(['everyday', 'plain', 'demanding']);

function mostOf(query: Query, { name }: Evidence, first: Candidate): number {
  const words = query.words.filter(({ hint }) => !hint);
  // First consonants alone fit many names a little.
  if (query.words.length === 0) return (first.name?.score ?? 0) >= INITIALS ? 1 : NOTHING;
  if (words.length === 0 || name >= 0.9) return 1;
  if (words.every(({ wordClass }) => wordClass === 'asking')) return NOTHING;
  const [word] = query.words;
  if (word === undefined) return 1;
  // What the thesaurus knows as a name of several words is meant as a whole.
  const whole = wholeName(withoutAsking(query.text));
  if (whole !== undefined) return holdsWhole(first, whole) ? 1 : NOTHING;
  if (query.words.length > 1)
    return isNaming(query) && words.length <= FEW && !isTelling(first) ? NOTHING : 1;
  if (COMMON.has(word.wordClass)) {
    // Alone it may mean anything; who asks what it is means what a heading calls so.
    const asksWhat = withoutAsking(query.text).length < query.text.trim().length;
    const isMeant = asksWhat ? isHeaded(first) : !isNaming(query);
    return isMeant && isWritten(first) ? 1 : NOTHING;
  }
  return isFalseFriend(query, first) ? NOTHING : 1;
}

/** What only asks what a thing is. */
const WHAT_IS =
  /(?:이|가|은|는|이란|란)?\s*(?:(?:게|건|거|것)\s)?(?:뭐야|뭐예요|뭐에요|뭔가요|뭐임|뭔데|뭐죠|뭐지|뭐냐|무엇인가요|무엇이야|알려\s?줘|설명해\s?줘)\s*[?？]*$|^(?:what(?:['’]?s| is| are)|define|explain)\s+(?:an?\s|the\s)?|[?？]+$/giu;

const withoutAsking = memoizeLast((text): string => text.trim().replace(WHAT_IS, '').trim());

/** Words that name something, and ask for no more than what it is. */
function isNaming({ text, words, question }: Query): boolean {
  // `영상 찍었어?` asks what was done.
  if (question && words.findLast(({ hint }) => !hint)?.wordClass === 'plain') return false;
  const named = withoutAsking(text);
  if (question && named.length === text.trim().length) return false;
  return new Set(named.split(/\s+/u)).size <= words.filter(({ hint }) => !hint).length;
}
/** A question of so few words names something. */
const FEW = 3;

const isHeaded = ({ matches }: Candidate): boolean =>
  matches.some(({ word, fields }) => !word.hint && (fields & FIELD.heading) !== 0);

/** True where a section holds a word as it is asked: what everybody says is asked of the posts only where they say it too. */
const isWritten = ({ matches }: Candidate): boolean =>
  matches.some(
    ({ word, expansion }) => !word.hint && (expansion?.how === 'word' || expansion?.how === 'stem'),
  );

/** The least weight of a whole phrase, beside which a word in its place is worth less. */
const WHOLE = 0.75;
/** From here on a sentence holds all of the words. */
const TOGETHER = 0.9;

/** True where a section holds what a few words name: `sales pitch` and `배터리 지속 시간` name what no text holds. */
const isTelling = ({ matches, closeness }: Candidate): boolean =>
  matches.some(tells) || (closeness.seams > 0 && closeness.sentence >= TOGETHER);

function tells({ word, fields, expansion, mention }: WordMatch): boolean {
  if (word.hint) return false;
  if (mention !== undefined || (fields & TITLES) !== 0) return true;
  if (expansion === undefined || expansion.how === 'described') return false;
  // A whole phrase stands for them: `A/B 테스트` for `비교 실험`.
  if (expansion.how === 'meaning') return expansion.weight >= WHOLE;
  return word.wordClass === 'content' || word.wordClass === 'name';
}

/** Syllables, or Latin letters, of a word that is too short to be recognised by its sound or in spite of a slip. */
const SHORT = { hangul: 2, latin: 4 } as const;

/**
 * True where a word was found only because a short one sounds or looks like it, or because a text holds another for it.
 */
function isFalseFriend({ text: typed }: Query, { segment, matches, name }: Candidate): boolean {
  const [match] = matches;
  if (match === undefined) return false;
  const { script, raw } = match.word.token;
  // A word alone has no particle: `아테나`.
  const text = raw === typed.trim() ? raw : withoutParticles(match.word.token);
  // First consonants are typed on purpose.
  if (/[ㄱ-ㅣ]/u.test(text)) return false;
  if (name !== undefined && (name.literal || (name.how !== 'sound' && name.how !== 'typo'))) return false;
  const how = match.expansion?.how;
  // What stands for it by the way tells nothing of it: `마이그레이션` in a text that turns sound into writing.
  if (how === 'meaning' || how === 'described') return (match.fields & TITLES) === 0;
  if (how !== undefined && how !== 'sound' && how !== 'typo') return false;
  const short = text.length <= (script === 'hangul' ? SHORT.hangul : SHORT.latin);
  return short || (match.word.common && !isAnotherName(match, segment));
}

/** The same query, with its first candidates in an order that goes by meaning too. */
export function rerankByMeaning(reading: Interpretation, nearness: Nearness, sure: number): Interpretation {
  const ranked = fuse(reading.ranked, nearness, sure, withScore);
  return { ...assess(reading.query, ranked), readAs: reading.readAs };
}

/**
 * Parses and ranks a query; takes the other keyboard layout where that explains clearly more.
 * @param net see `rank`
 */
export function interpret(segments: readonly Segment[], typed: string, net?: number): Interpretation {
  const text = typed.slice(0, LONGEST_QUERY).toWellFormed().normalize('NFC');
  const reading = read(segments, text, net);
  const plain = isPlain(reading);
  const other = plain || isMeant(reading) ? undefined : otherLayout(text);
  if (other === undefined || other === text) return reading;
  const swapped = read(segments, other, net);
  const surer = swapped.confidence > reading.confidence + SURER;
  return surer || (isPlain(swapped) && swapped.confidence > SURE) ? { ...swapped, readAs: other } : reading;
}

/** True where the thesaurus knows each word, or one syllable is all: who types `vr` or `합계` means it. */
const isMeant = ({ query: { text, words } }: Interpretation): boolean =>
  /^\s*[가-힣]\s*$/u.test(text) ||
  (words.some(({ hint }) => !hint) && words.every(({ hint, common }) => hint || common));

/** True where the first candidate contains the query's words as typed, without sound matches or typos. */
function isPlain({ query, ranked }: Interpretation): boolean {
  const [first] = ranked;
  if (first === undefined) return false;
  const { name } = first;
  if (name !== undefined && (name.how === 'initials' ? name.score > FITS : name.literal)) return true;
  const words = first.matches.filter(({ word }) => !word.hint);
  const direct = words.filter(({ expansion }) => expansion?.how === 'word' || expansion?.how === 'stem');
  return query.words.length > 0 && direct.length > words.length / 2;
}
