import type { AskedFor, Facet } from '../question/questionKinds.ts';
import type { Asking } from '../question/readQuestion.ts';
import { isStrict } from '../question/values/countedNoun.ts';
import { hasAddress } from './address.ts';
import { namesAtWork } from './persons.ts';

const NOW_LEAD =
  /^(?:지금은|지금|현재는|현재|이제는|이제|요즘은|그\s?뒤|이후|today|since then|update|nowadays|these days)(?=[\s,:：—–-])|^now(?=\s*[,:—–-]|\s(?:it|they|he|she|we|you|the|this|that|both|all|called|known|part|renamed)\b)|^(?:現在は|今は|いまは|現在では|その後)/iu;
const NOW_INSIDE =
  /(?<![가-힣])지금(?:은|도)?\s|\b(?:they|we|it|he|she|who) (?:now|still)\b|\b(?:is|are) (?:now|still)\b|今[はも]/iu;
/** What goes on beside what has changed. */
const GOES_ON =
  /(?<![가-힣])(?:지금도|아직(?:도|은|까지)?|여전히|여태)\s(?!않|아니)|그대로\s쓰|(?<![을를]\s)그대로\s(?:두|남|돌)|\bstill (?!not\b|no\b)[a-z]|今で?も|まだ\S*(?:てい|使|あ)/iu;
/** What went on then tells nothing of now. */
const WENT_ON = /고\s있었|[았었했]었|\bused to\b|\bw(?:as|ere) [a-z]+ing\b|ていた|ていました/iu;
const CHANGED =
  /종료|단종|중단|폐지|바뀌었|바뀐|바뀌어|합쳐|합류|이어받|대체|되었다가|판매|더는|더 이상|담겨 있|일부입니다|\b(?:retired|discontinued|shut down|renamed|replaced|became|merged|no longer|gave way|since \d{4}|joined|part of|deprecated|sold)\b|終了|廃止|改名|後継|統合|変わりました|消しました|やめました|止めました|変わった|になりました|になった|使えません|使えない/iu;
const DATE =
  /(?:19|20)\d{2}\s?[년年]|\d{1,2}\s?[월月]|(?:19|20)\d{2}-\d{2}|올해|작년|재작년|지난해|내년|이듬해|(?:다음|지난)\s?(?:달|주)|상반기|하반기|\d\s?분기|今年|昨年|来年|\b(?:next|last|this) (?:year|month|spring|summer|autumn|fall|winter)\b|\b(?:19|20)\d{2}\b|\b(?:January|February|March|April|May|June|July|August|September|October|November|December)\b/u;
const MONTH =
  '(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sep(?:t(?:ember)?)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\\b';
const DAY = new RegExp(
  `(?<![\\d/])\\d{1,2}/\\d{1,2}(?![\\d/])|\\d{1,2}\\s?[월月]\\s?\\d{1,2}|(?:19|20)\\d{2}[-./]\\s?\\d{1,2}[-./]\\s?\\d{1,2}|\\b\\d{1,2}(?:st|nd|rd|th)? (?:of )?${MONTH}|\\b${MONTH}\\.? \\d{1,2}(?!\\d)`,
  'u',
);
const KOREAN_NUMERALS = '한|두|세|네|다섯|여섯|일곱|여덟|아홉|열|하나|둘|셋|넷|몇십|수십|수백';
const COUNTERS =
  '가지|개|명|번|대|배|단계|갈래|종류|곳|건|분|초|시간|일|주|달|년|원|퍼센트|%|장|권|팀|층|쌍|축|사람|마리|줄|세션|편|도|겹|조각|군데';
const NUMBER = new RegExp(
  `\\d|무료|공짜|無料|[一二三四五六七八九十百千]つ|바이트|(?:peta|tera|giga|mega)byte|(?<![가-힣])(?:${KOREAN_NUMERALS})\\s?(?:${COUNTERS})|(?:둘|셋|넷|다섯|여섯|일곱|여덟)(?:입니다|로|으로|이다|을|를)|\\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens?|hundreds?|thousands?|millions?|billions?|half|twice|double|percent)\\b`,
  'iu',
);
const BECAUSE =
  /때문|이유|므로|라서|니까|덕분|탓|위해|위한|\b(?:because|since|so that|reason|therefore|thanks to|in order to|so)\b|ため|からです|ので|おかげ|理由/iu;
