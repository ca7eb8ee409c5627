import type { Section } from '#library/model.ts';
import { TITLES } from '../../index/tables/postings.ts';
import type { Token } from '../../letters/tokens.ts';
import type { Candidate } from '../../ranking/candidate.ts';
import { isHeld } from '../../ranking/heldWord.ts';
import { readText, visitHits } from '../../ranking/passage.ts';
import type { QueryWord } from '../../ranking/query.ts';
import { piecesOf } from '../../ranking/sectionPieces.ts';
import { isInNoPost, type WordMatch } from '../../ranking/wordMatch.ts';
import { isEmptyVerb, isLightVerb, verbsOf } from '../../words/verbs.ts';
import { NAMING, type WordClass } from '../../words/wordClass.ts';
import type { Choice, ChosenStretch } from '../choose.ts';
import { ASKS, isNamed, isWithin } from '../question/askingWords.ts';
import { type AskedFor, facetsIn } from '../question/questionKinds.ts';
import type { Asking } from '../question/readQuestion.ts';
import { type NamedTopic, renamed, SOME_NAME } from '../question/topicTable.ts';

/** What a word counts that the quote or a heading holds, and one that stands elsewhere in the section; the same of another word for it. */
const HELD = { here: 1, elsewhere: 0.6 } as const;
const MEANT = { here: 0.5, elsewhere: 0.3 } as const;
/** What verbs and other words count beside nouns. */
const BESIDE = { verb: 0.4, other: 0.3 } as const;
/** The least share of the nouns that is held where something of them is told. */
export const LEAST = 0.5;
/** From here on a word of the text is surely that of the question: by other words for it, as a form or a part of it, and by its sound. */
const SURELY = 0.6;
const CLEAR = 0.75;
const HEARD = 0.95;
/** From here on a piece is of the kind that was asked for, whatever words it holds. */
const OF_KIND = 1;
const OF_DATE = 1.5;

/** A word beside a topic's name, and what it counts for. */
interface Beside {
  readonly match: WordMatch;
  readonly at: number;
  readonly isNoun: boolean;
  readonly isVerb: boolean;
}

/** A question without the names of its topics, in lower case. */
const withoutNames = (text: string, named: readonly NamedTopic[]): string =>
  renamed(text, named, SOME_NAME).toLowerCase();

/** 0 to about 1: how much a section holds of what a question asks of the topics that it names: of the nouns beside them. Undefined where nothing is asked beside them. */
export function heldBeside(
  text: string,
  { candidate, choice }: ChosenStretch,
  section: Section,
  asking: Asking,
  named: readonly NamedTopic[],
): number | undefined {
  const beside = besideOf(text, candidate, asking, named);
  const things = beside.filter(({ isNoun }) => isNoun);
  // `무거워?`: what is said of the topic is all that is asked.
  const nouns =
    things.length === 0 && named.length === 1 && !BY_MANNER.has(asking.kinds[0])
      ? beside.filter(({ isVerb }) => isVerb)
      : things;
  if (nouns.length === 0)
    return named.length > 1 || beside.some(({ match }) => holds(match, candidate)) ? LEAST : undefined;
  const said = saidIn(section, candidate, choice);
  const held = beside.reduce((sum, one) => {
    const { match, at } = one;
    if (!holds(match, candidate)) return sum;
    const worth = isSure(match) ? HELD : MEANT;
    const share = nouns.includes(one) ? 1 : one.isVerb ? BESIDE.verb : BESIDE.other;
    return sum + share * (said.has(at) || (match.fields & TITLES) !== 0 ? worth.here : worth.elsewhere);
  }, 0);
  const share = held / nouns.length;
  // What is asked directly is asked, whatever stands around it.
  if (asking.kinds.includes('definition') && isAskedDirectly(text, asking.spans, named, nouns))
    return Math.max(share, LEAST);
  return nouns === things && lacksOne(things, candidate) ? 0 : share;
}

/** So few nouns are each asked for. */
const FEW = 2;
/** True where one of a few nouns that are asked of a topic is held by no post, or the only one, a fact, by other words alone. */
function lacksOne(nouns: readonly Beside[], candidate: Candidate): boolean {
  if (nouns.length > FEW) return false;
  const [only, second] = nouns;
  const isReworded =
    second === undefined &&
    only?.match.word.wordClass === 'demanding' &&
    only.match.expansion?.how === 'meaning' &&
    only.match.mention === undefined &&
    (only.match.fields & TITLES) === 0;
  return isReworded || nouns.some(({ match }) => !holds(match, candidate) && isInNoPost(match));
}

