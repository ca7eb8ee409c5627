import type { Language } from '#library/model.ts';
import { stringsFor } from '#locales/index.ts';
import { languageName } from '../locale.ts';
import type { Reader } from '../model.ts';
import type { Route } from '../route.ts';
import type { Button } from './compose.ts';

/** A slice of a list that is too long for one message. */
export interface Slice<T> {
  readonly items: readonly T[];
  /** Position of the first item, from 0. */
  readonly from: number;
  /** The part shown, within range. */
  readonly part: number;
  readonly parts: number;
}

/** @param part from 1; clamped to the last. */
export function sliceOf<T>(items: readonly T[], part: number, size: number): Slice<T> {
  const parts = Math.max(1, Math.ceil(items.length / size));
  // Parts of equal length: 26 sections are two menus of 13 rather than one of 25 and one of 1.
  const equal = Math.ceil(items.length / parts);
  const shown = Math.min(Math.max(1, part), parts);
  const from = (shown - 1) * equal;
  return { items: items.slice(from, from + equal), from, part: shown, parts };
}

/** Buttons to the previous and next part of a list; none for a single part. */
export function sliceButtons<T>(
  { part, parts, from, items }: Slice<T>,
  count: number,
  routeTo: (part: number) => Route,
  reader: Reader,
): readonly Button[] {
  if (parts === 1) return [];
  const { range } = stringsFor(reader.locale).button;
  const equal = Math.ceil(count / parts);
  const before = part > 1 && {
    kind: 'open' as const,
    label: range(from - equal + 1, from),
    route: routeTo(part - 1),
  };
  const next = from + items.length;
  const after = part < parts && {
    kind: 'open' as const,
    label: range(next + 1, Math.min(count, next + equal)),
    route: routeTo(part + 1),
  };
  return [before, after].filter((button) => button !== false);
}

/** Most languages that a page offers. */
const OFFERED_LANGUAGES = 2;

/** Buttons to the same page in other languages, each labelled in its own. */
export function languageButtons(
  languages: readonly Language[],
  shown: Language,
  routeIn: (language: Language) => Route,
): readonly Button[] {
  return languages
    .filter((language) => language !== shown)
    .slice(0, OFFERED_LANGUAGES)
    .map((language) => ({ kind: 'open', label: languageName(language), route: routeIn(language) }));
}

/** Adds the route's chosen language to the routes that the page leads to. */
export const chosen = ({ language }: Pick<Route, 'language'>): { readonly language?: Language } =>
  language === undefined ? {} : { language };
