import { LOCALES, textsFor } from '#locales/index.ts';
import type { TimeWords } from '#locales/model/typed.ts';

const fold = (text: string): string => text.normalize('NFKC').toLowerCase().replace(/\s+/g, '');

/** Words of one kind, of all languages: people type in the one or the other. */
const wordsFor = (kind: keyof TimeWords): readonly string[] =>
  LOCALES.flatMap((locale) => textsFor(locale).times[kind]).map(fold);

const WORDS = {
  am: wordsFor('am'),
  pm: wordsFor('pm'),
  night: wordsFor('night'),
  noon: wordsFor('noon'),
  midnight: wordsFor('midnight'),
};

const anyOf = (...words: readonly string[]): string =>
  words
    .toSorted((one, other) => other.length - one.length)
    .map(RegExp.escape)
    .join('|');

const HALF_OF_DAY = anyOf(...WORDS.am, ...WORDS.pm, ...WORDS.night);
const HOUR = `(?<hour>\\d{1,2})`;
const MINUTE = `(?<minute>\\d{1,2})(?:${anyOf(...wordsFor('minute'))})?`;
const REST = `(?<parted>[:.]|${anyOf(...wordsFor('hour'))})(?:${MINUTE}|(?<half>${anyOf(...wordsFor('half'))}))?`;
const PATTERN = new RegExp(
  `^(?<before>${HALF_OF_DAY})?(?:${HOUR}(?:${REST})?|(?<packed>\\d{4}))(?<after>${HALF_OF_DAY})?$`,
  'u',
);

function hourOf(hour: number, word: string | undefined): number | undefined {
  if (word === undefined) return hour <= 23 ? hour : undefined;
  if (WORDS.am.includes(word)) return hour > 12 ? undefined : hour % 12;
  // 밤 12시 is midnight, 낮 12시 noon; 오후 15시 is said as well, and 午後0時, but not "0pm".
  if (WORDS.night.includes(word) && hour === 12) return 0;
  if (hour > 12) return hour <= 23 ? hour : undefined;
  if (hour === 0) return /[a-z]/.test(word) ? undefined : 12;
  return hour === 12 ? 12 : hour + 12;
}

/**
 * Reads a time of day as people type it in any language of the bot: `09:00`, `9am`, `9:30 pm`, `오전 9시`, `21시 30분`,
 * `9시 반`, `정오`. Gives `HH:MM`, or undefined for what is no time.
 */
export function readTime(typed: string): string | undefined {
  const text = fold(typed.toLowerCase().replace(/\b([ap])\.m\.?/g, '$1m'));
  if (WORDS.noon.includes(text)) return '12:00';
  if (WORDS.midnight.includes(text)) return '00:00';
  const groups = PATTERN.exec(text)?.groups;
  if (groups === undefined) return undefined;
  const { before, after, half, packed } = groups;
  if (before && after) return undefined;
  const digits = packed ?? '';
  const typedHour = Number(groups['hour'] ?? digits.slice(0, 2));
  const minute = half ? 30 : Number(groups['minute'] ?? (packed ? digits.slice(2) : '0'));
  const hour = hourOf(typedHour, before ?? after);
  if (hour === undefined || minute > 59) return undefined;
  // "9:5" is more likely a typo than five past nine.
  if (groups['minute']?.length === 1 && /^[:.]$/.test(groups['parted'] ?? '')) return undefined;
  return `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
}