/** True where what was chosen is of the kind that was asked for by more than the names of topics: `파이프라인` asks for no steps. */
export function isOfKind(
  text: string,
  { choice }: ChosenStretch,
  { kinds, facets }: Asking,
  named: readonly NamedTopic[],
): boolean {
  if (kinds[0] === 'date' && choice.fit >= OF_DATE) return true;
  if (kinds[0] === 'now' && STILL.test(text)) return true;
  if (choice.fit < OF_KIND) return false;
  return kinds[0] === 'now' || (facets.length > 0 && facetsIn(withoutNames(text, named)).length > 0);
}

/** The words of a question that say something beside the topics that it names. */
function besideOf(
  text: string,
  { matches }: Candidate,
  { kinds, naming, spans }: Asking,
  named: readonly NamedTopic[],
): readonly Beside[] {
  const last = matches.findLastIndex(({ word }) => !word.hint);
  return matches.flatMap((match, at) => {
    const { word } = match;
    const { token, wordClass } = word;
    const { text: written } = token;
    const asks =
      isWithin(word, spans) &&
      !(BY_PREDICATE.has(kinds[0]) && SAYS.has(wordClass) && facetsIn(written).length === 0) &&
      !(kinds[0] === 'number' && token.script === 'latin' && NAMING.has(wordClass));
    if (isEmptyVerb(written) || FATE.test(written)) return [];
    if (word.hint || isNamed(word, named) || asks || ASKS.test(written) || SAYS_NOTHING.test(written))
      return [];
    const isVerb =
      wordClass !== 'demanding' &&
      (verbsOf(written).length > 0 ||
        isMadeVerb(word) ||
        (wordClass !== 'asking' && isPredicate(text, token)) ||
        (wordClass === 'plain' && token.script === 'latin')) &&
      !LIGHT.test(written);
    // What is looked for by a description, of whatever kind it is: `비전 api로 만든 게임`.
    const before = matches[at - 1]?.word;
    const isHead = naming && at === last && before !== undefined && !isNamed(before, named);
    const isNoun =
      ((NAMING.has(wordClass) || isHead) && !isVerb) || ATTRIBUTES.test(written) || isValue(text, word);
    return isNoun || isVerb || wordClass !== 'asking' ? [{ match, at, isNoun, isVerb }] : [];
  });
}

/** Where a way, a list or what has become of a thing is asked for, other verbs may tell it. */
const BY_MANNER: ReadonlySet<AskedFor | undefined> = new Set<AskedFor>([
  'how',
  'list',
  'now',
  'definition',
  'difference',
  'number',
  'date',
]);
/** Where what is asked is said by the verb: `왜 느려`, `맛있어?`. */
const BY_PREDICATE: ReadonlySet<AskedFor | undefined> = new Set<AskedFor>(['yesno', 'why']);
/** What has become of a thing is told in many words. */
const FATE =
  /^(?:망[하했한함]|끊[기겼긴김어]|죽[었였은이]|접[었은는힌혔]|섭종|종료|철수|퇴역|현역|유효|근황|후속|후계|계승|리브랜딩|넘어|닫[았는힌혔]|beta|drop|gone|dead|alive|sunset|retire|valid|successor)/u;
/** What asks whether a thing goes on, whatever stands beside it. */
const STILL =
  /아직|지금도|여전히|계속|종료|단종|폐지|후속|후계|이제|현재도|\b(?:still|any ?more|discontinued|retired|successor|replaced|renamed|gone|alive)\b|まだ|今も|後継|終了|廃止/iu;
/** Verbs that nearly any text tells in other words. */
const LIGHT =
  /^(?:썼|쓴|쓰|써|쓸|듣|들[어으었]|적[혀히힌]|넣|봤|보[여이]|나왔|나와|얻|배[우웠]|uses?|using|gets?|does|works?|good|need)/u;
const SAYS: ReadonlySet<WordClass> = new Set<WordClass>([...NAMING, 'plain']);

