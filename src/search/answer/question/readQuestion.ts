import type { AskedIn } from '../../model.ts';
import { isJapanese } from '../../words/japanese/gloss.ts';
import { isEmptyVerb, verbsOf } from '../../words/verbs.ts';
import { descriptionIn } from './description.ts';
import { ASKED_FOR, type AskedFor, type Facet, facetsIn, kindWords, LISTED } from './questionKinds.ts';
import { asksComing, countedIn, dateIn } from './values/countedNoun.ts';
import { itemsAsked } from './values/itemsAsked.ts';
import { ASKS_SHORTLY } from './values/money.ts';
import { type NamedKind, namedKindIn } from './values/namedKind.ts';
import type { Telling } from './values/telling.ts';

/** A question, by what it asks for. */
export interface Asking {
  readonly kinds: readonly AskedFor[];
  readonly facets: readonly Facet[];
  /** A number with what was to be counted: `100개가 넘는 언어` for `언어 몇 개`; a day or a year where since when, or the next, is asked for. */
  readonly counted: Telling | undefined;
  /** The same, as only what is asked for is told: the noun that is counted beside its number, a sum in total. */
  readonly closest?: Telling | undefined;
  /** How many things are to be listed, where that is said: `four things`. */
  readonly items?: number | undefined;
  /** How the name of a thing is told whose kind is asked for: `which language`, `무슨 디비`. */
  readonly called?: NamedKind | undefined;
  /** True for words that name or describe something and ask for nothing. */
  readonly naming: boolean;
  /** The language that the question is clearly in. */
  readonly language: AskedIn | undefined;
  /** Where the words stand that tell what is asked for, as UTF-16 offsets: an answer need not hold them. */
  readonly spans: readonly (readonly [start: number, end: number])[];
}

const HANGUL = /[가-힣]/u;
const KANA = /[\u3041-\u30fa]/u;
const ENGLISH =
  /\b(?:the|an?|is|are|was|were|what|which|who|when|where|why|how|do|does|did|can|could|of|for|to|in|on|about|with|without|and|or|it|this|that|still|now|my|me|you|i|all|list|show|tell|define|explain|describe|compare|recommend|find|between|versus|from|by|at|as|be|not|any|there|session|sessions|talks|newest|latest|oldest|shortest|longest|random)\b/iu;

/** The language that a question is clearly in: a name alone is in none. */
export function languageOf(text: string): AskedIn | undefined {
  if (KANA.test(text) && isJapanese(text))
    return ASKS_IN_KANA.test(text) || HANGUL.test(text) ? 'ja' : undefined;
  if (!text.trim().includes(' ')) return undefined;
  if (HANGUL.test(text)) return 'ko';
  return ENGLISH.test(text) ? 'en' : undefined;
}

/** Hiragana makes a sentence: names are written in Katakana. */
const ASKS_IN_KANA = /[\u3041-\u3096]{2}/u;

/** The same pattern, for each place where it fits. */
function everywhere(pattern: RegExp): RegExp {
  const known = patterns.get(pattern) ?? new RegExp(pattern.source, `${pattern.flags}g`);
  patterns.set(pattern, known);
  return known;
}
const patterns = new Map<RegExp, RegExp>();

/** Adds where a global pattern fits. Without `matchAll`, which makes a copy of the pattern. */
function pushPlaces(pattern: RegExp, text: string, out: [number, number][]): void {
  pattern.lastIndex = 0;
  for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) {
    const { index, 0: words } = match;
    out.push([index, index + words.length]);
    if (words === '') pattern.lastIndex = index + ((text.codePointAt(index) ?? 0) > 0xffff ? 2 : 1);
  }
}

/** A text with spaces in the place of what fits a pattern. */
const without = (text: string, pattern: RegExp | undefined): string =>
  pattern === undefined ? text : text.replace(everywhere(pattern), (words) => ' '.repeat(words.length));

