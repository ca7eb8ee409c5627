import { isParticle, koreanStems } from '../../../words/korean.ts';
import { isName, isProperName } from '../../../words/thesaurus.ts';
import { isEmptyPast, isEmptyVerb, verbsOf } from '../../../words/verbs.ts';
import { isFiller, wordClassOf } from '../../../words/wordClass.ts';
import { PARTICLES, words } from './wordPattern.ts';

/** Kinds of words in a question about the sessions themselves. */
export type Role =
  | 'talk'
  | 'who'
  | 'speaker'
  | 'author'
  | 'gave'
  | 'when'
  | 'where'
  | 'online'
  | 'company'
  | 'slides'
  | 'video'
  | 'code'
  | 'list'
  | 'program'
  | 'count'
  | 'summary'
  | 'theme'
  | 'common'
  | 'whole'
  | 'newest'
  | 'oldest'
  | 'first'
  | 'last'
  | 'shortest'
  | 'longest'
  | 'recommend'
  | 'bot'
  | 'about'
  | 'held'
  | 'event'
  | 'track'
  | 'duration'
  | 'lecture'
  | 'name'
  | 'person'
  | 'alone'
  | 'filler';

/** A word's roles, by the first row that fits. */
const ROLES: readonly (readonly [roles: readonly Role[], word: RegExp])[] = [
  [
    ['speaker'],
    words(
      '발표자 발표진 연사 연사진 강연자 강연진 연설자 발제자 강사 강사진 스피커 진행자 출연자 출연진',
      '',
      'speakers? presenters? spoke speak speaks speaking talked presented presents presenting lecturers? lectured 登壇者 登壇 発表者 講演者 講師 スピーカー 者',
    ),
  ],
  [
    ['author'],
    words(
      '글쓴이 글쓴사람 작성자 저자 필자 블로거 블로그주인',
      '썼 쓴 작성한 작성했 정리한사람',
      'authors? writer bloggers? wrote written 著者 筆者',
    ),
  ],
  [['who'], words('', '누가 누구 누굽', '누군지 누군데 누군가요 누굴까요? who whose whos whom 誰 だれ')],
  [
    ['when', 'alone'],
    words(
      '날짜 일시 일자 요일 일정 (?:행사|이벤트|개최|진행|발표|대회|세미나|컨퍼런스|콘퍼런스)(?:날|일|일자|일시|날짜|시기|시점)',
      '',
      'dates? 日付 日程 日時 開催日',
    ),
  ],
  [
    ['when'],
    words(
      '며칠 몇일 몇월 몇년 몇년도 년도 연도 시기 시점 기간 연월일 날자',
      '언제 은제',
      'when years? いつ 何年 何月 何日 何曜日',
    ),
  ],
  [
    ['where', 'alone'],
    words(
      '장소 위치 개최지 (?:행사|발표|강연|컨퍼런스|콘퍼런스|세미나)장 (?:행사|이벤트|개최|발표|대회|세미나|컨퍼런스|콘퍼런스)(?:장소|지역|위치)',
      '',
      'venue location 場所 会場 開催地',
    ),
  ],
  [
    ['where'],
    words('도시 동네 지역 나라 건물 곳', '어디 어데 오데 ㅇㄷ', 'where place city town country どこ'),
  ],
  [['online'], words('온라인 오프라인 비대면 대면', '', 'online offline onsite virtual person オンライン')],
  [
    ['company'],
    words('회사 기업 업체 소속', '', 'company companies organi[sz]ations? affiliations? employers? 会社'),
  ],
  [['slides'], words('슬라이드 발표자료 자료 장표 피피티', '', 'ppt pdf slides? deck slidedeck')],
  [
    ['video'],
    words(
      '영상 동영상 녹화영상 발표영상 녹화 녹화본 다시보기 유튜브 비디오',
      '',
      'videos? recordings? record(?:ed)? youtube vod',
    ),
  ],
  [['code'], words('예제코드 소스코드 코드 깃허브 깃헙', '', 'github repo repository code source')],
  [['newest'], words('최신 최근 새', '새로운 새로나 새로올', 'newest latest recent new recently 最新')],
  [['oldest'], words('', '오래된 옛날', 'oldest earliest 最古')],
  [['first'], words('첫 처음 먼저 첫째 첫번째', '', 'first opener 最初')],
  [['last'], words('마지막 끝', '', 'last final closer 最後')],
  [['duration'], words('', '', 'duration minutes')],
  [['shortest'], words('', '짧은 짧아 짧', 'shortest short quickest')],
  [['longest'], words('긴', '길어 긴', 'longest long')],
  [
    ['recommend'],
    words(
      '추천 아무거나 랜덤',
      '추천해 추천한 추천하 추천좀 추천부 추천할 골라 고른다면 고르라면 뭐부터 무엇부터',
      'recommend suggest suggestions? random surprise pick おすすめ お勧め',
    ),
  ],
  [['count', 'talk'], words('(?:세션|발표|강연|글)수', '', 'セッション数 発表数')],
  [
    ['count'],
    words('몇 총 개수 갯수 편수', '몇개 몇갠 몇갤 몇편 몇건', 'many number count 数 いくつ 何件 何個 何本'),
  ],
  [
    ['list', 'alone'],
    words(
      '차례 목차 아젠다 어젠다 시간표 타임테이블 일정표 순서표 타임라인 진행표 프로그램표 식순 라인업',
      '',
      'agenda schedule programme timetable table line-?up 一覧 目次 アジェンダ タイムテーブル ラインナップ',
    ),
  ],
  [['list', 'program'], words('프로그램 커리큘럼', '', 'program プログラム')],
  [['list', 'whole'], words('전체', '전체적', 'overall 全体')],
  [
    ['list'],
    words(
      '번호 무슨 어떤 어느 어떤거 어느거 순서 순 목록 리스트 명단 구성 흐름 전부 모든',
      '뭐뭐 몇번째 몇번',
      'list lists which all every リスト どんな 全部 全',
    ),
  ],
  [
    ['whole'],
    words('전반 궁극 결국', '전반적 궁극적 결론적', 'whole entire across throughout general generally'),
  ],
  [
    ['common'],
    words(
      '공통 공통점 공통분모 공통사항',
      '공통으로 공통적 공통된 관통 반복되 되풀이되',
      'common shared overarching unifying underlying recurring 共通 共通点',
    ),
  ],
  [
    ['theme'],
    words('테마 컨셉 콘셉트 컨셉트 슬로건 모토 줄기 화두 논지 분야', '', 'themes? slogan motto テーマ 主題'),
  ],
  [['summary', 'theme'], words('주제 요지 요점 골자 핵심', '', 'topics? gist')],
  [
    ['summary'],
    words(
      '요약 정리 내용 줄거리 제목 타이틀 개요 [한두세]줄요약 (?:세션|발표|강연)(?:명|제목)',
      '요약해 요약하 정리해 정리한 정리된 정리돼',
      'summary summari[sz]e summaries overview rundown tldr titles? contents? recap called titled 要約 まとめ 内容 概要 タイトル',
    ),
  ],
  [['bot'], words('봇 너 넌 네가 니가 당신 렉턴 도움말 사용법', '', 'bot you your lectern help ボット')],
  [
    ['about'],
    words(
      '관련 얘기 이야기',
      '강조한 강조했 강조하 다룬 다루 다룸 다뤄 다뤘 언급 나와 나왔 나옴 관한 대한 대해 나온 나오는 얘기한 얘기하 얘기함 얘기해 얘기했 이야기한 이야기하 이야기함 이야기해 이야기했 말한 말하는 말하나 말하던 말함 말했 설명한 설명하는 설명함 설명했 배운 배우는 배우나 배우죠 배움 배워요? 배웠 관련된',
      'about covers? covering covered について mentions? discuss discusses discussed talking on',
    ),
  ],
  [
    ['held'],
    words(
      '',
      '열렸 열린 열려 열었 개최 진행 치러 치른 치렀',
      'held hold happen happened took take planned scheduled 開催 開 開か 開かれ 開かれた 行わ 行われ 行われた',
    ),
  ],
  [
    ['event', 'name', 'alone'],
    words('(?:행사|이벤트|대회|모임|컨퍼런스|콘퍼런스|세미나)(?:명|이름|명칭)', '', 'イベント名'),
  ],
  [
    ['event'],
    words(
      '블로그 행사 행사장 이벤트 콘퍼런스 컨퍼런스 서밋 써밋 밋업 모임 컨프 세미나 대회 포럼 심포지엄 학회 시리즈 연재',
      '행사한 행사했 행사하던',
      'conf blogs? conference event summit meetup seminar forum symposium series イベント 行事 カンファレンス サミット 勉強会',
    ),
  ],
  [['track', 'name', 'alone'], words('트랙(?:명|이름)', '', '')],
  [['track'], words('트랙', '', 'tracks? トラック')],
  // A talk, or a course that a post tells of.
  [['lecture'], words('강의', '강의하 강의한 강의했', 'lectures?')],
  [['gave'], words('', '', 'gave gives give given')],
  [
    ['talk'],
    words(
      '세션 강연 토크 글 포스트 후기 노트 회차 메모 정리글 요약글 부작 꼭지',
      '발표 강연한 강연하 강연했 강연해',
      'sessions? talks? presentations? posts? articles? notes? write-?ups? episodes? instal?lments? セッション 発表 講演 記事 話',
    ),
  ],
  [['filler', 'name'], words('이름 성함 명칭 풀네임 닉네임 필명', '', 'names? 名前 名称')],
  [['filler', 'person'], words('사람 분', '', '人 方', PARTICLES)],
  [
    ['filler'],
    words(
      '링크 주소 다운로드 다운 맨 쭉 상세 자세히 상세히 깊게 깊이 제대로 각각 다들 정보 그냥 혹시 이거 이건 이게 그거 그건 그게 저거 저건 이 그 여기서? 거기서? 것 거 점 그날 하루종일 종일 리스트업 하나 오늘 이번 그때 당시 하루 대상 기능 개 편 건 가지 번 번째 뭐 뭔 뭘 뭔가 머 뭣 무엇 모 나 만 수 다 좀 요 한 함 해 됨 젤 제일 가장 모두 함께 같이 정식 공식 전에 쓸 볼 읽을 들을 할 돼',
      '받 자세하 상세하 공개 업로드 게시 나눠 보면 봐 볼수 보려 보는 봤 보고 뭐라 뭐야 뭐였 뭐더 뭐가 뭐에 뭐예 뭔가 무엇 모야 머야 머였 머엿 있나 있어 있는 있음 있을 있었 있니 있죠 있지 있던 없나 없어 없는 없음 없을 했어 했나 했는 했음 했던 했었 했을 한다고 한다던 한댔 하기로 했지 했죠 했대 했더 했다 하신 하셨 해준 해주 맡은 맡으 맡았 참여했 참여하 참가했 하는 하나 하냐 하던 하면 하지 하죠 하려 한거 할까 할게 할수 줘 해줘 해주 해요 해봐 주세요 주시 주십 주실 알려 알아 알고 보여 말해 말씀해 가르쳐 가르쳐줘 궁금 여쭙 여쭤 여쭈 부탁 바랍 바라요 구성되 구성돼 뭐하 뭘하 맞아 맞나 맞지 맞죠 맞습 맞는지 나열해 열거해 공유해 안내해 제공[됐돼되했한하] 준비[됐돼되했한하] 되나 되어 됐어 됐나 였나 였지 였어 였더 이었 인가 인지 볼까 볼만 볼래 읽을까 읽어 들을까 부터 언급 소개 설명 시작했 시작하 시작한 시작해',
      'the a an n is are was were isnt arent wasnt werent there this that these those it its what whats s do does did have has me my i can could for in of at to from with please pls show tell see get find how ones? any some here most top be and read should watch today available got go use work made purpose e or n out aimed link links url download hosts? much these those part parts give list there’s will they them their he she his her we us our been being had would should gimme lemme em called total each just so pls plz thx lol remind anything something everything single according detail details detailed depth deep deeply goes into up provided? served? share send kindly thing official full formal exact order 게 꺼 각 제 걸 걸로 때 적 벌써 실제 싶어요? 간의? 사이의? 아는 된 당일[이은의에]? 동안 모아서? 모은 포함된 포함한 참여 참여한 참가한 참석한 줘봐 싹 싹다 다른 딴 또 지금 현재 날 날이 날은 맞음 else other others main central key as day kind sort sum 目 番 つ 行っ?た? now currently together 全て 일이(?:야|에요|예요|지|죠|었[가-힣]*) 합쳐서? 합해서? 다해서 통틀어 합치면 알 데서? 데[가는에야도] 데 데에서 한?줄로? 何 番目 回 教え 見 見せ 知り ください いただけ お願い 名 日 を通して [\\u3041-\\u3096]{1,3}',
      PARTICLES,
    ),
  ],
];

