import { memoizeLast } from '#library/compute/memoize.ts';

/** What asks something of a thing by its name, around the name. */
const BEFORE =
  /^(?:what(?:['’]?s| is| are)|define|explain|tell me about|how (?:to|do (?:i|you|we)|can i) use|(?:what are )?(?:the )?(?:advantages|benefits|pros(?: and cons)?|disadvantages|drawbacks|types|kinds|examples|features|meaning|definition) of|why use) (?:an? |the )?/iu;
const BEHIND =
  /(?:이|가|은|는|의|을|를|이란|란)? ?(?:(?:사용|이용|활용) ?(?:법|방법)|쓰는 ?(?:법|방법)|장점|단점|장단점|후기|리뷰|종류|특징|예시|예제|원리|개념|정의|뜻|의미|설치(?: ?방법)?|튜토리얼|(?<=\s)(?:meaning|definition|reviews?|tutorials?|examples?|alternatives))?(?:이|가|은|는|이란|란)? ?(?:(?:게|건|거|것)\s)?(?:뭐야|뭐예요|뭐에요|뭔가요|뭐임|뭔데|뭐죠|뭐지|뭐냐|머임|머야|무엇인가요|무엇이야|알려 ?줘|알려 ?주세요|설명해 ?줘)? ?[?？]{0,9}$/iu;

/** What is left of a question without what it asks: `이미지 변환` of `이미지 변환 사용법 알려줘`. */
export const nameIn = memoizeLast((text): string =>
  text.trim().replaceAll(/\s+/gu, ' ').replace(BEFORE, '').replace(BEHIND, ''),
);