/** Reads what a question asks for. `text` is NFC. */
export function readAsking(text: string): Asking {
  if (descriptionIn(text.toLowerCase()) !== undefined) return readClause(text);
  const lead = LEADS_UP.exec(text)?.[0] ?? '';
  const mark = text.lastIndexOf('?') + 1;
  if (lead !== '') {
    const asking = readClause(text.slice(lead.length));
    const spans = asking.spans.map(([from, to]) => [lead.length + from, lead.length + to] as const);
    if (!asking.naming) return { ...asking, language: languageOf(text) ?? asking.language, spans };
  }
  const direct = text.replace(EMBEDDED, (clause) => ' '.repeat(clause.length));
  const asking = readClause(direct === text || readClause(direct).naming ? text : direct);
  // `감지해줘? 비전 api`: what stands behind the question mark asks for nothing.
  return asking.naming && mark > 0 && mark < text.trimEnd().length ? readClause(text.slice(0, mark)) : asking;
}

/** What leads up to a question and asks for nothing: `데이터가 얼마 없는데 `, `I missed it. `. */
const LEADS_UP = /^.*(?:[은는인한된려]데요?,?|(?<!\b(?:vs|e\.g|i\.e|dr|mr|ms|no))[.。!])\s+(?=\S+\s+\S)/isu;

/** What is not known, or found out, and not asked: `어디 쓸지도 모르는 자료를 넣어도 돼?`, `몇 번 깨지는지 세어 주는 도구 이름`. */
const EMBEDDED =
  /(?:어디|무슨|어떤|어느|[뭐뭘뭔]|무엇|누가|누구|언제|몇|얼마|왜|어떻게)\S*(?:\s\S+){0,3}?(?<=[가-힣])지[도가를는]?\s?(?:몰라도|모르(?:는(?!데|지)|고|면|더라도)|모를\s?때|상관\s?없이|정하지\s?않[은고아]\S*|(?!알|궁금|모르)(?:\S*[해여아어려]\s)?\S*(?:[해여아어]서|[하려리]고|[는한던])(?=\s\S+\s\S))(?=\s)|\b(?:without|not) knowing (?:what|how|where|which|who|when)\b/giu;

function readClause(text: string): Asking {
  const plain = text.toLowerCase().replaceAll('’', "'");
  const hangul = HANGUL.test(plain);
  const kana = !hangul && KANA.test(plain);
  const latin = /[a-z]/.test(plain);
  const description = descriptionIn(plain);
  const described = description !== undefined || DESCRIBES.test(plain);
  const spans: [number, number][] = [];
  const found = (pattern: RegExp | undefined): boolean => {
    if (pattern?.test(plain) !== true) return false;
    if (plain.length === text.length) pushPlaces(everywhere(pattern), plain, spans);
    return true;
  };
  const { ko, en, ja } = kindWords();
  const read: AskedFor[] = [];
  if (!described)
    for (const kind of ASKED_FOR)
      if ((hangul && found(ko.get(kind))) || (kana && found(ja.get(kind))) || (latin && found(en.get(kind))))
        read.push(kind);
  if (description?.asks !== undefined) {
    read.push('name');
    spans.push([...description.asks]);
  }
  if (read.length === 0 && PICKED.test(plain)) read.push('name');
  const open = (hangul ? ASKS_KOREAN : ASKS).test(plain);
  const kinds: readonly AskedFor[] =
    read.length === 0 && !open && !described && endsAsking(plain) ? ['yesno'] : read;
  // `뭐 하는 기능이야` asks what it is, and for no features.
  const beside = read.includes('definition') && hangul ? without(plain, ko.get('definition')) : plain;
  const families = described
    ? []
    : facetsIn(
        beside,
        (words, facet) =>
          !(NOT_LISTED.has(facet) && OF_ONE.test(plain)) &&
          !(facet === 'need' && read[0] === 'number' && !NEEDED_THINGS.test(plain)) &&
          words.test(beside) &&
          found(words),
      );
  // Why something went badly is told as problems.
  const facets: readonly Facet[] =
    kinds.includes('why') && !families.includes('problem') && BADLY.test(plain)
      ? [...families, 'problem']
      : families;
  const told = kinds.includes('number') ? countedIn(plain) : undefined;
  if (told !== undefined) found(ASKS_SHORTLY);
  const dated = kinds.includes('date') ? dateIn(plain) : undefined;
  // `내년엔 몇 월에 해요`: no month that has been.
  const counted = dated !== undefined && asksComing(plain) ? dated : (told?.amount ?? dated);
  // Who asks what the advantages are wants no definition.
  const listed =
    facets.some((facet) => LISTED.has(facet)) &&
    (open || !isYesOrNo(kinds)) &&
    (kinds[0] !== 'number' || counted !== undefined);
  const asked = kinds.filter(
    (kind) =>
      !(listed && kind === 'definition') &&
      !(kinds[0] === 'difference' && kind === 'date') &&
      // `몇 년 뒤면 망한대`: how soon, and not whether it has.
      !(kind === 'now' && kinds.includes('number') && HOW_SOON.test(plain)) &&
      // `어떻게 써야 하나요`, `뭐가 달라지나요`: the ending asks, and not whether.
      !((BY_WORD.has(kinds[0]) || (kinds.length === 1 && ENDS_OPEN.test(plain))) && kind === 'yesno'),
  );
  // `카프카 말고 쿠브플로우`, `not Kafka but Kubeflow`: what is not meant.
  found(/(?<!\S)\S+\s말고(?=\s)|\bnot \S+ but\b/u);
  const asks = kinds.length > 0 || open;
  return {
    kinds:
      listed && !asked.includes('list')
        ? [...asked, 'list']
        : asked.length > 0
          ? asked
          : asks
            ? [open ? 'list' : 'yesno']
            : isNameAsked(plain)
              ? ['definition']
              : [],
    facets,
    naming: !asks,
    counted,
    closest: told?.closest,
    items: itemsAsked(plain),
    called:
      asked[0] !== 'difference' && asked.some((kind) => NAMED.has(kind)) ? namedKindIn(plain) : undefined,
    language: languageOf(text) ?? (hangul && asks ? 'ko' : undefined),
    spans,
  };
}

