import type { BlockContent, DefinitionContent, Nodes } from 'mdast';

export type Block = BlockContent | DefinitionContent;

/** Takes the places in the file off a node and all that stands in it. */
export function stripPosition(node: Nodes): void {
  delete node.position;
  if ('children' in node) node.children.forEach(stripPosition);
}
