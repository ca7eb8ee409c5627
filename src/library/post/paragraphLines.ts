import type { PhrasingContent } from 'mdast';
import { mergeText } from './emphasis.ts';

/** One line of a paragraph as it stands in the file. */
export interface ParagraphLine {
  readonly nodes: readonly PhrasingContent[];
  /** Line of the body, from 1. */
  readonly line: number;
  /** True where a hard break stands in front of it. */
  readonly hard: boolean;
}

/** Cuts the inside of a paragraph at its soft and hard line breaks. `start` is the paragraph's own line. */
export function splitLines(children: readonly PhrasingContent[], start: number): ParagraphLine[] {
  const lines: ParagraphLine[] = [];
  let nodes: PhrasingContent[] = [];
  let hard = false;
  let line = start;
  const close = (nextIsHard: boolean) => {
    lines.push({ nodes, line, hard });
    nodes = [];
    hard = nextIsHard;
    line += 1;
  };
  for (const node of children) {
    if (node.position) line = Math.max(line, node.position.start.line);
    if (node.type === 'break') {
      close(true);
    } else if (node.type === 'text' && node.value.includes('\n')) {
      const [first = '', ...rest] = node.value.split('\n');
      if (first !== '') nodes.push({ type: 'text', value: first });
      for (const value of rest) {
        close(false);
        if (value !== '') nodes.push({ type: 'text', value });
      }
    } else {
      nodes.push(node);
    }
  }
  lines.push({ nodes, line, hard });
  return lines;
}

/** Puts lines together again. */
export function joinLines(lines: readonly ParagraphLine[]): PhrasingContent[] {
  return mergeText(
    lines.flatMap(({ nodes, hard }, index): PhrasingContent[] => {
      if (index === 0) return [...nodes];
      return [hard ? { type: 'break' } : { type: 'text', value: '\n' }, ...nodes];
    }),
  );
}