/** What a thing is good for, which tells why without a word for a reason. */
const BENEFIT =
  /않아도|필요\s?(?:가\s)?없|없이도?\s|대신\s?(?:해|처리|맡)|줄여|줄어|줄[었인일]|아끼|아낄|절약|빨라|빠르게|쉽게|쉬워|쉽습|간단|편하|편리|높아|좋아[지졌]|나아[지졌]|할 수 있[게다습어]|\b(?:without|no need|need(?:s)? no|easier|easily|easy|simpler|faster|cheaper|quickly|saves?|saving|spares?|avoids?|reduces?|improves?|better|takes? (?:\S+ ){1,5}off|can (?:then|now|also)|lets?|enables?|allows?)\b|不要|簡単|早く|速く|減[らり]|できるように/iu;
/** A point in time, and no reason: `since 2021`. */
const SINCE = /\bsince (?:(?:early|mid|late|then|\p{Lu}\p{Ll}+) )?(?:(?:19|20)\d\d|then)\b/u;
const BY_MEANS =
  /으로써|면 됩니다|면 된다|면\s|통해|거쳐|방법|방식|하도록|하게|되게|도록|붙이|붙여|넣어|넣고|바꾸|바꿔|나누|나눠|해결|줄였|막았|\b(?:by \w+ing|using|use|through|via|with|step|way)\b|によって|ことで|方法|手順|すれば|使って|使い/iu;
