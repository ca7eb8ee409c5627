import { lazy } from '#library/compute/lazy.ts';
import { memoize } from '#library/compute/memoize.ts';
import { syllableParts } from '../letters/hangul.ts';
import { readWordList } from './lists/wordList.ts';

const words = (text: string): string[] => text.split(/\s+/).filter(Boolean);

/** How a stem joins an ending: unchanged, with a consonant, or contracted with 아/어. */
type Kind = 'plain' | 'ㄴ' | 'ㄹ' | 'ㅁ' | 'ㅂ' | '어' | 'ㅆ';

const TAILS: Readonly<Record<Kind, ReadonlySet<string>>> = {
  plain: new Set(
    words(
      `고 고요 고서 고도 고자 고는 고나 는 는데 는데요 는지 는지도 는가 는가요 는구나 는군요 는거 는것 는걸 는게 는건 는데서 는다 는다고 는다는 는다면 는대 는중 는법 는방법
      나 나요 냐 니 니까 네 네요 지 지요 죠 지만 지는 지도 지를 지가 면 면서 면은 며 므로 려고 려면 려는 려 려나 려나요 려니 러 도록 게 게끔 게요 게도 거나 거든 거든요 던 던데 던가
      던지 든 든지 든가 다 다고 다는 다면 다니 다니까 다가 다가도 다보면 단 답니다 기 기에 기가 기는 기를 기도 기만 기로 기까지 기위해 기위한 기전에 기때문 기때문에 기쉬운 기쉽게 기좋은 자 자고 자마자 자면 습니다 습니까 소
      으면 으면서 으며 으니 으니까 으려고 으려면 으려는 으러 은 은데 은데요 은지 은지도 은가 은가요 은거 은것 은걸 은게 은건 은다음 은후 을 을까 을까요 을지 을지도 을수 을수록 을때 을거 을것 을게 을게요 을래 을텐데 음 음을 음은 음이
      대 대요 댔어 댔나 대서 다며 다면서 다더라 다더라고 다더니 다던데 다던데요 다네 다네요 다지 다죠 다길래 단 단데 더라 더라고 더라고요 더니 더라도 던데요 길래
      구나 군 군요 구만 냐고 냐는 냐면 느냐 느냐고 는지요 는다며 는다더라 는다던데 는다네 는대요 는단 자는 자며 자니 려다 려다가 려던 려는데 느라 느라고 니까요 네용 잖아 잖아요
      라고 라는 라며 라면 라서 래 래요 으라고 으라는 으라며 으래 으래요 으려다 으려는데 으니까요 은데도 는데도 을라고 을까봐 을지 을려고
      기전 기전엔 기전까지 기전부터 기직전 기직전에 기이전 기이전에 기도전에 기만하면 기만해도 기라도 기부터 기엔 기에는 기는커녕 긴 긴하 긴하나 긴한데 긴하는데
      고선 고부터 고오는 고옴 고온 고올 고와서 고와야 고왔 고왔대 고가는 고감 고간 고갈 면서도 면서부터 는동안 는순간 는족족 는내내 는김에 는가봐 는가봐요 나봐 나봐요 든말든 듯이
      려니까 려고요 려더라 더라구 더라구요 랬어 랬더니 랬는데 래서 라더라 라더니 라네 라네요 라는데 으라는데 쥬 셈
      겠다는 겠다고 겠냐 겠던데 겠더라 겠다 겠어 겠어요 겠지 겠지만 겠는데 겠습니다 겠네 겠죠 겠고 겠나 세요 십시오 시오 시는 시나요 시면 신 실 셨 셨나요`,
    ),
  ),
  ㄴ: new Set(
    words(
      `다 다고 다는 다면 다니 다며 다더라 다더라고 다더니 다던데 다던데요 다네 다네요 다지 다죠 다길래 단 단데 가봐 대서 대 대요 댔 댔지 댔죠 댔어 댔어요 댔나 댔더라 댔는데 답니다 데 데요 지 지도 지가 지는 지를 가 가요 걸 걸까 거 거야 거죠 거지 거예요 건 건가 건가요 것 것을 것이 것은 게 다음 다음에 후 후에 뒤 뒤에 적 채 채로 단다 만큼 대로 덕분 덕분에 이유 사람 곳 경우`,
    ).concat(''),
  ),
  ㄹ: new Set(
    words(
      `까 까요 까봐 까나 꺼 꺼야 란 라고 라는 라면 려고 려면 려는 건데 건지 거라고 테니 테니까 지요 듯 듯한 뻔 뻔한 지 지도 지가 지는 지를 수 수록 수있 수있는 수있나 수있나요 수있어 수있어요 수있음 수있을까 수있게 수없 수없는 수는 수도 게 게요 때 땐 때는 때마다 때도 때만 때까지 바엔 바에 바에는 까말까 듯이 거면 꺼면 꺼 거 거야 거예요 거지 거라 걸 것 것을 것이 것은 텐데 래 래요 라 만 만큼 만한 뿐 줄 법 법한 정도 정도로 지라도 지언정`,
    ).concat(''),
  ),
  ㅁ: new Set(
    words(
      '은 을 이 의 에 과 으로 도 으로써 에도 인가 인가요 인데 이라고 이라며 이래 이야 이에요 이죠 이지 이냐',
    ).concat(''),
  ),
  ㅂ: new Set(words('니다 니다만 니까 시다 니')),
  어: new Set(
    words(
      `서 서는 서도 서요 선 도 도요 야 야지 야지만 야만 야겠 야겠다 야겠네 야겠는데 요 라 라고 라는 다 다가 놔 둬`,
    ).concat(''),
  ),
  ㅆ: new Set(
    words(
      `다 다고 다는 다면 다니 다가 다며 다더라 다더라고 다더니 다던데 다던데요 다네 다네요 다지 다죠 다길래 단데 대서 을려나 을까봐 길래 구만 냐고 냐는 느냐 느냐고 는데도 는지요 잖아 잖아요 더니 고 는데 는데요 는지 는지도 는가 는가요 나 나요 냐 니 네 네요 죠 지 지요 지만 지는 어 어요 어도 어서 어야 을 을까 을까요 을지 을때 을수 을텐데 을거 던 던데 던가 던지 던거 던것 습니다 습니까 으면 으니 으니까 으며 으나 을땐 을때는 다면서 나봐 나봐요 단다 자 던데요 기 기에 기때문 기때문에 음 음을 음은 대 대요 댔 댔지 댔죠 댔어 댔어요 댔나 댔더라 댔는데 거든 거든요 더라 더라고 더라고요 구나 군요 단 다는데 다고요 던걸까 을걸`,
    ),
  ),
};

