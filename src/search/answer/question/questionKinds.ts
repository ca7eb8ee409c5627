import type { AskedIn } from '../../model.ts';
import { anyOf } from './anyOf.ts';
import { MONEY_NOUNS } from './values/money.ts';

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

/** Words of one kind in each language that questions are read in, all in lower case. */
type Words = Readonly<Record<AskedIn, RegExp>>;

/** The words by which a question of each kind is known, the most telling kind first. */
export const KINDS: Readonly<Record<AskedFor, Words>> = {
  difference: {
    ko: /차이|다른\s?점|(?<!\S)\S*\s+(?:다르|다른가|달라|다른[데지]|다름|다릅)|다른가요|비교|\bvs\b|(?<=(?:이랑|랑|하고|와|과|중에서?|중|둘)\s(?:\S+\s)?)(?:뭐가|어느\s?게|어떤\s?게|어느\s?쪽|어느\s?쪽이|뭘|무엇을)\s?(?:더\s)?(?:나아|낫|좋|써|쓸|쓰|골라|고르|선택|빨라|빠른|빠르)|(?<=(?:이랑|랑|하고|와|과)\s.*)중에?서?\s?(?:뭐|뭘|뭔|머|어느|어떤)|아니면|뭐가\s?뭐|뭐가\s?달|(?<=(?:이랑|랑|하고|과|와|[이나]나)\s.*)(?:헷갈|혼동)|둘.*헷갈|그게\s?그거|(?<=(?:이랑|랑|하고|과|와)\s.*)(?:구분|반대|각각|똑같|동일|같은\s?(?:거|것|건|뜻|말|의미|개념|제품|서비스|기술)|같[나아냐]|같음|같습)|언제\s.+언제\s|쓸까\s.*쓸까|언제\s?(?:뭘|뭐|무엇을|무얼|어느\s?[걸거것]|어떤\s?[걸거것])/u,
    en: /\b(?:diff(?:s|er|ers|ered|ering|erent|erently|erences?)?|distinct(?:ion)?|tell\w* \S+(?: \S+){0,5} apart|sets? \S+(?: \S+){0,3} apart|stacks? up|versus|vs|compare[ds]?|comparison|distinguish\w*|(?:mix(?:ed|ing)? up|confus\w+)(?= \S+(?: \S+){0,3} (?:and|with)\b))|(?<=\b(?:and|with|as)\b.*)\b(?:the same|identical|interchangeable)\b|\b(?:same|identical) (?:thing )?(?:as|to)\b|(?<=^(?!why\b|how come\b)[^?]*\b(?:when|should|which|use|choose|pick|better)\b[^?]*\b)(?:instead of|rather than|over|or)\b|(?<=^(?!is|are|was|do|does|did|can|could|will|should)[\w.-]+(?: [\w.-]+){0,2} )or(?= [\w.-]+(?: [\w.-]+){0,2}\s*\??$)|\bwhen\b.*\band when\b|\btrade-?offs?\b|\bor\b(?=[^?]*\bwhich\b)|\bor\b(?=[^?]*\b(?:when\b[^?]*\bwhich|which\b[^?]*\bwhen)\b)/u,
    ja: /それぞれ|同じ(?:もの|こと|です|なの|意味)|違い|ちがい|違う|比較|比べ|どちら|どっち|使い分け/u,
  },
  now: {
    ko: /아직|여[태직](?![가-힣]{2})|여전히|그대로(?:야|임|인가|인지|예요|이에요|지|죠)|접었(?:대|나|어|다며|음|다던)|최신\s?(?:이름|명칭)|계속\s?(?:쓸|써|쓰|사용|나오|지원|팔)|(?:살|구할|구매할|구입할)\s?수\s?있|판매\s?(?:중|하나|하니)|지금|요샌|종료|단종|폐기|(?<!무)중단|없어졌|없어진|사라졌|사라진|폐지|서비스\s?끝|끝났|끝난\s?[거건]|망했|망한|죽었|죽은|살아\s?있|요즘|요새|현재|오늘날|(?<![가-힣])이제|바뀌었|바뀐|바꼈|개명|새\s?이름|어떻게\s?됐|어떻게\s?되었|후속|대체(?!\s?(?:뭐|뭔|뭘|왜|무엇|무슨|누가|누구|언제|어디|어떻게|어떤))|대신\s?(?:나온|나왔|생긴|생겼|쓰는|쓸|뭐|무엇|뭘)|이어받|합쳐/u,
    en: /\b(?:still|today|nowadays|now|currently|current|any\s?more|anymore|available|discontinued?|retired?|shut\s?down|deprecated|renamed|rebranded|replaced|replacement|successor|became|become of|happened to|end of life|eol|sunset|new name|on sale|for sale|(?<!^(?:what|which|how)\b[^?]*)(?:to|can i|could i|can you|can we) (?:buy|get|order)|alive|dead|gone|defunct|killed|merged|(?<!\bwhere\b[^?]*)these days|as of (?:now|today)|no longer)\b/u,
    ja: /まだ|今も|今でも|いまも|現在|終了|廃止|なくなっ|改名|後継|今は|いまは|名前が変わ|代わり/u,
  },
  date: {
    ko: /언제(?!든|라도|\s?(?:필요|쓰|써|쓸|사용|유용|좋|하))|몇\s?년(?!\s?(?:만|동안|간|치|걸|이나|안|뒤|후|내|지나))|몇\s?월|며칠(?:에|날|이야|이었|이지|\s?\?|$)|날짜|어느\s?해|연도/u,
    en: /\b(?:(?<!\S )when(?! (?:should|do|would|to|can)\b)|(?<=\S )when(?! (?:should|do|would|to|can)\b|[^,?]*,[^,?]*\?)|(?:what|which) (?:year|date|day|month|time)|since when|how recent(?:ly)?)\b/u,
    ja: /いつ|何年|何月|何日|日付|日程/u,
  },
  number: {
    ko: anyOf([
      /몇(?:\s?(?:퍼센트|프로|%|초|분|시간|년|개월|월|일|명|배|번|대|편|곳|건|원|점|가지|단계|개|주|시|층|장|권|mb|gb)\S*)?|며칠|얼마(?!\s?(?:없|안\s?[되돼됐]|전[에부]))|얼만큼|(?:무슨|어떤|어느)\s?버전(?!\S*\s?(?:있|좋|나[아은]))|버전[은이]?\s?(?:뭐|뭘|무엇|몇)|어느\s?정도|몇\s?%|퍼센트|(?:길이|무게|높이|넓이|너비|깊이|두께|인원|정원)[은는이가]?\s?(?:\?|$|뭐|어떻게\s?[돼되])|(?:개수|갯수|비율|숫자)(?!.*\s(?:어떻게|왜|누가|언제|어디)|[를을]?\s?(?:줄[이여일]|늘[리려릴]|제한|맞[추춰]|조[절정]|관리|낮[추춰]|높[이여일]))/u,
      MONEY_NOUNS.ko,
    ]),
    en: anyOf([
      /\b(?:how (?:many|much|long|often|fast|large|big|far|small|old|soon|quickly|high|tall|deep|wide|heavy|hot|cold|warm|thick|thin|late|early|close|expensive|cheap|strong|loud|bright|accurate|likely|common|frequent(?:ly)?|short|dense)|(?:what|which) (?:share|size|proportion|ratio|fraction|rate|score|temperature|speed|length|width|height|weight|depth|distance|amount|volume|capacity|budget)|what(?:'s| is| was) the (?:share|size|proportion|ratio|fraction|rate|score|temperature|speed|length|width|height|weight|depth|distance|amount|volume|capacity|budget)|(?<=^(?:the )?)(?:share|size|proportion|ratio|fraction|rate|score|temperature|speed|length|width|height|weight|depth|distance|amount|volume|capacity|budget|price|cost|age)(?= of)|number of|percent(?:age)?|(?:which|what) (?:[\w.+#-]+ ){0,3}?version(?! (?:is|are) (?:there|better|best))|version number|what (?:does|do|did) [^?]*\bcost(?=\s*\??$| (?:per|a|an|to|for|in|now)\b))\b/u,
      MONEY_NOUNS.en,
    ]),
    ja: /いくつ|いくら|(?:どの|何の?)バージョン|バージョン(?:は|って)?(?:何|どれ)|何(?:個|回|人|名|社|台|件|種類|言語|文字|行|冊|つ|か国|カ国|[かヶカ]月|週間|倍|秒|分|時間|日間|年間|歳|円|%|パーセント)|ど(?:の|れ)(?:くらい|ぐらい)|(?:長さ|大きさ|広さ|重さ|高さ|深さ|速さ|時間|期間|人数|回数|件数|定員)(?:は|って)?(?:何|どの|どれ|[?？]|$)/u,
  },
  who: {
    ko: /누가|누구|성함|(?:사람|분|연사|발표자|담당자|저자|작가|개발자|대표|창업자)(?:의|들)?\s이름|(?:어느|어떤|무슨)\s?(?:회사|기업|업체|출판사|학교|단체|기관|재단|곳)|소속|(?:회사|기업|업체|출판사|단체|기관|재단)(?:의)?\s이름|어디\s?(?:다니|다녀|분이|사람이)/u,
    en: /\b(?:who|whose|whom|(?:which|what) (?:\w+ ){0,2}?(?:company|companies|firm|customer|vendor|organi[sz]ation|team|person|people|speaker|shop|store|university|school|bank|hospital|newspaper|institute|publisher|agency|foundation)|name of (?:the |a |that )?(?:\w+ ){0,2}(?:person|man|woman|guy|lady|speaker|host|author|developer|founder|company|firm|startup|shop|store|site|university|publisher|agency|foundation))\b/u,
    ja: /誰|だれ|どの(?:会社|企業)|どこの(?:会社|企業)/u,
  },
  why: {
    ko: /왜|이유|까닭|때문|[뭐뭣머]\s?땜|어째서|원인/u,
    en: /\b(?:why|reasons?|because|what for|how come|cause[sd]?|what made (?!of|up)|what(?:'s| is| was) (?:(?:so )?(?:bad|wrong|good) (?:about|with)|the point (?:of|in)))\b/u,
    ja: /なぜ|何故|なんで|どうして|理由|原因/u,
  },
  how: {
    ko: /어떻게|어떡|어째(?!서|든)|어쩌[지면나죠](?!\s?다)|무슨\s?수로|방법|어떤\s?식|하려면|(?<=[가-힣])(?<![이신])라면(?=\s*\??\s*$)|(?:려면|[을할줄볼쓸될]라면)(?=\s*\??\s*$|\s[^?]*(?:뭐|뭘|무엇))|(?:뭐|무엇|뭘)부터|비결|요령|꿀?팁(?=\s*\?*\s*$|[이은을]?\s)|해결법|(?<=[가-힣][는은]\s?)법(?=\s*\?*\s*$|[이은]?\s|이[야에]|좀)|사용법|방식/u,
    en: /\bhow (?:to|do|does|did|can|could|should|is|are|was|were|would)\b|\bhow\b(?! (?:many|much|long|often|fast|large|big|far|small|old|soon|quickly|high|tall|deep|wide|heavy|hot|cold|warm|thick|thin|late|early|close|expensive|cheap|strong|loud|bright|accurate|likely|common|frequent(?:ly)?|short|dense)\b)|\bways? to\b|\bwhat (?:should|do|can|must) (?:i|we|you|one) do\b|\bwhat to do\b|^(?:tips?|tricks?|steps?) (?:to|for|on)\b|\bthe (?:tricks?|fix) (?:to|for)\b|\b(?:any |the )?(?:fix|tips|workaround)\s*\?+\s*$/u,
    ja: /どうやって|どのように|どうすれば|どう(?:使|動|や|処理|対処|解決)|何をすれば|[えけげせてねべめれいきぎしちにびみり]方(?=[はをが]|$)|方法|やり方|使い方|手順/u,
  },
  list: {
    ko: /(?:뭐뭐|무엇무엇|어떤\s?것들|무슨\s?\S+들|종류|가지|목록|리스트|(?<=[가-힣])들[은이]?\s|(?:뭐|무엇|뭣|머)\S{0,2}\s?(?:있|있나|있어|들)|(?:뭘|뭐|무얼|무엇을|뭐를)\s?(?:할\s?수|제공|지원)|(?:뭘|무얼|무엇을|뭐를)\s?(?:할|해|하|알|볼|얻)|어떤\s?(?:것|게|걸)|어떤\s\S+(?:이|가|을|를|들)\s?\S*\s?(?:있|나|쓰|꼽|들))/u,
    en: /\b(?:(?:check)?list|which (?:\w+ )?(?:are|were|ones)|recommendations? for|what (?:are|were)|what can|(?<=\bwhat (?:does|do|did) .+ )(?:do|offer|provide|include|support|detect|need|require|bring|gain|get|learn|achieve|solve|cover|contain)|what (?:\w+ )?\w+s (?:are|were|does|do|did|can)|name the|kinds|types|examples|all the)\b/u,
    ja: /一覧|リスト|種類|[二三四五六七八九十2-9]つ|主な|すべて|全部|ポイント|どんな|何が(?:でき|あ)|何を(?:して|でき|提供)|どれ/u,
  },
  where: {
    ko: /어디|어딨|위치(?=[가는를은]?\s?(?:아시|알려|알\s|좀|정보|\?|$))|어느\s?곳|(?:어느|어떤)\s?(?:분야|업종|사이트|장소)|주소|(?<![가-힣])링크|홈페이지|url/u,
    en: /\bwhere|(?:which|what) (?:web)?(?:site|page|place|field|area|city|town|country|building|venue|room|region|village)s?\b|\b(?:url|link|address|website|homepage)\b/u,
    ja: /どこ|場所|サイト|リンク/u,
  },
  name: {
    ko: /이름|뭐라(?!도)\S*|뭐시기|(?:[한두세네]|다섯|몇|[1-9])\s?글자로|한\s?(?:단어|마디)로|(?:약자|준말|줄임말|전문\s?용어|영어|우리말|한글)로(?=\s*\??\s*$|\s(?:뭐|뭔|무엇))|명칭|(?:무슨|어떤|어느|뭔)\s?(?:칩|도구|서비스|제품|api|언어|기술|모델|디비|db|데이터베이스|프레임워크|라이브러리|툴|프로그램|시스템)|(?:뭘|뭐|무엇|머)으?로\s|(?:뭘|뭐|뭐를|무엇을|머)\s?(?:썼|쓴|쓰|써|사용|골랐|선택)/u,
    en: /\b(?:names?|called|what (?:do|does|did|are|were) [^?]{1,30}\b(?:us(?:e|ing)|runs? on|running on)(?=\s*\?*$| (?:for|to|in|on|as|at|now|these|today|instead|there)\b)|what (?:is|was|are|were) [^?]{1,40}\b(?:written in|buil[dt] (?:with|on|in|from)|running on|run on|made (?:with|in))|known as|(?:word|term) for|technical term|what (?:do|did|does) (?:you|they|people|we|one|she|he) call|(?<=\b(?:which|what) (?:\w+ ){0,2}?)(?:chip|tool|service|product|api|language|database|framework|library|model|software|system|format|protocol)|(?<=^)(?:which|what)(?= (?!(?:is|are|was|were|do|does|did|can|could|should|would|will|has|have|had|if|about|else|made|makes?|happen(?:s|ed)?|became|the|an?|of|one|ones|to|it|they|you|we|he|she|i|kinds?|types?|sorts?)\b)(?:[\w-]+ )?[\w-]*[^\Ws] (?:is|was|did|does|do|has|had|can|could|should|would|will|ran|made|got|won|gave|took|broke|held|kept|led|built|wrote|went|came|sold|lost|[a-z]{2,}(?:s|ed))\b))\b/u,
    ja: /名前|名称|何と(?:呼|い)|なんと(?:呼|い)|何を使/u,
  },
  definition: {
    ko: /(?:무엇을|[뭘뭣]|뭐를|(?:어느|어떤)\s\S+[을를])\s(?:가리[키켜킴]|가르[키켜킴]|일컫|일컬|뜻[하함해]|의미[하함해]|말하[는나]|말함)|뭐야|뭐예요|뭐에요|뭐임|뭥|무슨\s?(?:말|뜻|소리)|먼가|먼데|머냐|머에요|머예요|뭐라는|뭐였|뭐더라|뭐냐|뭐지|뭔가요|뭔가|뭔데|뭔지|뭐죠|뭐니|(?:그게\s)?뭐\s?하는(?:\s?(?:곳|데|거|건|회사|사람|팀|서비스|도구|툴|앱|사이트|기술|제품)(?=$|[\s?]|이[야에]|예|에요|인[가지데]|임|야|냐|죠|지)\S*)?|머야|머임|모야|뭡니까|무엇|뭐$|뭐\?|(?:이란|란)\s*(?:\?|$)|(?:이란|란)\s(?:무|뭐)|(?<=\S)(?:이?라는|이?란)\s?(?:게|건|거|것[은이]?)\s(?:대체\s|도대체\s|정확히\s)?(?:뭐|뭔|뭘|무엇|무슨|머)\S*|뜻|정의|의미|설명|알려\s?줘|알려\s?주|소개|개념|궁금|대해/u,
    en: /\b(?:what(?:'s|’s| is| are| was| were)|whats|wats?|what's|define|definition|meaning|means?|explain|describe|tell me (?:about|what)|stands? for|in (?:plain|simple) words|about)\b/u,
    ja: /とは|って(?:何|なに|なん)|(?:何|なん)(?:です|でしょう|だ|の(?:こと|事))|は何|意味|教えて|について|説明|とは何/u,
  },
  yesno: {
    ko: /(?:나요|까요|까|니|냐|가요|나|돼|되|되나|돼요|되요|가능\S{0,3}|있어|있나|있어요|없어|없어요|맞아|인가|인지|해야\s?[하되돼]\S{0,2}|어도\s?\S{1,3}|아도\s?\S{1,3})\s*\?*\s*$|(?<=\s\S*(?:됨|(?<!보관|명|편지|우편|도서)함|[았었였했됐갔왔봤섰겠있없같많맞좋않]음|씀|나옴|걸림|빠름|느림|돌아감|들어감|(?:[거것중]|가능|필요|필수|무료|유료|공개)임))(?=\s*\?+\s*$)/u,
    en: /^(?:(?:so|and|but|ok|okay|wait),? )?(?:is|are|was|were|can|could|does|do|did|has|have|will|would|should|must|am|wo|ca)(?:n't|'t)?\b|^(?:ok|okay|fine|safe|possible|allowed|legal|necessary) to\b|^worth (?:it|the|a)\b/u,
    ja: /(?:ます|ました|ません|です|でした|でき(?:る|ます)|いい|られる)(?:か|の|ん)?\s*[?？。]*\s*$/u,
  },
};

/** The words of each family, in all languages at once: posts hold them too. */
export const FACETS: Readonly<Record<Facet, RegExp>> = {
  reason:
    /왜|이유|까닭|때문|중요|필요성|근거(?=[는가]?\s?(?:\?|뭐|뭔|$))|계기|\b(?:why|reasons?|because|matters?|important|chose|choose|chosen|what (?:drove|pushed|convinced))\b|なぜ|理由|重要|原因/u,
  benefit:
    /장점|이점|강점|좋은\s?점|좋아|좋은|좋았|좋나|좋지|매력|얻은|얻었|얻는|효과|성과|결과|나아[지졌진]|개선|이득|덕\s?[본봤]|편해[진졌]|편리?한\s?[점거건]|달라진\s?(?:점|거|것)|낫|도입(?:한|하고)?\s?(?:뒤|후)|내세운|\b(?:benefits?|advantages?|strengths?|strong points?|good (?:about|at|for)|good|gain(?:s|ed)?|get out of|got (?:out of|from)|better|improved?|improvements?|results?|effects?|upsides?|payoff|pay(?:s|ed)? off|w[io]n by|selling points?|pros|merits?|after)\b|メリット|利点|売り(?!上|場|切)|長所|良い点|強み|(?:便利|有利|お得)な(?:とこ|点)|[良い]いとこ|嬉しい|うれしい|魅力|効果|結果|成果|良くな/u,
  problem:
    /문제|고민|어려[움웠운워]|어렵|걸림돌|한계|단점|불편|힘들|힘든|약점|부족|막힌|장애물|골치|발목|걸리적|말썽|고생|애먹|애로\s?사항|헤맸|헤매|삽질|후회|아쉬[운웠움]|안좋|나빠[지졌진]|나쁜\s?점|안\s?좋|별로(?=였|인\s?[점거게]|던)|도입\s?(?:전|하기\s?전)|(?:쓰기|도입하기|바꾸기|옮기기)\s?전|\b(?:problems?|troubles?|obstacles?|difficult(?:y|ies)?|drawbacks?|challenges?|hurdles?|limits?|limitations?|hard|harder|lack(?:s|ed)?|short of|cons|pains?|struggle[ds]?|downsides?|mistakes?|(?:mess|screw)(?:ed|es|s)? up|regret(?:s|ted)?|annoy\w*|painful|nightmares?|gotchas?|pitfalls?|caveats?|headaches?|got stuck|(?:go|goes|went|gone|was|were) wrong|got worse|gets worse|was broken|were broken|before|in the way)\b|問題|課題|欠点|デメリット|難し|限界|弱点|困っ/u,
  feature:
    /특징|특성|기능|하는\s?일|할\s?수\s?있는\s?(?:것|게|거|일)|알아낼|뭘\s?(?:해\s?주|할\s?수|하나|하는)|역할|\b(?:features?|functions?|capabilit(?:y|ies)|can do|able to|offers?|detects?|characteristics?|properties)\b|機能|特徴|特長|できること|役割/u,
  step: /단계|순서(?!대로)|절차|과정|흐름|차례(?!대로)|\b(?:steps?|stages?|phases?|process|procedure|order|sequence|pipeline|workflow)\b|手順|段階|ステップ|流れ|順番|工程/u,
  sort: /종류|유형|갈래|가지|방식|접근|전략|선택지|도구|원칙|규칙|요령|습관|장치|경로|구성|요소|이루어|원소|(?:뭘|뭐|무엇|머)으?로\s?(?:만들|돼|되|이루)|\b(?:kinds?|types?|sorts?|approach(?:es)?|strateg(?:y|ies)|options?|choices?|tools?|ways|principles?|rules?|tips|habits?|parts|components?|made (?:up )?of|consists? of)\b|種類|方式|戦略|選択肢|原則|構成/u,
  use: /용도|쓰는\s?곳|쓰이|쓰여|어디에\s?[쓰써쓸]|분야|(?<!재)활용|업종|사용처|\b(?:used? for|uses|areas?|fields?|industr(?:y|ies)|where|applications?|applied|sectors?)\b|用途|使い道|使われ|活用|分野/u,
  need: /조건|필요|갖추|요구|준비|있어야|\b(?:needs?|needed|requires?|required|requirements?|conditions?|takes?|must have|prerequisites?)\b|必要|条件|要件|準備/u,
  example: /예시|사례|예를|보기|예로|\b(?:examples?|cases?|instances?)\b|事例|例え|例は/u,
};

/** Families whose words ask for a list. */
export const LISTED: ReadonlySet<Facet> = new Set<Facet>([
  'benefit',
  'problem',
  'feature',
  'step',
  'sort',
  'need',
  'example',
]);