/** What a list of needs counts: `조건 몇 가지`, and not `사진 몇 장 필요해`. */
const NEEDED_THINGS =
  /조건|요건|준비물|필수품|필요(?:한|했던)\s?(?:것|거|게|걸|요소|항목)|\b(?:requirements?|prerequisites?|conditions?|needs(?! to\b)|things)\b|条件|要件/u;

/** `their pick of database`, `favourite editor of the speaker`. */
const PICKED = /\b(?:pick|choice) (?:of|for) (?:an? |the )?[a-z]+\b|\bfavou?rite [a-z]+\s*\?*$/u;

/** Kinds that a name answers. */
const NAMED: ReadonlySet<AskedFor> = new Set<AskedFor>(['name', 'who', 'where']);

/** What is asked for by a word of its own, in whatever form of a verb. */
const BY_WORD: ReadonlySet<AskedFor | undefined> = new Set<AskedFor>([
  'how',
  'why',
  'who',
  'where',
  'date',
  'number',
  'definition',
]);

const HOW_SOON =
  /몇\s?(?:년|개월|달|주|일|시간|분)\s?(?:만에|안에|내에|이내|뒤|후|있으면|지나면)|\b(?:in|within) how many\b|何(?:年|か月|日)(?:以内|後)/u;
const BADLY =
  /왜\s.*(?:느리|느려|느렸|실패|망했|나빠|나빴|막혔|막히|죽었|터졌|끊기|끊겼|오래\s?걸)|\bwhy\b.*\b(?:slow|slower|fail(?:s|ed)?|broke|broken|wrong|stuck|crash(?:ed|es)?)\b|(?:なぜ|なんで|どうして).*(?:遅|失敗|止ま)/u;

/** True where yes or no is asked for and nothing else: `do I need experts?` wants no list. */
const isYesOrNo = (kinds: readonly AskedFor[]): boolean =>
  kinds.every((kind) => kind === 'yesno') && kinds.length > 0;

/** `that rule where three teams must have built it`: what is described is looked for, whatever words tell of it. */
const DESCRIBES =
  /^(?:(?:the|that|this|some|an?) )(?!(?:difference|meaning|definition)\b)[^?]*$|^(?:something|someone|things?) (?:that|which|to|for|like)\b[^?]*$/u;
