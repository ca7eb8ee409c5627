import type { Topic } from '#library/model.ts';
import { FIELD, TITLES } from '../../index/tables/postings.ts';
import type { Token } from '../../letters/tokens.ts';
import type { Candidate } from '../../ranking/candidate.ts';
import { readText } from '../../ranking/passage.ts';
import { isContentWord, type Query, type QueryWord } from '../../ranking/query.ts';
import { foundIn } from '../../ranking/retrieve.ts';
import { holdsWhole, wholeName } from '../../ranking/wholeName.ts';
import { isAnotherName, type WordMatch } from '../../ranking/wordMatch.ts';
import { isKind } from '../../words/lists/kinds.ts';
import { beginsWord, placesOf } from '../../words/places.ts';
import { isName } from '../../words/thesaurus.ts';
import { verbsOf } from '../../words/verbs.ts';
import { NAMING, THINGS, type WordClass } from '../../words/wordClass.ts';
import { withoutParticles } from '../../words/words.ts';
import { ASKS, isNamed, isWithin } from '../question/askingWords.ts';
import { nameIn } from '../question/nameIn.ts';
import type { AskedFor } from '../question/questionKinds.ts';
import type { Asking } from '../question/readQuestion.ts';
import type { NamedTopic } from '../question/topicTable.ts';

/** From here on what was typed is a name of the section as a whole, and if it is not short. */
const WHOLE = 0.84;
const LONG_WHOLE = { name: 0.78, letters: 5 } as const;
/** From here on a word of a heading is surely the one that was typed: alone, beside another word, and beside a name like it. */
const IN_HEADING = 0.8;
const BESIDE = 0.75;
const NAMED = { word: 0.62, latin: 0.7, name: 0.7 } as const;
/** From here on a word of the text is, if it is not short: by itself, and beside another noun of the question that is surely held. */
const IN_TEXT = { weight: 0.87, letters: 4 } as const;
const IN_TEXT_BESIDE = { weight: 0.75, letters: 3, other: 0.9 } as const;

/** Syllables, or Latin letters, of a word that is too short to be recognised by its sound or in spite of a slip. */
const SHORT = { hangul: 2, latin: 4 } as const;

const isShort = ({ text, script }: Token): boolean =>
  text.length <= (script === 'hangul' ? SHORT.hangul : SHORT.latin);

/**
 * True where a section holds a word: as it is, in another form, by a name that stands for it, or by one that hardly
 * anything but this word looks or sounds like. On names typed with slips and by ear these bounds keep 98 of 100, and on
 * names that the posts do not hold five of a hundred.
 * @param alone true where the word is all that was typed
 */
export function isHeld(match: WordMatch, candidate: Candidate, alone: boolean): boolean {
  const { word, expansion, mention } = match;
  const { name } = candidate;
  const { script } = word.token;
  if (script !== 'hangul' && script !== 'latin') return true;
  const alike = Math.max(mention?.score ?? 0, name === undefined || name.how === 'initials' ? 0 : name.score);
  const letters = word.token.text.length;
  const isWhole = alike >= (letters < LONG_WHOLE.letters ? WHOLE : LONG_WHOLE.name) && letters > 1;
  if (name?.literal === true || isWhole) return true;
  if (!alone && (mention?.score ?? 0) >= BESIDE) return true;
  switch (expansion?.how) {
    case undefined:
    case 'part':
    case 'described':
      return false;
    case 'word':
    case 'joined':
      return !alone || isWritten(match, candidate);
    case 'stem':
      // What is a word of its own is no form of another: `접근성` is not `접근`.
      return !alone || !isName([word.token.text]) || isWritten(match, candidate);
    case 'beginning':
      return !alone || !(word.common || word.wordClass === 'everyday');
    case 'meaning':
      return !alone || isMeant(match, candidate);
    default:
      return isHeard(match, candidate, alike, alone);
  }
}

/** True where a word looks or sounds like one of the section, and hardly like another. */
function isHeard(match: WordMatch, candidate: Candidate, alike: number, alone: boolean): boolean {
  const { word, expansion, fields } = match;
  const { text } = word.token;
  // Keys of the other layout.
  if (/[ㄱ-ㅣ].*[가-힣]/u.test(text)) return false;
  const weight = expansion?.weight ?? 0;
  if (isAnotherName(match, candidate.segment)) return true;
  if (alone && isShort(word.token)) return false;
  if ((fields & TITLES) === 0) {
    const least = !alone && isBesideHeld(match, candidate) ? IN_TEXT_BESIDE : IN_TEXT;
    return !word.common && weight >= least.weight && text.length >= least.letters;
  }
  // `Dataproc` is no slip of `Dataprep`: two letters side by side tell two words apart.
  const least = alone && word.token.script === 'latin' ? NAMED.latin : NAMED.word;
  return weight >= (alone ? IN_HEADING : BESIDE) || (weight >= least && alike >= NAMED.name);
}

