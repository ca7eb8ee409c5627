/** Kinds of callouts, by what the generators call them; every other kind is a plain note. */
const ICONS: readonly (readonly [string, RegExp])[] = [
  ['💡', /^(?:tip|hint|idea|success|check|done|green)$/u],
  ['⚠️', /^(?:warn|warning|caution|attention|alert|yellow|orange|important)$/u],
  ['⛔', /^(?:danger|error|fail|failure|bug|missing|critical|red)$/u],
];

/** What a callout says of itself before its text: its kind as a picture that needs no language, and its title in bold. */
export function calloutTitle(kind: string, title: string): string {
  const icon = ICONS.find(([, kinds]) => kinds.test(kind.toLowerCase()))?.[0];
  const written = title.trim();
  // An emphasis in an emphasis would end it.
  const bold = written === '' || /[*_`[\]]/u.test(written) ? written : `**${written}**`;
  return [icon, bold].filter((part) => part).join(' ');
}

/** Lines to be quoted, first and last, counted from 0, and what stands in front of the marks. */
export interface QuotedLines {
  readonly from: number;
  readonly to: number;
  readonly indent: string;
}

/** What may stand in front of a block on its line: quotes and the marks of lists. */
export const BLOCK_START = String.raw`[ \t>]*(?:(?:[-*+]|\d{1,3}[.)])[ \t]+(?:>[ \t]?)*)*`;

/** Puts `>` in front of lines; a last line that is empty ends the quote and stays so. */
export function quoteLines(text: string, quotes: readonly QuotedLines[]): string {
  if (quotes.length === 0) return text;
  const lines = text.split('\n');
  // The innermost first: the outer ones then stand in front of it.
  for (const { from, to, indent } of quotes.toSorted((a, b) => b.from - a.from || a.to - b.to)) {
    const last = (lines[to] ?? '').replace(/[ \t>]/gu, '') === '' && to > from ? to - 1 : to;
    for (let at = from; at <= last; at += 1) {
      const line = lines[at] ?? '';
      // The mark of a list stands on the first line alone.
      const lead = at === from ? indent : indent.replace(/[^>\s]/gu, ' ');
      const rest = line.startsWith(lead) ? line.slice(lead.length) : line.trimStart();
      // A title is a paragraph of its own, and a break where the text goes on.
      lines[at] =
        at === from && rest.trim() !== '' && last > from
          ? `${lead}> ${rest}  `
          : `${lead}> ${rest}`.trimEnd();
    }
    if (last < to) lines[to] = '';
  }
  return lines.join('\n');
}
