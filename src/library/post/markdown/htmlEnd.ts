import { elementOf, TAG } from './html.ts';

/** Elements without an end, and those that are closed by what follows. */
const UNCLOSED = /^(?:area|base|br|col|embed|hr|img|input|link|meta|source|track|wbr)$/u;
/** What stands in these is no Markdown, whatever it looks like. */
const LITERAL = /^\s*<(?:pre|script|style|textarea)\b/iu;

/** What goes on is read anew, and HTML in it again: longer blocks would take long. */
const MOST = 200;

/**
 * How many lines of a block of HTML are HTML, where its elements are closed and Markdown goes on without an empty line,
 * as below a `<br>` or a `</div>`; undefined where all of it is.
 */
export function linesOfHtml(value: string): number | undefined {
  const lines = value.split('\n');
  if (lines.length < 2 || lines.length > MOST || LITERAL.test(value)) return undefined;
  let open = 0;
  let seen = false;
  for (const [at, line] of lines.entries()) {
    for (const [tag] of line.matchAll(TAG)) {
      const name = elementOf(tag);
      if (name === undefined) return undefined;
      seen = true;
      if (!UNCLOSED.test(name) && !tag.endsWith('/>')) open += tag.startsWith('</') ? -1 : 1;
    }
    const next = lines[at + 1];
    if (seen && open <= 0 && next !== undefined && /^\s*[^<\s]/u.test(next)) return at + 1;
  }
  return undefined;
}
