import type { Language } from '../model.ts';
import { memoize } from '../text/memoize.ts';

/** Headings that name a part of a text, never its subject. */
const STRUCTURAL = new Set(
  `소개 개요 정리 요약 결론 마무리 마치며 마치면서 맺음말 나가며 들어가며 들어가기 시작하며 시작하기 서론 본론 서문 머리말 목차 배경 참고 참고자료
  참고문헌 출처 링크 부록 후기 소감 느낀점 질문 질의응답 질문과답변 데모 시연 예제 예시 사례 사례소개 고객사례 고객사용사례 활용사례 발표자료 발표내용
  내용 기타 문제 해결 해결방법 방법 특징 장점 단점 장단점 강점 목표 목적 필요성 핵심 핵심정리 한계 결과 기능 설명 주의 주의사항 안내 공지 다음 이번포스트
  intro introduction overview summary recap conclusion conclusions wrapup closing outro preface foreword contents tableofcontents toc agenda
  background reference references links appendix notes note qa qanda questions faq demo example examples case casestudy casestudies customercase
  features advantages disadvantages prosandcons goal goals why what how next nextsteps results discussion tldr abstract motivation problem solution
  limitations thanks acknowledgements about update updates keytakeaways takeaways tip tips`
    .split(/\s+/u)
    .filter((word) => word !== ''),
);

/** Endings that join the words of a heading into a phrase; names have none. */
const PHRASE =
  /(?:을|를|으로|에서|에게|부터|까지|는|은|한|의|[A-Za-z](?:로|이|가|와|과|에)|\p{Script=Hangul}{2}[게이가])$/u;

const SENTENCE = /(?:[다요까죠]|하기|되기|[?!.…])$/u;

/** True for a folded heading that only names a part of a text (`정리`, `Overview`). */
export function isStructural(folded: string): boolean {
  return STRUCTURAL.has(folded);
}

/** The heading without trailing brackets, if it can be a name: a few words, neither sentence nor phrase. */
export function nameInHeading(heading: string): string | undefined {
  return remembered(heading) || undefined;
}

const remembered = memoize((heading) => findName(heading) ?? '');

function findName(heading: string): string | undefined {
  const name = heading.replace(/\s*[(（][^()（）]*[)）]\s*$/u, '').trim();
  const words = name.split(/\s+/u);
  if (name.length < 2 || name.length > 40 || words.length > 4) return undefined;
  if (/[:：,;→/|“”"「」]|\s[-–—]\s/u.test(name) || SENTENCE.test(name)) return undefined;
  const phrase = words
    .slice(0, -1)
    .some((word) => /\p{Script=Hangul}/u.test(word) && word.length > 1 && PHRASE.test(word));
  return phrase || !/\p{L}{2}/u.test(name) ? undefined : name;
}

/** True for a capitalized Latin name in a post whose language uses another script: `Data Studio`. */
export function isForeignName(name: string, language: Language): boolean {
  return (
    ['ko', 'ja', 'zh'].includes(language) &&
    /^[\p{Script=Latin}\p{N}\s.+&'’-]+$/u.test(name) &&
    /\p{Lu}/u.test(name)
  );
}

/** Names in a heading that are spelled like products: `AutoML`, `HyperTune`, `BigQuery`. */
export function productNames(heading: string): string[] {
  return (
    heading.match(
      /(?<![\p{Script=Latin}\p{N}])(?:[A-Z][a-z]+){1,3}[A-Z]+[A-Za-z0-9]*(?![\p{Script=Latin}\p{N}])/gu,
    ) ?? []
  );
}