/** True where another noun of the question is surely held: `이펙트` beside `핸들러` is what sounds so there. */
const isBesideHeld = (match: WordMatch, { matches }: Candidate): boolean =>
  matches.some(
    (other) =>
      other !== match &&
      !other.word.hint &&
      THINGS.has(other.word.wordClass) &&
      (other.mention !== undefined ||
        (other.weight >= IN_TEXT_BESIDE.other && other.expansion?.how !== 'described')),
  );

/** True where a text holds a word as it is; a Latin one not as a part of a longer name: `git` of `GitHub`. */
function isWritten({ word, fields }: WordMatch, { doc }: Candidate): boolean {
  const { text, script } = word.token;
  if (script === 'latin' && (fields & FIELD.alias) !== 0) return true;
  const isHere =
    script === 'latin'
      ? (lower: string): boolean => isLatinWord(lower, text)
      : (lower: string): boolean => placesOf(lower, [...text]).length > 0;
  return doc.variants.some(
    ({ post, section, ancestors }) =>
      // In a title a Korean word that the thesaurus knows names nothing: `비즈니스`.
      (script === 'hangul' && word.common
        ? [section.name]
        : [post.title, section.name, ...ancestors.map(({ name }) => name)]
      ).some((name) => isHere(name.toLowerCase())) || isHere(readText(section.text).plain),
  );
}

/** True where a Latin word stands alone in a text, or as more than one of it. */
const isLatinWord = (lower: string, word: string): boolean =>
  placesOf(lower, [word]).some(
    ([start, end]) =>
      !/[a-z0-9]/.test(lower.charAt(start - 1)) && /^(?:e?s)?(?![a-z0-9])/.test(lower.slice(end, end + 3)),
  );

/** True where another name of a word stands in a section, its words side by side, and is a noun as the word is. */
function isMeant({ word, terms, fields }: WordMatch, candidate: Candidate): boolean {
  // What everybody says may be said of much else: `이사` of moving data.
  if (word.wordClass === 'everyday' && (fields & TITLES) === 0) return false;
  const { segment, at } = candidate;
  return terms.some((expansion) => {
    if (expansion.how !== 'meaning' || foundIn(segment.postings, expansion, at) < 0) return false;
    const name = expansion.terms.map((term) => segment.terms.text(term));
    if (name.length > 1) return holdsWhole(candidate, [name]);
    return word.wordClass === 'plain' || !/^[가-힣]+다$/u.test(name[0] ?? '');
  });
}

/** From here on a heading says what is asked. */
const HEADED_WHOLE = 0.75;
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
 * @param typed the question as it was typed
 */
export function lacksName(
  typed: string,
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
  if (told.length === 0 && all.length > 0) return true;
  if (namesOther(text, candidate)) return true;
  if (wantsToLearn(text)) return !named.some(isToldOf) && !told.some((word) => isTitled(word, candidate));
  const isName = kind === 'definition' || (naming && kind === undefined) || USE.test(text);
  const isWord = kind === 'how' || beside.length === 0 || !/\s/u.test(text.trim());
  const isOfName =
    isName || COSTS.test(text) || (kinds.every((one) => OF_A_NAME.has(one)) && !told.some(isVerb));
  if (told.length > (isOfName ? FEW : isWord ? 1 : 0) || !isSideBySide(text, told)) return false;
  if (numbered(text).some((name) => !holdsNumbered(candidate, name))) return true;
  const run = runOf(text, told);
  const whole = wholeName(run);
  if (whole !== undefined && !holdsWhole(candidate, whole)) return true;
  // What was typed as one word is one: `비트코인` is no `비트` beside a `코인`.
  const isSplit = run.includes(' ') && !typed.includes(run) && typed.includes(run.replaceAll(' ', ''));
  if (isSplit && whole === undefined && !isTogether(candidate, run)) return true;
  const isTopics = isName && kind !== 'how' && named.length > 1 && told.every((word) => isNamed(word, named));
  if (isTopics && !named.every(({ topic }) => isToldIn(candidate, topic))) return true;
  // What a name ends in is what it names: `양자 컴퓨터` is nothing of quantization.
  const head = candidate.matches.find(({ word }) => word === told.at(-1));
  if (isName && told.length > 1 && head !== undefined && isMissing(head, named)) return true;
  const alone = told.length === 1 && !words.some(({ vendor }) => vendor);
  // `라면 가격`: a price of something else, unless a heading says so.
  const demands = candidate.fit < HEADED_WHOLE && told.some(({ wordClass }) => wordClass === 'demanding');
  if (candidate.matches.some((match, i) => isStrange(match, candidate.matches[i + 1]))) return true;
  return candidate.matches.some(
    (match) =>
      NOUNS.has(match.word.wordClass) &&
      (alone || demands || isContentWord(match.word)) &&
      told.includes(match.word) &&
      !isNamed(match.word, named) &&
      !ASKS.test(match.word.token.text) &&
      !isHeld(match, candidate, alone),
  );
}

