import { memoize } from '#library/compute/memoize.ts';
import type { Language } from '#library/model.ts';
import type { Locale } from '#locales/index.ts';

/** Intl formatters are slow to create; they are cached by locale and language. */
function once<T>(make: (tag: string) => T): (tag: string) => T {
  const made = new Map<string, T>();
  return (tag) => {
    const known = made.get(tag);
    if (known !== undefined) return known;
    const fresh = make(tag);
    made.set(tag, fresh);
    return fresh;
  };
}

const languageNames = once((tag) => {
  try {
    return new Intl.DisplayNames([tag], { type: 'language', fallback: 'code' });
  } catch {
    return undefined;
  }
});

const dates = once((locale) => new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' }));

/** Cache key: the tag of a language, and that of the language in which it is named, a line each. */
const namedIn = memoize((tags) => {
  const [language = '', locale = ''] = tags.split('\n');
  try {
    return languageNames(locale)?.of(language) ?? language;
  } catch {
    return language;
  }
}, 1_000);

/** The name of a language, in itself without `locale`, else in `locale`. Falls back to the tag. */
export const languageName = (language: Language, locale: string = language): string =>
  namedIn(`${language}\n${locale}`);

/** Cache key: a date and a locale, a line each. */
const dateIn = memoize((text) => {
  const [date = '', locale = ''] = text.split('\n');
  const at = new Date(`${date}T00:00:00Z`);
  return Number.isNaN(at.getTime()) ? '' : dates(locale).format(at);
}, 10_000);

/** A civil date `YYYY-MM-DD` in the format of the locale; undefined for invalid dates. */
export const formatDate = (date: string | undefined, locale: Locale): string | undefined =>
  dateIn(`${date ?? ''}\n${locale}`) || undefined;
