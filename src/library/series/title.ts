import { fold } from '../text/slug.ts';

/** A title split at its number. */
export interface NumberedTitle {
  /** The series before the number. Empty where the title begins or ends with its number. */
  readonly prefix: string;
  readonly number: number;
  /** The session's own title after the number. */
  readonly rest: string;
  /** False where the pattern also occurs in titles outside a series, so that a second post has to confirm it. */
  readonly sure: boolean;
}

const MARK = '[-–—:：|·~]+';
const N = String.raw`(\d{1,3})`;

/** Patterns of prefix, number and rest, most specific first. */
const SURE = [
  new RegExp(
    String.raw`^(.*\S)\s*[(（\[]\s*(?:제\s*)?${N}(?:\s*/\s*\d{1,3})?\s*(?:편|부|회|강)?\s*[)）\]]\s*${MARK}\s*(\S.*)$`,
    'u',
  ),
  new RegExp(String.raw`^(.*\S)\s*#\s*${N}\s*(?:${MARK}|[.,])\s*(\S.*)$`, 'u'),
  new RegExp(
    String.raw`^(.*?\S)[\s,(\[]*(?:\s${MARK}\s*)?\b(?:part|pt\.?|episode|ep\.?|session|vol\.?|no\.?|chapter)\s*${N}\s*[)\]]?\s*(?:${MARK}|[.,])\s*(\S.*)$`,
    'iu',
  ),
  new RegExp(
    String.raw`^(.*\S)\s*(?:${MARK}\s*)?(?:세션|파트|제)\s*${N}\s*(?:편|부|회|화|강|장)?\s*(?:${MARK}|[.,])\s*(\S.*)$`,
    'u',
  ),
  new RegExp(String.raw`^(.*\S)\s+${N}\s*(?:편|부|회|화|탄|강)\s*(?:${MARK}|[.,])\s*(\S.*)$`, 'u'),
  new RegExp(String.raw`^\[([^\]]+)\]\s*${N}\s*(?:${MARK}|[.)])\s*(\S.*)$`, 'u'),
];
const MAYBE = [
  new RegExp(String.raw`^(.*\S)\s*[(（\[]\s*${N}\s*[)）\]]\s+(\S.*)$`, 'u'),
  new RegExp(String.raw`^(.*\S)\s*#\s*${N}\s+(\S.*)$`, 'u'),
  new RegExp(String.raw`^(.*\S)\s+(?:part|세션|session)\s*${N}\s+(\S.*)$`, 'iu'),
];
const LEADING =
  /^(?:(?:part|pt\.?|session|세션|파트)\s*|#)?(\d{1,3})\s*(?:[.)](?=\s)|[-–—:：|](?=\s))\s*(\S.*)$/iu;
const TRAILING =
  /^(.*?\S)\s*(?:[-–—:,]\s*)?(?:[(（[]\s*(?:part\s*|제\s*)?(\d{1,3})(?:\s*\/\s*\d{1,3})?\s*(?:편|부)?\s*[)）\]]|#\s*(\d{1,3})|\bpart\s*(\d{1,3})|\s(\d{1,3})\s*(?:편|부))$/iu;

/** Splits a title such as `Series(5)-Title`, `Series #5: Title`, `Series, part 5: Title`, `Title (5)` at its number. */
export function numberedTitle(title: string): NumberedTitle | undefined {
  const text = title.trim();
  for (const [patterns, sure] of [
    [SURE, true],
    [MAYBE, false],
  ] as const) {
    for (const pattern of patterns) {
      const found = pattern.exec(text);
      if (found)
        return {
          prefix: tidy(found[1] ?? ''),
          number: Number(found[2]),
          rest: (found[3] ?? '').trim(),
          sure,
        };
    }
  }
  const leading = LEADING.exec(text);
  if (leading) return { prefix: '', number: Number(leading[1]), rest: (leading[2] ?? '').trim(), sure: true };
  const trailing = TRAILING.exec(text);
  const number = trailing?.slice(2).find((digits) => digits !== undefined);
  if (trailing && number !== undefined)
    return { prefix: '', number: Number(number), rest: trailing[1] ?? text, sure: true };
  return undefined;
}

/** Trims separators and brackets from both ends. */
export function tidy(part: string): string {
  const bare = part.trim().replace(/^[-–—:：|·,~\s]+|[-–—:：|·,~\s]+$/gu, '');
  return /^\[[^[\]]*\]$/u.test(bare) ? bare.slice(1, -1).trim() : bare;
}

/** The prefixes of a title that end at a separator (`Event - `, `Event: `, `[Event] `), longest first. */
export function prefixSplits(title: string): { readonly prefix: string; readonly rest: string }[] {
  const found: { prefix: string; rest: string }[] = [];
  for (const match of title.matchAll(/\s*[:：|]\s+|\s+[-–—|]\s+|\]\s*/gu)) {
    const end = match.index + match[0].length;
    const closing = match[0].startsWith(']') ? 1 : 0;
    const prefix = tidy(title.slice(0, match.index + closing));
    const rest = tidy(title.slice(end));
    if (prefix !== '' && rest !== '') found.unshift({ prefix, rest });
  }
  return found;
}

/** The rest of `title` after the prefix `start`, which must end at a word boundary; undefined otherwise. */
export function afterPrefix(title: string, start: string): string | undefined {
  if (start === '' || !title.toLowerCase().startsWith(start.toLowerCase())) return undefined;
  const rest = title.slice(start.length);
  return rest === '' || /^[\s\p{P}\p{S}]/u.test(rest) ? tidy(rest) : undefined;
}

const GATHERINGS =
  /^(?:서밋|써밋|컨퍼런스|콘퍼런스|컨벤션|세미나|포럼|심포지엄|심포지움|데이(?:즈|$)|밋업|워크숍|워크샵|박람회|행사|위크|캠프|학회|교육|스터디)/u;
const YEAR = /^['’]?(?:19|20)\d{2}년?$/u;

/** The name of an event and, if given, the track. */
export interface EventAndTrack {
  readonly event: string;
  readonly track: string | undefined;
}

function at(words: readonly string[], count: number): EventAndTrack {
  return {
    event: tidy(words.slice(0, count).join(' ')),
    track: tidy(words.slice(count).join(' ')) || undefined,
  };
}

/**
 * Splits a title prefix into event and track by its form alone: at a separator, after a year that
 * ends the event's name, or at the change from Latin to Hangul words. Undefined where it has none of these.
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

/** Splits by what two different prefixes share: at least two words, followed by a track in both. */
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
