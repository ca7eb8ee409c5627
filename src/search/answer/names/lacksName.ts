import type { Topic } from '#library/model.ts';
import { TITLES } from '../../index/tables/postings.ts';
import type { Candidate } from '../../ranking/candidate.ts';
import { isHeld } from '../../ranking/heldWord.ts';
import { readText } from '../../ranking/passage.ts';
import { isContentWord, type Query, type QueryWord } from '../../ranking/query.ts';
import { holdsWhole, wholeName } from '../../ranking/wholeName.ts';
import { isInNoPost, type WordMatch } from '../../ranking/wordMatch.ts';
import { beginsWord, placesOf } from '../../words/places.ts';
import { verbsOf } from '../../words/verbs.ts';
import { THINGS, type WordClass } from '../../words/wordClass.ts';
import { ASKS, isNamed, isWithin } from '../question/askingWords.ts';
import { nameIn } from '../question/nameIn.ts';
import type { AskedFor } from '../question/questionKinds.ts';
import type { Asking } from '../question/readQuestion.ts';
import type { NamedTopic } from '../question/topicTable.ts';
import { isToldOf, wantsToLearn } from '../question/wantsToLearn.ts';

/** From here on a heading says what is asked. */
const HEADED_WHOLE = 0.75;
/** From here on a word of a title is the one that was typed. */
const TITLED = 0.6;
/** More words than these describe something. */
const FEW = 3;
const NOUNS: ReadonlySet<WordClass> = new Set<WordClass>([...THINGS, 'plain']);
/** What is asked of a thing by its name: how it is used, why, what there is of it, whether. */
const OF_A_NAME: ReadonlySet<AskedFor> = new Set<AskedFor>(['definition', 'how', 'why', 'list', 'yesno']);
/** What a thing costs, asked of its name. */
const COSTS = /얼마(?:야|예요|에요|임|인가요?|죠|냐|지)?\s*[?？]*$|^how much (?:is|are)\b/iu;

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
  const said = words.filter(({ hint, wordClass }) => !hint && wordClass !== 'asking');
  const beside = said.filter((word) => !isWithin(word, spans));
  // What is asked for is all that is said: it is the name.
  const all = beside.length > 0 ? beside : said;
  // Who wants something recommended does not name it so.
  const told = all.filter(({ token }) => !RECOMMEND.test(token.text));
  if (namesOther(text, candidate)) return true;
  if (wantsToLearn(text)) return !named.some(isToldOf) && !told.some((word) => isTitled(word, candidate));
  const isName = kind === 'definition' || (naming && kind === undefined) || USE.test(text);
  const isWord = kind === 'how' || beside.length === 0 || !/\s/u.test(text.trim());
  const isOfName =
    isName || COSTS.test(text) || (kinds.every((one) => OF_A_NAME.has(one)) && !told.some(isVerb));
  if (told.length > (isOfName ? FEW : isWord ? 1 : 0) || !isSideBySide(text, told)) return false;
  if (numbered(text).some((name) => !holdsNumbered(candidate, name))) return true;
  const isTopics = isName && kind !== 'how' && named.length > 1 && told.every((word) => isNamed(word, named));
  if (isTopics && !named.every(({ topic }) => isToldIn(candidate, topic))) return true;
  const alone = told.length === 1 && !words.some(({ vendor }) => vendor);
  // `라면 가격`: a price of something else, unless a heading says so.
  const demands = candidate.fit < HEADED_WHOLE && told.some(({ wordClass }) => wordClass === 'demanding');
  // `지퍼 라이브러리 뭐야`: each word of a name is meant, whatever everybody calls by it.
  const isMeant = ({ word, terms }: WordMatch): boolean =>
    alone ||
    demands ||
    isContentWord(word) ||
    (isName && THINGS.has(word.wordClass) && isInNoPost({ terms }));
  return candidate.matches.some(
    (match) =>
      NOUNS.has(match.word.wordClass) &&
      isMeant(match) &&
      told.includes(match.word) &&
      !isNamed(match.word, named) &&
      !ASKS.test(match.word.token.text) &&
      !isHeld(match, candidate, alone),
  );
}

const RECOMMEND = /^(?:추천(?:해|좀|부탁)|recommend(?!a))/u;

const LEARNS = /^(?:배우|배울|공부|익히|마스터|learn|study|master)/u;

const isTitled = (word: QueryWord, { matches }: Candidate): boolean =>
  isContentWord(word) &&
  !LEARNS.test(word.token.text) &&
  matches.some((match) => match.word === word && match.weight >= TITLED && (match.fields & TITLES) !== 0);

/** True where a section is about a topic or mentions it. */
const isToldIn = ({ doc }: Candidate, { about, mentions }: Topic): boolean =>
  [about, mentions].some((refs) =>
    refs.some(({ session, section }) => session === doc.session && section === doc.section),
  );

/** Longer questions tell of something; UTF-16 units. */
const LONGEST_ASKED = 60;

/** True where a question asks something of a name of several words that a section does not hold. */
export function namesOther(text: string, candidate: Candidate): boolean {
  const asked = text.length > LONGEST_ASKED ? undefined : wholeName(nameIn(text));
  return asked !== undefined && !holdsWhole(candidate, asked);
}

/** What only asks for the way to use a thing. */
const USE =
  /^\s*how (?:to|do i|do you|can i) use\b|(?:사용|이용|활용)\s?법(?:이|은)?(?:\s?(?:뭐야|알려\s?줘))?\s*\??$/iu;

/** Names with a number or a sign in them: `S3`, `웹3`, `C++`. */
const numbered = (text: string): readonly string[] =>
  text.match(
    /(?<![\p{L}\p{N}])(?:[a-z]+|[가-힣]+)\d+[a-z]*(?![a-z\d])|(?<![\p{L}\p{N}])[a-z](?:\+\+|#)/giu,
  ) ?? [];

/** From here on a name of the section is the one that was typed. */
const WHOLE = 0.84;

function holdsNumbered({ doc, name }: Candidate, asked: string): boolean {
  if ((name?.score ?? 0) >= WHOLE && name?.how !== 'initials') return true;
  const parts = asked.toLowerCase().match(/\p{L}+|\d+|\S/gu) ?? [];
  const isHere = (lower: string): boolean =>
    placesOf(lower, parts).some(([start, end]) => beginsWord(lower, start) && !/\d/.test(lower.charAt(end)));
  return (
    doc.topicNames.some((one) => isHere(one.toLowerCase())) ||
    doc.variants.some(
      ({ section }) =>
        isHere(readText(section.text).plain) ||
        [section.name, ...section.aliases].some((one) => isHere(one.toLowerCase())),
    )
  );
}

/** True for a word that may be a verb: `현장에서 처리함` tells something and names nothing. */
const isVerb = ({ token: { text } }: QueryWord): boolean => /[함됨]$/u.test(text) || verbsOf(text).length > 0;

/** True for words side by side that do not tell of something: `퇴사자 계정 한번에 끄기` is no name. */
function isSideBySide(text: string, words: readonly QueryWord[]): boolean {
  const between = text.slice(words[0]?.token.start ?? 0, words.at(-1)?.token.end ?? 0);
  if (between.split(/[\s-]+/u).length > words.length) return false;
  return !words.some(
    ({ wordClass, token, common }) =>
      wordClass === 'plain' && !(common && words.length === 1) && verbsOf(token.text).length > 0,
  );
}
