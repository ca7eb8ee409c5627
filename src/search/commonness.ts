const set = (text: string): ReadonlySet<string> => new Set(text.split(/\s+/).filter(Boolean));

/** Words of asking: they name the kind of answer wanted, not the matter. */
const LIGHT = set(
  `방법 이유 특징 장점 단점 강점 소개 뜻 의미 차이 차이점 종류 예시 예 설명 내용 정의 개념 역할 기능 효과 문제 점 부분 방식 과정 단계 목적 목표 배경 원리 구조 핵심 요약 정리 활용 사용 이용 사례 중요 중요성 필요성 결과 상황 조건 요소 항목 포인트 개요 구성 사용법 사용처 쓸모 용도 대상 이점 한계 발표 세션 강연 세미나 포스트 글
  장단점 무엇 요즘 최근 새로운 주요 다양 기본 일반 전체 하나 둘 셋 첫 번째 첫번째 두번째 세번째 네 가지 가지 개 번 회 년 월 일 명 사람 경우 분야 서비스 제품 기술 솔루션 도구 회사 기업 고객 사용자 제공 지원 도움 개발 만들 만드는 만든 만들기 수있 어렵 어려운 어려움 쉽게 쉬운 간단 간단히 빨리 좋 좋은점 나쁜 큰 작은 작동 동작 시작 진행 주는 준 하려 말하 소개된 나온 구글 구글이 클라우드
  way ways reason feature features advantage advantages benefit benefits difference kind type types example examples explanation meaning mean means definition concept role function effect problem point points part method process step steps purpose goal background structure summary overview use used uses using user users case cases importance important result results session talk talks post presentation speaker work works working describe described explain explained mentioned mention discuss discussed cover covered list introduce introduced introduction good bad better best big small new first second third third main
  google cloud company companies customer customers business service services product products technology technologies solution solutions tool tools provide provides provided offer offers offered support supports help helps build built possible able easy easily hard difficult simple start run runs running happen happens different number people person world time times today`,
);

/** Everyday words that anybody's question may hold: found in a passage they prove little. */
const EVERYDAY = set(
  `가격 오늘 내일 어제 시간 돈 집 학교 일 나라 한국 미국 서울 영어 인터넷 컴퓨터 프로그램 앱 게임 영화 음악 책 사진 뉴스 회의 직원 직업 취업 연봉 주식 정보 자료 데이터 개발자 엔지니어 전문가 전문 학생 선생님 친구 가족 주말 아침 점심 저녁 날씨 추천 순위 비교 후기 설치 다운로드 무료 유료 로그인 계정 번호 주소 위치 이름 문서 파일 버전 업데이트 에러 오류 해결 질문 답 공부 강의 시험 자격증
  가장 세계 시장 제일 이미지 영상 음성 언어 텍스트 분석 학습 모델 시스템 플랫폼 인공지능 머신러닝 ai ml api it
  price prices today tomorrow yesterday money house school country korea english internet computer program app apps game games movie music book news meeting job jobs salary stock stocks information data developer developers engineer engineers expert experts student weather recommend compare install download free login account name document file version update error question answer study course exam image video language text analysis learning model models system platform`,
);

/**
 * How much a word found in a passage proves, 0 to 1, by how common it is in general.
 * @param word a stem, in lower case.
 */
export function proof(word: string): number {
  if (LIGHT.has(word)) return 0.15;
  if (EVERYDAY.has(word)) return 0.5;
  return 1;
}

/** How much a word that a passage does not hold tells against it, 0 to 1. */
export function doubt(word: string): number {
  if (LIGHT.has(word)) return 0.15;
  return EVERYDAY.has(word) ? 0.9 : 1;
}
