import { memoizeLast } from '#library/compute/memoize.ts';
import { isName } from '../../../words/thesaurus.ts';
import { verbsOf } from '../../../words/verbs.ts';
import { HANGUL, KANA } from './clauses.ts';

/** What asks in Korean wherever it stands: words of questions, what begs to be told, what is looked for or not understood. */
const ASKS_KOREAN =
  /[?？]|뭐|뭘|뭔|뭥|무엇|무슨|무얼|어떤|어떻|어때|어땠|어케|어째|어떡|왜|언제(?!든|라도)|어디|어느|누가|누구|누굴|얼마|몇|며칠|[머모](?:야|임|냐|가|를|지|였|에요|예요)|먼지|알려\s?[주줘달]|(?:설명|추천|요약|정리|비교|소개)(?!하[다느고]|했|한다|[됐되])|가르쳐|갈켜|궁금|찾[아고는]|보여\s?[주줘달]|말해\s?[주줘]|말씀|[알듣]고\s?싶|배우고\s?싶|[고하]\s?싶(?:은데|어요|습니다|음)|려는데|려고\s?하는데|있[잖던었]|였는데|이었는데|부탁|방법|(?<![가-힣])(?:뜻|차이)|구분|헷갈|모르겠|몰라서|이해가?\s?(?:안|못)|(?:세션|발표|강연|행사|목차|목록|일정|자료).*(?:싶|볼[게래]|보자|들을래|골라)|주시|주실|(?:기억|생각)[이도]?\s?(?:안|잘|날|나지)|맞[지죠]/u;
/** How what is asked ends in Korean: with an ending of questions, a condition, or a favour. */
const ENDS_ASKING =
  /(?:까|나요|나여|가요|니|냐|[는은인]지|던가|려나|[았었했됐]나|려면|라면|가지|줘|줘요|주라|주세요|줄래|으?면)$/u;
/** Where it is asked whether something may be, is there, or is the same, nothing but its tone tells so. */
const ASKS_WHETHER = /[도면야]\s?(?:돼|되)요?$|(?:있|없)어요?$|가능|필요|맞아|달라|(?<![거것]\s?)같아요?$/u;
/** A class of all syllables with a final consonant, by its place among the finals of Unicode. */
const withFinal = (final: number): string =>
  `[${Array.from({ length: 19 * 21 }, (_, i) => String.fromCharCode(0xac00 + 28 * i + final)).join('')}]`;
const N = withFinal(4);
const L = withFinal(8);
/** A syllable without a final consonant, behind which no verb in 아 or 어 ends but by contraction. */
const OPEN = withFinal(0);
/** What is over, or supposed. */
const PAST = `(?!있)${withFinal(20)}`;

/** How a sentence that tells something ends in Korean. */
const TELLS_KOREAN = new RegExp(
  `(?:[가-힣]다|(?<=[가-힣])(?<!동)네|네요|구나|군요?|거든요?|잖아요?|더라(?:고요?)?|지롱|야지|${PAST}지|(?:하|되|있|없|같|맞|좋|렇|크|많|쁘)지|${L}게요?|(?!빨)${L}래|(?:하|가|보|쉬|마시)자|(?:${N}|${PAST}|없|있)대요?|[이기]래요?|${N}데요?|(?:^|[^집])중|듯|뻔|[없싫많좋]음|${PAST}음|[가-힣]{2}[함됨]|^[냄옴감됨함]|(?<=[가-힣])(?<!${OPEN}|[언용령영단색국])[어아]|(?<![이방피오견저손])해|(?:[추더러려쉬매마까여]|외로|새로)워|와|(?<!주)줘|봐|돼|(?<![고배염격독장심])려|(?:미|지|다|넘|망|그)쳐|(?<!니)져|[겨켜]|막혀|(?<!분)야|[어아여해워와돼예에래]요|나봐)$`,
  'u',
);
/** A verb that stands before what it describes. */
const DESCRIBES = new RegExp(`(?:${N}|던)$`, 'u');
/** The same wherever it stands: what follows is said besides. */
const TELLS_SURELY = new RegExp(`(?:[가-힣]니다|[가-힣]{2}네요?|구나|${PAST}[다음])$`, 'u');
/** So few words may be said behind what is told: `배포 끝났다 드디어`. */
const BEHIND = 2;
const TRAILS = /[\s.!~…ㅋㅎㅠㅜ^;]+$/u;

/** What one asks oneself of oneself, unless it is of the talks: `나 왜 이러지?` */
const ASKS_ONESELF =
  /^(?:나|난|나는|나도|나만|내가)\s(?!.*(?:세션|발표|강연|행사|들을|볼|읽을|알아|배[우울])).*(?:지|까|건가|려나)[?？]*$/u;

/** `참가자`, `청중`, `대조군`: nouns that end as a sentence does. */
const isNoun = (word: string): boolean =>
  !/[요음]$/u.test(word) && isName([word]) && verbsOf(word).length === 0;

