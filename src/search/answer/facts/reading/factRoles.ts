import { isParticle } from '../../../words/korean.ts';
import { isName } from '../../../words/thesaurus.ts';
import { isEmptyPast, isEmptyVerb, verbsOf } from '../../../words/verbs.ts';
import { wordClassOf } from '../../../words/wordClass.ts';

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
  | 'count'
  | 'summary'
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
  | 'lecture'
  | 'filler';

/** Particles and the copula behind a Korean noun. */
const TAIL =
  '(?:들|은|는|이|가|을|를|의|에|에서|에는|도|만|로|으로|랑|이랑|하고|와|과|나|이나|요|야|이야|예요|에요|이에요|이고|고|입니까|입니다|인가|인가요|인지|이지|지|죠|였\\S*|이었\\S*|임|이냐|냐|니|좀|부터|까지|더라|더라고|이더라|라던데|래|이래|인데|데|쪽|용)*';

/** Words of a role: Korean nouns, with their particles; Korean beginnings of words; English words. */
const words = (nouns: string, beginnings: string, english: string): RegExp =>
  new RegExp(
    `^(?:${[
      nouns === '' ? '' : `(?:${nouns.replaceAll(' ', '|')})${TAIL}`,
      beginnings === '' ? '' : `(?:${beginnings.replaceAll(' ', '|')})[가-힣]{0,5}`,
      english.replaceAll(' ', '|'),
    ]
      .filter((part) => part !== '')
      .join('|')})$`,
    'u',
  );

/** One role a word, the first that fits. */
const ROLES: readonly (readonly [role: Role, word: RegExp])[] = [
  [
    'speaker',
    words(
      '발표자 연사 강연자 강사 스피커 진행자',
      '',
      'speakers? presenters? spoke speak speaks speaking talked presented presents presenting lecturers? 登壇者 登壇 発表者 講演者 講師 者',
    ),
  ],
  [
    'author',
    words(
      '글쓴이 작성자 저자 필자 블로거 블로그주인',
      '썼 쓴 작성한 작성했 정리한사람',
      'authors? writer bloggers? wrote written 著者 筆者',
    ),
  ],
  ['who', words('', '누가 누구', 'who whose whos 誰 だれ')],
  [
    'when',
    words('날짜 며칠 일시 일정 몇년 몇년도 년도 연도', '언제', 'when dates? years? いつ 日付 日程 何年'),
  ],
  [
    'where',
    words('장소 도시 지역 나라 건물', '어디', 'where venue location place city town country どこ 場所 会場'),
  ],
  ['online', words('온라인 오프라인', '', 'online offline onsite virtual person in-person オンライン')],
  ['company', words('회사 기업 업체 소속', '', 'company companies organi[sz]ation affiliation')],
  ['slides', words('슬라이드 발표자료 자료 장표 피피티', '', 'ppt pdf slides? deck slidedeck')],
  [
    'video',
    words(
      '영상 동영상 녹화영상 발표영상 녹화 녹화본 다시보기 유튜브 비디오',
      '',
      'videos? recordings? recorded youtube vod',
    ),
  ],
  ['code', words('예제코드 소스코드 코드 깃허브 깃헙', '', 'github repo repository code source')],
  ['newest', words('최신 최근 새', '새로운 새로나 새로올', 'newest latest recent new recently 最新')],
  ['oldest', words('', '오래된 옛날', 'oldest earliest 最古')],
  ['first', words('첫 처음 첫번째', '', 'first 最初')],
  ['last', words('마지막 끝', '', 'last final 最後')],
  ['shortest', words('', '짧은 짧아 짧', 'shortest short quickest')],
  ['longest', words('긴', '길어 긴', 'longest long')],
  [
    'recommend',
    words(
      '추천 아무거나 랜덤',
      '추천해 추천좀 추천부 추천할 골라 뭐부터 무엇부터',
      'recommend suggest suggestions? random surprise pick おすすめ お勧め',
    ),
  ],
  ['count', words('몇 총 개수 갯수', '몇개 몇갠 몇갤 몇편', 'many number いくつ 何件 何個 何本')],
  [
    'list',
    words(
      '번호 무슨 어떤 어느 어떤거 어느거 순서 차례 시간표 타임테이블 목록 리스트 전체 전부 모든',
      '뭐뭐 몇번째 몇번',
      'list which all every agenda schedule programme 一覧 リスト どんな 全部',
    ),
  ],
  [
    'summary',
    words(
      '요약 정리 내용 줄거리 주제 제목 개요 핵심',
      '요약해 정리해 정리한',
      'summary summari[sz]e summaries overview tldr titles? gist contents? recap topic called 要約 まとめ 内容 概要 タイトル',
    ),
  ],
  ['bot', words('봇 너 넌 네가 니가 당신 렉턴 도움말 사용법', '', 'bot you your lectern help')],
  [
    'about',
    words(
      '관련 얘기 이야기',
      '다룬 다루 다뤄 다뤘 언급 나와 나왔 관한 대한 대해 나온 나오는 얘기한 얘기하 얘기해 얘기했 이야기한 이야기하 이야기해 이야기했 설명한 설명하는 관련된',
      'about covers? covering covered mentions? discuss discusses discussed on',
    ),
  ],
  [
    'held',
    words(
      '',
      '열렸 열린 열려 개최 진행',
      'held happen happened took take 開催 開 開か 開かれ 開かれた 行わ 行われ 行われた',
    ),
  ],
  [
    'event',
    words(
      '블로그 행사 이벤트 콘퍼런스 컨퍼런스 서밋 써밋 밋업 모임 컨프 세미나 대회 시리즈 연재',
      '',
      'conf blogs? conference event summit meetup seminar series イベント 行事 カンファレンス サミット',
    ),
  ],
  ['track', words('트랙', '', 'tracks? トラック')],
  // A talk, or a course that a post tells of.
  ['lecture', words('강의', '', 'lectures?')],
  ['gave', words('', '', 'gave gives give given')],
  [
    'talk',
    words(
      '세션 강연 토크 글 포스트 후기 노트 회차',
      '발표',
      'sessions? talks? presentations? posts? articles? notes? write-?ups? セッション 発表 講演 記事 話',
    ),
  ],
  [
    'filler',
    words(
      '링크 주소 다운로드 다운 맨 쭉 상세 자세히 상세히 깊게 깊이 제대로 각각 다들 정보 그냥 혹시 이거 이건 이게 그거 그건 그게 저거 저건 이 그 여기 거기 것 거 이름 성함 명칭 그날 리스트업 사람 분 하나 오늘 이번 그때 당시 대상 기능 개 편 건 가지 번 번째 뭐 뭔 뭘 뭔가 머 무엇 모 나 만 수 다 좀 요 줘 한 함 해 됨 젤 제일 가장 모두 전에 쓸 볼 읽을 들을 할 돼',
      '받 자세하 상세하 공개 업로드 게시 나눠 보면 봐 볼수 보려 보는 봤 보고 뭐야 뭐였 뭐더 뭐가 뭐에 뭐예 뭔가 무엇 모야 머야 있나 있어 있는 있음 있을 있었 있니 있죠 있지 있던 없나 없어 없는 없음 없을 했어 했나 했는 했음 했던 했을 했지 했죠 했대 했더 했다 하신 하셨 해준 해주 맡은 맡으 하는 하나 하냐 하던 하면 하지 하죠 하려 한거 할까 할게 할수 해줘 해주 해요 해봐 주세요 알려 보여 말해 궁금 되나 되어 됐어 됐나 였나 였지 였어 였더 이었 인가 인지 볼까 볼만 볼래 읽을까 읽어 들을까 부터 언급 소개 설명',
      'the a an n is are was were there this that these those it its what whats s do does did have has me my i can could for in of at to from with please pls show tell see get find how ones? any some here most top be and name names read should watch today available got go use work made purpose e or n out aimed link links url download hosts? much these those part give list there’s will they them their he she his her we us our been being had would should gimme lemme em called total each just so pls plz thx lol detail details detailed depth deep deeply goes into up 何 番目 回 [\\u3041-\\u3096]{1,3}',
    ),
  ],
];

