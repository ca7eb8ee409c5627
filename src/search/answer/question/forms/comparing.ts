import type { AskedIn } from '../../../model.ts';
import { any, type MarkedWords, NAME } from './marks.ts';

/** What words of a question about two things tell, beside the marks of one about a single thing. */
export type ComparingMark =
  /** They are set against each other: how they differ, whether they are the same, which is better, which is for what. */
  | 'compares'
  /** They have to do with each other: one in place of the other, one as a part of it, both together. */
  | 'relates'
  /** Both are named side by side. */
  | 'joins'
  /** How one is brought to the other is asked, or what one has done with it. */
  | 'deed'
  | 'when'
  | 'frame';

const REST = '[가-힣ㄱ-ㅣ]*';
const END = '(?![가-힣])';
const noun = (...lists: readonly string[]): string => `${any(...lists)}${REST}`;
const words = (...lists: readonly string[]): string => `\\b${any(...lists)}\\b`;

const KOREAN: MarkedWords<ComparingMark> = [
  // How one is brought to the other.
  [
    'deed',
    `${any('연결 연동 이전 전환 통합 결합 교체 마이그레이션 이관 조합')}(?:을|를)?\\s?(?:하는|시키는|할)?\\s?${any('방?법 절차 순서 단계 가이드')}${REST}`,
  ],
  [
    'deed',
    `(?:어떻게|어케)\\s(?:연결하|연결해|연결시|연동하|연동해|이전하|이전해|전환하|전환해|통합하|통합해|옮기|옮겨|바꾸|바꿔|넘어가|갈아타)${REST}`,
  ],
  // What is not asked: `호환 말고 차이`.
  ['frame', `[가-힣]+\\s말고(?:는|도)?(?=\\s)`],
  // What stands between the two.
  ['joins', `(?<=${NAME}\\s?)(?:이?랑|하고|와|과|이?나|및|그리고|이?면)(?=[\\s,]*${NAME})`],
  ['joins', `${NAME}(?=\\s?[,、/·&+]\\s?${NAME})`],
  ['compares', `${NAME}(?=\\s?(?:=+|≠|!=|<?-+>|↔|~|≈|:|>|<)\\s?${NAME})`],
  [
    'compares',
    `(?<=${NAME}\\s?)(?:대|vs\\.?|이?냐|인지|인가|일까|이?야|아니면|아님|또는|혹은)(?=[\\s,]*(?:아니면\\s)?${NAME})`,
  ],
  ['compares', `(?<=${NAME}\\s?)(?:보다|중|중에서?|중에선|사이)(?:는|은|도|야|의|에서?)?${END}`],
  [
    'relates',
    `(?<=${NAME}\\s?)(?:대신|말고|빼고|없이|없으면|없어도|있으면|있어도|있는데도?|만큼|못지않게)(?:는|은|도)?${END}`,
  ],
  ['relates', `(?<=${NAME}\\s?)(?:이|가)?\\s?(?:아니라|아니고|아닌|아니면)(?=[\\s,]*${NAME})`],
  ['joins', `(?<=${NAME}\\s?)(?:이?랑|하고|와|과)(?:은|는|도|의)?${END}`],
  // `X 쓸까 Y 쓸까`, `X는 되고 Y는 안 되는`, `X는 뭐고 Y는 뭐야`
  [
    'compares',
    `(?:[가-힣]+\\s)?[가-힣]*(?:까요?|지|는지|나요?|가요?|해요|아요|어요|냐|니)(?=[\\s,?]+(?:아니면\\s)?${NAME})`,
  ],
  ['compares', `(?:안|못)\\s?(?:되|하)는\\s?(?:것|거|건|게|점|기능)${REST}`],
  ['compares', `(?:되고|하고|가능하고|있고|없고|뭐고|뭐며|무엇이고|뭔데)(?=\\s(?:또\\s)?${NAME})`],
  ['compares', `(?:못|안)\\s?(?:하고|되고|하는데|되는데|하지만|되지만)(?=\\s${NAME})`],
  // How they differ, and whether they are the same.
  [
    'compares',
    noun(
      '차이 차인 다른_?(?:점|거|것|건|게|가|데|지|기|용도|역할|물건|개념|뜻|말|서비스|제품|기술) 다르 다른가 달라 달랐 달러 다름 다릅 딴판 틀린 틀려 틀림 구분 구별 분간 식별 변별 헷갈 헷깔 햇갈 햇깔 혼동 비교 대조 견주 견줘 견줄 대결 맞대 경계 갈리 갈려 갈림 갈라 나뉘 나눠 나누 선을?_?긋 이질 상반 정반대 반대',
    ),
  ],
  [
    'compares',
    noun(
      '같은 같나 같냐 같아 같음 같습 같다 같지 똑같 동일 비슷 유사 닮 공통 그게_?그거 그거나_?그거 거기서_?거기 동의어 유의어 별개 별도 따로 겹치 겹쳐 겹침 중복 매한가지 마찬가지 엇비슷 교집합 접점 동급 맞먹 다_?같',
    ),
  ],
  ['compares', `(?<=${NAME}[이가을를도]?\\s?(?:이?라고)?\\s?)(?:불러|부르|불리|칭하|봐도|말해도)${REST}`],
  // Which of them.
  [
    'compares',
    noun(
      '둘 두_(?:개|가지|기술|서비스|도구|제품|용어|개념|단어|말|이름|놈) 양자 양쪽 한쪽 서로 각각 각자 어느_?(?:쪽|게|것|걸|거|하나|놈|편) 어떤_?(?:쪽|걸|게|것|거|편) 뭘_?골 양자택일 택_?[1일한]+ 하나만 하나_?[를만]?_?(?:고|골|선|택) 한_?가지만 나은 나아 나을 낫 더_?(?:좋|낫|나[은아]|쉬|편|많이|유리|적합|잘|최신|새|중요) 우월 우위 열등 뛰어나 앞서 밀리 이기 이겨 이김 승자 장단점 한_표 투표 뭐가_?더 (?:뭐|무엇|뭘|어느_것|어떤_것)부터',
    ),
  ],
  [
    'relates',
    noun(
      '골라 고르 고를 고른다 골라야 택하 택해 택할 선택(?!했|한) 추천 고민 망설 결정 정하 정해 차라리 오히려 고집',
    ),
  ],
  // How they relate.
  [
    'relates',
    noun(
      '관계 연관 상관 연결 사이 이어[지진져짐] 엮 포함 속하 속해 속한 일부 부분 하위 상위 일종 (?:한|같은)_종류 종류 갈래 계열 종속 의존 기반 안에_?(?:있|들|속|포함) 딸린 구성_?요소 관련 상호 파생 맞물 양립 공존 같이 함께 동시에 병행 병용 혼용 조합 섞 짝 궁합 연동 협력 경쟁 라이벌 낄_?자리',
    ),
  ],
  [
    'relates',
    noun(
      '대신 대체 바꾸 바꿔 바꿀 바꾼다 갈아_?[타탈탄] 넘어_?[가갈간] 옮기 옮겨 옮길 옮긴다 전환 이전 굳이 필요_?(?:가_?|는_?|도_?)?(?:없|있|한|할|해) 없어도 없이 제외 대비 비해 비하면 비하여 비할 호환 교체 못지않 대응 겸용 바에 바엔 포기 버리 제치 놔두 냅두 안_?쓰고 쓰지_?않고 먼저 나중 선후 순서 우선 이후',
    ),
  ],
  ['compares', noun('나란히 표로 한눈에 일대일 일_대_일')],
  ['when', `언제${REST}`],
  // What everybody says of any two.
  [
    'frame',
    `${any('때 상황 경우 용도 목적 기준 입장 관점 조건 측면')}(?:이면|라면|이|가|은|는|을|를|의|에|엔|에는|에서|에서는|로|으로|마다|별로|에따라|랑|하고|과|와)*(?:\\s?(?:따라|맞[게춰는]))?${REST}`,
  ],
  [
    'frame',
    `(?:저희|우리|제|내|작은|큰|중소|소규모|대규모|신생|개인)\\s?(?:팀|회사|기업|프로젝트|서비스|조직|부서|스타트업|사업|업체)${REST}`,
  ],
  [
    'frame',
    `(?:스타트업|소기업|대기업|중소기업|개인|회사|팀|실무|현업|업무|학생|개발자|초보|초보자|입문자|처음)(?:이?면|이?라면|에서는?|에선|로서|한테는?|에겐|에게는?)${END}`,
  ],
  [
    'frame',
    `${any('다 안 못 만 로만 만의 하나 전부 모두 둘 아님 만약 가령 만일 각기 여기서 저기서 어차피 또는 없는 있는 없고 있고 어제 오늘 아까 뒤에도? 후에도? 전에도? 다음에도?')}${END}`,
  ],
  [
    'frame',
    `${any('쓴다면 쓰려 써야 쓰던 쓰다 보여 놓고 두고 봐야 보면 본다면 봤을 보기 만한 만하 이해 존재하 생겼 생긴 만들 나왔 나온 나와 알겠 알고 아는 아니 어때 어떰 어떨 어떤가 어떠 쉬워 쉬운 쉽 어려 좋 편하 편해 적합 유리 어울 알맞 맞[아나는을지] 문제 왜 놓아 하려 하면 할지 쓸지 갈지 살지 말하자면 말해 아닌 괜찮 그런 그럴 그렇 그러 역할 내용 충분 쪽이 쪽을 쪽으로 아쉬 분석해 했을')}${REST}`,
  ],
];