/** From here on a word of a section may be that of a question. */
const MAYBE_FOUND = 0.6;
/** From here on a text holds a question in spite of that: in pairs of its syllables. */
const WELL_HELD = 0.35;
/** From here on so many of its words stand side by side that they are meant. */
const TOGETHER = 0.5;
const isFound = ({ weight, expansion, mention }: WordMatch): boolean =>
  mention !== undefined ||
  (expansion !== undefined && expansion.how !== 'described' && weight >= MAYBE_FOUND);

/** True where somebody wants to learn a thing, which is more than a text tells that mentions it: `파이썬 배우고 싶어`. */
export const wantsToLearn = (text: string): boolean => WISH.test(text);
const WISH =
  /(?:배우|공부하|익히|마스터하)고\s?(?:싶|파)|(?:배울|공부할)래|\b(?:want|wanna|like|love|gonna)(?: to)? (?:learn|study|master)\b/iu;
const RECOMMEND = /^(?:추천(?:해|좀|부탁)|recommend(?!a))/u;
const LEARNS = /^(?:배우|배울|공부|익히|마스터|learn|study|master)/u;

/** True for a topic that a section is about. */
export const isToldOf = ({ topic }: NamedTopic): boolean => topic.about.length > 0;

const isTitled = (word: QueryWord, { matches }: Candidate): boolean =>
  isContentWord(word) &&
  !LEARNS.test(word.token.text) &&
  matches.some((match) => match.word === word && isFound(match) && (match.fields & TITLES) !== 0);

/** True for a noun that says more than what kind of thing is meant, and that a section does not hold. */
const isMissing = (match: WordMatch, named: readonly NamedTopic[]): boolean =>
  THINGS.has(match.word.wordClass) &&
  !isFound(match) &&
  !isNamed(match.word, named) &&
  !match.word.forms.some(isKind);

/** True where a section holds none of the nouns of a question: what is left of it may be said of anything. */
export function holdsNoNoun({ words }: Query, candidate: Candidate, { spans }: Asking): boolean {
  const { name, closeness } = candidate;
  if ((name?.score ?? 0) >= MAYBE_FOUND || closeness.held >= WELL_HELD || closeness.seams >= TOGETHER)
    return false;
  const nouns = candidate.matches.filter(
    ({ word }) =>
      words.includes(word) &&
      !word.hint &&
      NAMING.has(word.wordClass) &&
      word.token.script !== 'other' &&
      !isWithin(word, spans) &&
      !ASKS.test(word.token.text),
  );
  return nouns.length > 0 && !nouns.some(isFound);
}

/** True where a section is about a topic or mentions it. */
const isToldIn = ({ doc }: Candidate, { about, mentions }: Topic): boolean =>
  [about, mentions].some((refs) =>
    refs.some(({ session, section }) => session === doc.session && section === doc.section),
  );

/** True for a vendor that no post names, unless a product that the section holds follows: `애플 가격`, but not `AWS Lambda`. */
const isStrange = ({ word, terms }: WordMatch, next: WordMatch | undefined): boolean =>
  word.vendor &&
  terms.length === 0 &&
  !(next !== undefined && isContentWord(next.word) && next.expansion !== undefined);

/** True where a section holds words side by side, or a name that is like them as a whole. */
function isTogether(candidate: Candidate, run: string): boolean {
  const { name } = candidate;
  if (name !== undefined && name.how !== 'initials' && name.score >= LONG_WHOLE.name) return true;
  return holdsWhole(candidate, [run.split(' ')]);
}

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

/** What stands from the first of some words to the last, without its particles. */
function runOf(text: string, words: readonly QueryWord[]): string {
  const last = words.at(-1)?.token;
  if (last === undefined) return '';
  return `${text.slice(words[0]?.token.start ?? 0, last.start)}${withoutParticles(last)}`;
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
