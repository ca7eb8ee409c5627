import type { Problem } from './model.ts';

/** No real post nests quotes and lists so deep; parsers take minutes for it. */
const MOST_NESTED = 100;
const MOST_HEADINGS = 2_000;
const MOST_ROWS = 5_000;
const MOST_COLUMNS = 200;
const MOST_LINKS = 10_000;

/** One mark of a quote or a list item at the start of a line. */
const CONTAINER = /[ \t]*(?:>|[-+*](?=[ \t])|\d{1,9}[.)](?=[ \t]))/y;
const FENCE = /^ {0,3}(`{3,}|~{3,})/;
const HEADING = /^ {0,3}#{1,6}(?:[ \t]|$)/;
const UNDERLINE = /^ {0,3}(?:=+|-+)[ \t]*$/;
const LINK = /\]\(|\]\[|https?:\/\//g;

/** Quotes and lists that a line opens, or is indented for. */
function nesting(line: string): number {
  CONTAINER.lastIndex = 0;
  let marks = 0;
  let end = 0;
  while (marks <= MOST_NESTED && CONTAINER.test(line)) {
    marks += 1;
    end = CONTAINER.lastIndex;
  }
  if (marks === 0) return 0;
  const first = line.length - line.trimStart().length;
  // A list within a list is indented by two columns at least.
  return end > 0 ? marks + Math.floor(first / 2) : 0;
}

const problem = (line: number, code: string, message: string): Problem => ({
  level: 'error',
  line,
  code,
  message,
});

/**
 * Why a text is not given to the parser: a post that people write is far below each of these bounds, and a text beyond
 * them takes minutes and gigabytes. Undefined for a text within them. Takes a millisecond a megabyte.
 * @param firstLine the number of the text's first line in its file
 */
export function beyondBounds(text: string, firstLine: number): Problem | undefined {
  let fence: string | undefined;
  let headings = 0;
  let rows = 0;
  let links = 0;
  let before = '';
  let at = firstLine - 1;
  for (const line of text.split('\n')) {
    at += 1;
    const mark = FENCE.exec(line)?.[1];
    if (fence !== undefined) {
      if (mark?.startsWith(fence)) fence = undefined;
      continue;
    }
    if (mark !== undefined) {
      fence = mark;
      continue;
    }
    if (nesting(line) > MOST_NESTED)
      return problem(
        at,
        'too-deep',
        `Quotes and lists are nested more than ${MOST_NESTED} deep here; write them side by side.`,
      );
    if (HEADING.test(line) || (UNDERLINE.test(line) && before.trim() !== '')) headings += 1;
    if (headings > MOST_HEADINGS)
      return problem(
        at,
        'too-many-headings',
        `There are more than ${MOST_HEADINGS} headings; split the post.`,
      );
    if (line.includes('|')) {
      rows += 1;
      if (rows > MOST_ROWS)
        return problem(
          at,
          'too-many-rows',
          `There are more than ${MOST_ROWS} rows of tables; split the post.`,
        );
      if (line.length > MOST_COLUMNS && line.split('|', MOST_COLUMNS + 3).length > MOST_COLUMNS + 2)
        return problem(at, 'too-wide', `A table has more than ${MOST_COLUMNS} columns here; split it.`);
    }
    if (line.length > 2) {
      for (LINK.lastIndex = 0; LINK.test(line); ) links += 1;
      if (links > MOST_LINKS)
        return problem(at, 'too-many-links', `There are more than ${MOST_LINKS} links; split the post.`);
    }
    before = line;
  }
  return undefined;
}
