/** Two digits. */
const two = (number: number): string => String(number).padStart(2, '0');

const CLOCK =
  /(?<half>오전|오후|[ap]\.?m\.?\s)?\s*(?<![\d:.-])(?<hour>\d{1,2})(?:(?:[:：](?<minute>\d{2})(?:[:：]\d{2}(?:[.,]\d+)?)?)\s*(?<after>[ap]\.?m\b\.?)?|\s*(?<alone>[ap]\.?m\b\.?)|\s*시(?:\s*(?<minutes>\d{1,2})\s*분|\s*(?<thirty>반))?)(?![\d:])/giu;

function timeIn(groups: Readonly<Record<string, string | undefined>>): string | undefined {
  const half = (groups['half'] ?? groups['after'] ?? groups['alone'] ?? '').toLowerCase();
  const hour = Number(groups['hour']);
  const minute = groups['thirty'] === undefined ? Number(groups['minute'] ?? groups['minutes'] ?? 0) : 30;
  const late = half.startsWith('p') || half === '오후';
  const early = half.startsWith('a') || half === '오전';
  if ((late || early) && hour > 12) return late && hour < 24 ? `${two(hour)}:${two(minute)}` : undefined;
  const whole = late ? (hour % 12) + 12 : early ? hour % 12 : hour;
  return whole > 23 || minute > 59 ? undefined : `${two(whole)}:${two(minute)}`;
}

/** The times of day in a text, as people write them: `10:00`, `2 pm`, `오후 2시 30분`. Zones are left alone. */
export function timesIn(written: string): readonly string[] {
  // An offset such as +09:00 is no time of day.
  const text = written
    .normalize('NFKC')
    .replace(/(?<=\d)\s*(?:UTC|GMT)?\s*[+-]\d{2}:\d{2}(?=\s*$)/u, '')
    .replace(/(?<=\d)T(?=\d)/u, ' ');
  const found = [...text.matchAll(CLOCK)].map(({ groups = {} }): string | undefined => timeIn(groups));
  return found.every((time) => time !== undefined) ? found : [];
}

const UNITS: Readonly<Record<string, number>> = {
  h: 60,
  hr: 60,
  hrs: 60,
  hour: 60,
  hours: 60,
  시간: 60,
  時間: 60,
  m: 1,
  min: 1,
  mins: 1,
  minute: 1,
  minutes: 1,
  분: 1,
  分: 1,
  s: 1 / 60,
  sec: 1 / 60,
  secs: 1 / 60,
  second: 1 / 60,
  seconds: 1 / 60,
  초: 1 / 60,
};
const A_DAY = 24 * 60;

/** Minutes of a length as people write it: `40`, `40 min`, `1h 30m`, `1시간 30분`, `1:30`, `00:40:00`, `PT40M`. */
export function minutesOf(written: string): number | undefined {
  const text = written.normalize('NFKC').trim().toLowerCase();
  const minutes = lengthOf(text);
  const whole = minutes === undefined ? 0 : Math.round(minutes);
  return whole >= 1 && whole <= A_DAY ? whole : undefined;
}

function lengthOf(text: string): number | undefined {
  if (/^\d+(?:\.\d+)?$/u.test(text)) return Number(text);
  const [, first, second, third] = /^(\d{1,3}):(\d{2})(?::(\d{2}))?$/u.exec(text) ?? [];
  if (third !== undefined) return Number(first) * 60 + Number(second) + Number(third) / 60;
  // "1:30" is an hour and a half of talk; "40:00" is what a player shows.
  if (second !== undefined)
    return Number(first) < 10 ? Number(first) * 60 + Number(second) : Number(first) + Number(second) / 60;
  const parts = [...text.replace(/^pt(?=\d)/u, '').matchAll(/(\d+(?:\.\d+)?)\s*(\p{L}+)(?:\s*(반))?/gu)];
  const rest = parts.reduce((left, [part]) => left.replace(part, ''), text.replace(/^pt(?=\d)/u, ''));
  if (parts.length === 0 || /[\p{L}\p{N}]/u.test(rest.replace(/\b(?:and|about|약)\b|약/gu, '')))
    return undefined;
  let sum = 0;
  for (const [, number, unit = '', half] of parts) {
    const each = Object.hasOwn(UNITS, unit) ? UNITS[unit] : undefined;
    if (each === undefined) return undefined;
    sum += Number(number) * each + (half === undefined ? 0 : each / 2);
  }
  return sum;
}
