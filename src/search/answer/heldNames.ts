import type { Topic } from '#library/model.ts';
import { FIELD } from '../index/tables/postings.ts';
import type { Candidate } from '../ranking/candidate.ts';
import { isContentWord, type Query, type QueryWord } from '../ranking/query.ts';
import { isAnotherName, type WordMatch } from '../ranking/wordMatch.ts';
import { verbsOf } from '../words/verbs.ts';
import { ASKS, isNamed, isWithin } from './question/askingWords.ts';
import type { Asking } from './question/readQuestion.ts';
import type { NamedTopic } from './question/topicTable.ts';

/** From here on what was typed is a name of the section as a whole. */
const WHOLE = 0.84;
/** From here on a word of a heading is surely the one that was typed: alone, beside another word, and beside a name like it. */
const IN_HEADING = 0.8;
const BESIDE = 0.75;
const NAMED = { word: 0.62, name: 0.7 } as const;
/** From here on a word of the text is, if it is not short. */
const IN_TEXT = { weight: 0.87, letters: 4 } as const;
const HEADED = FIELD.heading | FIELD.alias;

/**
 * True where a section holds a word: as it is, in another form, by a name that stands for it, or by one that hardly
 * anything but this word looks or sounds like. On names typed with slips and by ear these bounds keep 98 of 100, and on
 * names that the posts do not hold five of hundred.
 * @param alone true where the word is all that was typed
 */
export function isHeld(match: WordMatch, { name, segment }: Candidate, alone: boolean): boolean {
  const { word, expansion, fields, mention } = match;
  const how = expansion?.how;
  if (how !== undefined && how !== 'sound' && how !== 'typo' && how !== 'part' && how !== 'described') return true;
  const alike = Math.max(mention?.score ?? 0, name === undefined || name.how === 'initials' ? 0 : name.score);
  if (alike >= WHOLE) return true;
  if (expansion === undefined || how === 'part' || how === 'described') return false;
  // Keys of the other layout.
  if (/[ㄱ-ㅣ].*[가-힣]/u.test(word.token.text)) return false;
  const { weight } = expansion;
  if (isAnotherName(match, segment)) return true;
  if ((fields & HEADED) === 0)
    return !word.common && weight >= IN_TEXT.weight && word.token.text.length >= IN_TEXT.letters;
  return weight >= (alone ? IN_HEADING : BESIDE) || (weight >= NAMED.word && alike >= NAMED.name);
}


/** More words than these describe something. */
const FEW = 3;

/**
 * True where a question that names a thing, and asks for no more than what it is or how it is used, names another than
 * a section holds.
 */
export function lacksName(
  { text, words }: Query,
  candidate: Candidate,
  named: readonly NamedTopic[],
  { kinds, naming, spans }: Asking,
): boolean {
  const [kind] = kinds;
  const told = words.filter((word) => !word.hint && word.wordClass !== 'asking' && !isWithin(word, spans));
  const few = kind === 'how' ? 1 : kind === 'definition' || (naming && kind === undefined) ? FEW : 0;
  if (told.length > few || !isName(text, told)) return false;
  if (kind !== 'how' && named.length > 1 && !named.every(({ topic }) => isToldIn(candidate, topic))) return true;
  return candidate.matches.some(
    (match) =>
      isContentWord(match.word) &&
      told.includes(match.word) &&
      !isNamed(match.word, named) &&
      !ASKS.test(match.word.token.text) &&
      !isHeld(match, candidate, told.length === 1),
  );
}

/** True where a section is about a topic or mentions it. */
const isToldIn = ({ doc }: Candidate, { about, mentions }: Topic): boolean =>
  [about, mentions].some((refs) =>
    refs.some(({ session, section }) => session === doc.session && section === doc.section),
  );

/** True for words side by side that do not tell of something: `퇴사자 계정 한번에 끄기` is no name. */
function isName(text: string, words: readonly QueryWord[]): boolean {
  const between = text.slice(words[0]?.token.start ?? 0, words.at(-1)?.token.end ?? 0);
  if (between.split(/[\s-]+/u).length > words.length) return false;
  return !words.some(({ wordClass, token }) => wordClass === 'plain' && verbsOf(token.text).length > 0);
}
