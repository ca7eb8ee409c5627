import { memoize } from '#library/compute/memoize.ts';
import { beginsWord, placesOf } from '../../words/places.ts';

/** Endings of Korean sentences that say what something is. */
const SAYS_WHAT =
  /(?:입니다|이다|예요|이에요|이란다|[을를]\s(?:말합니다|말한다|말해요|뜻합니다|뜻한다|가리킵니다|가리킨다|일컫습니다)|(?:이라고|라고)\s?(?:합니다|한다|해요|부릅니다|부른다|불러요|말합니다)|[다라]는\s(?:말|뜻|의미)입니다|뜻입니다|의미합니다|의미한다|줄임말\S*|(?<![보쓰줄붙높먹속])임|[을를]\s(?:말함|뜻함|의미함|가리킴|일컬음)|(?:이라고|라고)\s?(?:함|부름|불림)|[는은한된인]\s(?:것|거)|です|である|のこと|を指します|を指す|を言います|をいう|と呼びます|と呼ぶ)[.。)"”」]*$/u;

/** `X는 매년 열리는 축제로, …`: what it is said first, and then more of it. */
const SAYS_FIRST = /^.{2,80}?[는은던한된인할]\s(?:\S+\s)?\S+(?:(?:으로|로)서?,|(?:이며|이고|이자)[,\s])/u;

