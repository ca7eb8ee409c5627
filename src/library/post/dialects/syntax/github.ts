import type { Dialect } from '../dialect.ts';

/** Habits of Markdown from everywhere: text that folds away, and headings without a space. */
export const github: Dialect = {
  name: 'github',
  marks: /<summary\b|^#{2,6}[^\s#]/imu,
  rewrite: (prose) =>
    prose
      // On a line of its own, so that what stands under it is Markdown, as it is wherever it is shown.
      .replace(
        /^([ \t>]*)(?:<details\b[^<>]*>[ \t]*)?<summary\b[^<>]*>([^\n]*?)<\/summary>[ \t]*$/gimu,
        '$1▸ $2  ',
      )
      .replace(/^([ \t>]*)<\/?details\b[^<>]*>[ \t]*$/gimu, '$1')
      .replace(/^(#{2,6})(?=[^\s#\\])/gmu, '$1 '),
};
