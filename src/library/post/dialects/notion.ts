import { calloutTitle, quoteLines } from '../tags/callout.ts';
import type { Dialect } from './dialect.ts';

/** Exports from Notion: callouts as `<aside>` around Markdown. Properties are read with the front matter. */
export const notion: Dialect = {
  name: 'notion',
  marks: /^[ \t]*<aside>/mu,
  keys: { date: ['created time', 'date added'] },
  rewrite: (prose) => {
    const lines = prose.split('\n');
    const quotes: { from: number; to: number; indent: string }[] = [];
    let from: number | undefined;
    lines.forEach((line, at) => {
      if (/^[ \t]*<aside>[ \t]*$/u.test(line)) from = at;
      else if (/^[ \t]*<\/aside>[ \t]*$/u.test(line) && from !== undefined) {
        quotes.push({ from, to: at, indent: /^[ \t]*/u.exec(line)?.[0] ?? '' });
        lines[from] = calloutTitle('', '');
        lines[at] = '';
        from = undefined;
      }
    });
    return quoteLines(lines.join('\n'), quotes);
  },
};
