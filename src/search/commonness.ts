import { MAKERS } from './shortNames.ts';
import { verbsOf } from './verbs.ts';

const set = (text: string): ReadonlySet<string> => new Set(text.split(/\s+/).filter(Boolean));

/** Words of asking: they name the kind of answer wanted, not the matter. */
const LIGHT = set(
  `방법 이유 특징 장점 단점 강점 소개 뜻 의미 차이 차이점 종류 예시 예 설명 내용 정의 개념 역할 기능 효과 문제 점 부분 방식 과정 단계 목적 목표 배경 원리 구조 핵심 요약 정리 활용 사용 이용 사례 중요 중요성 필요성 결과 상황 조건 요소 항목 포인트 개요 구성 사용법 사용처 쓸모 용도 대상 이점 한계 발표 세션 강연 세미나 포스트 글
  장단점 무엇 요즘 최근 새로운 주요 다양 기본 일반 전체 하나 둘 셋 첫 번째 첫번째 두번째 세번째 네 가지 가지 개 번 회 년 월 일 명 사람 경우 분야 서비스 제품 기술 솔루션 도구 회사 기업 고객 사용자 제공 지원 도움 개발 만들 만드는 만든 만들기 수있 어렵 어려운 어려움 쉽게 쉬운 간단 간단히 빨리 좋 좋은점 나쁜 큰 작은 작동 동작 시작 진행 주는 준 하려 말하 소개된 나온 구글 구글이 클라우드 투 앤 오브 포 더
  way ways reason feature features advantage advantages benefit benefits difference kind type types example examples explanation meaning mean means definition concept role function effect problem point points part method process step steps purpose goal background structure summary overview use used uses using user users case cases importance important result results session talk talks post presentation speaker work works working describe described explain explained mentioned mention discuss discussed cover covered list introduce introduced introduction good bad better best big small new first second third third main
  google cloud company companies customer customers business service services product products technology technologies solution solutions tool tools provide provides provided offer offers offered support supports help helps build built possible able easy easily hard difficult simple start run runs running happen happens different number people person world time times today`,
);

/** Everyday words that anybody's question may hold: found in a passage they prove little. */
const EVERYDAY = set(
  `가격 오늘 내일 어제 시간 돈 집 학교 일 나라 한국 미국 서울 영어 인터넷 컴퓨터 프로그램 앱 게임 영화 음악 책 사진 뉴스 회의 직원 직업 취업 연봉 주식 정보 자료 데이터 개발자 엔지니어 전문가 전문 학생 선생님 친구 가족 주말 아침 점심 저녁 날씨 추천 순위 비교 후기 설치 다운로드 무료 유료 로그인 계정 번호 주소 위치 이름 문서 파일 버전 업데이트 에러 오류 해결 질문 답 공부 강의 시험 자격증
  가장 세계 시장 제일 이미지 영상 음성 언어 텍스트 분석 학습 모델 시스템 플랫폼 인공지능 머신러닝 ai ml api it
  price prices today tomorrow yesterday money house school country korea english internet computer program app apps game games movie music book news meeting job jobs salary stock stocks information data developer developers engineer engineers expert experts student weather recommend compare install download free login account name document file version update error question answer study course exam image video language text analysis learning model models system platform`,
);

