import type { Dialect } from './dialect.ts';

/** An address with blanks in it, which ends in the ending of a file. */
const LOOSE =
  /(!?\[[^[\]\n]*\]\()[ \t]*(?!<)((?:[^()<>"\n\s]|\((?:[^()\n\s]|[ \t])*\))+(?:[ \t]+(?:[^()<>"\n\s]|\((?:[^()\n\s]|[ \t])*\))+)+\.(?:png|jpe?g|gif|webp|svg|bmp|avif|pdf|pptx?|mdx?|html?))[ \t]*(\)|[ \t]"[^"\n]*"\))/giu;

/** Editors that take more than Markdown does: pictures and files whose names have blanks, as screenshots have. */
export const editors: Dialect = {
  name: 'editors',
  marks: /\]\([^()<>"\n]*[ \t][^()<>"\n]*[.)]/u,
  rewrite: (prose) =>
    prose.replace(LOOSE, (_, before: string, address: string, end: string) => `${before}<${address}>${end}`),
};