/** What is asked of a thing by words that only ask elsewhere. */
const ATTRIBUTES =
  /^(?:나라|국가|유래|어원|순위|문의|포럼|설명서|주기|높이|재질|시가|제한|면접|국적|interviews?|notes|forums?|countr(?:y|ies)|nationality|etymology|share|size|roadmap)(?![a-z])/u;

/** Who asks, what is pointed at, what is missing, and what is left of spoken Korean: `내가`, `그때`, `코드없이`, `가리키는말`, `봐`; going somewhere, which looks like a noun: `어느 사이트로 가면 되나요`. */
const SAYS_NOTHING =
  /^(?:내가|제가|우리|저희|나는|저는|나도|저도|내|제|저|이거|그거|저거|이게|그게|그때|이때|단어|용어|표현|ppl|people|folks|guys|stuff|things?|(?:some|any|every)(?:one|body)|teams?|compan(?:y|ies)|business(?:es)?|organi[sz]ations?|devs?|developers?|users?|팀들?|회사들?|기업들?|개발자들?|[가-힣])$|없이$|[인는은]지$|[는은던할한](?:말|거|것|게|건|걸|지|데)$|끼리$|^처리[를가]?$|^(?:것|거)도?$|^에서[도는]$|^지가$|^[둘셋넷]이$|^(?:넘는|다음|동시에|때|만한|한\s?달에)$|^가(?:면|래|요)$/u;

/** True for the last word of a question in Korean that ends as a verb does. */
const isPredicate = (text: string, { end, text: word }: Token): boolean =>
  /^[가-힣]+(?:[해요죠냐니까]|[함됨음봄줌임김])$/u.test(word) && !/[\p{L}\p{N}]/u.test(text.slice(end));

/** True for a form of a verb that is made of a noun: `고집해야`, `확인하는`. */
const isMadeVerb = ({ token: { text }, forms }: QueryWord): boolean =>
  forms.some((stem) => stem.length > 1 && text.startsWith(stem) && isLightVerb(text.slice(stem.length)));

/** True for a number that names something: `2.0`, `502`. */
export const isValue = (text: string, { token }: QueryWord): boolean =>
  token.script === 'number' && (token.text.length > 2 || /^\.\d/u.test(text.slice(token.end, token.end + 2)));

const holds = (match: WordMatch, candidate: Candidate): boolean =>
  (match.expansion !== undefined || match.mention !== undefined) &&
  match.expansion?.how !== 'described' &&
  !(match.expansion?.how === 'beginning' && match.expansion.weight < CLEAR) &&
  (isHeld(match, candidate, false) || (match.expansion?.weight ?? 0) >= HEARD);

/** True for a word that stands in the section itself, or what another language says for it: nothing that is like it or near to it. */
function isSure({ expansion, mention }: WordMatch): boolean {
  if (mention !== undefined || expansion === undefined) return true;
  const { how, weight, translated } = expansion;
  return how === 'meaning'
    ? translated === true
    : weight >= (how === 'sound' || how === 'typo' ? HEARD : CLEAR);
}

/** Which words of a question stand in what was chosen. */
function saidIn(section: Section, candidate: Candidate, { from, to }: Choice): ReadonlySet<number> {
  const { sentences } = piecesOf(section);
  const first = sentences[from]?.start ?? 0;
  const last = sentences[to]?.end ?? 0;
  const said = new Set<number>();
  visitHits(readText(section.text), candidate, (word, { how, weight }, start, end) => {
    if (how !== 'described' && weight >= SURELY && start >= first && end <= last) said.add(word);
  });
  return said;
}

/** What asks what a thing is right before its name. */
const ASKS_WHAT = /^(?:what|define|definition|meaning|explain|describe|tell)/iu;

/** True where nothing stands between a topic's name and what asks what it is, and nothing is asked of it: `텐서가 뭐야`. */
function isAskedDirectly(
  text: string,
  spans: Asking['spans'],
  named: readonly NamedTopic[],
  nouns: readonly Beside[],
): boolean {
  const isBefore = ([from, to]: readonly [start: number, end: number], start: number): boolean =>
    to <= start && ASKS_WHAT.test(text.slice(from, to)) && /^\s*(?:an? |the )?$/u.test(text.slice(to, start));
  return named.some(
    ({ start, end }) =>
      spans.some((span) => (span[0] >= end && span[0] - end <= 1) || isBefore(span, start)) &&
      !nouns.some(({ match: { word } }) => word.token.start >= end && word.token.start - end <= 1),
  );
}