// What stands behind a name, and what before it, both in lower case. A pattern of its own for each name would say the
// same, but each of those takes as long to compile as a few sections take to read.
/** What may stand between a name and what is said of it: `BigQuery (BQ)는`. */
const behind = (pattern: string): RegExp => new RegExp(`^(?:\\s?\\([^)]{1,60}\\))?${pattern}`, 'u');
const TOPIC_PARTICLE = behind(
  '(?:(?:은|는|이란|란|이라는\\s?것은|라는\\s?것은|이라\\s?하면|라\\s?하면|이라고\\s?하면|라고\\s?하면)(?=[\\s,?？])|とは|は)',
);
/** `Jetpack이란, 라이브러리의 모음이라는 뜻이고 …`: no more is needed to see that it says what the thing is. */
const DEFINES_IT = behind('(?:이?란|이?라는\\s?것은|이?라고?\\s?하면)(?=[\\s,])|とは');
const ASKS = /[?？]$|무엇|뭘까|何/u;
const IS_CALLED = behind(
  '[”"’\']?\\s?(?:이라고|라고|이라|라)\\s?(?:하며|하고|합니다|한다|해요|함|부르|부릅|불러|부름|불림)',
);
const COLON = behind('\\s?(?:[:：–—=→]|[-=]>)');
const IS = behind('s?,?\\s(?:is|are|was|were|means|stands for|refers to|describes|denotes)\\s');
const FRONT = /^(?:\S+\s){0,3}$/u;
const CALLED = /[을를]\s(?:\S{1,4}\s)?[“"‘']?$/u;
const ENGLISH_FRONT = /^(?:(?:\S+\s){0,2}?(?:an?|the)\s)?$/u;
const ENGLISH_CALLED =
  /\b(?:called|known as|named|call (?:it|this|that|these|them)?|make up|is|are what)\s(?:an?\s|the\s)?[“"‘']?$/u;
/** Letters before a name in which it is called so: more than the words of `ENGLISH_CALLED`. */
const CALLING = 40;

/** What is only said to be a new or another name of something is not said to be anything: `… 새로 얻은 이름이다`, `the new name of …`. */
const ONLY_NAMED =
  /(?:새|새로운|바뀐|바꾼|얻은|붙은|붙인|다른|옛|예전|이전|원래)\s이름(?:입니다|이다|이에요|이었다|이었습니다|이며|이고)|\b(?:is|was) (?:just |only |now )?(?:the|a|its|their) (?:new|newer|later|current|other|old|former|earlier) name\b|新しい(?:名前|名称)(?:です|である|だ)/u;

/** How well a sentence says what something is. */
const BY_FRONT = 1.3;
const BY_CALLING = 1.15;
const BY_ENTRY = 1.25;
const BY_TOPIC = 0.55;
const BY_PLACE = 0.95;
const BY_PLACE_ALONE = 0.6;

/** A description by what a thing is, not by what happened to it: `is a…`, not `is used…`. */
const ENGLISH_NOUN =
  /\s(?:is|are|was|were)\s(?:\S+\s){0,2}?(?:an?|the|one of|what|[a-z]+(?:ing)\b)|\s(?:means|stands for|refers to)\s/iu;

/** The words of a name in lower case: spaces between them are written or left out at will. */
const wordsOf = memoize((name) => name.toLowerCase().split(/\s+/u), 1_000);

/** The names that may stand in a text. @param lower the text, in lower case. */
export function namesIn(lower: string, names: readonly string[]): readonly string[] {
  return names.filter((name) => lower.includes(wordsOf(name)[0] ?? ''));
}

/**
 * 0 to about 1.3: how well a sentence says what one of these is.
 * @param names other names of the thing, as written.
 * @param lower the sentence in lower case.
 */
export function definesBy(
  sentence: string,
  names: readonly string[],
  lower = sentence.toLowerCase(),
): number {
  let best = BACK.test(lower) && names.some((name) => pointsTo(lower, name)) ? BY_CALLING : 0;
  for (const name of names)
    for (const [start, end] of placesOf(lower, wordsOf(name)))
      best = Math.max(best, definesAt(sentence, lower, start, end));
  return best;
}

/** What begins with the kind of thing that was named before: `Such a kit bundles a board and its parts.`, `이런 키트는 …`. */
const BACK = /^(?:such an?|an? [a-z-]+ like (?:this|that)|이런|이러한|그런)\s/u;
const pointsTo = (lower: string, name: string): boolean => {
  const head = wordsOf(name).at(-1) ?? '';
  const after = lower.replace(BACK, '');
  return (
    wordsOf(name).length > 1 && after.startsWith(head) && /^(?:\s|[은는이란])/u.test(after.slice(head.length))
  );
};

/** The same of the name that stands between two places. */
function definesAt(sentence: string, lower: string, start: number, end: number): number {
  const before = lower.slice(0, start);
  const after = lower.slice(end);
  let best = start === 0 && COLON.test(after) ? BY_ENTRY : 0;
  if (EXAMPLE.test(sentence) || ONLY_NAMED.test(lower)) return Math.max(best, BY_TOPIC);
  if (TOPIC_PARTICLE.test(after)) {
    const says = SAYS_WHAT.test(sentence) || (DEFINES_IT.test(after) && !ASKS.test(sentence));
    if (FRONT.test(before))
      best = Math.max(best, says ? BY_FRONT : SAYS_FIRST.test(after) ? BY_CALLING : BY_TOPIC);
    else if (beginsWord(lower, start)) best = Math.max(best, says ? BY_CALLING : BY_TOPIC * 0.8);
  }
  if (IS_CALLED.test(after) && CALLED.test(before)) best = Math.max(best, BY_CALLING);
  if (IS.test(after) && ENGLISH_FRONT.test(before))
    return Math.max(best, ENGLISH_NOUN.test(sentence) ? BY_FRONT : BY_TOPIC);
  return ENGLISH_CALLED.test(before.slice(-CALLING)) ? Math.max(best, BY_CALLING * 0.9) : best;
}

/** `A hyperparameter is …`, which says what something of a more general name is. */
const OTHER_SUBJECT = /^an?\s(?:(?!that\b|which\b|who\b)[\w-]+\s){1,3}?(?:is|are|means)\s/iu;
/** What is an example of something else is not said to be anything itself. */
const EXAMPLE =
  /\s(?:is|are|was|were)\s(?:\S+\s){0,2}?examples?\b|예로\s(?:든|들|나온|꼽)|\S\s예(?:입니다|이다|였|예요|이에요)/iu;

/** What an entry begins with, and the noun that one in Korean notes ends in: `: 주기적으로 요청을 보내는 방식`. */
const ENTRY =
  /^(?:an?|the|this|it(?:'s|’s)?)\s|^[:：=–—-]\s|[는은던한된할될인적]\s(?:방식|방법|기법|기술|기능|개념|구조|패턴|도구|툴|서비스|제품|시스템|프로그램|라이브러리|프레임워크|플랫폼|언어|엔진|모델|알고리즘|프로토콜|규약|형식|포맷|파일|값|객체|함수|클래스|장치|기기|사람|역할|과정|작업|행위|현상|상태|단위|집합|것|거)$/iu;

/** The same for the sentence that opens a section with such a heading: `An API that translates text.` */
export function definesByPlace(sentence: string): number {
  // What another subject is says nothing of the heading.
  if (
    /^(?:[^\s,]+\s)?[^\s,]+[은는]\s/u.test(sentence) ||
    OTHER_SUBJECT.test(sentence) ||
    EXAMPLE.test(sentence) ||
    ONLY_NAMED.test(sentence)
  )
    return BY_PLACE_ALONE;
  return SAYS_WHAT.test(sentence) || ENTRY.test(sentence) ? BY_PLACE : BY_PLACE_ALONE;
}
