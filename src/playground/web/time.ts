import type { TimeStyle } from './markdown/model.ts';
import type { Strings } from './strings/model.ts';

const FORMATS: Readonly<Record<Exclude<TimeStyle, 'R'>, Intl.DateTimeFormatOptions>> = {
  t: { timeStyle: 'short' },
  T: { timeStyle: 'medium' },
  d: { dateStyle: 'short' },
  D: { dateStyle: 'long' },
  f: { dateStyle: 'long', timeStyle: 'short' },
  F: { dateStyle: 'full', timeStyle: 'short' },
  s: { dateStyle: 'short', timeStyle: 'short' },
  S: { dateStyle: 'short', timeStyle: 'medium' },
};

const UNITS: readonly (readonly [Intl.RelativeTimeFormatUnit, number])[] = [
  ['year', 365 * 86_400],
  ['month', 30 * 86_400],
  ['day', 86_400],
  ['hour', 3600],
  ['minute', 60],
  ['second', 1],
];

const DAY = 86_400_000;

/**
 * Discord's display of `<t:seconds:style>` (developer docs, "Timestamp Styles").
 * @param now milliseconds, the reference of relative times.
 * @param timeZone IANA zone; default the browser's.
 */
export function formatTimestamp(
  seconds: number,
  style: TimeStyle,
  locale: string,
  now: number,
  timeZone?: string,
): string {
  if (style === 'R') return relative(seconds - now / 1000, locale);
  const zone = timeZone === undefined ? {} : { timeZone };
  return new Intl.DateTimeFormat(locale, { ...FORMATS[style], ...zone }).format(seconds * 1000);
}

function relative(difference: number, locale: string): string {
  const [unit, length] = UNITS.find(([, size]) => Math.abs(difference) >= size) ?? ['second', 1];
  // Truncated, as in Discord: 119 seconds ago is "a minute ago", not two.
  return new Intl.RelativeTimeFormat(locale).format(Math.trunc(difference / length), unit);
}

/** Milliseconds until a relative time may change: a second, a minute or an hour, by distance. */
export function refreshAfter(seconds: number, now: number): number {
  const distance = Math.abs(seconds - now / 1000);
  if (distance < 60) return 1000;
  return distance < 3600 ? 10_000 : 60_000;
}

/** The time of a message: the hour today, "yesterday at …", else date and hour. */
export function messageTime(at: number, now: number, locale: string, strings: Strings): string {
  const clock = new Intl.DateTimeFormat(locale, { timeStyle: 'short' }).format(at);
  if (isSameDay(at, now)) return strings.today(clock);
  if (isSameDay(at, now - DAY)) return strings.yesterday(clock);
  return new Intl.DateTimeFormat(locale, { dateStyle: 'short', timeStyle: 'short' }).format(at);
}

/** Whether two instants are on one civil day of the browser's zone. */
export function isSameDay(a: number, b: number): boolean {
  return new Date(a).toDateString() === new Date(b).toDateString();
}
