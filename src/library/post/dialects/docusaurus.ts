import { isMdx, rewriteMdx } from '../tags/mdx.ts';
import type { Dialect } from './dialect.ts';

/** Docusaurus, and MDX wherever it is used: modules, elements of JSX, expressions, and admonitions. */
export const docusaurus: Dialect = {
  name: 'docusaurus',
  marks: /^(?:import|export)\s|<\/?[A-Z][\w.]*[\s/>]|<>|\{|^[ \t>]*:::|\]\(@site\/|^`{3,}mdx-code-block/mu,
  flush: isMdx,
  keys: {
    hiddenIf: ['draft', 'unlisted'],
    summary: ['description'],
    image: ['image'],
  },
  // A fence that other readers of Markdown shall see as code, and Docusaurus as what stands in it.
  literal: (text) =>
    text.replace(
      /^(`{3,})mdx-code-block[ \t]*\n([\s\S]*?\n)\1[ \t]*$/gmu,
      (_, _fence, inside: string) => `\n${inside}`,
    ),
  rewrite: (prose, { file, unknown }) =>
    rewriteMdx(prose, file, unknown).replace(/\]\((?:@site\/|pathname:\/\/\/?)/gu, '](/'),
};
