import type { PhrasingContent } from 'mdast';

/** One source line of a paragraph. */
export interface ParagraphLine {
  readonly nodes: readonly PhrasingContent[];
  /** Line of the body, from 1. */
  readonly line: number;
  /** True after a hard line break. */
  readonly hard: boolean;
}

/** Splits the content of a paragraph at soft and hard line breaks. `start` is the line of the paragraph. */
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

/** Joins lines to the content of a paragraph. */
export function joinLines(lines: readonly ParagraphLine[]): PhrasingContent[] {
  return mergeText(
    lines.flatMap(({ nodes, hard }, index): PhrasingContent[] => {
      if (index === 0) return [...nodes];
      return [hard ? { type: 'break' } : { type: 'text', value: '\n' }, ...nodes];
    }),
  );
}

/** Joins text nodes that stand side by side. */
export function mergeText(nodes: readonly PhrasingContent[]): PhrasingContent[] {
  const out: PhrasingContent[] = [];
  for (const node of nodes) {
    const last = out.at(-1);
    if (node.type === 'text' && last?.type === 'text') {
      out[out.length - 1] = { ...last, value: last.value + node.value };
    } else if (node.type !== 'text' || node.value !== '') {
      out.push(node);
    }
  }
  return out;
}
