import type { Topic } from '../model.ts';

/** Capitals, and at most one small letter among them, with an `s` for several: `TPUs`, `IoT`. */
const SHORT = /^(?=[^a-z]*[a-z]?[^a-z]*s?$)[A-Z][A-Za-z]{0,5}[A-Z]s?$/u;
/** Words of a long form whose letters a short one may leave out. */
const LINKS = /^(?:a|an|and|for|in|of|on|the|to)$/iu;

/** True for a name made of first letters. */
export const isShortForm = (name: string): boolean => SHORT.test(name);

/** True where a short form is made of the first letters of a name: `MSP` of `managed service provider`. */
export function isShortFor(short: string, long: string): boolean {
  const words = long.split(/[\s/-]+/u);
  const letters = (some: readonly string[]): string =>
    some.map((word) => word.charAt(0).toLowerCase()).join('');
  const wanted = short.replace(/s$/u, '').toLowerCase();
  return (
    words.length > 1 &&
    [words, words.filter((word) => !LINKS.test(word))].some((some) => letters(some) === wanted)
  );
}

/** What the short name of a topic stands for, as far as the glossary says; undefined where it has none. */
export function longFormOf({ name, aliases }: Topic, short: string): string | undefined {
  if (!isShortForm(short)) return undefined;
  const names = [...Object.values(name), ...aliases].filter((one) => one !== undefined);
  return names.find((one) => isShortFor(short, one));
}
