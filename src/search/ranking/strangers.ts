import { TITLES } from '../index/tables/postings.ts';
import { likeness } from '../letters/nameMatch.ts';
import { spellingOf } from '../letters/spelling.ts';
import { tokensOf } from '../letters/tokens.ts';
import { lexemeOf } from '../words/lexeme.ts';
import { placesOf } from '../words/places.ts';
import { verbsOf } from '../words/verbs.ts';
import { isFiller, NAMING } from '../words/wordClass.ts';
import { withoutParticles } from '../words/words.ts';
import type { Candidate } from './candidate.ts';
import { isHeld } from './heldWord.ts';
import { isContentWord, type Query, type QueryWord } from './query.ts';
import { foundIn } from './retrieve.ts';
import { holdsWhole, wholeName } from './wholeName.ts';
import { isInNoPost, type WordMatch } from './wordMatch.ts';

/** More words than these are no name. */
const NAME_WORDS = 3;
/** Words of a question that tells of something at length. */
const LONGEST = 6;
/** More words beside the names describe something. */
const FEW = 2;
/** From here on a word beside the names is found. */
const FOUND = 0.6;
/** From here on a word is heard, if it is not short, if it is, and as a part of another. */
const HEARD = { weight: 0.72, letters: 3, short: 0.88, part: 0.55 } as const;
/** The least weight of a phrase that stands for a word. */
const PHRASE = 0.75;
/** From here on a word of another language is the same one in its spelling. */
const SPELLED = 0.65;

/** Letters of an ending at most. */
const ENDING = 4;

/** Words of a question that name one thing: they stand side by side. */
type Name = readonly WordMatch[];

/** What is known of a question beside its words. */
interface AskedThere {
  /** True where a date is asked for: another section tells that of another thing. */
  readonly date: boolean;
  /** True where a way is asked for: what is done with `Docker` is told by no text that never says it. */
  readonly way: boolean;
  /** True where what was chosen is clearly of the kind that was asked for. */
  readonly typed: boolean;
}

/**
 * True where a question names things, and what was chosen holds none of them: what is left of the question may be said of
 * anything. A name is not held where no post says any of its words, where it begins with one that no post says, where the
 * thesaurus knows it as another whole, or where nothing but words of a like meaning stands for it: `느닷없이` for a moment.
 * @param isAside true for a word that only asks
 */
export function namesStranger(
  { text }: Pick<Query, 'text'>,
  candidate: Candidate,
  isAside: (word: QueryWord) => boolean,
  { date, way, typed }: AskedThere,
): boolean {
  const said = candidate.matches.filter(({ word }) => !word.hint && !isAside(word));
  const things = said.filter(isThing);
  if (things.length === 0) return said.length > 0 && said.length <= FEW && said.every(isUnsaid);
  if (said.length > LONGEST) return false;
  if (way && things.some((match) => isDoneWith(text, match.word) && isLost(match, candidate))) return true;
  const beside = said.filter((match) => !things.includes(match) && match.word.wordClass !== 'asking');
  if (beside.length <= FEW && areUnheld(things, candidate, date)) return true;
  if (things.length > NAME_WORDS) return false;
  const names = namesIn(text, things);
  if (!beside.some(isWritten) && names.every((name) => isAnotherWhole(text, name, candidate))) return true;
  if (typed || names.length > 1) return false;
  const found = beside.filter(({ weight }) => weight >= FOUND).length;
  return (
    (found === 0 && isMeantAlone(things, candidate)) ||
    (found <= 1 && things.slice(0, -1).some((match) => isLost(match, candidate)))
  );
}

/** True for a word in Latin letters that is two of a section's: `Dataflow` where it says `data` and `flow`. */
const isApart = ({ word, expansion }: WordMatch): boolean =>
  word.token.script === 'latin' && expansion?.how === 'joined' && expansion.terms.length > 1;

/** True where a section holds a word; one that is two of its words, where they stand side by side. */
function isThere(match: WordMatch, candidate: Candidate): boolean {
  if (!isHeld(match, candidate, false)) return false;
  const terms = isApart(match) ? (match.expansion?.terms ?? []) : [];
  return (
    terms.length === 0 || holdsWhole(candidate, [terms.map((term) => candidate.segment.terms.text(term))])
  );
}

const isThing = ({ word: { wordClass, token } }: WordMatch): boolean =>
  NAMING.has(wordClass) && verbsOf(token.text).length === 0;

/** True for what only asks elsewhere, and is all that is named here: `Notion`, which the section lacks. */
const isUnsaid = ({ word, expansion, mention }: WordMatch): boolean =>
  word.wordClass === 'asking' &&
  word.token.script === 'latin' &&
  !isFiller(word.token.text) &&
  expansion === undefined &&
  mention === undefined;

const isWritten = ({ weight, expansion }: WordMatch): boolean =>
  weight >= FOUND && (expansion?.how === 'word' || expansion?.how === 'stem' || expansion?.how === 'joined');

