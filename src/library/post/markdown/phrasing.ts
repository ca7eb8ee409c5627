import type { Definition, FootnoteDefinition, Html, Link, PhrasingContent } from 'mdast';
import { isParticle } from '../../text/names/nameFinder.ts';
import { stripLeadingAttributes } from '../dialects/syntax/kramdown.ts';
import { elementOf, TAG } from './html.ts';
import { pairTags } from './inlineHtml.ts';
import { mergeText } from './paragraphLines.ts';

/** An element of HTML with a name that links may lead to. */
export interface Anchor {
  readonly id: string;
  /** Line of the body, from 1. */
  readonly line: number;
}

/** What a body defines, and what is found in it on the way. */
export interface BodyContext {
  readonly anchors: Anchor[];
  readonly definitions: ReadonlyMap<string, Definition>;
  readonly footnotes: Map<string, FootnoteDefinition>;
}

/** Keeps the names that an element of HTML gives links to lead to. */
export function anchorsIn(node: Html, context: BodyContext): void {
  const start = node.position?.start.line ?? 1;
  for (const { 0: tag, index } of node.value.matchAll(TAG)) {
    const id = /\s(?:id|name)\s*=\s*["']?([^"'\s>]+)/iu.exec(tag)?.[1];
    if (id !== undefined)
      context.anchors.push({ id, line: start + node.value.slice(0, index).split('\n').length - 1 });
  }
}

/** Text of a paragraph with references resolved, HTML paired, and attributes of generators left out. */
export function tidyPhrasing(nodes: readonly PhrasingContent[], context: BodyContext): PhrasingContent[] {
  for (const node of nodes) if (node.type === 'html') anchorsIn(node, context);
  const tidy = pairTags(nodes).flatMap((node): PhrasingContent[] => {
    switch (node.type) {
      case 'linkReference': {
        const definition = context.definitions.get(node.identifier.toUpperCase());
        const children = tidyPhrasing(node.children, context);
        return definition ? [{ type: 'link', url: definition.url, children }] : children;
      }
      case 'imageReference': {
        const definition = context.definitions.get(node.identifier.toUpperCase());
        if (!definition) return [];
        const image: PhrasingContent = { type: 'image', url: definition.url, alt: node.alt ?? '' };
        return [node.position ? { ...image, position: node.position } : image];
      }
      case 'emphasis':
      case 'strong':
      case 'delete':
        return [{ ...node, children: tagAlone(node.children) ?? tidyPhrasing(node.children, context) }];
      case 'link':
        return withoutEnding({ ...node, children: tidyPhrasing(node.children, context) });
      default:
        return [node];
    }
  });
  return attributesOut(mergeText(tidy));
}

/** `https://example.com를`: an address that was found in running text takes the Korean particle behind it along. */
function withoutEnding(link: Link): PhrasingContent[] {
  const [only] = link.children;
  if (link.children.length !== 1 || only?.type !== 'text') return [link];
  const ending = /(?<=[\w/?=&#%)-])\p{Script=Hangul}+$/u.exec(only.value)?.[0];
  const written = ending !== undefined && [only.value, `http://${only.value}`].includes(link.url);
  if (!written || !isParticle(ending)) return [link];
  const text = only.value.slice(0, -ending.length);
  const shortened: Link = {
    ...link,
    url: link.url.slice(0, -ending.length),
    children: [{ type: 'text', value: text }],
  };
  return [shortened, { type: 'text', value: ending }];
}

/** `**<Summary>**`: a tag alone within bold text encloses nothing and is a name. */
function tagAlone(nodes: readonly PhrasingContent[]): PhrasingContent[] | undefined {
  const [only, ...others] = nodes;
  if (only?.type !== 'html' || others.length > 0 || !/^<[A-Za-z][^=]*>$/u.test(only.value)) return undefined;
  return elementOf(only.value) === 'br' ? undefined : [{ type: 'text', value: only.value }];
}

const CARRIERS = new Set(['image', 'link', 'strong', 'emphasis', 'inlineCode']);

function attributesOut(nodes: readonly PhrasingContent[]): PhrasingContent[] {
  return nodes.map((node, index) => {
    if (node.type !== 'text' || !CARRIERS.has(nodes[index - 1]?.type ?? '')) return node;
    return { ...node, value: stripLeadingAttributes(node.value) };
  });
}
