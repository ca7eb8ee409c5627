import type { Language } from '../../model.ts';
import { languageTag } from '../../text/language.ts';

/** Front matter as it was read, by key. */
export type Values = Readonly<Record<string, unknown>>;

/** What is written where one word is wanted. */
export function wordOf(value: unknown): string | undefined {
  if (value === undefined || value === null) return undefined;
  const written =
    value instanceof Date
      ? value.toISOString()
      : typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
        ? String(value)
        : '';
  return written.normalize('NFC').replace(/\s+/gu, ' ').trim() || undefined;
}

/** The keys of a value that is a table; undefined for all others. */
export const tableOf = (value: unknown): Values | undefined =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Date)
    ? { ...value }
    : undefined;

/** The normal form of an address of the web, http or https and without a name or password in it; undefined for others. */
export function webHref(written: string): string | undefined {
  const url = URL.parse(written);
  const isOfWeb =
    url !== null && /^https?:$/u.test(url.protocol) && url.username === '' && url.password === '';
  return isOfWeb ? url.href : undefined;
}

/** A text as written, with the language that its key states. */
export interface WrittenText {
  readonly text: string;
  readonly language: Language | undefined;
}

/** One line of a value: of a table its `name` or `title`, of a list its entries with commas. */
export function lineOf(value: unknown): string | undefined {
  if (Array.isArray(value)) {
    const parts = value.map(lineOf).filter((part) => part !== undefined);
    return parts.length === 0 ? undefined : parts.join(', ');
  }
  const table = tableOf(value);
  if (table) return wordOf(table['name']) ?? wordOf(table['title']);
  return typeof value === 'boolean' ? undefined : wordOf(value);
}

/**
 * A text that a key of these names gives: plain, by language in a table, or by the end of the key: `room: Hall A`,
 * `room: { ko: …, en: … }`, `room_en: Hall A`. What no language is stated of comes first.
 */
export function textsOf(values: Values, names: readonly string[]): readonly WrittenText[] {
  const name = names.find((key) => values[key] !== undefined && values[key] !== null && values[key] !== '');
  const value = name === undefined ? undefined : values[name];
  const byLanguage = Object.entries(tableOf(value) ?? {});
  const byEnd = Object.entries(values).flatMap(([key, text]): [string, unknown][] => {
    if (!names.some((one) => key.startsWith(one))) return [];
    const [, stem = '', end] = /^(.+?)[_-]?([a-z]{2,3})$/u.exec(key) ?? [];
    return end !== undefined && names.includes(stem) && !names.includes(key) ? [[end, text]] : [];
  });
  const stated = [...byLanguage, ...byEnd].flatMap(([key, one]): WrittenText[] => {
    const language = key.length > 5 ? undefined : languageTag(key);
    const text = lineOf(one);
    return language === undefined || text === undefined ? [] : [{ text, language }];
  });
  const plain = lineOf(value);
  return plain === undefined || plain === '' ? stated : [{ text: plain, language: undefined }, ...stated];
}
