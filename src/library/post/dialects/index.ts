import { oneBranch } from '../tags/branches.ts';
import { rewriteContainers } from '../tags/containers.ts';
import { asCode } from '../tags/literal.ts';
import { maskCode, newMask, withoutMarks } from '../tags/mask.ts';
import type { ContainerReading, Context, Notice, TagReading } from '../tags/model.ts';
import { CALL, LIQUID, rewriteTags, SHORTCODE, type TagSyntax } from '../tags/tags.ts';
import { astro } from './astro.ts';
import type { Dialect } from './dialect.ts';
import { docc } from './docc.ts';
import { docusaurus } from './docusaurus.ts';
import { hexo } from './hexo.ts';
import { hugo } from './hugo.ts';
import { jekyll } from './jekyll.ts';
import { logseq } from './logseq.ts';
import { mkdocs } from './mkdocs.ts';
import { notion } from './notion.ts';
import { obsidian } from './obsidian.ts';
import { editors } from './syntax/editors.ts';
import { github } from './syntax/github.ts';
import { kramdown } from './syntax/kramdown.ts';
import { math } from './syntax/math.ts';
import { vuepress } from './vuepress.ts';
import { zenn } from './zenn.ts';

/** All dialects, in the order in which they rewrite. */
export const DIALECTS: readonly Dialect[] = [
  jekyll,
  hexo,
  hugo,
  docc,
  docusaurus,
  vuepress,
  mkdocs,
  astro,
  zenn,
  notion,
  logseq,
  obsidian,
  kramdown,
  github,
  editors,
  math,
];

/** A body as plain Markdown, line for line. */
export interface Translated {
  readonly text: string;
  /** Line of the body, from 1, at which its excerpt ends: `<!-- more -->`. */
  readonly excerptEnd: number | undefined;
  /** Unknown tags that are left out, by the line of the body, from 1. */
  readonly unknown: readonly Notice[];
}

const LIQUID_TAGS: Readonly<Record<string, TagReading>> = Object.assign(
  {},
  ...DIALECTS.map(({ liquid }) => liquid),
);
const SHORTCODES: Readonly<Record<string, TagReading>> = Object.assign(
  {},
  ...DIALECTS.map(({ shortcodes }) => shortcodes),
);
const CONTAINERS: Readonly<Record<string, ContainerReading>> = Object.assign(
  {},
  ...DIALECTS.map(({ containers }) => containers),
);

const codeTagsOf = ({ codeTag }: TagSyntax, table: Readonly<Record<string, TagReading>>) =>
  Object.entries(table).flatMap(([name, { as }]) => (as === 'code' ? [codeTag(name)] : []));
const CODE_IN_LIQUID = codeTagsOf(LIQUID, LIQUID_TAGS);
const CODE_IN_SHORTCODES = codeTagsOf(SHORTCODE, SHORTCODES);

const EXCERPT = /<!--\s*(?:more|truncate|excerpt|readmore)\s*-->|\{\/\*\s*truncate\s*\*\/\}/iu;
/** Output of variables: what it says stands elsewhere. */
const OUTPUT = /\{\{[-{]?(?![<%])([^{}]{0,500}(?:\{[^{}]{0,200}\}[^{}]{0,200})?)\}\}+/gu;

/** What generators fill in whatever the text: their own variables, and everything with a filter. */
const FILLED_IN =
  /\||^[\s-]*(?:(?:site|page|post|include|layout|theme|forloop|jekyll|collections|paginator|config)\.|content\b|\$\w+|\/\*)/u;

const lineAt = (text: string, offset: number): number => text.slice(0, offset).split('\n').length;

/**
 * Rewrites a body as plain Markdown with the same lines. Code stays as it is; each dialect that stands there is read.
 */
export function translate(
  file: string,
  body: string,
  language?: string | undefined,
  dialects: readonly Dialect[] = DIALECTS,
): Translated {
  const speaking = dialects.filter(({ marks }) => marks.test(body));
  const excerpt = EXCERPT.test(body);
  if (speaking.length === 0 && !excerpt) return { text: body, excerptEnd: undefined, unknown: [] };
  const mask = newMask();
  let text = withoutMarks(body);
  for (const { literal } of speaking) if (literal) text = literal(text, mask.hide);
  const liquid = text.includes('{%');
  const shortcodes = /\{\{[<%]/u.test(text);
  const flush = speaking.some((dialect) => dialect.flush?.(file, text));
  const tags = [...(shortcodes ? CODE_IN_SHORTCODES : []), ...(liquid ? CODE_IN_LIQUID : [])];
  text = maskCode(text, tags, flush, mask);
  const unknown: Notice[] = [];
  const end = EXCERPT.exec(text);
  if (liquid) text = oneBranch(text, language);
  const context: Context = { file, unknown: (notice) => unknown.push(notice) };
  for (const { rewrite } of speaking) if (rewrite) text = rewrite(text, context);
  // First those that look like the others with a bracket more.
  if (shortcodes) text = rewriteTags(text, SHORTCODE, SHORTCODES, context);
  if (liquid) text = rewriteTags(text, LIQUID, LIQUID_TAGS, context);
  if (/\{\{-?\s*[\p{L}_][^\s{}()]*\(/u.test(text)) text = rewriteTags(text, CALL, SHORTCODES, context);
  if (text.includes('{{')) {
    const filled = liquid || /(?:^|\/)_posts\//u.test(file);
    text = text.replace(OUTPUT, (all: string, inside: string, at: number, whole: string) =>
      filled || FILLED_IN.test(inside) || /\S/u.test(whole.charAt(at - 1))
        ? all.replace(/[^\n]/gu, '')
        : mask.hide(asCode(whole, at, all)),
    );
  }
  if (text.includes(':::')) text = rewriteContainers(text, CONTAINERS);
  return {
    text: mask.restore(text),
    excerptEnd: end ? lineAt(text, end.index) : undefined,
    unknown,
  };
}
