import type { Localized } from '../model.ts';

/** The text in every language there is. */
export function namesIn(text: Localized): string[] {
  return Object.values(text).filter((name) => name !== undefined);
}
