import type { Locale } from '../model.ts';
import { en } from './en.ts';
import { ko } from './ko.ts';
import type { Strings } from './model.ts';

const ALL: Readonly<Record<Locale, Strings>> = { ko, en };

/** The strings in a reader's language. */
export const stringsFor = (locale: Locale): Strings => ALL[locale];
