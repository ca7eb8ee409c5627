const raw = String.raw;

/** Who knows little of a matter: `개발 1도 모르는 사람`, `no tech background`, `エンジニアじゃない人`. */
const LACKING: readonly string[] = [
  raw`비\s?(?:개발자?|전공자?|전문가|개발직군)`,
  raw`(?:왕?초보|입문|초심)자?`,
  raw`뉴비|문과생?|일반인`,
  raw`(?:개발자|엔지니어|프로그래머|기술자|전문가|전공자)(?:가|는|도)?\s?아니?[가-힣]{1,3}`,
  raw`(?:코딩|개발|기술|프로그래밍|컴퓨터|전문|기초)\S{0,2}\s?(?:지식\S{0,2}\s)?(?:(?:1도|하나도|전혀|아예|잘|거의|못)\s)*(?:모르|몰라|없|못\s?하)[가-힣]*`,
  raw`\S+\s(?:1도|하나도|전혀|아예)\s(?:모르|몰라)[가-힣]*`,
  raw`\S+\s(?:아니어도|아니라도|몰라도)(?=\s(?:들을|볼|읽을|이해))`,
  raw`\bnon-?\s?(?:developers?|engineers?|technical|programmers?|tech)\b`,
  raw`\b(?:beginners?|newbies?|newcomers?|novices?)\b`,
  raw`\bnot (?:an? )?(?:engineers?|developers?|programmers?|technical|experts?|techies?)\b`,
  raw`\b(?:no|without(?: any| an?)?|little) (?:tech\w*|coding|programming|engineering) ?(?:background|knowledge|experience|skills?)?\b`,
  raw`\b(?:don't|do not|doesn't|can't|cannot) (?:code|program)\b`,
  raw`初心者|非エンジニア|エンジニア(?:じゃ|では)ない`,
];
const LACKS = new RegExp(LACKING.join('|'), 'u');
const BEFORE_LACKING = raw`(?:(?:[저나]|우리|제|내)\s?(?:같은|처럼)\s)?(?:(?:meant |aimed |good )?(?:for|at|by) (?:an? )?)?(?:(?:total|complete|absolute) )?(?:(?:i|i'm|me|us|people|someone|those|folks|anyone|ones?) )?(?:(?:who|that|with) )?(?:(?:is|are|am|'m) )?`;
const BEHIND_LACKING = raw`(?:들?(?:가|이|도|용|은|는|을|를)(?![가-힣])|한테|에게|向け|でも)?の?(?:\s?(?:사람|분)\S{0,3}|人|方)?(?:\s?(?:위한|위해|대상|맞는|들을|볼|보기|듣기|읽을|읽기|이해할)[가-힣]*)?(?:\s좋은\S*)?(?: people\b| folks\b| person\b)?`;

/** Who knows little of a matter, with the words around it by which something for them is asked for. */
export const FOR_WHO_LACKS = new RegExp(`${BEFORE_LACKING}(?:${LACKING.join('|')})${BEHIND_LACKING}`, 'gu');

/** How a text says that it is for those who know little of a matter. */
const FOR_BEGINNERS: readonly string[] = [
  '아닌',
  '없이',
  '처음',
  '입문',
  '초보',
  'not ',
  'without',
  'beginner',
  '初心者',
  '初めて',
];

/** True where who knows little of a matter is asked for. */
export const isForBeginners = (question: string): boolean => LACKS.test(question.toLowerCase());

/** Words that a sentence had better hold for the sake of whom a question is about. */
export const audienceWords = (question: string): readonly string[] =>
  isForBeginners(question) ? FOR_BEGINNERS : [];