/** Verbs that lend others an aspect, by what joins them: `붙여보려면`, `하고있는`, `되지않아`, `갖춰야돼`. */
const AUXILIARY: readonly (readonly [joint: string, stems: ReadonlySet<string>])[] = [
  ['', new Set(words('보 주 버리 지 내 가 오 두 놓 달 드리 있 나가 먹 대 쓰 보이'))],
  ['고', new Set(words('있 싶 프 나 말 보 계시'))],
  ['지', new Set(words('않 못하 말 마'))],
  ['게', new Set(words('되 하 만들 해주'))],
  ['야', new Set(words('하 되'))],
  ['도', new Set(words('되 하'))],
  ['면', new Set(words('되'))],
  ['으면', new Set(words('되'))],
  ['도록', new Set(words('하 되'))],
];
/** Verbs that make one of a noun: `분석해준대`, `번역돼`. */
const LIGHT: ReadonlySet<string> = new Set(words('하 되 시키 받 당하'));

/** Verbs without a meaning of their own, or with too many. */
const EMPTY = new Set(
  words(
    '하 되 있 없 이 보 주 가 오 나 지 들 알 모르 싶 같 않 못하 아니 말하 위하 대하 통하 의하 관하 따르 이러하 그러하 어떠하 어떻 그렇 이렇 말 놓 두 버리 좋',
  ),
);
/** One of them that means something of its own where it is not what another verb ends with: to throw away, to give up. */
const DROPPED = '버리';

