import * as languages from './list.ts';
import type { CommandStrings } from './model/commands.ts';
import type { Strings } from './model/pages.ts';
import type { RecapStrings } from './model/recap.ts';
import type { LocaleTexts } from './model/texts.ts';

/** A language that the bot speaks, by its tag. */
export type Locale = keyof typeof languages;

/** Something in every language that the bot speaks. */
export type ByLocale<T> = Readonly<Record<Locale, T>>;

const ALL: ByLocale<LocaleTexts> = languages;

const isLocale = (tag: string): tag is Locale => Object.hasOwn(ALL, tag);

/** Every language that the bot speaks. */
export const LOCALES: readonly Locale[] = Object.keys(ALL).filter(isLocale);

/** The language of what the bot says to readers of Discord in a language that it does not speak. */
export const BASE: Locale = 'en';

/** All texts of a language. */
export const textsFor = (locale: Locale): LocaleTexts => ALL[locale];

/** The words of pages in a reader's language. */
export const stringsFor = (locale: Locale): Strings => ALL[locale].pages;

/** The words of recaps in a reader's language. */
export const recapStringsFor = (locale: Locale): RecapStrings => ALL[locale].recap;

/** The same thing of every language. */
export const byLocale = <T>(pick: (texts: LocaleTexts, locale: Locale) => T): ByLocale<T> =>
  Object.fromEntries(LOCALES.map((locale) => [locale, pick(ALL[locale], locale)])) as Record<Locale, T>;

/** A command's texts, or a subcommand's, in every language. */
export const commandTexts = <N extends keyof CommandStrings>(name: N): ByLocale<CommandStrings[N]> =>
  byLocale(({ commands }) => commands[name]);

const baseOf = (tag: string): string => tag.toLowerCase().split('-')[0] ?? '';

/** The language in which the bot speaks to somebody whose Discord, or post, is in `tag` (`ko`, `en-US`, `ja`). */
export function localeOf(tag: string, fallback: Locale): Locale {
  const served = LOCALES.find((locale) => ALL[locale].discord.some((one) => one === tag));
  return served ?? LOCALES.find((locale) => baseOf(locale) === baseOf(tag)) ?? fallback;
}