/** Verbs, adjectives and adverbs of every day: a sentence says them in many ways, so missing one tells little. */
const PLAIN = set(
  `켜 켜는 켜나 켜려 끄 끄는 막 막아 막는 막으 고르 고른 고르는 골라 골랐 바꾸 바꾼 바꿔 바뀌 바뀐 달라 달라진 달라졌 달라지 줄이 줄인 줄여 줄였 줄어 늘리 늘어 늘었 나누 나눠 모으 모은 모아 합치 합쳐 합쳤 옮기 옮긴 옮겨 옮겼 올리 올린 올려 내리 내려 찾 찾는 찾아 찾기 찾을 찾은 쓰 쓴 쓰기 적 적어 적는 읽 읽는 읽기 읽어 보기 보낸 보내 보내는 받 받는 받아 받은 주는 주기 얻 얻는 얻어 얻은 잃 놓 놓은 두 둔 두는 남 남아 남은 남는 걸리 걸려 걸린 들어 들어가 들어오 나가 돌아가 돌아오 돌리 돌려 돌리기 되돌리 되돌려 갚 갚는 갚기 죽여 죽이 끝나 끝난 끝내 멈추 멈춰 지키 지켜 묻 묻는 답하 답하는 답하게 답하기 알아 알아내 알아서 모르 모르는 몰라 몰라도 따지 따지지 이기 맡 맡겨 맡기 풀 풀어 살 살펴 쉬 쉬는 깨 깨면 뜨 뜨는 열 열어 닫 빼 빼고 넣 넣어 넣는 넣기 담 담아 담는 붙이 붙여 떼 가 가는 가져 오 오는 와서 처음 마지막 먼저 나중 끝 한번 한번에 하루 매일 직접 함께 같이 서로 따로 혼자 스스로 자동 자동으로 대신 없이 없는 없게 부터 까지 비슷한 비슷 다른 다르 같은 같 쉬운 쉬워 싼 값싼 비싼 비싸 비싸져서 빠른 느린 큰 작은 긴 짧은 강한 강하 강한가 약한 많이 얼마 얼마나 몇 며칠 어땠 어떨 위한 대한 무조건 절대 방금 아까 언제나 항상 자주 가끔 미리 못하 어떻 이렇 그렇 곳 것 말 일부러 옆자리 어디 누구 누가 하려 하려면 해결 방식 이야기 기능 제도 도구 흐름 생각
  keep kept keeps take takes took taken turn turns turned choose chose chosen choosing pick move moved moving moves merge merged happen happened fail fails failed failing run ran long longer short strong stronger weak high low large larger fast faster slow slower new old early late same different handle handles handled handling change changed changing add added adding remove removed set sets setting put puts use used try tried trying see seen find finds found finding look looks looking ask asks asked answer answers show shows shown stop stopped start started begin began end ended open close save saves saving reduce reduced reducing increase increased improve improved improving allow allows let against within per day days first last next previous one once often always never mean means meant pay paid back job way part collect collects collected send sends sent receive read reads reading write writes writing written detect detects become became turned own good great easy hard`,
);

/** A Korean word that ends as sentences and clauses do, not as nouns: it too is said in many ways. */
const VERBAL =
  /(나요|까요|가요|을까|할까|는지|은지|인지|어요|아요|해요|예요|습니까|는가|려면|으면|면서|어서|아서|지만|다가|다고|다는|라는|았어|었어|했어|졌어|됐어|않고|않아|않는|않게|어야|아야|세요|지요|네요|거야|았나|었나|했나|졌나|했는데|있는|없는|하는|되는|하기|하고|하게|해서|하면|한다|된다|었던|았던|했던|진다|준다|인데|던가|을지|르기|리기|기기|내기|보기|이기|우기|추기|주기|바꾸기|찾기|만들기|쓰기|읽기|돌리기|고르기)$/;

/**
 * What a word is in a question: `asking` frames it, `plain` is said in many ways (verbs, adverbs, numbers), `everyday` is
 * anybody's noun, and `telling` is what the question is about.
 */
export type Commonness = 'asking' | 'plain' | 'everyday' | 'telling';

/** @param forms a word and its stems, in lower case. */
export function commonnessOf(forms: readonly string[]): Commonness {
  if (forms.some((form) => LIGHT.has(form) || MAKERS.has(form))) return 'asking';
  if (forms.some((form) => PLAIN.has(form))) return 'plain';
  if (forms.some((form) => EVERYDAY.has(form))) return 'everyday';
  const [word = ''] = forms;
  if (/^[0-9]/.test(word) || VERBAL.test(word) || verbsOf(word).length > 0) return 'plain';
  return 'telling';
}

/** How much a word found in a passage proves, 0 to 1. */
export const PROOF: Readonly<Record<Commonness, number>> = {
  asking: 0.15,
  plain: 0.5,
  everyday: 0.5,
  telling: 1,
};

/** How much a word that a passage does not hold tells against it, 0 to 1. */
export const DOUBT: Readonly<Record<Commonness, number>> = {
  asking: 0.15,
  plain: 0.4,
  everyday: 0.9,
  telling: 1,
};
