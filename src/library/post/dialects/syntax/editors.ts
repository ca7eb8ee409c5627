import type { Dialect } from '../dialect.ts';

/** An address with blanks in it, which ends in the ending of a file. */
const LOOSE =
  /(!?\[[^[\]\n]*\]\()[ \t]*(?!<)((?:[^()<>"\n\s]|\((?:[^()\n\s]|[ \t])*\))+(?:[ \t]+(?:[^()<>"\n\s]|\((?:[^()\n\s]|[ \t])*\))+)+\.(?:png|jpe?g|gif|webp|svg|bmp|avif|pdf|pptx?|mdx?|html?))[ \t]*(\)|[ \t]"[^"\n]*"\))/giu;

/** A picture with a blank between its words and its address. */
const APART = /(!\[[^[\]\n]*\])[ \t]+(?=\(https?:[^()\s]+\))/gu;
/** A line of bold text that has a blank inside of its marks: `**Tide ** and **wind**`. */
const LOOSE_BOLD = /^(?=[^\n]*(?:\S[ \t]+\*\*|\*\*[ \t]+\S))[^\n]*\*\*[^\n]*\*\*[^\n]*$/gmu;

/** The marks of a line close around their words, the blanks outside; the line as it is where they may be no marks. */
function tightBold(line: string): string {
  const parts = line.split('**');
  const bold = parts.filter((_, at) => at % 2 === 1);
  const doubtful = bold.some((words) => words.trim() === '' || /^[ \t][\s\S]*[ \t]$/u.test(words));
  if (parts.length % 2 === 0 || line.includes('***') || doubtful) return line;
  return parts
    .map((words, at) => (at % 2 === 1 ? words.replace(/^([ \t]*)([\s\S]*?)([ \t]*)$/u, '$1**$2**$3') : words))
    .join('');
}

/** Editors that take more than Markdown does: pictures and files whose names have blanks, as screenshots have. */
export const editors: Dialect = {
  name: 'editors',
  marks:
    /\]\([^()<>"\n]*[ \t][^()<>"\n]*[.)]|!\[[^\]\n]*\][ \t]+\(|\*\*(?:(?<=\S[ \t]{1,3}\*\*)(?!\S)|(?<!\S\*\*)(?=[ \t]+\S))/u,
  rewrite: (prose) =>
    prose
      .replace(APART, '$1')
      .replace(LOOSE, (_, before: string, address: string, end: string) => `${before}<${address}>${end}`)
      .replace(LOOSE_BOLD, tightBold),
};