const FINAL = { ㄴ: 4, ㄷ: 7, ㄹ: 8, ㄻ: 10, ㅁ: 16, ㅂ: 17, ㅅ: 19, ㅆ: 20 } as const;
const ONSET = { ㄴ: 2, ㄹ: 5, ㅇ: 11, ㅎ: 18 } as const;
const VOWEL = {
  ㅏ: 0,
  ㅐ: 1,
  ㅓ: 4,
  ㅕ: 6,
  ㅗ: 8,
  ㅘ: 9,
  ㅙ: 10,
  ㅚ: 11,
  ㅜ: 13,
  ㅝ: 14,
  ㅡ: 18,
  ㅣ: 20,
} as const;

const NONE: readonly string[] = [];

const syllable = (initial: number, medial: number, final: number): string =>
  String.fromCharCode(0xac00 + (initial * 21 + medial) * 28 + final);

/** Stems whose form with 아/어 is `form`: `줄여` → `줄이`, `골라` → `고르`, `가까워` → `가깝`. */
function contracted(form: string): string[] {
  const [initial, medial] = syllableParts(form.charCodeAt(form.length - 1));
  const before = form.slice(0, -1);
  const as = (vowel: number): string => before + syllable(initial, vowel, 0);
  const stems = [form];
  if (medial === VOWEL.ㅕ) stems.push(as(VOWEL.ㅣ));
  if (medial === VOWEL.ㅝ) stems.push(as(VOWEL.ㅜ));
  if (medial === VOWEL.ㅘ) stems.push(as(VOWEL.ㅗ), ...(initial === ONSET.ㄴ ? [`${before}놓`] : NONE));
  if (medial === VOWEL.ㅙ) stems.push(as(VOWEL.ㅚ));
  if (medial === VOWEL.ㅏ || medial === VOWEL.ㅓ) stems.push(as(VOWEL.ㅡ));
  if (medial === VOWEL.ㅐ && initial === ONSET.ㅎ) stems.push(as(VOWEL.ㅏ));
  if (before === '') return stems;
  const unit = before.charCodeAt(before.length - 1);
  if (unit < 0xac00 || unit > 0xd7a3) return stems;
  const [first, vowel, final] = syllableParts(unit);
  const with_ = (end: number): string => before.slice(0, -1) + syllable(first, vowel, end);
  if (initial === ONSET.ㅇ && (medial === VOWEL.ㅏ || medial === VOWEL.ㅓ)) {
    stems.push(before);
    if (final === FINAL.ㄹ) stems.push(with_(FINAL.ㄷ));
    if (final === 0) stems.push(with_(FINAL.ㅅ), `${before}으`);
  }
  if (initial === ONSET.ㅇ && (medial === VOWEL.ㅘ || medial === VOWEL.ㅝ) && final === 0)
    stems.push(with_(FINAL.ㅂ));
  if (initial === ONSET.ㄹ && (medial === VOWEL.ㅏ || medial === VOWEL.ㅓ)) {
    if (final === FINAL.ㄹ) stems.push(`${with_(0)}르`);
    stems.push(before);
  }
  return stems;
}

/** Stems that change before a vowel or ㄴ: `만드` → `만들`, `가까우` → `가깝`, `나으` → `낫`. */
function changed(open: string): string[] {
  const [initial, medial] = syllableParts(open.charCodeAt(open.length - 1));
  const stems = [open, open.slice(0, -1) + syllable(initial, medial, FINAL.ㄹ)];
  const before = open.slice(0, -1);
  if (before === '' || initial !== ONSET.ㅇ || (medial !== VOWEL.ㅜ && medial !== VOWEL.ㅡ)) return stems;
  const unit = before.charCodeAt(before.length - 1);
  if (unit < 0xac00 || unit > 0xd7a3) return stems;
  const [first, vowel, final] = syllableParts(unit);
  const with_ = (end: number): string => before.slice(0, -1) + syllable(first, vowel, end);
  if (medial === VOWEL.ㅜ) {
    if (final === 0) stems.push(with_(FINAL.ㅂ));
    return stems;
  }
  if (final === 0) stems.push(with_(FINAL.ㅅ));
  else stems.push(before);
  if (final === FINAL.ㄹ) stems.push(with_(FINAL.ㄷ));
  return stems;
}

