/** What a question asks for; several where it is not clear, the most telling first. */
export type AskedFor =
  | 'difference'
  | 'now'
  | 'date'
  | 'number'
  | 'who'
  | 'why'
  | 'how'
  | 'list'
  | 'where'
  | 'name'
  | 'definition'
  | 'yesno';

/** What the wanted list or reason is one of: words of a family stand in questions and in what leads up to a list alike. */
export type Facet =
  | 'reason'
  | 'benefit'
  | 'problem'
  | 'feature'
  | 'step'
  | 'sort'
  | 'use'
  | 'need'
  | 'example';

/** A question, by what it asks for. */
export interface Asking {
  readonly kinds: readonly AskedFor[];
  readonly facets: readonly Facet[];
  /** A number with what was to be counted: `100개가 넘는 언어` for `언어 몇 개`. */
  readonly counted: RegExp | undefined;
  /** True for words that name or describe something and ask for nothing. */
  readonly naming: boolean;
  /** The language that the question is clearly in. */
  readonly language: 'ko' | 'en' | undefined;
}

const KINDS: readonly (readonly [kind: AskedFor, ko: RegExp, en: RegExp])[] = [
  [
    'difference',
    /차이|다른\s?점|(?:뭐|무엇|어떻게|어디|뭘?)\S*\s+(?:다르|다른가|달라)|다른가요|비교|\bvs\b/u,
    /\b(?:differ(?:s|ent|ence|ences)?|versus|vs|compare[ds]?|comparison|distinguish\w*)\b/u,
  ],
  [
    'now',
    /아직|여전히|지금|종료|단종|중단|없어졌|없어진|사라졌|폐지|서비스\s?끝|끝났|망했|죽었|요즘|요새|현재|오늘날|이제|바뀌었|바뀐|바꼈|개명|새\s?이름|어떻게\s?됐|어떻게\s?되었|후속|대체|합쳐/u,
    /\b(?:still|today|nowadays|now|currently|current|any\s?more|anymore|available|discontinued?|retired?|shut\s?down|deprecated|renamed|rebranded|replaced|successor|became|become of|happened to|end of life|sunset|new name|alive|merged)\b/u,
  ],
  [
    'date',
    /언제|몇\s?년|몇\s?월|며칠|날짜|어느\s?해|연도/u,
    /\b(?:when|(?:what|which) (?:year|date|day|month)|since when)\b/u,
  ],
  [
    'number',
    /몇|얼마|얼만큼|어느\s?정도|개수|갯수|몇\s?%|퍼센트|비율|숫자/u,
    /\b(?:how (?:many|much|long|often|fast|large|big|far)|number of|percent(?:age)?)\b/u,
  ],
  [
    'who',
    /누가|누구|(?:어느|어떤|무슨)\s?(?:회사|기업|업체|곳)/u,
    /\b(?:who|whose|whom|(?:which|what) (?:company|companies|firm|customer|vendor|organi[sz]ation))\b/u,
  ],
  ['why', /왜|이유|까닭|때문|어째서|원인/u, /\b(?:why|reasons?|because|what for|how come|cause[sd]?)\b/u],
  [
    'how',
    /어떻게|방법|어떤\s?식|하려면|하는\s?법|사용법|방식/u,
    /\bhow (?:to|do|does|did|can|could|should|is|are|was|were|would)\b|\bhow\b(?! (?:many|much|long|often|fast|large|big|far))|\bway to\b/u,
  ],
  [
    'list',
    /(?:뭐뭐|무엇무엇|어떤\s?것들|무슨\s?\S+들|종류|가지|목록|리스트|[가-힣]+들[은이]?\s|(?:뭐|무엇|뭣|머)\S{0,2}\s?(?:있|있나|있어|들)|(?:뭘|무얼|무엇을|뭐를)\s?(?:할|해|하|제공|지원|알|볼|얻)|어떤\s?(?:것|게|걸)|어떤\s\S+(?:이|가|을|를|들)\s?\S*\s?(?:있|나|쓰|꼽|들))/u,
    /\b(?:list|which (?:\w+ )?(?:are|ones)|what (?:are|were)|what can|what (?:does|do|did) .+ (?:do|offer|provide|include|support|detect|need|require|bring|gain)|what (?:\w+ )?\w+s (?:are|were|does|do|did|can)|name the|kinds|types|examples|all the)\b/u,
  ],
  [
    'where',
    /어디|어느\s?곳|(?:어느|어떤)\s?(?:분야|업종|사이트|장소)/u,
    /\bwhere|(?:which|what) (?:site|place|field|area)s?\b/u,
  ],
  [
    'name',
    /이름|뭐라고|뭐라\s|뭐라는|명칭|무슨\s?(?:칩|도구|서비스|제품|api)/u,
    /\b(?:names?|called|known as|(?:which|what) (?:chip|tool|service|product|api))\b/u,
  ],
  [
    'definition',
    /뭐야|뭐예요|뭐에요|뭐임|뭥|무슨\s?(?:말|뜻|소리)|먼가|먼데|머냐|머에요|머예요|뭐라는|뭐였|뭐더라|뭐냐|뭐지|뭔가요|뭔가|뭔데|뭔지|뭐죠|뭐니|뭐하는|뭐 하는|머야|머임|모야|뭡니까|무엇|뭐$|뭐\?|(?:이란|란)\s*(?:\?|$)|(?:이란|란)\s(?:무|뭐)|뜻|정의|의미|설명|알려\s?줘|알려\s?주|소개|개념|궁금|대해/u,
    /\b(?:what(?:'s|’s| is| are| was| were)|whats|wats?|what's|define|definition|meaning|means?|explain|describe|tell me (?:about|what)|stand for|about)\b/u,
  ],
  [
    'yesno',
    /(?:나요|까요|까|니|냐|가요|나|돼|되|가능|있어|있나|맞아|인가|인지)\s*\?*\s*$/u,
    /^(?:is|are|was|were|can|could|does|do|did|has|have|will|would|should|must)\b/u,
  ],
];

const FACETS: Readonly<Record<Facet, RegExp>> = {
  reason:
    /왜|이유|까닭|때문|중요|필요성|\b(?:why|reasons?|because|matters?|important|chose|choose|chosen)\b/u,
  benefit:
    /장점|이점|강점|좋은\s?점|좋아|좋은|좋았|좋나|좋지|매력|얻은|얻었|얻는|효과|성과|결과|나아[지졌진]|개선|이득|낫|도입(?:한|하고)?\s?(?:뒤|후)|내세운|\b(?:benefits?|advantages?|strengths?|strong points?|good (?:about|at|for)|good|gain(?:s|ed)?|better|improved?|improvements?|results?|effects?|upsides?|pros|merits?|after)\b/u,
  problem:
    /문제|고민|어려[움웠운워]|어렵|걸림돌|한계|단점|불편|힘들|힘든|약점|부족|막힌|장애물|도입\s?(?:전|하기\s?전)|\b(?:problems?|troubles?|obstacles?|difficult(?:y|ies)?|drawbacks?|challenges?|hurdles?|limits?|limitations?|hard|harder|lack(?:s|ed)?|short of|cons|pains?|struggle[ds]?|before|in the way)\b/u,
  feature:
    /특징|특성|기능|하는\s?일|할\s?수\s?있는\s?(?:것|게|거|일)|알아낼|뭘\s?(?:해\s?주|할\s?수|하나|하는)|역할|\b(?:features?|functions?|capabilit(?:y|ies)|can do|able to|offers?|detects?|characteristics?|properties)\b/u,
  step: /단계|순서|절차|과정|흐름|차례|\b(?:steps?|stages?|phases?|process|procedure|order|sequence|pipeline|workflow)\b/u,
  sort: /종류|유형|갈래|가지|방식|접근|전략|선택지|도구|\b(?:kinds?|types?|sorts?|approach(?:es)?|strateg(?:y|ies)|options?|choices?|tools?|ways)\b/u,
  use: /용도|쓰는\s?곳|쓰이|쓰여|어디에\s?[쓰써쓸]|분야|활용|업종|사용처|\b(?:used? for|uses|areas?|fields?|industr(?:y|ies)|where|applications?|applied|sectors?)\b/u,
  need: /조건|필요|갖추|요구|준비|있어야|\b(?:needs?|needed|requires?|required|requirements?|conditions?|takes?|must have|prerequisites?)\b/u,
  example: /예시|사례|예를|보기|예로|\b(?:examples?|cases?|instances?)\b/u,
};

const NUMERAL =
  '(?:\\d[\\d,.]*|(?<![가-힣])(?:한|두|세|네|다섯|여섯|일곱|여덟|아홉|열|수십|수백)|one|two|three|four|five|six|seven|eight|nine|ten|a hundred)';
/** Units that are written in several ways. */
const UNITS: Readonly<Record<string, string>> = {
  초: '초|ms|s\\b|seconds?',
  분: '분|minutes?',
  시간: '시간|hours?',
  퍼: '%|퍼센트|프로',
  프: '%|퍼센트|프로',
  까: '%|퍼센트|\\S',
};

/** What is counted: the unit or the noun that `몇` and `how many` stand beside. */
function countedIn(plain: string): RegExp | undefined {
  const english = /how many (?:different |kinds of |types of |more )?([a-z]+)/u.exec(plain)?.[1];
  if (english !== undefined) {
    const stem = RegExp.escape(english.replace(/(?:ies|es|s)$/u, ''));
    return new RegExp(`${NUMERAL}\\s(?:\\S+\\s){0,2}?${stem}`, 'iu');
  }
  const unit =
    /몇\s?(초|분|시간|년|개월|월|일|명|배|번|대|편|곳|건|원|점|가지|단계|퍼|프|까|%|mb|gb|tb|ms)/u.exec(
      plain,
    )?.[1];
  const behind = /몇\s?(?:개|가지)(?:의|나)?\s([가-힣]{2,}?)(?:을|를|이|가|은|는|까지)?(?:\s|$)/u.exec(
    plain,
  )?.[1];
  const before = /([가-힣a-z]{2,}?)(?:을|를|이|가|은|는)?\s*몇\s?(?:개|가지)/u.exec(plain)?.[1];
  const what = behind ?? before;
  if (what !== undefined)
    return new RegExp(
      `${NUMERAL}\\s?(?:개|가지)?\\S{0,3}\\s?(?:\\S+\\s){0,1}?${RegExp.escape(what)}|${RegExp.escape(what)}\\S{0,2}\\s(?:\\S+\\s){0,2}?${NUMERAL}`,
      'iu',
    );
  return unit === undefined
    ? undefined
    : new RegExp(`${NUMERAL}\\s?(?:여\\s?)?(?:${UNITS[unit] ?? RegExp.escape(unit)})`, 'iu');
}

const HANGUL = /[가-힣]/u;
const ENGLISH =
  /\b(?:the|an?|is|are|was|were|what|which|who|when|where|why|how|do|does|did|can|could|of|for|to|in|on|about|with|without|and|or|it|this|that|still|now|my|me|you|i|all|list|show|tell|define|explain|describe|compare|recommend|find|between|versus|vs|from|by|at|as|be|not|any|there|session|sessions|talks|newest|latest|oldest|shortest|longest|random)\b/iu;

/** The language that a question is clearly in: a name alone is in none. */
export function languageOf(text: string): 'ko' | 'en' | undefined {
  if (!text.trim().includes(' ')) return undefined;
  if (HANGUL.test(text)) return 'ko';
  return ENGLISH.test(text) ? 'en' : undefined;
}

/** Reads what a question asks for. `text` is NFC. */
export function readAsking(text: string): Asking {
  const plain = text.toLowerCase().replaceAll('’', "'");
  const hangul = HANGUL.test(plain);
  const kinds = KINDS.flatMap(([kind, ko, en]) =>
    (hangul && ko.test(plain)) || en.test(plain) ? [kind] : [],
  );
  const facets = facetsIn(plain);
  // Who asks what the advantages are wants no definition.
  const listed = facets.some((facet) => LISTED.has(facet));
  const asked = listed ? kinds.filter((kind) => kind !== 'definition') : kinds;
  return {
    kinds: listed && !asked.includes('list') ? [...asked, 'list'] : asked,
    facets,
    naming: kinds.length === 0,
    counted: kinds.includes('number') ? countedIn(plain) : undefined,
    language: languageOf(text) ?? (hangul && kinds.length > 0 ? 'ko' : undefined),
  };
}

/** The families whose words stand in a text in lower case. */
export function facetsIn(plain: string): readonly Facet[] {
  return FACET_NAMES.filter((facet) => FACETS[facet].test(plain));
}

/** Families whose words ask for a list. */
const LISTED: ReadonlySet<Facet> = new Set<Facet>([
  'benefit',
  'problem',
  'feature',
  'step',
  'sort',
  'need',
  'example',
]);

const isFacet = (name: string): name is Facet => name in FACETS;
const FACET_NAMES = Object.keys(FACETS).filter(isFacet);