/** What one is doing, or where one is: `나 지금 지하철`. */
const TELLS_OF_ONESELF = /^(?:나|난|저|전)\s(?:지금|방금|오늘|어제|이제)(?:은|도)?\s/u;

function tellsInKorean(text: string): boolean {
  if (ASKS_ONESELF.test(text)) return true;
  if (ASKS_KOREAN.test(text)) return false;
  if (TELLS_OF_ONESELF.test(text)) return true;
  const words = text.split(/[\s.,!~…]+/u);
  const last = words.at(-1) ?? '';
  if (ENDS_ASKING.test(last)) return false;
  // `행사가 열린 해`: a year.
  if (last === '해' && DESCRIBES.test(words.at(-2) ?? '')) return false;
  if (words.slice(-BEHIND - 1).some((word) => TELLS_SURELY.test(word))) return true;
  return words.length > 1 && !ASKS_WHETHER.test(text) && TELLS_KOREAN.test(last) && !isNoun(last);
}

/** What asks in English: words of questions, what is looked for, and what begs to be told. */
const ASKS_ENGLISH =
  /\?|\b(?:wh?at|whats|wats|which|who|whose|where(?:abouts)?|when|why|how|tell|explain|describe|list|show|define|compare|difference|wonder\w*|curious|interested|looking for|want to|wanna|like to|need to know|remember|recall|help|summar\w+|recommend\w*|please|pls|plz|about|vs|versus|reasons?|(?:do|can|should) i)\b|^(?:is|are|was|were|do|does|did|can|could|will|would|should|has|have|had|am|may|might|any|give|find|name|get)\b/iu;
/** How a sentence that tells something begins in English: with who or what does or is something, or with what was done. */
const TELLS_ENGLISH =
  /^(?:(?:so|well|oh|hey|and|but|just|lol|omg|man|ok|no|yeah|yes|today|now|sorry|guess|hope|maybe|sometimes) )*(?:(?:i|we|you|he|she|they|it|nobody|everybody|everyone|somebody|someone)(?:'(?:m|ll|ve|d|re|s))?|im|ive|that's|there's|here's|let's|my|our|your|his|her|this|these|those|me|same) |^(?!\w+ing )(?!(?:\S+ ){0,3}(?:that|to|of|for|in|with|by) )\S+ (?:\S+ ){0,2}(?:is|are|was|were|has|have|had|will|would|did|got|went|came|isn't|aren't|wasn't|doesn't|don't|didn't|won't|can't|makes?|finally \w+ed)(?: |$)|^(?:(?:just|never|almost|finally|already) )?(?:\w+ed (?:a|an|the|my|in|at|on|to)|saw|bought|had|lost|broke|forgot|got|stuck|took|spent|stayed|went) |^(?:never|so|too|not) |\b(?:again|lol|lmao|haha|yesterday|tonight)$/iu;

function tellsInEnglish(text: string): boolean {
  return !ASKS_ENGLISH.test(text) && TELLS_ENGLISH.test(text);
}

const ASKS_JAPANESE =
  /[?？何誰]|いつ|どこ|どれ|どの|どう|どん|なぜ|なに|なん(?!でも)|いくら|いくつ|だれ|教え|おしえ|まとめて|見せて|聞かせ|聞きたい|学びたい|気にな|思い出|[わ分]からな|お願い|おねがい|よろしく|要約|一覧|説明|紹介|おすすめ|違い|とは|(?:[かの]|って)$|知りたい|調べ|探し|について|方法|ください|ほしい|欲しい|(?:ある|あります|できる|できます|使える)$/u;
const TELLS_JAPANESE = /(?:[ただるいよねなしうわぞぜ]|です|ます|ません|のに|もん|かな|かも)[ー〜wW笑]*$/u;

const tellsInJapanese = (text: string): boolean => !ASKS_JAPANESE.test(text) && TELLS_JAPANESE.test(text);

/** Who says more describes what is looked for: `외워야 할 도구가 너무 많아서 머리 아프다`. */
const MOST_WORDS = { korean: 6, english: 8 } as const;

/**
 * True for what tells something and asks for nothing, by the form of its sentence: `오늘 회의만 다섯 개였다`, `prod is down
 * again`. A noun with what describes it asks for it.
 */
export const isRemark = memoizeLast((typed): boolean => {
  const text = typed
    .trim()
    .replaceAll('’', "'")
    .replace(TRAILS, '')
    .replace(/[。！]+$/u, '');
  if (KANA.test(text)) return tellsInJapanese(text);
  const words = text.split(/\s+/u).length;
  // Typed in the other layout, or not yet to its end.
  if (/[ㄱ-ㅣ]/u.test(text)) return false;
  return HANGUL.test(text)
    ? words <= MOST_WORDS.korean && tellsInKorean(text)
    : words <= MOST_WORDS.english && tellsInEnglish(text);
});
