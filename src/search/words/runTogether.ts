import { apart, type IsWritten } from './compounds.ts';

/** Korean words have three to four syllables on average: from here on, and with one so long, spaces are left out. */
const TOGETHER = { average: 4.4, longest: 6 } as const;
/** Shorter runs of syllables are single words, or are read as such. */
const SHORTEST = 5;
const SHORTEST_TOGETHER = 3;

const HANGUL = /[가-힣]+/gu;

/** True for a text whose writer leaves out spaces: `위메프가빅쿼리에데이터넣을때거친툴이름`. */
export function isRunTogether(text: string): boolean {
  const lengths = (text.match(HANGUL) ?? []).map((run) => run.length);
  const longest = Math.max(0, ...lengths);
  return (
    longest >= TOGETHER.longest &&
    lengths.reduce((sum, length) => sum + length) > TOGETHER.average * lengths.length
  );
}

/** A text with spaces between its Korean words where they are left out. */
export function withSpaces(text: string, isWritten: IsWritten): string {
  const shortest = isRunTogether(text) ? SHORTEST_TOGETHER : SHORTEST;
  return text.replace(HANGUL, (run, at: number) =>
    run.length < shortest ? run : apart(run, isWritten, /[A-Za-z0-9)]/u.test(text.charAt(at - 1))),
  );
}
