import { LOCALES, textsFor } from '#locales/index.ts';
import type { DayWords } from '#locales/model/typed.ts';
import type { Weekday } from '#store/model.ts';

export const everyDay: readonly Weekday[] = [1, 2, 3, 4, 5, 6, 7];
export const weekdays: readonly Weekday[] = [1, 2, 3, 4, 5];
export const weekend: readonly Weekday[] = [6, 7];

/** The words of all languages: people type in the one or the other. */
const LANGUAGES: readonly DayWords[] = LOCALES.map((locale) => textsFor(locale).days);

const SETS: ReadonlyMap<string, readonly Weekday[]> = new Map(
  LANGUAGES.flatMap((words) => [
    ...words.everyDay.map((word) => [word, everyDay] as const),
    ...words.weekdays.map((word) => [word, weekdays] as const),
    ...words.weekend.map((word) => [word, weekend] as const),
  ]),
);

const isLatin = (word: string): boolean => /^[a-z]/.test(word);

/** Matches any of the words; Latin ones only where they stand by themselves, others glued to a name as well. */
const anyOf = (words: readonly string[]): string =>
  words.map((word) => (isLatin(word) ? `\\b${RegExp.escape(word)}\\b` : RegExp.escape(word))).join('|');

const every = (kind: 'and' | 'to' | 'until'): string => anyOf(LANGUAGES.flatMap((words) => words[kind]));

const RANGE = new RegExp(`\\s*(?:[-~–〜]|${every('to')})\\s*`, 'gu');
const UNTIL = new RegExp(every('until'), 'gu');
const BETWEEN = new RegExp(`[\\s,·/&;、・]+|${every('and')}`, 'u');
/** Sets that are written as two words. */
const PHRASES = [...SETS.keys()].filter((word) => word.includes(' '));

const dayAt = (index: number): Weekday | undefined => everyDay[index];

const isBeginning = (name: string, text: string): boolean =>
  isLatin(name) && text.length > 1 && name.startsWith(text);

function readDay(text: string): Weekday | undefined {
  for (const { names, endings } of LANGUAGES) {
    const bare = endings
      .filter((ending) => text.endsWith(ending))
      .map((ending) => text.slice(0, -ending.length));
    // "Mon." and "월요일" as well as "mon" and "월".
    const index = names.findIndex(
      (name) => [text, ...bare].includes(name) || isBeginning(name, text.replace(/\.$/, '')),
    );
    if (index >= 0) return dayAt(index);
  }
  return undefined;
}

/** 월수금: several days written as one word, in languages that write a day as one letter. */
function readLetters(text: string): readonly Weekday[] | undefined {
  for (const { names, endings } of LANGUAGES) {
    const ending = endings.find((one) => text.endsWith(one)) ?? '';
    const letters = [...text.slice(0, text.length - ending.length)];
    const days = letters.map((letter) => dayAt(names.indexOf(letter)));
    const known = days.filter((day) => day !== undefined);
    if (letters.length > 1 && known.length === letters.length) return known;
  }
  return undefined;
}

function readRange(from: Weekday, to: Weekday): readonly Weekday[] {
  const found: Weekday[] = [];
  for (let day: number = from; ; day = (day % 7) + 1) {
    found.push(...everyDay.filter((one) => one === day));
    if (day === to) return found;
  }
}

function readPart(part: string): readonly Weekday[] | undefined {
  const set = SETS.get(part);
  if (set !== undefined) return set;
  const range = /^(.+?)-(.+)$/.exec(part);
  if (range) {
    const [from, to] = [readDay(range[1] ?? ''), readDay(range[2] ?? '')];
    return from && to ? readRange(from, to) : undefined;
  }
  const day = readDay(part);
  return day === undefined ? readLetters(part) : [day];
}

/**
 * Reads days as people type them in any language of the bot: `every day`, `weekdays`, `주말`, `mon,thu`, `월, 목`,
 * `mon-fri`, `월수금`. Gives them sorted, or undefined for what is no day.
 */
export function readDays(typed: string): readonly Weekday[] | undefined {
  const text = typed.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim();
  const joined = PHRASES.reduce(
    (whole, phrase) => whole.replaceAll(phrase, phrase.replaceAll(' ', '')),
    text,
  );
  const parts = joined
    .replace(RANGE, '-')
    .replace(UNTIL, ' ')
    .split(BETWEEN)
    .filter((part) => part !== '');
  if (parts.length === 0) return undefined;
  const found = new Set<Weekday>();
  for (const part of parts) {
    const days = readPart(part);
    if (days === undefined) return undefined;
    for (const day of days) found.add(day);
  }
  return everyDay.filter((day) => found.has(day));
}
