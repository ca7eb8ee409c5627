/** Front matter as it was read, by key. */
export type Values = Readonly<Record<string, unknown>>;

/** What is written where one word is wanted. */
export function wordOf(value: unknown): string | undefined {
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
