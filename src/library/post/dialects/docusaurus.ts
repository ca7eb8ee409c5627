import { isMdx, rewriteMdx } from '../tags/mdx.ts';
import type { Dialect } from './dialect.ts';

/** Docusaurus, and MDX wherever it is used: modules, elements of JSX, expressions, and admonitions. */
export const docusaurus: Dialect = {
  name: 'docusaurus',
  marks: /^(?:import|export)\s|<\/?[A-Z][\w.]*[\s/>]|<>|\{|^[ \t>]*:::/mu,
  flush: isMdx,
  containers: { 'code-group': 'content', tabs: 'content', 'code-tabs': 'content' },
  keys: {
    hiddenIf: ['draft', 'unlisted'],
    summary: ['description'],
    image: ['image'],
  },
  rewrite: (prose, { file, unknown }) => rewriteMdx(prose, file, unknown),
};