/** The final consonant that joins a stem with an ending. */
const JOINS: ReadonlyMap<number, Kind> = new Map([
  [0, '어'],
  [FINAL.ㄴ, 'ㄴ'],
  [FINAL.ㄹ, 'ㄹ'],
  [FINAL.ㅁ, 'ㅁ'],
  [FINAL.ㅂ, 'ㅂ'],
  [FINAL.ㄻ, 'ㅁ'],
  [FINAL.ㅆ, 'ㅆ'],
]);

/** Stems at the front of a word whose ending fits. */
function stemsOf(head: string, follows: ReadonlySet<Kind>): readonly string[] {
  const [initial, medial, final] = syllableParts(head.charCodeAt(head.length - 1));
  const plain = follows.has('plain') ? (final === 0 ? changed(head) : [head]) : NONE;
  const kind = JOINS.get(final);
  if (kind === undefined || !follows.has(kind)) return plain;
  if (kind === '어') return [...plain, ...contracted(head)];
  const open = head.slice(0, -1) + syllable(initial, medial, 0);
  if (kind === 'ㅆ') return [...plain, ...contracted(open)];
  if (final === FINAL.ㄻ) return [...plain, head.slice(0, -1) + syllable(initial, medial, FINAL.ㄹ)];
  return [...plain, ...changed(open)];
}

interface Lexicon {
  readonly stems: ReadonlySet<string>;
  /** All prefixes of longer stems: a word is read no further than these. */
  readonly beginnings: ReadonlySet<string>;
  /** Everyday nouns of two syllables that look like a verb form: `감기`, `사고`. */
  readonly nouns: ReadonlySet<string>;
  /** How each ending joins a stem. */
  readonly follows: ReadonlyMap<string, ReadonlySet<Kind>>;
}

const lexicon = lazy((): Lexicon => {
  const stems = new Set(
    readWordList('words/verbs.txt')
      .filter((verb) => verb.endsWith('다'))
      .map((verb) => verb.slice(0, -1)),
  );
  const beginnings = new Set<string>();
  for (const stem of stems)
    for (let end = 1; end <= stem.length; end += 1) beginnings.add(stem.slice(0, end));
  const follows = new Map<string, Set<Kind>>();
  for (const kind of Object.keys(TAILS).filter(isKind))
    for (const tail of TAILS[kind]) follows.set(tail, (follows.get(tail) ?? new Set<Kind>()).add(kind));
  return { stems, beginnings, nouns: new Set(readWordList('words/everyday-ko.txt')), follows };
});

function isKind(key: string): key is Kind {
  return key in TAILS;
}

/** Endings after which the word may be a noun as well. */
const NO_NOUN: ReadonlySet<Kind> = new Set<Kind>(['ㄴ', 'ㄹ', 'ㅁ', 'ㅂ', 'ㅆ']);
const AFTER_STEM: ReadonlySet<Kind> = new Set<Kind>(['plain']);
const AFTER_VOWEL: ReadonlySet<Kind> = new Set<Kind>(['어']);

/** How an ending joins a stem, or an auxiliary verb in any of its forms; undefined for what is neither. */
function followsOf(tail: string): ReadonlySet<Kind> | undefined {
  const known = lexicon().follows.get(tail);
  if (known !== undefined || tail.length > LONGEST_AUXILIARY) return known;
  const joins = auxiliaryJoins(tail);
  return joins.size === 0 ? undefined : joins;
}
const LONGEST_AUXILIARY = 7;
const NO_JOINS: ReadonlySet<Kind> = new Set<Kind>();

