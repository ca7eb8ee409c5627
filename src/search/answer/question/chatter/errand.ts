/** What is done by telling: `알려줘`, `요약해 줘`. */
const TELLS =
  /(?:알려|설명|보여|찾아|말해?|말씀해?|가르쳐|갈켜|추천|요약|정리|비교|소개|골라|읽어|이야기|얘기|나열|정의|답|답변|뽑아|공유|꼽아|짚어|불러|읊어|적어|추려|훑어|리스트업|목록|안내|풀어|구분|언급|확인|들려|던져|띄워|올려|도와)\S*$/u;
/** What is given by telling: `예시 좀 주세요`, `예를 좀 들어주세요`. */
const GIVES =
  /(?<![가-힣])(?:예|예시|예제|사례|근거|이유|원인|정보|자료|링크|주소|힌트|팁|조언|의견|차이|차이점|장점|단점|장단점|특징|방법|순서|뜻|개념|핵심|포인트|결과|수치|숫자|이름|제목|내용|출처|날짜|목차)[을를]?(?:\s(?:하나|몇\s?개|좀|더|들어))*$/u;
/** `노래 하나 불러줘`: what is sung, and not a list that is told. */
const SINGS = /(?:노래|랩|자장가)\S*\s.*(?:불러|들려|틀어)$/u;
const ASKS_FAVOUR =
  /^(.*?)(?:해\s?)?(?:줘|줄래|주라|주세요|주실래요|줘요|(?:줄|주실)\s?(?:분|사람)(?:\s?(?:구함|구해요|있나요?|있어요?|계신가요?))?[?？]*)\s*[.!~ㅋㅎㅠㅜ]*$/u;
const NAMES_FAVOUR =
  /^\s*(?:please |can you |could you |would you )?(?:(?:write|play|translate|book|order|send|draw|sing|cancel|convert|calculate|solve|set|turn on|turn off|buy|call|email|type|compose)\s(?:me|us|this|that|these|my|our|some|an?|the|it|him|her|them)\b|wake me\b|remind (?:me|us) (?:to|at|on|in|every|tomorrow|tonight|later)\b)/iu;
/** What is done, and not that it be done: `뭘 알아서 해줘`, `무슨 일까지 해줘`. */
const ASKS_WHAT =
  /(?<![가-힣])(?:뭘|뭐(?:를|까지|뭐)|무엇을|무슨\s?일|어디까지|어떤\s?(?:일|것|거|걸))(?!이?든|이?라도)/u;
/** What only a clock or a calendar tells. */
const ASKS_CLOCK =
  /^\s*(?:오늘|지금|내일|어제|모레)(?:이|은|은요)?\s?(?:며칠|몇\s?(?:일|시|월)|무슨\s?(?:요일|날)|날짜|요일)|^\s*what(?:'?s| is)? (?:time is it|day is it|the (?:time|date)(?: is it)?(?: (?:today|now))?)\s*[?]*$/iu;

/** True for what asks to have something done, or for the time: no text tells it. `파이썬 코드 짜줘`, `play some music`. */
export function isErrand(text: string): boolean {
  const plain = text.trim().replaceAll('’', "'");
  if (NAMES_FAVOUR.test(plain) || ASKS_CLOCK.test(plain)) return true;
  const favour = ASKS_FAVOUR.exec(plain)?.[1]
    ?.replace(/(?:\s(?:좀|한번|한\s번|빨리))+\s*$/u, '')
    .trim();
  if (favour === undefined || favour === '' || ASKS_WHAT.test(favour)) return false;
  return /[가-힣]$/u.test(favour) && ((!TELLS.test(favour) && !GIVES.test(favour)) || SINGS.test(favour));
}
