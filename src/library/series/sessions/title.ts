import { fold } from '../../text/slug.ts';

/** One way to take a title that holds a number apart. */
export interface NumberedTitle {
  /** What stands before the number: the series. Empty where the title begins or ends with its number. */
  readonly prefix: string;
  readonly number: number;
  /** What stands behind it: the session's own title. */
  readonly rest: string;
  /** How the number is written and what stands around it: equal in titles of one series. */
  readonly frame: string;
}

const MARK = '[-–—:：|·~]+';
/** A count of sessions: no part of a version, a date, an address or a longer number. */
const N = String.raw`(?<![\d.,/:])(\d{1,3})(?![\d]|[.,:/]\d)`;
/** `#` behind a letter belongs to it, as in C#; behind a slash it is part of an address. */
const HASH = String.raw`(?<![A-Za-z/#&])#\s*`;
const OPEN = String.raw`[(（\[【]\s*`;
const CLOSE = String.raw`\s*[)）\]】]`;
const PART = String.raw`\b(?:part|pt\.?|episode|ep\.?|session|vol\.?|no\.?|chapter)\s*`;
const OF = String.raw`(?:\s*/\s*\d{1,3})?`;
const COUNTER = `(?:편|부|회|화|탄|강|장|回|話|章|篇|讲|話目)`;

/** Where prefix, number and rest stand, most telling first. */
const PATTERNS: readonly { readonly where: 'middle' | 'front' | 'end'; readonly pattern: RegExp }[] = [
  {
    where: 'middle',
    pattern: new RegExp(
      `^(.*\\S)\\s*${OPEN}(?:제\\s*|第\\s*|${PART})?${N}${OF}\\s*${COUNTER}?${CLOSE}\\s*${MARK}\\s*(\\S.*)$`,
      'iu',
    ),
  },
  { where: 'middle', pattern: new RegExp(`^(.*\\S)\\s*${HASH}${N}\\s*(?:${MARK}|[.,])\\s*(\\S.*)$`, 'u') },
  {
    where: 'middle',
    pattern: new RegExp(
      `^(.*?\\S)[\\s,]*(?:\\s${MARK}\\s*)?${PART}${N}\\s*(?:${MARK}|[.,])\\s*(\\S.*)$`,
      'iu',
    ),
  },
  {
    where: 'middle',
    pattern: new RegExp(
      `^(.*\\S)\\s*(?:${MARK}\\s*)?(?:세션|파트|제|第)\\s*${N}\\s*${COUNTER}?\\s*(?:${MARK}|[.,])\\s*(\\S.*)$`,
      'u',
    ),
  },
  {
    where: 'middle',
    pattern: new RegExp(`^(.*\\S)\\s+${N}\\s*${COUNTER}\\s*(?:${MARK}|[.,])\\s*(\\S.*)$`, 'u'),
  },
  { where: 'middle', pattern: new RegExp(`^(\\[[^\\]]+\\])\\s*${N}\\s*(?:${MARK}|[.)])\\s*(\\S.*)$`, 'u') },
  { where: 'middle', pattern: new RegExp(`^(.*\\S)\\s*${OPEN}${N}${OF}${CLOSE}\\s+(\\S.*)$`, 'u') },
  { where: 'middle', pattern: new RegExp(`^(.*\\S)\\s*${HASH}${N}\\s+(\\S.*)$`, 'u') },
  { where: 'middle', pattern: new RegExp(`^(.*\\S)\\s+(?:part|세션|session)\\s*${N}\\s+(\\S.*)$`, 'iu') },
  {
    where: 'front',
    pattern: new RegExp(
      `^(?:(?:${PART}|세션\\s*|파트\\s*|第|제\\s*|#)?${N}\\s*${COUNTER}?\\s*(?:[.)](?=\\s)|${MARK}(?=\\s)|[.](?=[^\\s\\d]))|${OPEN}${N}${OF}${CLOSE})\\s*(\\S.*)$`,
      'iu',
    ),
  },
  {
    where: 'end',
    pattern: new RegExp(
      `^(.*?\\S)\\s*(?:[-–—:,]\\s*)?(?:${OPEN}(?:${PART}|제\\s*|第\\s*)?${N}${OF}\\s*${COUNTER}?${CLOSE}|${HASH}${N}|${PART}${N}|(?<=\\s)(?:제\\s*|第\\s*)?${N}\\s*${COUNTER})$`,
      'iu',
    ),
  },
];

const PAIRS: readonly (readonly [string, string])[] = [
  ['(', ')'],
  ['[', ']'],
  ['（', '）'],
  ['【', '】'],
];

function count(text: string, mark: string): number {
  let found = 0;
  for (let at = text.indexOf(mark); at >= 0; at = text.indexOf(mark, at + 1)) found += 1;
  return found;
}

/** True for a piece of a title that can stand alone: it has words, and its brackets are whole. */
function isWhole(piece: string): boolean {
  return PAIRS.every(([open, close]) => count(piece, open) === count(piece, close)) && /\p{L}/u.test(piece);
}

/**
 * The ways in which a title such as `Series(5)-Title`, `Series #5: Title`, `Series, part 5: Title`, `5. Title` or
 * `Title (5)` may be taken apart, most telling first. Whether the number counts sessions, the titles beside it tell.
 */