const PLACE = /에서|에 있|곳|\b(?:at|in|on)\s(?:the\s)?[A-Z\p{L}]|で開|にあ|会場|場所/u;
const SITE = /사이트|site\b|サイト/iu;
const NAMED =
  /名前|と呼|という名|이름|라고\s|불리|부르|일컫|[“‘"'].{2,40}[”’"']|\b(?:called|named|names?|known as|renamed)\b/iu;
const MADE_OF =
  /으?로\s(?:\S+\s)?(?:만들|만든|구성|이루어|이뤄|짰|짜여|작성|구현)|\b(?:made (?:up )?of|built (?:on|with|from)|consists? of|composed of|based on|written in)\b|で(?:作|構成|でき)/iu;
/** `OCR: 이미지 속 글자를 텍스트로 바꿉니다`, `애드혹 분석은 …을 말한다`, `A silo is a store that …`: what names a thing and says what it is. */
const ENTRY = /^[^.:：?!。]{2,40}[:：]\s?\p{L}/u;
const SAYS_WHAT =
  /^(?:\S+\s){1,4}?\S*(?:은|는|이란|란|이라는\s것은)\s.*(?:이다|입니다|이에요|예요|말한다|말합니다|말해요|뜻한다|뜻합니다|뜻해요|가리킨다|가리킵니다|것이다|것입니다)[.)”"]*$|^(?:\S+\s){1,5}?(?:is|are|means)\s(?:an?|the|when|where|what)\s/u;
const PERSON =
  /^(?:발표자|연사|강연자|담당자?|작성자|글쓴이|저자|speakers?|presenters?|authors?|発表者|登壇者|担当)\S{0,2}(?:\s?[:：]|\s)|[가-힣]{2,4}\s(?:님|씨)(?:[이은는의]|께서|으로)|さん(?:[がはの]|による)/iu;
const MAKERS =
  /[이가]\s(?:\S+\s){0,4}?(?:만든|만들|개발|공개|내놓|시작한|발표)|에서\s(?:만든|만들|개발|공개|시작)|\b(?:made|built|created|developed|open-sourced|released|started|given) by\b|\b[A-Z]\w+ (?:made|built|created|developed|designed)\b/u;
const PEOPLE =
  /발표|소개|만든|내놓|도입|고객|회사|기업|업체|\b(?:company|customer|made|makes|built|developed|presented|spoke|gave|by [A-Z])/u;

/** `가상 상담원, 상담사 지원, 주제 분석의 세 부분`: a list inside a sentence. */
const ENUMERATES = new RegExp(
  `[^,、.]+[,、]\\s?[^,、.]+(?:[,、]|와\\s|과\\s|\\sand\\s)[^.]*(?:(?<![가-힣])(?:${KOREAN_NUMERALS})|\\d)\\s?(?:${COUNTERS}|부분|축|묶음|원칙|요소)|(?:${KOREAN_NUMERALS})\\s?(?:가지|단계|부분)\\S*\\s[^.]*[,、][^.]*[,、]|\\b(?:two|three|four|five|six|seven)\\b[^.]*: [^.]*, `,
  'iu',
);

/** Sentences that begin so cannot be understood without the one before. */
const PRONOUN =
  /^(?:이때|그래서|그러면|그러나|그런데|그리고|그중|그 |그것|그곳|그게|이것|이는|이를|이런|이러한|이렇게|이 가운데|이 중|이 셋|이 둘|이 일|이 \S+[은는이가을를]|이들|이쪽|여기|거기|따라서|하지만|또한|또 |반면|반대로|즉|다만|덕분에|앞의|it\b|its\b|this\b|that\b|they\b|their\b|these\b|those\b|この|その|これ|それ|そこで|また|しかし|そのため|ただし|こうし|so\b|but\b|however\b|therefore\b|then\b|here\b|there\b|such\b|he\b|she\b|both\b|instead\b|and\b|the (?:former|latter|first|second|three|two|four)\b)/iu;

/** True for a text with a list inside a sentence. */
export const enumerates = (text: string): boolean => ENUMERATES.test(text);

/** True for a sentence with a day of a month. */
export const isDated = (sentence: string): boolean => DAY.test(sentence);

/** True for a sentence that leans on the one before it. */
export function refersBack(sentence: string): boolean {
  return PRONOUN.test(sentence);
}

/** True for a sentence that tells what has become of a thing. */
export function tellsLaterFate(sentence: string): boolean {
  return NOW_LEAD.test(sentence);
}

/** What a number is worth where it counts another thing, as a share; and more, where it counts what was asked for, or what is counted alike. */
const OF_ANOTHER = 0.25;
const EXACTLY = 1;
const ROUGHLY = 0.6;

/** What a name of the kind that is asked for is worth: beside the noun of the kind, and where it is known to be of it. */
const BESIDE = 0.8;
const MEMBER = 0.8;

/** Weight of the kinds asked for, the first most. */
const BY_PLACE = [1, 0.7, 0.5, 0.35, 0.25] as const;

/**
 * 0 to about 1.5: how well a sentence is of the type that was asked for. `definition` is judged elsewhere.
 * @param at its place in the text.
 * @param fits how well each sentence is of each kind that is asked for, see `kindFit`.
 */
export function sentenceFit(
  sentence: string,
  at: number,
  fits: readonly Float64Array[],
  { kinds, counted, closest, called }: Asking,
): number {
  let sum = 0;
  for (let place = 0; place < kinds.length; place += 1) {
    let fit = fits[place]?.[at] ?? 0;
    if (kinds[place] === 'number' && fit > 0 && counted !== undefined)
      fit = !counted.test(sentence)
        ? fit * (isStrict(counted) ? -1 : place === 0 ? OF_ANOTHER : 1)
        : fit + (closest === undefined || closest.test(sentence) ? EXACTLY : ROUGHLY);
    sum += fit * (BY_PLACE[place] ?? 0.2);
  }
  if (called !== undefined)
    sum += called.beside.test(sentence) ? BESIDE : called.member?.test(sentence) === true ? MEMBER : 0;
  return sum;
}

/** How well a sentence is of one kind, whatever was to be counted. */
export const kindFit = (sentence: string, kind: AskedFor): number => FITS[kind]?.(sentence) ?? 0;

/** What compares, in a section about one of two things or both. */
export const DIFFERS =
  /차이|달리|다르|반면|비해|비하면|보다는|와 다른|과 다른|\b(?:unlike|whereas|differ\w*|compared|in contrast|instead)\b|違い|異な|対して/u;

const FITS: Readonly<Partial<Record<AskedFor, (sentence: string) => number>>> = {
  difference: (text) => (DIFFERS.test(text) ? 0.4 : 0),
  list: (text) => (ENUMERATES.test(text) ? 0.45 : 0),
  now: (text) =>
    tellsLaterFate(text)
      ? 1.5
      : CHANGED.test(text) && DATE.test(text)
        ? 0.8
        : GOES_ON.test(text)
          ? 1
          : NOW_INSIDE.test(text)
            ? 0.5
            : CHANGED.test(text)
              ? 0.4
              : WENT_ON.test(text)
                ? -0.5
                : 0,
  date: (text) => (DATE.test(text) ? 0.9 : -0.3),
  number: (text) => (NUMBER.test(text) ? 0.5 : -0.5),
  who: (text) =>
    MAKERS.test(text) || PERSON.test(text) || namesAtWork(text) ? 0.5 : PEOPLE.test(text) ? 0.25 : 0,
  why: (text) => (BECAUSE.test(text.replace(SINCE, '')) ? 0.4 : BENEFIT.test(text) ? 0.3 : 0),
  how: (text) => (BY_MEANS.test(text) ? 0.3 : 0),
  where: (text) => (hasAddress(text) || SITE.test(text) ? 0.5 : PLACE.test(text) ? 0.15 : 0),
  name: (text) =>
    ENTRY.test(text) ? 0.5 : NAMED.test(text) || MADE_OF.test(text) || SAYS_WHAT.test(text) ? 0.3 : 0,
};

/** Kinds of questions that a whole list may answer. */
const LISTED: ReadonlySet<AskedFor> = new Set<AskedFor>([
  'list',
  'why',
  'how',
  'where',
  'name',
  'difference',
]);
const BY_LIST = 0.7;
const BY_OTHERS = 0.25;
/** What a list gains under a heading that the question says. */
const HEADED = 0.5;
const BY_HEADING = 0.3;

/** What asks for the one is not answered by the other. */
const OPPOSED: Readonly<Partial<Record<Facet, Facet>>> = { benefit: 'problem', problem: 'benefit' };

/** What is announced as features or reasons is no way to do something. */
const NO_WAY: ReadonlySet<Facet> = new Set<Facet>(['feature', 'benefit', 'reason', 'problem', 'example']);
const tellsNoWay = ({ kinds: [kind], facets }: Asking, announced: readonly Facet[]): boolean =>
  kind === 'how' && facets.length === 0 && announced.length > 0 && announced.every((one) => NO_WAY.has(one));

/**
 * -0.6 to about 1.6: how well a list is what was asked for.
 * @param lead the sentence that leads up to it, in lower case; empty for none.
 * @param announced the families whose words it holds.
 * @param headed the same of the heading that the list stands under.
 * @param said 0 to 1: how much of the heading the question says.
 */
export function listFit(
  asking: Asking,
  lead: string,
  announced: readonly Facet[],
  headed: readonly Facet[],
  ordered: boolean,
  said: number,
): number {
  // Why something is hard is told as problems: other reasons may be those for which it matters.
  const isWhyHard = asking.facets.includes('problem') && asking.facets.includes('reason');
  const wanted = isWhyHard ? asking.facets.filter((facet) => facet !== 'reason') : asking.facets;
  const told = [...announced, ...headed];
  let fit = 0;
  if (wanted.some((facet) => announced.includes(facet))) fit += 1;
  else if (wanted.some((facet) => headed.includes(facet))) fit += 0.8;
  const isOpposed = wanted.some(
    (facet) =>
      OPPOSED[facet] !== undefined && !announced.includes(facet) && announced.includes(OPPOSED[facet]),
  );
  if (isOpposed || (isWhyHard && told.includes('reason') && !told.includes('problem'))) fit -= 0.6;
  if (asking.kinds.includes('list')) fit += BY_LIST;
  else if (
    (asking.kinds.some((kind) => LISTED.has(kind)) && !tellsNoWay(asking, announced)) ||
    (asking.kinds.includes('number') && NUMBER.test(lead))
  )
    fit += BY_OTHERS;
  if (ordered && asking.kinds.includes('how')) fit += 0.3;
  const isHeaded = said >= HEADED && asking.kinds[0] !== 'difference' && !tellsNoWay(asking, announced);
  if (isHeaded && asking.kinds.some((kind) => LISTED.has(kind))) fit += BY_HEADING;
  if (asking.kinds[0] === 'now' || asking.kinds[0] === 'date') fit -= 0.5;
  return fit;
}
