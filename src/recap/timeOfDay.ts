/** AM and PM words: Korean ones precede the time, English ones follow it. */
const halves: Readonly<Record<string, 'am' | 'pm'>> = {
  am: 'am',
  pm: 'pm',
  오전: 'am',
  새벽: 'am',
  아침: 'am',
  오후: 'pm',
  낮: 'pm',
  저녁: 'pm',
  밤: 'pm',
};

const named: ReadonlyMap<string, string> = new Map([
  ['noon', '12:00'],
  ['정오', '12:00'],
  ['midnight', '00:00'],
  ['자정', '00:00'],
]);

const pattern =
  /^(?<before>오전|오후|새벽|아침|낮|저녁|밤|am|pm)?(?:(?<hour>\d{1,2})(?:[:.시](?:(?<minute>\d{1,2})분?|(?<half>반))?)?|(?<packed>\d{4}))(?<after>am|pm)?$/;

function hourOf(hour: number, word: string | undefined): number | undefined {
  const half = word === undefined ? undefined : halves[word];
  if (half === undefined) return hour <= 23 ? hour : undefined;
  // 밤 12시 is midnight, 낮 12시 noon; 오후 15시 is said as well.
  if (word === '밤' && hour === 12) return 0;
  if (hour > 12) return half === 'pm' && hour <= 23 ? hour : undefined;
  if (half === 'am') return hour === 12 ? 0 : hour;
  return hour === 12 ? 12 : hour === 0 ? undefined : hour + 12;
}

/**
 * Reads a time of day as people type it in Korean or English: `09:00`, `9am`, `9:30 pm`, `오전 9시`, `21시 30분`,
 * `9시 반`, `정오`. Gives `HH:MM`, or undefined for other text.
 */
export function readTime(typed: string): string | undefined {
  const text = typed
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\b([ap])\.m\.?/g, '$1m')
    .replace(/\s+/g, '');
  const byName = named.get(text);
  if (byName !== undefined) return byName;
  const groups = pattern.exec(text)?.groups;
  if (groups === undefined) return undefined;
  const { before, after, half, packed } = groups;
  if (before && after) return undefined;
  const digits = packed ?? '';
  const typedHour = Number(groups['hour'] ?? digits.slice(0, 2));
  const minute = half ? 30 : Number(groups['minute'] ?? (packed ? digits.slice(2) : '0'));
  const hour = hourOf(typedHour, before ?? after);
  if (hour === undefined || minute > 59) return undefined;
  // "9:5" is more likely a typo than five past nine.
  if (groups['minute']?.length === 1 && !/시/.test(text)) return undefined;
  return `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
}