const ENGLISH: MarkedWords<ComparingMark> = [
  [
    'deed',
    `\\bhow (?:to|(?:do|does|did|can|could|should|would) (?:i|we|you|one|they|${NAME})) (?:connect|link|integrat|migrat|mov|switch|combin|convert|import|export|load|send|transfer|deploy|replac|upgrad|chang)\\w*`,
  ],
  ['deed', `\\b(?:did|has|had) (?:the )?${NAME}`],
  ['joins', `${NAME}(?=\\s?(?:,|&|\\+|\\/)\\s?(?:an? |the )?${NAME})`],
  ['compares', `${NAME}(?=\\s?(?:=+|≠|!=|<?-+>|↔|~|≈|:|>|<)\\s?${NAME})`],
  ['joins', `(?<=${NAME}\\s?)(?:n|and|and also|plus|as well as|along with)(?=\\s*(?:an? |the )?${NAME})`],
  [
    'compares',
    `(?<=${NAME}\\s?)(?:v|vs|versus|or|x|over|against|than|as)(?=[\\s.]*(?:just |really |simply |only |merely |maybe |rather |an? |the |also |by using |using )*${NAME})`,
  ],
  [
    'relates',
    `(?<=${NAME}\\s?)(?:and not|not|without|rather than|instead of|to|into|with)(?=\\s*(?:just |really |simply |only |merely |an? |the |also |by using |using )*${NAME})`,
  ],
  ['relates', `\\b(?:not|without|beyond)(?= (?:an? |the )?${NAME})`],
  ['compares', '\\bwhen\\b(?=[^?]*\\bwhen\\b)'],
  [
    'compares',
    `\\b(?:that|which|and) (?=${NAME} (?:doesn't|does not|can't|cannot|can not|won't|isn't|lacks?|don't))`,
  ],
  [
    'compares',
    '\\bdiff(?:s|\\w*r\\w*nc\\w*|\\w*r\\w*nt\\w*|er|ers|ered|ering|erentiat\\w*)?\\b|\\bbetw\\w*n\\b|\\bbtw\\b|\\bcompar\\w*\\b|\\bcontrast\\w*\\b|\\bdistin\\w+\\b|\\bapart\\b|\\bseparat\\w*\\b|\\bconfus\\w+\\b|\\bmix(?:ed|ing|es)?(?: up)?\\b|\\bvs\\b|\\bversus\\b|\\bboundar\\w+|\\bwhere does\\b|\\bopposites?\\b|\\bopposed\\b',
  ],
  [
    'compares',
    `\\bsame\\b|\\bidentical\\w*|\\bequal\\w*|\\bequivalen\\w+|\\bsimilar\\w*|\\balike\\b|\\bin common\\b|\\bcommon(?:alit\\w+)?\\b|\\bresembl\\w+|\\bsynonym\\w*|\\b(?:an)?other names?\\b|\\boverlap\\w*|\\bshared?\\b|\\bjust (?=(?:an? |the )?${NAME})|\\b(?:un)?like\\b(?=\\s*(?:an? |the )?${NAME})`,
  ],
  [
    'compares',
    '\\binterchang\\w+|\\bthan\\b|\\bprefer\\w*|\\bbetter\\b|\\bworse\\b|\\bsuperior\\b|\\binferior\\b|\\b(?:easier|harder|simpler|newer|older|best|suited)\\b|\\bfavou?r\\w*|\\beither\\b|\\bneither\\b|\\bboth\\b|\\bwhich\\b|\\btwo\\b|\\beach(?: other)?\\b|\\bthe other\\b|\\bwhile\\b|\\bwhereas\\b|\\bwins?\\b|\\bside by side\\b|\\bpros and cons\\b|\\btrade-?offs?\\b|\\btorn\\b',
  ],
  [
    'relates',
    '\\bsubstitut\\w+|\\balternativ\\w+|\\breplac\\w+|\\binstead\\b|\\brather\\b|\\bcho(?:ose|oses|osing|ice|ices|se|sen)\\b|\\bpick(?:s|ed|ing)?\\b|\\bdecid\\w+|\\bover\\b',
  ],
  [
    'relates',
    `\\brelat\\w+|\\bconnect\\w*|\\blink(?:ed|s)?\\b|\\bpart of\\b|\\bsubset\\b|\\bsuperset\\b|\\b(?:kind|type|form|sort|flavou?r|version|variant|example|member|piece) of(?=\\s*(?:an? |the )?${NAME})|\\bbelongs?\\b|\\bbuilt (?:on|upon|with)\\b|\\bbased on\\b|\\bon top of\\b|\\btogether\\b|\\bcombin\\w+|\\balongside\\b|\\bcomplement\\w*|\\bcompet\\w+|\\brival\\w*|\\bco-?exist\\w*|\\bdepend\\w*|\\binvolv\\w+|\\binteract\\w*|\\bintegrat\\w+|\\bfits?\\b`,
  ],
  [
    'relates',
    '\\bswitch\\w*|\\bmigrat\\w+|\\bmov(?:e|es|ed|ing)\\b|\\bconvert\\w*|\\bupgrad\\w+|\\balready\\b|\\bstill need\\b|\\bneed(?:ed)?\\b|\\bend and\\b|\\bbegins?\\b|\\bfirst\\b|\\bbefore\\b|\\bafter\\b|\\bbother\\b|\\bobsolete\\b|\\bredundant\\b|\\bpointless\\b|\\bgo(?:es|ing)? with\\b',
  ],
  [
    'when',
    '\\bwhen(?:ever)?\\b|\\b(?:situations?|cases?|scenarios?|circumstances|conditions?|use-?cases?)\\b',
  ],
  [
    'frame',
    words(
      "not or if end ends doesn't don't isn't aren't wasn't cannot can't won't didn't lol who hard new other another old start starts does make makes made go gets? got sets? set come comes stands? see sees say says said call calls tells us myself ourselves small large big company companies startup startups project projects get getting someone somebody people team table terms? points? help out off up on main real actual practical it's that's there's what's sense reasons? good bad thinking trying think wonder guess believe same apples oranges really suppose picking between line where always often entirely completely fully totally changes? changed came speakers? boss manager teacher professor colleagues? coworkers? friends? interviewer exam matter matters difference",
    ),
  ],
];

