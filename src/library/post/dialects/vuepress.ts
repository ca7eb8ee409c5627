import type { Dialect } from './dialect.ts';

/** VuePress and VitePress: tabs within containers, and pieces of other files. Their containers are those of all. */
export const vuepress: Dialect = {
  name: 'vuepress',
  marks: /^[ \t]*(?:@tab\b|<<<[ \t]*@|@\[code)/mu,
  containers: { 'code-group': 'content', tabs: 'content', 'code-tabs': 'content' },
  rewrite: (prose) =>
    prose
      .replace(/^([ \t]*)@tab(?::active)?[ \t]+(\S[^\n]*?)[ \t]*$/gmu, '$1**$2** ▾')
      .replace(/^[ \t]*(?:<<<[ \t]*@[^\n]*|@\[code[^\]\n]*\]\([^()\n]*\))[ \t]*$/gmu, ''),
};