export function numberedTitles(title: string): NumberedTitle[] {
  const text = title.trim();
  return PATTERNS.flatMap(({ where, pattern }, kind): NumberedTitle[] => {
    const found = pattern
      .exec(text)
      ?.slice(1)
      .filter((piece) => piece !== undefined);
    if (!found) return [];
    const [first = '', second = '', third = ''] = found;
    const [prefix, digits, rest] =
      where === 'front'
        ? ['', first, second]
        : where === 'end'
          ? ['', second, first]
          : [withoutOuterMarks(first), second, third];
    const whole = isWhole(rest) && (where !== 'middle' || isWhole(prefix));
    const around = where === 'front' ? '' : fold(where === 'end' ? rest : prefix);
    return whole ? [{ prefix, number: Number(digits), rest: rest.trim(), frame: `${kind}/${around}` }] : [];
  });
}

/** Takes marks and brackets that held parts of a title together off its ends. */
export function withoutOuterMarks(part: string): string {
  const bare = part.trim().replace(/^[-–—:：|·,~\s]+|[-–—:：|·,~\s]+$/gu, '');
  return /^\[[^[\]]*\]$/u.test(bare) ? bare.slice(1, -1).trim() : bare;
}

/** The beginnings of a title that end at a mark (`Event - `, `Event: `, `[Event] `), longest first. */
export function prefixSplits(title: string): { readonly prefix: string; readonly rest: string }[] {
  const found: { prefix: string; rest: string }[] = [];
  for (const match of title.matchAll(/\s*[:：|]\s+|\s+[-–—|]\s+|\]\s*/gu)) {
    const end = match.index + match[0].length;
    const closing = match[0].startsWith(']') ? 1 : 0;
    const prefix = withoutOuterMarks(title.slice(0, match.index + closing));
    const rest = withoutOuterMarks(title.slice(end));
    if (isWhole(prefix) && isWhole(rest)) found.unshift({ prefix, rest });
  }
  return found;
}

/** What is left of `title` behind `start`, where it begins with it at the end of a word; undefined where it does not. */
export function afterPrefix(title: string, start: string): string | undefined {
  if (start === '' || !title.toLowerCase().startsWith(start.toLowerCase())) return undefined;
  const rest = title.slice(start.length);
  return rest === '' || /^[\s\p{P}\p{S}]/u.test(rest) ? withoutOuterMarks(rest) : undefined;
}

const GATHERINGS =
  /^(?:서밋|써밋|컨퍼런스|콘퍼런스|컨벤션|세미나|포럼|심포지엄|심포지움|데이(?:즈|$)|밋업|워크숍|워크샵|박람회|행사|위크|캠프|학회|교육|스터디)/u;
const MEETS =
  'summit|conf(?:erence)?|convention|days?|meet-?up|meeting|forum|fest(?:ival)?|expo|congress|symposium|workshop|seminar|kaigi|camp';
const GATHERING_WORDS = [
  new RegExp(`(?<!\\p{L})(?:${MEETS})(?!\\p{L})`, 'iu'),
  /\p{Ll}(?:Con|Conf|Fest|Days?|Camp|Kaigi|World)(?!\p{L})/u,
  /서밋|써밋|컨퍼런스|콘퍼런스|컨벤션|세미나|포럼|심포지엄|심포지움|밋업|워크숍|워크샵|모임|행사|데이(?!터)|勉強会|カンファレンス|大会|峰会/u,
];

/** True where the words before a number name an event, so that it counts sessions though no other is there yet. */
export function namesEvent(prefix: string): boolean {
  return GATHERING_WORDS.some((words) => words.test(prefix));
}

const YEAR = /^['’]?(?:19|20)\d{2}년?$/u;

/** An event's name and, where the title goes on to tell it, the track. */
export interface EventAndTrack {
  readonly event: string;
  readonly track: string | undefined;
}

function at(words: readonly string[], count: number): EventAndTrack {
  return {
    event: withoutOuterMarks(words.slice(0, count).join(' ')),
    track: withoutOuterMarks(words.slice(count).join(' ')) || undefined,
  };
}

/**
 * Splits the beginning of a title into event and track by what is visible in it alone: a mark between them, a year that
 * closes the event's name, or the change from Latin to Hangul words. Undefined where nothing tells them apart.
 */
export function splitByItself(prefix: string): EventAndTrack | undefined {
  const [marked] = prefixSplits(prefix).toReversed();
  if (marked) return { event: marked.prefix, track: marked.rest };
  const words = prefix.split(/\s+/u);
  const year = words.findIndex((word, index) => index > 0 && YEAR.test(word));
  if (year > 0 && year < words.length - 1) return at(words, year + 1);
  const hangul = words.findIndex((word) => /\p{Script=Hangul}/u.test(word));
  const latin = words.slice(0, Math.max(0, hangul));
  const change = hangul >= 2 && latin.every((word) => /^[\p{Script=Latin}\d&.+'’-]+$/u.test(word));
  const next = words[hangul];
  if (!change || next === undefined || GATHERINGS.test(next) || words.length - hangul < 2) return undefined;
  return at(words, hangul);
}

/** Splits by what two different beginnings share: at least two words, with a track behind them in both. */
export function splitByAnother(prefix: string, others: readonly string[]): EventAndTrack | undefined {
  const words = prefix.split(/\s+/u);
  let best = 0;
  for (const other of others) {
    if (fold(other) === fold(prefix)) continue;
    const theirs = other.split(/\s+/u);
    let same = 0;
    while (
      same < words.length &&
      same < theirs.length &&
      fold(words[same] ?? '') === fold(theirs[same] ?? '')
    )
      same += 1;
    if (same < words.length && same < theirs.length) best = Math.max(best, same);
  }
  return best >= 2 ? at(words, best) : undefined;
}