/** What everybody does with talks, in whichever form it stands: `들을만한`, `적혀있는`, `나왔어`. */
const DONE = new Set(
  '듣다 읽다 나오다 나온다 열리다 적히다 찍다 올라오다 올라가다 올리다 다녀오다 알리다 정해지다 잡히다 적다 끝나다 가지다 볼만하다 부르다 뽑다 이루어지다'.split(
    ' ',
  ),
);
/** What is typed beside a question and says nothing: `ㄱㄱ`, `ㅋㅋ`. */
const TYPED = /^[ㄱ-ㅎㅏ-ㅣ]+$/u;
/** What stands before a word about talks without a space: `무슨내용`, `마지막발표`, `몇명`. */
const BEFORE =
  /^(무슨|어떤|어느|몇|첫|첫번째|마지막|전체|모든|이번|제일|가장|맨|다른|총|발표|세션|강연|행사|글)(?=[가-힣]{2})/u;

/** The role of a word. A noun of its own is no syllable with a particle: `요가`. */
function roleOf(word: string): Role | undefined {
  const role = ROLES.find(([, pattern]) => pattern.test(word))?.[0];
  const noun = word.length === 2 && isParticle(word.slice(1)) && isName([word]);
  return role === 'filler' && noun && wordClassOf([word]) === 'everyday' ? undefined : role;
}

/** The roles of a word, or of the two that it is made of. */
export function rolesOf(word: string): readonly Role[] {
  const role = roleOf(word);
  if (role !== undefined) return [role];
  const front = BEFORE.exec(word)?.[1];
  const [one] = front === undefined ? [] : rolesOf(front);
  const others = front === undefined ? [] : rolesOf(word.slice(front.length));
  if (one !== undefined && others.length > 0) return [one, ...others];
  const says = TYPED.test(word) || isEmptyPast(word) || (isEmptyVerb(word) && !describes(word));
  return says || verbsOf(word).some((verb) => DONE.has(verb)) ? ['filler'] : [];
}

/** True for a form that stands before what it describes, and is a verb by itself there: `버린` of `로그 버린 발표`. */
const describes = (word: string): boolean =>
  FINAL_N.test(word.normalize('NFD').at(-1) ?? '') && !/[은는을]$/u.test(word);
const FINAL_N = /[\u11ab\u11af]/u;