/** Things, those side by side as one name: `양자 컴퓨터`, but not `퍼지와 유전`. */
function namesIn(text: string, things: readonly WordMatch[]): readonly Name[] {
  const names: WordMatch[][] = [];
  for (const match of things) {
    const last = names.at(-1);
    const before = last?.at(-1)?.word.token;
    const isNext =
      before !== undefined &&
      withoutParticles(before).length === before.text.length &&
      /^[\s-]*$/u.test(text.slice(before.end, match.word.token.start));
    if (isNext) last?.push(match);
    else names.push([match]);
  }
  return names;
}

/** True for a known name that something is done with: `도커 이미지 줄이는 법`, `how to deploy it with jenkins`. */
function isDoneWith(text: string, { token, common }: QueryWord): boolean {
  if (!common) return false;
  const [, next] = /^\s([가-힣]+)/u.exec(text.slice(token.end)) ?? [];
  if (token.script === 'latin')
    return (
      /\b(?:with|in|on|using|via)\s$/iu.test(text.slice(0, token.start)) &&
      /^\W*$/u.test(text.slice(token.end))
    );
  return next !== undefined && verbsOf(next).length === 0 && withoutParticles(token) === token.text;
}

/** True where a section holds none of the things, and no post says them; or, of a date, whatever is said elsewhere. */
function areUnheld(things: readonly WordMatch[], candidate: Candidate, isDate: boolean): boolean {
  const named = things.filter(({ word }) => isContentWord(word));
  return (
    named.length > 0 &&
    things.every((match) => !isThere(match, candidate)) &&
    (isDate || named.every((match) => isLost(match, candidate)))
  );
}

/** True for a name that no post says in any form, nor another one for it, nor what sounds so. */
function isLost(match: WordMatch, candidate: Candidate): boolean {
  const { word, weight, expansion } = match;
  const { length } = withoutParticles(word.token);
  const isSaid = !isInNoPost(match) && !isApart(match);
  if (!isContentWord(word) || length < 2 || isSaid || isThere(match, candidate)) return false;
  const how = expansion?.how;
  if (how === 'part') return weight < HEARD.part;
  return (
    (how !== 'sound' && how !== 'typo') || weight < (length < HEARD.letters ? HEARD.short : HEARD.weight)
  );
}

/** True for a name that the thesaurus knows as a whole, and that a section does not hold as one. */
function isAnotherWhole(text: string, name: Name, candidate: Candidate): boolean {
  const first = name[0]?.word.token;
  const last = name.at(-1)?.word.token;
  if (first === undefined || last === undefined || first === last) return false;
  const whole = wholeName(`${text.slice(first.start, last.start)}${withoutParticles(last)}`);
  return whole !== undefined && !holdsWhole(candidate, whole);
}

/** True where other words of a like meaning are all that a section holds of a name, and are no name of it. */
const isMeantAlone = (name: Name, candidate: Candidate): boolean =>
  name.some(({ expansion }) => expansion?.how === 'meaning') &&
  name.every((match) =>
    match.mention === undefined && match.expansion?.how === 'meaning'
      ? !isTranslated(match, candidate) && !isTitlePhrase(match) && !isNameOf(match, candidate)
      : !isThere(match, candidate),
  );

/** True for what another language says for a word, where a section is not told in the word's own. */
const isTranslated = ({ word: { token }, expansion }: WordMatch, { doc }: Candidate): boolean =>
  expansion?.translated === true &&
  !doc.variants.some(({ post }) => post.language === (token.script === 'latin' ? 'en' : 'ko'));

/** True where a heading has a phrase for a word: `메시지 큐` for `메시지큐`. */
const isTitlePhrase = ({ weight, fields }: WordMatch): boolean => weight >= PHRASE && (fields & TITLES) !== 0;

/** True where a word stands for a name of a section as a whole, or is one of its words in another script. */
function isNameOf({ word, terms }: WordMatch, { segment, at, doc }: Candidate): boolean {
  const names = [
    ...doc.topicNames,
    ...doc.variants.flatMap(({ section }) => [section.name, ...section.aliases]),
  ];
  // What looks like a particle may be the end of a name: `백스테이지`.
  const typed = [word.token.text, withoutParticles(word.token)].map((text) => spellingOf(text, true));
  return terms.some((expansion) => {
    if (expansion.how !== 'meaning' || foundIn(segment.postings, expansion, at) < 0) return false;
    const said = expansion.terms.map((term) => segment.terms.text(term));
    return (
      names.some((name) => isSame(name, said)) ||
      writtenIn(doc, said).some((text) => typed.some((one) => likeness(one, spellingOf(text)) >= SPELLED))
    );
  });
}

/** How a section writes a word that it is found by, with its ending: `backstage` for `backstag`. */
const writtenIn = ({ variants }: Candidate['doc'], words: readonly string[]): readonly string[] =>
  variants.flatMap(({ section }) => {
    const lower = `${section.name}\n${section.text}`.toLowerCase();
    return placesOf(lower, words).map(
      ([start, end]) => /^.*?(?![a-z])/su.exec(lower.slice(start, end + ENDING))?.[0] ?? '',
    );
  });

/** True where a name is made of words, in any form. */
function isSame(name: string, words: readonly string[]): boolean {
  const tokens = tokensOf(name, words.length + 1);
  return (
    tokens.length === words.length &&
    tokens.every((token, i) => lexemeOf(token).forms.includes(words[i] ?? ''))
  );
}