/** What everybody does with talks, in whichever form it stands: `들을만한`, `적혀있는`, `나왔어`. */
const DONE = new Set(
  '듣다 읽다 나오다 나온다 열리다 적히다 찍다 올라오다 올라가다 올리다 다녀오다 알리다 정해지다 잡히다 적다 끝나다 가지다 볼만하다 부르다 뽑다 이루어지다 고르다 훑다 훑어보다 꼽다 치다 나뉘다 갈리다'.split(
    ' ',
  ),
);
/** What is typed beside a question and says nothing: `ㄱㄱ`, `ㅋㅋ`. */
const TYPED = /^[ㄱ-ㅎㅏ-ㅣ]+$/u;
/** The roles of a word as it stands. A noun of its own is no syllable with a particle: `요가`. */
function rolesAsIs(word: string): readonly Role[] {
  const roles = ROLES.find(([, pattern]) => pattern.test(word))?.[0] ?? NONE;
  const noun = word.length === 2 && isParticle(word.slice(1)) && isName([word]);
  return roles[0] === 'filler' && noun && wordClassOf([word]) === 'everyday' ? NONE : roles;
}
const NONE: readonly Role[] = [];

/** The noun before a copula that is drawn into its last syllable: `행사` of `행산데`, `주제` of `주젠가요`. */
function beforeCopula(word: string): string | undefined {
  const [, noun = '', ending] = DRAWN_IN.exec(word) ?? [];
  const letters = noun.normalize('NFD');
  return letters.at(-1) === (ending === '까' ? FINAL_L : FINAL_N)
    ? letters.slice(0, -1).normalize('NFC')
    : undefined;
}
const DRAWN_IN = /^([가-힣]{2,})(가|데|지|감|까)[요여]?$/u;
const FINAL_N = '\u11ab';
const FINAL_L = '\u11af';

/** The roles of a word; a proper name has none. */
export function rolesOf(word: string): readonly Role[] {
  if (isProperName(word) || koreanStems(word).some(isProperName)) return NONE;
  const own = rolesAsIs(word);
  if (own.length > 0) return own;
  const noun = beforeCopula(word);
  const drawn = noun === undefined ? NONE : rolesAsIs(noun);
  if (drawn.length > 0) return drawn;
  const says =
    TYPED.test(word) || isFiller(word) || isEmptyPast(word) || (isEmptyVerb(word) && !describes(word));
  return says || verbsOf(word).some((verb) => DONE.has(verb)) ? ['filler'] : [];
}

/** True for a form that stands before what it describes, and is a verb by itself there: `버린` of `로그 버린 발표`. */
const describes = (word: string): boolean =>
  [FINAL_N, FINAL_L].includes(word.normalize('NFD').at(-1) ?? '') && !/[은는을]$/u.test(word);
