import type { ListItem, PhrasingContent, RootContent } from 'mdast';
import { phrasingText, plainLines } from '../text/plain.ts';
import { headingName } from './heading.ts';
import type { Block } from './markdown/block.ts';
import { joinLines, splitLines } from './markdown/paragraphLines.ts';
import type { RawSection } from './outline.ts';

/** The level of a heading that is only implied, below bold lines. */
const IMPLIED_LEVEL = 8;
const DEEPEST = 10;
/** Shorter sections are read as they are. */
const LONG = 800;
/** What holds less of a post has headings beside it: the post is parted already. */
const OF_POST = 0.5;
/** What a heading has below it at least, in the middle; and how much of a section stands below all of them. */
const BELOW = 90;
const MOST = 0.7;
const BEHIND_RULES = 0.3;
const LONGEST_NAME = 120;

/** A line that may be meant as a heading, and what stands below it in its own block. */
interface Implied {
  /** How it is marked: all headings of a section are marked alike. */
  readonly form: string;
  readonly name: readonly PhrasingContent[];
  readonly line: number;
  readonly below: readonly Block[];
}

/** A block or an item of one, and the heading that it may be. */
interface Part {
  readonly block: Block;
  readonly item?: ListItem;
  readonly implied?: Implied;
}

/**
 * Parts long sections at lines that are headings in all but their marks, as hasty notes have them: items of a list
 * with notes below them (`- Talk (Jane Doe)`), numbers (`1. Talk`), lines with a sign (`■ Talk`), and what stands alone
 * below a rule.
 */
export function withImpliedHeadings(sections: readonly RawSection[]): RawSection[] {
  const extents = sections.map(({ blocks }) => blocks.reduce((sum, block) => sum + extentOf(block), 0));
  const least = Math.max(LONG, OF_POST * extents.reduce((sum, own) => sum + own, 0));
  return sections.flatMap((section, at) =>
    (extents[at] ?? 0) < least ? [section] : (partsOf(section, IMPLIED_LEVEL) ?? [section]),
  );
}

function partsOf(section: RawSection, level: number): RawSection[] | undefined {
  const all = lettersOf(section.blocks);
  if (all < LONG || level > DEEPEST) return undefined;
  const parts = section.blocks.flatMap((block, at) => readBlock(block, section.blocks[at - 1]));
  const forms = Map.groupBy(parts, ({ implied }) => implied?.form);
  for (const [form] of [...forms].toSorted(([, a], [, b]) => b.length - a.length)) {
    if (form === undefined) continue;
    const [opening, ...made] = split(section, parts, form, level);
    const below = made.map(({ blocks }) => lettersOf(blocks)).toSorted((a, b) => a - b);
    const told = below.reduce((sum, letters) => sum + letters, 0);
    if (opening === undefined || told < (form === 'rule' ? BEHIND_RULES : MOST) * all) continue;
    const several = made.length > 1 && (below[(below.length - 1) >> 1] ?? 0) >= BELOW;
    const further = made.map((one) => partsOf(one, level + 1));
    // One item may hold all the others.
    const isAround = form === 'item' && further.some((one) => one !== undefined);
    if (several || isAround) return [opening, ...made.flatMap((one, at) => further[at] ?? [one])];
  }
  return undefined;
}

/** The letters of a block as it is written: quicker to know than those of its text. */
const extentOf = ({ position }: Block): number =>
  position === undefined ? 0 : (position.end.offset ?? 0) - (position.start.offset ?? 0);

function split(section: RawSection, parts: readonly Part[], form: string, level: number): RawSection[] {
  const made: RawSection[] = [{ ...section, blocks: [] }];
  let list: { readonly of: Block; readonly items: ListItem[] } | undefined;
  for (const { block, item, implied } of parts) {
    if (implied?.form !== form) {
      if (item === undefined || block.type !== 'list') made.at(-1)?.blocks.push(block);
      else if (list?.of === block) list.items.push(item);
      else {
        list = { of: block, items: [item] };
        made.at(-1)?.blocks.push({ ...block, children: list.items });
      }
      continue;
    }
    list = undefined;
    const heading = headingName(phrasingText(implied.name).replace(BULLET, ''));
    made.push({
      level,
      heading,
      written: '',
      line: implied.line,
      attributes: undefined,
      blocks: [...implied.below],
    });
  }
  return made;
}

const lettersOf = (blocks: readonly RootContent[]): number =>
  plainLines([...blocks]).reduce((sum, { text, prose }) => sum + (prose ? text.length : 0), 0);

const BULLET = /^[■□▶▷◆◇●○★☆※►▪•◎]\s*/u;
/** `■ Talk`, `[Talk]`, `【Talk】`: the sign that a line is marked by. */
const SIGN = /^\s*(?:(\p{So}|[■□▶▷◆◇●○★☆※►▪•◎])\uFE0F?\s*\S|(\[)[^\]]+\]|(【)[^】]+】)/u;
/** A line of dashes that Markdown does not take for a rule. */
const DASHES = /^(?:-{2,}|={3,}|[–—]{2,})$/u;

function readBlock(block: Block, before: Block | undefined): Part[] {
  if (block.type === 'list') {
    const only = block.children.length === 1;
    const form = only && block.ordered === true ? 'number' : 'item';
    return block.children.map((item) => ({ block, item, ...itemHeading(item, form) }));
  }
  if (block.type !== 'paragraph') return [{ block }];
  const start = block.position?.start.line ?? 1;
  const [first, ...others] = splitLines(block.children, start);
  if (first === undefined) return [{ block }];
  const text = phrasingText(first.nodes);
  const rest: Block[] = others.length === 0 ? [] : [{ ...block, children: joinLines(others) }];
  const signs = SIGN.exec(text)?.slice(1) ?? [];
  const form =
    signs.find((mark) => mark !== undefined) ??
    (before !== undefined && isRule(before) && rest.length === 0 ? 'rule' : undefined);
  if (form === undefined || !mayBeName(first.nodes, text)) return [{ block }];
  return [{ block, implied: { form, name: first.nodes, line: first.line, below: rest } }];
}

/** The heading that an item of a list is, where notes stand below it. */
function itemHeading({ children, position }: ListItem, form: string): Pick<Part, 'implied'> {
  const [first, ...below] = children;
  if (first?.type !== 'paragraph') return {};
  const [line, ...others] = splitLines(first.children, position?.start.line ?? 1);
  if (line === undefined || !mayBeName(line.nodes, phrasingText(line.nodes))) return {};
  const rest: Block[] = others.length === 0 ? [] : [{ ...first, children: joinLines(others) }];
  if (form === 'item' && below.length + rest.length === 0) return {};
  return { implied: { form, name: line.nodes, line: line.line, below: [...rest, ...below] } };
}

const isRule = (block: Block): boolean =>
  block.type === 'thematicBreak' || (block.type === 'paragraph' && DASHES.test(phrasingText(block.children)));

/** True for a line that names something: short, and no sentence. */
const mayBeName = (nodes: readonly PhrasingContent[], text: string): boolean =>
  text !== '' &&
  text.length <= LONGEST_NAME &&
  !nodes.some(({ type }) => type === 'image' || type === 'html') &&
  !SENTENCE.test(text.trim());
/** `That was all.`, `다음에 또 오고 싶다`; `Jane Doe. Advanced caching.` is none. */
const SENTENCE = /[다요음함임,。]\.?$|[!:：]$|\s\p{Ll}+\.$/u;
