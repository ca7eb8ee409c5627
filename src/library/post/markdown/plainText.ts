import type { Heading, Paragraph, PhrasingContent, Root, RootContent } from 'mdast';

/** A letter or bold text first, and then nothing that means more than itself to Markdown. */
const LINE = /^(?:\p{L}|\*\*[\p{L}\p{N}])(?:[^\p{C}\\`_[\]<&|~@]*[^\p{C}\\`_[\]<&|~@ ])?$/u;
const HEADING = /^(#{1,6}) ([^\p{C}\\`_[\]<&|~@# ](?:[^\p{C}\\`_[\]<&|~@#]*[^\p{C}\\`_[\]<&|~@# ])?)$/u;
const ADDRESS = /www\.|:\/\//iu;
/** Opens or closes code, in which everything is plain. */
const FENCE = /^ {0,3}(?:```|~~~)/u;
const BOLD = '**';
const BEGINS = /^[\p{L}\p{N}]/u;
const ENDS = /[\p{L}\p{N}]$/u;

/** Text in which nothing but words is bold; undefined where asterisks may mean something else. */
function phrasingIn(text: string): PhrasingContent[] | undefined {
  if (!text.includes('*')) return [{ type: 'text', value: text }];
  const parts = text.split(BOLD);
  if (parts.length % 2 === 0) return undefined;
  const nodes: PhrasingContent[] = [];
  for (const [at, value] of parts.entries()) {
    if (value.includes('*')) return undefined;
    if (at % 2 === 0) {
      const opens = at < parts.length - 1;
      if (opens && !(value === '' ? at === 0 : value.endsWith(' ') || value.endsWith('\n'))) return undefined;
      if (value !== '') nodes.push({ type: 'text', value });
    } else if (value.includes('\n') || !BEGINS.test(value) || !ENDS.test(value)) {
      return undefined;
    } else {
      nodes.push({ type: 'strong', children: [{ type: 'text', value }] });
    }
  }
  return nodes;
}

type PlainBlock = Heading | Paragraph;

const positionOf = (first: number, last: number) => ({
  start: { line: first, column: 1 },
  end: { line: last, column: 1 },
});

/** The lines of a text from one index up to another, as headings and paragraphs; undefined where they may be more. */
function blocksIn(lines: readonly string[], from: number, end: number): PlainBlock[] | undefined {
  const blocks: PlainBlock[] = [];
  let begun = from;
  const close = (to: number): boolean => {
    if (begun === to) return true;
    const text = lines.slice(begun, to).join('\n');
    const children = ADDRESS.test(text) ? undefined : phrasingIn(text);
    if (children !== undefined)
      blocks.push({ type: 'paragraph', children, position: positionOf(begun + 1, to) });
    return children !== undefined;
  };
  for (let at = from; at < end; at += 1) {
    const line = lines[at] ?? '';
    const [, marks = '', text] = HEADING.exec(line) ?? [];
    if (text === undefined) {
      if (LINE.test(line)) continue;
      return undefined;
    }
    const children = ADDRESS.test(text) ? undefined : phrasingIn(text);
    if (children === undefined || !close(at)) return undefined;
    const depth = DEPTHS[marks.length - 1] ?? 6;
    blocks.push({ type: 'heading', depth, children, position: positionOf(at + 1, at + 1) });
    begun = at + 1;
  }
  return close(end) ? blocks : undefined;
}

const DEPTHS = [1, 2, 3, 4, 5, 6] as const;

/** Stands for a group of plain lines. */
const STAND_IN = 'x';

/**
 * Reads the lines between empty ones by themselves where they are headings, words and bold words alone, as most are, at
 * a tenth of the cost, and all others with `parse`. The result is that of `parse` for the whole, but for columns and the
 * places of what stands within plain paragraphs.
 */
export function parseSparingly(source: string, parse: (source: string) => Root): Root {
  const lines = source.split('\n');
  const plain = new Map<number, readonly PlainBlock[]>();
  let others = false;
  let fenced = false;
  for (let at = 0; at < lines.length; ) {
    let end = at;
    for (let line = lines[end]; line !== undefined && line !== ''; line = lines[end]) {
      if (FENCE.test(line)) fenced = !fenced;
      end += 1;
    }
    if (end > at) {
      const blocks = fenced ? undefined : blocksIn(lines, at, end);
      if (blocks === undefined) others = true;
      else plain.set(at + 1, blocks);
      if (blocks !== undefined) lines.fill('', at, end).fill(STAND_IN, at, at + 1);
    }
    at = end + 1;
  }
  if (!others) return { type: 'root', children: [...plain.values()].flat() };
  if (plain.size === 0) return parse(source);
  const root = parse(lines.join('\n'));
  let found = 0;
  const children = root.children.flatMap((node): readonly RootContent[] => {
    const blocks = node.type === 'paragraph' && plain.get(node.position?.start.line ?? 0);
    if (!blocks) return [node];
    found += 1;
    return blocks;
  });
  // Some stood within a list or HTML, where they are no paragraphs.
  return found === plain.size ? { ...root, children } : parse(source);
}
