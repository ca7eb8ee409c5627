import { memoize } from '../compute/memoize.ts';
import type { Language } from '../model.ts';

/** Endings that join the words of a heading into a phrase; names have none. */
const PHRASE =
  /(?:을|를|으로|에서|에게|부터|까지|는|은|한|의|[A-Za-z](?:로|이|가|와|과|에)|\p{Script=Hangul}{2}[게이가])$/u;

const SENTENCE = /(?:[다요까죠]|하기|되기|[?!.…])$/u;

/** The heading without trailing brackets, if it can be a name: a few words, neither sentence nor phrase. */
export function nameInHeading(heading: string): string | undefined {
  return remembered(heading) || undefined;
}

const remembered = memoize((heading) => findName(heading) ?? '');

function findName(heading: string): string | undefined {
  const name = heading
    .replace(/\s*[(（][^()（）]*[)）]\s*$/u, '')
    // `サーバーレスとは`: what it is called, and "is".
    .replace(/(?<=[\p{Script=Katakana}\p{Script=Han}\p{L}\p{N}])とは(?:何か|なにか|何)?[?？]?$/u, '')
    .trim();
  const words = name.split(/\s+/u);
  if (name.length < 2 || name.length > 40 || words.length > 4) return undefined;
  if (/[:：,;→/|“”"「」]|\s[-–—]\s/u.test(name) || SENTENCE.test(name)) return undefined;
  const phrase = words
    .slice(0, -1)
    .some((word) => /\p{Script=Hangul}/u.test(word) && word.length > 1 && PHRASE.test(word));
  return phrase || !/\p{L}{2}/u.test(name) ? undefined : name;
}

/** True for a capitalized Latin name in a post whose language uses another script: `Data Studio`. */
export function isForeignName(name: string, language: Language): boolean {
  return (
    ['ko', 'ja', 'zh'].includes(language) &&
    /^[\p{Script=Latin}\p{N}\s.+&'’-]+$/u.test(name) &&
    /\p{Lu}/u.test(name) &&
    // "Add Notes to the Agenda" says what to do.
    !/\s(?:to|the|an?|with|in|on|for|from|is|are|your|my)\s/u.test(name)
  );
}

/** Names in a heading that are spelled like products: `AutoML`, `HyperTune`, `BigQuery`. */
export function productNames(heading: string): string[] {
  return (
    heading.match(
      /(?<![\p{Script=Latin}\p{N}])(?:[A-Z][a-z]+){1,3}[A-Z]+[A-Za-z0-9]*(?![\p{Script=Latin}\p{N}])/gu,
    ) ?? []
  );
}
