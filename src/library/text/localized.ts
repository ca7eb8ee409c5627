import type { Localized } from '../model.ts';

/** The text in every language there is. */
export function translationsOf(text: Localized): string[] {
  return Object.values(text).filter((name) => name !== undefined);
}
