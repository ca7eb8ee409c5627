import type { Weekday } from '#store/model.ts';

export const everyDay: readonly Weekday[] = [1, 2, 3, 4, 5, 6, 7];
export const weekdays: readonly Weekday[] = [1, 2, 3, 4, 5];
export const weekend: readonly Weekday[] = [6, 7];

const sets: Readonly<Record<string, readonly Weekday[]>> = {
  everyday: everyDay,
  daily: everyDay,
  all: everyDay,
  매일: everyDay,
  weekdays,
  weekday: weekdays,
  workdays: weekdays,
  평일: weekdays,
  주중: weekdays,
  weekends: weekend,
  weekend,
  주말: weekend,
};

const korean = '월화수목금토일';
const english: readonly (readonly [string, Weekday])[] = [
  ['monday', 1],
  ['tuesday', 2],
  ['wednesday', 3],
  ['thursday', 4],
  ['friday', 5],
  ['saturday', 6],
  ['sunday', 7],
];

function readDay(text: string): Weekday | undefined {
  const word = text.replace(/요일$/, '');
  const at = word.length === 1 ? korean.indexOf(word) : -1;
  if (at >= 0) return everyDay[at];
  const singular = text.replace(/(?<=day)s$/, '').replace(/\.$/, '');
  return singular.length < 2 ? undefined : english.find(([name]) => name.startsWith(singular))?.[1];
}

function readRange(from: Weekday, to: Weekday): readonly Weekday[] {
  const found: Weekday[] = [];
  for (let day: number = from; ; day = (day % 7) + 1) {
    found.push(...everyDay.filter((one) => one === day));
    if (day === to) return found;
  }
}

function readPart(part: string): readonly Weekday[] | undefined {
  const set = Object.hasOwn(sets, part) ? sets[part] : undefined;
  if (set !== undefined) return set;
  const range = /^(.+?)-(.+)$/.exec(part);
  if (range) {
    const [from, to] = [readDay(range[1] ?? ''), readDay(range[2] ?? '')];
    return from && to ? readRange(from, to) : undefined;
  }
  const day = readDay(part);
  if (day) return [day];
  // 월수금: several days written as one word.
  const letters = [...part.replace(/요일$/, '')];
  const several = letters.map(readDay);
  const all = several.filter((one) => one !== undefined);
  return letters.length > 1 && all.length === letters.length && letters.every((one) => korean.includes(one))
    ? all
    : undefined;
}

/**
 * Reads days as people type them in Korean or English: `every day`, `weekdays`, `주말`, `mon,thu`, `월, 목`, `mon-fri`,
 * `월수금`. Gives them sorted, or undefined for other text.
 */
export function readDays(typed: string): readonly Weekday[] | undefined {
  const text = typed
    .normalize('NFKC')
    .toLowerCase()
    .replace(/every\s+day/g, 'everyday')
    .replace(/\s*(?:[-~–]|부터)\s*/g, '-')
    .replace(/까지/g, '')
    .trim();
  const parts = text
    .split(/[\s,·/&;、]+|\band\b/)
    .filter((part) => part !== '' && part !== '와' && part !== '과');
  if (parts.length === 0) return undefined;
  const found = new Set<Weekday>();
  for (const part of parts) {
    const days = readPart(part);
    if (days === undefined) return undefined;
    for (const day of days) found.add(day);
  }
  return everyDay.filter((day) => found.has(day));
}