/** How an auxiliary verb joins a stem; words share their ends. */
const auxiliaryJoins = memoize((tail): ReadonlySet<Kind> => {
  for (const [joint, stems] of AUXILIARY)
    if (tail.startsWith(joint) && isFormOf(stems, tail.slice(joint.length)))
      return joint === '' || joint === '야' || joint === '도' ? AFTER_VOWEL : AFTER_STEM;
  return NO_JOINS;
}, 4_000);

/** True for a form of one of a few verbs. @param noun true where the form is a noun as well. */
function isFormOf(stems: ReadonlySet<string>, form: string, noun = false): boolean {
  for (let at = 1; at <= Math.min(form.length, 3); at += 1) {
    const follows = at < form.length ? followsOf(form.slice(at)) : lexicon().follows.get('');
    if (follows === undefined) continue;
    const kinds = noun ? follows.intersection(NO_NOUN) : follows;
    if (stemsOf(form.slice(0, at), kinds).some((stem) => stems.has(stem))) return true;
  }
  return false;
}

/** True for what makes a verb of the noun before it: `해준대`, `되지않아`. @param tail Hangul syllables. */
export const isLightVerb: (tail: string) => boolean = memoize(
  (tail) => /^[하한할함합해했되된될됨됩돼됐시받당]/u.test(tail) && isFormOf(LIGHT, tail),
  4_000,
  10,
);

/**
 * Dictionary forms of the verbs and adjectives that a Korean word may be a form of: `줄였대` → `줄이다`, `골라` →
 * `고르다`. Only those of the lexicon, without stop verbs (하다, 있다).
 * @param word Hangul syllables.
 */
export function verbsOf(word: string): readonly string[] {
  if (word.length < 2) return NONE;
  const known = cache.get(word);
  if (known !== undefined) return known;
  const { stems, beginnings, nouns } = lexicon();
  const found: string[] = [];
  const noun = word.length === 2 && nouns.has(word);
  for (let at = 1; at <= word.length; at += 1) {
    // Only the last two syllables of a stem can change.
    if (at > 2 && !beginnings.has(word.slice(0, at - 2))) break;
    const unit = word.charCodeAt(at - 1);
    if (unit < 0xac00 || unit > 0xd7a3) break;
    const follows = followsOf(word.slice(at));
    if (follows === undefined) continue;
    const kinds = noun ? follows.intersection(NO_NOUN) : follows;
    for (const stem of stemsOf(word.slice(0, at), kinds)) {
      const verb = `${stem}다`;
      if (stems.has(stem) && (!EMPTY.has(stem) || stem === DROPPED) && !found.includes(verb))
        found.unshift(verb);
    }
  }
  if (cache.size >= KEPT) cache.clear();
  const made = found.length === 0 ? NONE : found;
  cache.set(word, made);
  return made;
}

/** True for what was done by a verb without a meaning of its own: `왔대`, `됐어`, `버렸다`. @param word Hangul syllables. */
export function isEmptyPast(word: string): boolean {
  for (let at = 1; at < Math.min(word.length, 4); at += 1) {
    const [initial, medial, final] = syllableParts(word.charCodeAt(at - 1));
    if (final !== FINAL.ㅆ || !TAILS.ㅆ.has(word.slice(at))) continue;
    const stems = contracted(word.slice(0, at - 1) + syllable(initial, medial, 0));
    if (stems.some((stem) => EMPTY.has(stem))) return true;
  }
  return false;
}

/** True for any form of a verb without a meaning of its own: `한대`, `볼수있나`, `해줘`. @param word Hangul syllables. */
export function isEmptyVerb(word: string): boolean {
  const { nouns } = lexicon();
  return word.length > 1 && isFormOf(EMPTY, word, word.length === 2 && nouns.has(word));
}

/** Size of the cache: words repeat. */
const KEPT = 4_000;
const cache = new Map<string, readonly string[]>();
