import type { Language } from '#library/model.ts';
import type { Locale } from './model.ts';

/** The language in which the bot speaks to somebody whose Discord is set to `discordLocale` (`ko`, `en-US`, `ja`). */
export function localeOf(discordLocale: string, fallback: Locale): Locale {
  const language = discordLocale.toLowerCase().split('-')[0];
  return language === 'ko' || language === 'en' ? language : fallback;
}

/** A language's name: in its own words without `locale`, else in those of `locale`. Falls back to the tag itself. */
export function languageName(language: Language, locale: string = language): string {
  try {
    return new Intl.DisplayNames([locale], { type: 'language', fallback: 'code' }).of(language) ?? language;
  } catch {
    return language;
  }
}

/** A civil date `YYYY-MM-DD` as the locale writes it; undefined for anything else. */
export function formatDate(date: string | undefined, locale: Locale): string | undefined {
  const at = new Date(`${date ?? ''}T00:00:00Z`);
  if (Number.isNaN(at.getTime())) return undefined;
  return new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' }).format(at);
}