const JAPANESE: MarkedWords<ComparingMark> = [
  [
    'deed',
    '(?:連携|移行|接続|切り替え|置き換え|乗り換え|統合|変換)(?:する|させる|の)?(?:方法|手順|やり方|仕方)|どうやって(?:連携|移行|接続|切り替え|置き換え|乗り換え|統合|つな|繋)',
  ],
  ['joins', `(?<=${NAME}\\s?)(?:と|や|および|及び)(?:の|は|が|を|って|、)?(?=\\s*${NAME})`],
  ['joins', `${NAME}(?=\\s?[,、/・&+＆／]\\s?${NAME})`],
  ['compares', `${NAME}(?=\\s?(?:=+|≠|!=|<?-+>|↔|~|≈|＝|→|⇔|>|<)\\s?${NAME})`],
  [
    'compares',
    `(?<=${NAME}\\s?)(?:より(?:も|は)?|か|vs\\.?|対|または|それとも|もしくは)(?=\\s*(?:は|も|、|で)?\\s*${NAME})`,
  ],
  [
    'relates',
    `(?<=${NAME}\\s?)(?:じゃなくて?|ではなく(?:て)?|でなく|なしで|の(?:代|か)わり(?:に|として)?|から)(?=\\s*(?:は|も|、|あえて|わざわざ)?\\s*${NAME})`,
  ],
  ['compares', `(?<=${NAME}\\s?)より(?:も|は)?`],
  [
    'compares',
    any(
      '違[いうわっ]? ちが[いうわっ] 異な[るりっ]? 相違 比較 比べ(?:る|て|た|ると|れば)? くらべ(?:て|る)? 対比 区別 見分け(?:方|る)? 混同 ごっちゃ 紛らわし[いく]? まぎらわし[いく]? 境界 境目 差 使い分け(?:る|方|て)?',
      '同じ おなじ 同一 等しい? 似(?:て|た|通った)? 類似 共通(?:点|する|して)? 別(?:物|もの|々)? 別名 同義語? 重複 重な[るっ]',
      '両方 両者 どちら(?:か|が|も|を|の(?:ほう|方))? どっち(?:か|が|も|を|の(?:ほう|方))? お?互い(?:に)? それぞれ 二つ 2つ ふたつ 優れ(?:て|た|る)? 劣[るっ]て? 勝[るっ] 並べ(?:て|る)?',
    ),
  ],
  [
    'relates',
    any(
      '関係(?:性)? 関連(?:性)? つなが[りっる] 繋が[りっる] 連携 含ま(?:れ|れる|れて)? 一部 一種 部分 属(?:する|し|して) 上位 下位 ベース 依存 基づ[いく]て? 両立 共存 併用 組み合わせ(?:る|て)? 一緒に? いっしょに? 同時に',
      '代わり(?:に|は|として)? かわり(?:に)? 代替 代用 置き換え(?:る|られる|られ|て)? 乗り換え(?:る|て|た)? 移行 切り替え(?:る|て|た)? 変え(?:る|て|た)? 替え(?:る|て|た)? いら(?:ない|なく) 要ら(?:ない|なく) 不要 必要 わざわざ あえて 互換(?:性)? 順番 順序 選[ぶびべん](?:ば|だ|で|き)? 選択 先に',
    ),
  ],
  ['when', any('いつ とき 時 場合 場面 ケース 状況 用途 目的 基準 際')],
  [
    'frame',
    any(
      'できる できない できて こと 迷って(?:る|いる|います)? 迷う 迷い 悩[むんみ](?:で|でいる|でいます)? 会社 チーム 小さい 小さな 大きい 個人 プロジェクト 表で 表に 良い よい いい 強み 弱み 長所 短所 優位 向[いく](?:て|ている|てる)? 適し(?:て|た)? べき どこ どう どれ くらい だけ しか なら ば も や か よくわからん よく分からん わからん 分からん わかりません 分かりません な?(?:ん|の)ですか いますか ますか ですか ればいい れば ければ る',
    ),
  ],
];

/** Words of questions about two things, to be read before those of questions about one. */
export const COMPARING: Readonly<Record<AskedIn, MarkedWords<ComparingMark>>> = {
  ko: KOREAN,
  en: ENGLISH,
  ja: JAPANESE,
};
