import { fitsAtWordStart } from '../../words/wordStart.ts';

/** Endings of Korean sentences that say what something is. */
const SAYS_WHAT =
  /(?:입니다|이다|예요|이에요|이란다|[을를]\s(?:말합니다|말한다|말해요|뜻합니다|뜻한다|가리킵니다|가리킨다|일컫습니다)|(?:이라고|라고)\s?(?:합니다|한다|해요|부릅니다|부른다|불러요|말합니다)|[다라]는\s(?:말|뜻|의미)입니다|뜻입니다|의미합니다|의미한다|줄임말\S*|です|である|のこと|を指します|を指す|を言います|をいう|と呼びます|と呼ぶ)[.。)"”」]*$/u;
const TOPIC_PARTICLE =
  '(?:(?:은|는|이란|란|이라는\\s?것은|라는\\s?것은|이라\\s?하면|라\\s?하면|이라고\\s?하면|라고\\s?하면)(?=[\\s,?？])|とは|は)';

/** How well a sentence says what something is. */
const BY_FRONT = 1.3;
const BY_CALLING = 1.15;
const BY_ENTRY = 1.25;
const BY_TOPIC = 0.55;
const BY_PLACE = 0.95;
const BY_PLACE_ALONE = 0.6;

interface Patterns {
  /** What the name begins with, in lower case: a sentence without it is not looked at. */
  readonly opening: string;
  readonly front: RegExp;
  /** Global; it fits where a word begins. The others begin so. */
  readonly topic: RegExp;
  readonly calling: RegExp;
  readonly entry: RegExp;
  readonly english: RegExp;
  readonly englishCalling: RegExp;
}

const KEPT = 500;
const cache = new Map<string, Patterns>();

function patternsFor(name: string): Patterns {
  const known = cache.get(name);
  if (known !== undefined) return known;
  // Spaces inside a name are written or left out at will.
  const text = RegExp.escape(name).replace(/(?:\\x20|\s)+/gu, '[\\s-]*');
  const aside = '(?:\\s?\\([^)]{1,60}\\))?';
  const whole = `${text}${aside}`;
  const made: Patterns = {
    opening: name.toLowerCase().split(/[\s-]/u)[0] ?? '',
    front: new RegExp(`^(?:\\S+\\s){0,3}?${whole}${TOPIC_PARTICLE}`, 'iu'),
    topic: new RegExp(`${whole}${TOPIC_PARTICLE}`, 'giu'),
    calling: new RegExp(
      `[을를]\\s(?:바로\\s|흔히\\s)?[“"‘']?${whole}[”"’']?\\s?(?:이라고|라고|이라|라)\\s?(?:하며|하고|합니다|한다|해요|부르|부릅|불러)`,
      'iu',
    ),
    entry: new RegExp(`^${whole}\\s?[:：–—]`, 'iu'),
    english: new RegExp(
      `^(?:(?:\\S+\\s){0,2}?(?:an?|the)\\s)?${whole}s?,?\\s(?:is|are|was|were|means|stands for|refers to|describes|denotes)\\s`,
      'iu',
    ),
    englishCalling: new RegExp(
      `\\b(?:called|known as|named|call (?:it|this|that|these|them)?|is|are what)\\s(?:an?\\s|the\\s)?[“"‘']?${whole}`,
      'iu',
    ),
  };
  if (cache.size >= KEPT) cache.clear();
  cache.set(name, made);
  return made;
}

/** A description by what a thing is, not by what happened to it: `is a…`, not `is used…`. */
const ENGLISH_NOUN =
  /\s(?:is|are|was|were)\s(?:\S+\s){0,2}?(?:an?|the|one of|what|[a-z]+(?:ing)\b)|\s(?:means|stands for|refers to)\s/iu;

/** The names that may stand in a text. @param lower the text, in lower case. */
export function namesIn(lower: string, names: readonly string[]): readonly string[] {
  return names.filter((name) => lower.includes(patternsFor(name).opening));
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
  let best = 0;
  for (const name of names) {
    const found = patternsFor(name);
    if (!lower.includes(found.opening)) continue;
    const says = SAYS_WHAT.test(sentence);
    if (found.entry.test(sentence)) best = Math.max(best, BY_ENTRY);
    if (found.front.test(sentence)) best = Math.max(best, says ? BY_FRONT : BY_TOPIC);
    else if (fitsAtWordStart(found.topic, sentence))
      best = Math.max(best, says ? BY_CALLING : BY_TOPIC * 0.8);
    if (found.calling.test(sentence)) best = Math.max(best, BY_CALLING);
    if (found.english.test(sentence))
      best = Math.max(best, ENGLISH_NOUN.test(sentence) ? BY_FRONT : BY_TOPIC);
    else if (found.englishCalling.test(sentence)) best = Math.max(best, BY_CALLING * 0.9);
  }
  return best;
}

/** The same for the sentence that opens a section with such a heading: `An API that translates text.` */
export function definesByPlace(sentence: string): number {
  // What another subject is says nothing of the heading.
  if (/^(?:[^\s,]+\s)?[^\s,]+[은는]\s/u.test(sentence)) return BY_PLACE_ALONE;
  return SAYS_WHAT.test(sentence) || /^(?:an?|the|this|it(?:'s|’s)?)\s/iu.test(sentence)
    ? BY_PLACE
    : BY_PLACE_ALONE;
}
