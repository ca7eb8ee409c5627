import { en } from './en.ts';
import { ko } from './ko.ts';
import type { PageLocale, Strings } from './model.ts';

/** The page's language for a Discord locale: Korean for `ko`, English for all others. */
export function pageLocale(discordLocale: string): PageLocale {
  return discordLocale.toLowerCase().startsWith('ko') ? 'ko' : 'en';
}

/** The strings of a language. */
export function stringsFor(locale: PageLocale): Strings {
  return locale === 'ko' ? ko : en;
}
