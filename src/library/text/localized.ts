import type { Localized } from '../model.ts';

/** The text in all its languages. */
export function translationsOf(text: Localized): string[] {
  return Object.values(text).filter((name) => name !== undefined);
}
