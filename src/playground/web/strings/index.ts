import * as languages from './list.ts';
import type { Strings } from './model.ts';

/** A language of the page, by its tag. */
export type PageLocale = keyof typeof languages;

const ALL: Readonly<Record<PageLocale, Strings>> = languages;

const isPageLocale = (tag: string): tag is PageLocale => Object.hasOwn(ALL, tag);

/** Every language of the page. */
export const PAGE_LOCALES: readonly PageLocale[] = Object.keys(ALL).filter(isPageLocale);

/** The page's language for a Discord locale such as `en-GB`; English for those that it does not speak. */
export function pageLocale(discordLocale: string): PageLocale {
  const language = discordLocale.toLowerCase().split('-')[0] ?? '';
  return isPageLocale(language) ? language : 'en';
}

/** The strings of a language. */
export function stringsFor(locale: PageLocale): Strings {
  return ALL[locale];
}