/** `how do they find slow parts` wants no list of parts. */
const OF_ONE = /^(?:how (?!many\b)|why|when|where|who)\b/u;
const NOT_LISTED: ReadonlySet<Facet> = new Set<Facet>(['sort', 'feature', 'example']);

/** True for a few words with a question mark behind them: who asks `cold start?` wants to know what it is. */
const isNameAsked = (plain: string): boolean => /^\s*\S+(?:\s\S+){0,2}\s*[?？]\s*$/u.test(plain);

/** Words of questions that leave open what is asked for. */
const ASKS_KOREAN = /(?:^|\s)(?:뭐|뭘|뭔|무엇|무슨|어떤|어느|머가|머를)/u;
const ASKS = /^(?:what|which|how|who|whose|when|where|why)\b|[何誰]/u;

/** What is asked for stands before the verb. */
const ENDS_OPEN = /(?:^|\s)(?:뭐|뭘|뭔|무엇|무얼)\S{0,2}\s\S+$/u;

/** Verb forms that ask where a question mark follows. */
const ENDS_IN_VERB =
  /[가-힣]{2}[해돼]요?$|[가-힣](?:줘|[았었였했됐갔왔봤줬났있없]어|[은는인한된던][거것]야?|한대)요?$|[가-힣]{2}해(?:줌|둠|놓음|냄|봄)$|[리말뜻불아][임님]$|^(?:[해돼봐함됨임듯와가옴감써씀]|[거것]|부분)[요용]?$/u;
/** Verb forms that ask with or without a question mark: what others said, what may be, whether it is meant so. */
const ASKS_BY_FORM =
  /(?:[가-힣](?:나|까|가|니)|돼|되|해|하)[요여욤용]+$|[가-힣](?:남|려나|라나|던가|댔나|댔어|대요?|이래요?|[다라]며|[한인은던운린된긴쓴난간온큰]가|[다라]던데요?|는지요?|는교|는감|[죠지]요?|아니에요|아닌가요?)$|^(?:되|하|있|없|맞|같|[거건])(?:는지|은지|지|죠|나|냐|남|가요?)$|^(?:얘기|이야기|말|소리|뜻|의미|거)(?:야|임|죠|지|예요|이야|이에요|인가요?|인지|인거야|에요|아냐|아님|아니야)$|^(?:얘긴가|아니에요|아닌가|아냐|아님)요?$/u;
/** Laughter, tears and marks behind a question. */
const TRAIL = /[?？!~.…;^\sㄱ-ㅣ]+$/u;

/** True for words that end as a question does: `온프레미스에서도 돌아가?`, `같이 써도 되남`, `된다는 얘긴가`. */
function endsAsking(plain: string): boolean {
  if (!HANGUL.test(plain)) return ASKS_IN_ENGLISH.test(plain);
  const bare = plain.replace(TRAIL, '');
  const last = /\s(\S+)$/u.exec(bare)?.[1];
  if (last === undefined) return false;
  if (ASKS_BY_FORM.test(last)) return true;
  if (!/[?？]/u.test(plain.slice(bare.length))) return false;
  return ENDS_IN_VERB.test(last) || verbsOf(last).length > 0 || isEmptyVerb(last);
}

/** `it works offline, right?`, `bigquery ml, is that for analysts?`, `any video of it?`. */
const ASKS_IN_ENGLISH =
  /,?\s(?:right|correct|yes|no|or no|or not|is it|isn't it)\s*\?+\s*$|[,.]\s(?:is|are|was|were|does|do|did|can|could|will|would|should)\s(?:that|this|it|they|there|i|we|you)\b|^(?:so|and|but)\b[^?]*\?\s*$|^(?:(?:ok|okay|wait),? )?(?:it|they|you|we|i|there|that|this)\b[^?]*\?\s*$|^any\b[^?]*\?\s*$|(?:^|\s)(?:safe|ok|okay|fine|possible|allowed|necessary) (?:to|for)\b[^?]*\?\s*$|^(?:\S+ ){2,}(?:yet|already|too|at all|as well|by itself|by themselves|on its own|on their own)\s*\?+\s*$|^gotta\b/u;
