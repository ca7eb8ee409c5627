import type { Role } from '../reading/factRoles.ts';
import type { FactQuestion } from '../reading/factWords.ts';

const TAIL = '(?:에|에는|에도|에서|서|이|가|은|는|의|도|였\\S*|이었\\S*|이야|야|인가\\S*|인지|같은|쯤)*';
const words = (korean: string, others: string): RegExp =>
  new RegExp(`^(?:(?:${korean.replaceAll(' ', '|')})${TAIL}|${others.replaceAll(' ', '|')})$`, 'u');

/** A time that who asks takes for possible: `올해 한 거야?`, `was it october?` */
const TIMES = words(
  '올해 금년 작년 재작년 지난해 전년 지난달 이번달 저번달 지난주 저번주 주말 평일 최근 옛날 예전 봄 여름 가을 겨울 연초 연말 상반기 하반기 \\d{1,2}월 \\d{1,2}일 \\d{1,2}월달',
  'jan(?:uary)? feb(?:ruary)? march april may june july aug(?:ust)? sept?(?:ember)? oct(?:ober)? nov(?:ember)? dec(?:ember)? spring summer autumn fall winter last year years month months week weeks weekend weekdays? ago old 今年 去年 昨年 春 夏 秋 冬',
);
/** True for the year of the event as who was there calls it: `올해 어디서 했어`. */
export const isThisYear = (word: string): boolean => THIS_YEAR.test(word);
const THIS_YEAR = words('올해 금년 이번해', 'this-year 今年');
/** A place that who asks takes for possible: `무슨 호텔에서 했나요?`, `was it in Seoul?` */
const PLACES = words(
  '국내 해외 한국 미국 일본 중국 서울 부산 대구 대전 광주 인천 울산 강릉 수원 성남 세종 전주 춘천 포항 창원 제주 제주도 판교 강남 송도 코엑스 킨텍스 벡스코 엑스코 디디피 호텔 홀 강당 강의실 회의실 회의장 컨벤션 컨벤션센터 전시장 전시관 체육관 극장 영화관 카페 학교 대학 대학교 캠퍼스 사무실 사옥 본사 센터 같은',
  'korea seoul busan usa america japan tokyo europe london berlin paris abroad coex hotel hall auditorium campus university school office theat(?:re|er) cafe convention cent(?:re|er) downtown 東京 大阪 京都 福岡 ソウル 韓国 日本 ホテル',
);
/** Words that may stand beside a guess. */
const BESIDE: ReadonlySet<Role> = new Set<Role>([
  'filler',
  'held',
  'event',
  'track',
  'list',
  'where',
  'online',
  'name',
]);

const SAID_TO_BE = /(?:야|였\S*|이었\S*|인가\S*|인지)$/u;

/** When or where the event was, for who asks whether it was then or there. @param left the words that name a time or a place */
export function guessed({ roles }: FactQuestion, left: readonly string[]): 'when' | 'where' | undefined {
  for (const role of roles) if (!BESIDE.has(role)) return undefined;
  // `센터?` may be anything.
  if (roles.size === 0 && !left.every((word) => SAID_TO_BE.test(word))) return undefined;
  if (left.every((word) => PLACES.test(word))) return 'where';
  return left.every((word) => TIMES.test(word)) && !roles.has('where') ? 'when' : undefined;
}
