import type { FootnoteDefinition, Nodes, RootContent } from 'mdast';
import { countScripts, type ScriptCounts } from '../text/language.ts';
import { plainLines, proseOf, readingMinutes, summarize, summaryLines } from '../text/plain.ts';
import { digest } from '../text/slug.ts';
import { anchorKey, anchorsOfHeadings } from './anchors.ts';
import { withoutContents } from './contents.ts';
import { translate } from './dialects/index.ts';
import { type FrontMatter, type Problem, splitPost } from './frontMatter/frontMatter.ts';
import { cleanBlocks, type RawImage, type RawLink } from './markdown/clean.ts';
import { type Anchor, type ParsedBody, parseBody } from './markdown/markdown.ts';
import { outline, type RawSection } from './outline.ts';
import { type PostTitle, postTitle } from './postTitle.ts';

/** A section parsed from its own file, before ids, links and pictures are resolved against other posts. */
export interface DraftSection {
  /** 1 to 6 for headings, 7 for bold lines, undefined for content before the first heading. */
  readonly level: number | undefined;
  readonly line: number;
  readonly numeral: string | undefined;
  readonly name: string;
  readonly bracketed: boolean;
  readonly explicitId: string | undefined;
  /** What a link `#…` may call it, as `anchorKey` writes it: the ids that generators give its heading, and those in its HTML. */
  readonly anchors: readonly string[];
  readonly aliases: readonly string[];
  readonly blocks: readonly RootContent[];
  /** The plain text of each of the first blocks, for the detection of boilerplate. */
  readonly openings: readonly string[];
  readonly text: string;
  /** The first sentences of the text. */
  readonly summary: string;
  readonly images: readonly RawImage[];
  readonly captions: readonly string[];
  readonly links: readonly RawLink[];
}

/** A post parsed from its own file. */
export interface Draft {
  /** Path below the content folder, NFC, `/` between folders. */
  readonly file: string;
  /** Hash of the file's bytes. */
  readonly digest: string;
  readonly front: FrontMatter;
  readonly title: PostTitle;
  readonly sections: readonly DraftSection[];
  readonly scripts: ScriptCounts;
  readonly minutes: number;
  readonly problems: readonly Problem[];
  /** True where the file could not be parsed as a post at all. */
  readonly broken: boolean;
}

/** Discord shows 4,096 characters in the description of an embed; longer text takes several pages. */
const PAGE = 4000;
const OPENINGS = 4;
const SUMMARY = 200;
const EXCERPT = 300;

/** Decodes a file as UTF-8, else as UTF-16 by its byte-order mark, else as EUC-KR, the encoding of old Korean posts. */
export function decodeText(
  bytes: Uint8Array,
): { readonly text: string; readonly encoding: string } | undefined {
  const utf16 =
    bytes[0] === 0xff && bytes[1] === 0xfe
      ? 'utf-16le'
      : bytes[0] === 0xfe && bytes[1] === 0xff
        ? 'utf-16be'
        : undefined;
  for (const encoding of utf16 ? [utf16] : ['utf-8', 'euc-kr']) {
    try {
      return { text: new TextDecoder(encoding, { fatal: true }).decode(bytes), encoding };
    } catch {
      // Invalid in this encoding: try the next.
    }
  }
  return undefined;
}

function tidyText(text: string): string {
  return text
    .replace(/^\ufeff/u, '')
    .replace(/\r\n?/gu, '\n')
    .toWellFormed()
    .normalize('NFC');
}

/** The draft of a file that could not be parsed. */
export function brokenDraft(file: string, problem: Problem): Draft {
  return failed(file, '', problem);
}

function failed(file: string, hash: string, problem: Problem): Draft {
  const { front } = splitPost('');
  const scripts = countScripts('');
  const title = postTitle(undefined, [], file);
  return {
    file,
    digest: hash,
    front,
    title,
    sections: [],
    scripts,
    minutes: 1,
    problems: [problem],
    broken: true,
  };
}

/** Parses the bytes of one file. Never throws: an unreadable file gives a broken draft with the reason. */
export function draftOf(file: string, bytes: Uint8Array): Draft {
  const hash = digest(bytes, 32);
  const decoded = decodeText(bytes);
  if (decoded === undefined) {
    const message = 'The file is not text in UTF-8; save it as UTF-8.';
    return failed(file, hash, { level: 'error', line: 1, code: 'encoding', message });
  }
  const draft = draftOfText(file, decoded.text, hash);
  if (decoded.encoding === 'utf-8') return draft;
  const message = `The file is in ${decoded.encoding}; save it as UTF-8.`;
  return {
    ...draft,
    problems: [{ level: 'warning', line: 1, code: 'encoding', message }, ...draft.problems],
  };
}

/** Parses a post. Never throws. */
export function draftOfText(file: string, text: string, hash = digest(text, 32)): Draft {
  const { front, body, bodyLine, problems, broken } = splitPost(tidyText(text));
  if (broken) return { ...failed(file, hash, { level: 'error', line: 1, code: '', message: '' }), problems };
  if (body.trim() === '' && front.title === undefined) {
    const message = 'The file is empty; write a title and some text, or remove it.';
    return failed(file, hash, { level: 'error', line: 1, code: 'empty-post', message });
  }
  try {
    return readBody(file, hash, front, body, bodyLine, problems);
  } catch (error) {
    // Reached by extreme nesting, such as hundreds of nested quotes.
    const reason = error instanceof Error ? error.message : String(error);
    const message = `The text cannot be read as Markdown (${reason}); look for deeply nested quotes or lists.`;
    return failed(file, hash, { level: 'error', line: bodyLine, code: 'markdown', message });
  }
}

function readBody(
  file: string,
  hash: string,
  front: FrontMatter,
  body: string,
  bodyLine: number,
  before: readonly Problem[],
): Draft {
  const { text: markdown, excerptEnd, unknown } = translate(file, body);
  const parsed = parseBody(markdown);
  const outlined = outline(parsed.blocks);
  const anchors = anchorsOf(outlined, parsed.anchors);
  const raw = withoutContents(outlined);
  const problems = [...before, ...unknown.map(({ line, what }) => unknownTag(line + bodyLine - 1, what))];
  const sections = raw
    .map((section) => draftSection(section, anchors.get(section.line) ?? [], parsed, bodyLine - 1, problems))
    .filter(
      (section) => section.level !== undefined || section.blocks.length > 0 || section.images.length > 0,
    );
  const text = sections.map((section) => `${section.name}\n${section.text}`).join('\n');
  problems.push(...outlineProblems(sections), ...fenceProblems(markdown, bodyLine));
  return {
    file,
    digest: hash,
    front: { ...front, summary: plainSummary(front.summary) ?? excerptOf(raw, excerptEnd) },
    title: postTitle(front.title, sections, file),
    sections,
    scripts: countScripts(proseOfPost(front, sections)),
    minutes: readingMinutes(text),
    problems,
    broken: false,
  };
}

function unknownTag(line: number, what: string): Problem {
  const message = `Nobody here knows what ${what} stands for, so that it is left out; write what it shows as Markdown.`;
  return { level: 'warning', line, code: 'unknown-tag', message };
}

/** Where the text has marks that Markdown or HTML would take for more than letters. */
const MARKED_UP = /[*_`[\]<>&~#\\]/u;

/** A description as plain text: its Markdown and its pictures are dropped. */
function plainSummary(said: string | undefined): string | undefined {
  if (said === undefined || !MARKED_UP.test(said)) return said;
  const { blocks } = cleanBlocks(parseBody(said).blocks);
  return (
    plainLines(blocks)
      .map(({ text }) => text)
      .join(' ')
      .trim() || undefined
  );
}

/** The sentences that stand before the mark at which an excerpt ends. */
function excerptOf(sections: readonly RawSection[], end: number | undefined): string | undefined {
  if (end === undefined) return undefined;
  const before = sections
    .flatMap(({ blocks }) => blocks)
    .filter(({ position }) => position !== undefined && position.end.line < end);
  return summarize(summaryLines(cleanBlocks(structuredClone(before)).blocks), EXCERPT) || undefined;
}

/** The names by which links reach each section, by its line. An element with a name right above a heading is the heading's. */
function anchorsOf(
  sections: readonly RawSection[],
  elements: readonly Anchor[],
): ReadonlyMap<number, readonly string[]> {
  const headings = anchorsOfHeadings(
    sections.map(({ level, written }) => ((level ?? 7) > 6 ? undefined : written)),
  );
  const found = new Map(sections.map(({ line }, at) => [line, headings[at] ?? []]));
  for (const { id, line } of elements) {
    const below = sections.find(
      (section) => section.level !== undefined && section.line >= line && section.line <= line + 2,
    );
    const around = sections.findLast((section) => section.line <= line);
    const section = below ?? around ?? sections[0];
    if (section) found.get(section.line)?.push(anchorKey(id));
  }
  return found;
}

/** Everything of a post that tells its language: title, headings and text, without code. */
function proseOfPost({ title = '', summary = '' }: FrontMatter, sections: readonly DraftSection[]): string {
  return [title, summary, ...sections.map(({ name, blocks }) => `${name}\n${proseOf(blocks)}`)].join('\n');
}

function footnotesIn(
  nodes: readonly Nodes[],
  parsed: ParsedBody,
  found: Map<string, FootnoteDefinition>,
): void {
  for (const node of nodes) {
    if (node.type === 'footnoteReference') {
      const definition = parsed.footnotes.get(node.identifier);
      if (definition && !found.has(node.identifier)) {
        found.set(node.identifier, definition);
        footnotesIn(definition.children, parsed, found);
      }
    } else if ('children' in node) {
      footnotesIn(node.children, parsed, found);
    }
  }
}

function draftSection(
  section: RawSection,
  anchors: readonly string[],
  parsed: ParsedBody,
  offset: number,
  problems: Problem[],
): DraftSection {
  const notes = new Map<string, FootnoteDefinition>();
  footnotesIn(section.blocks, parsed, notes);
  const clean = cleanBlocks([...section.blocks, ...structuredClone([...notes.values()])]);
  problems.push(...clean.problems.map((problem) => ({ ...problem, line: problem.line + offset })));
  return {
    level: section.level,
    line: section.line + offset,
    numeral: section.heading.numeral,
    name: section.heading.name,
    bracketed: section.heading.bracketed,
    explicitId: section.attributes?.id,
    anchors: section.attributes?.id === undefined ? anchors : [anchorKey(section.attributes.id), ...anchors],
    aliases: section.attributes?.aliases ?? [],
    blocks: clean.blocks,
    openings: clean.blocks.slice(0, OPENINGS).map((block) =>
      plainLines([block])
        .map(({ text }) => text)
        .join('\n'),
    ),
    ...plainTextOf(clean.blocks),
    images: clean.images.map((image) => ({ ...image, line: image.line + offset })),
    captions: clean.captions,
    links: clean.links.map((link) => ({ ...link, line: link.line + offset })),
  };
}

/** The text of a section and the sentences from its front. */
export function plainTextOf(blocks: readonly RootContent[]): {
  readonly text: string;
  readonly summary: string;
} {
  const text = plainLines(blocks)
    .map((line) => line.text)
    .join('\n');
  return { text, summary: summarize(summaryLines(blocks), SUMMARY) };
}

function outlineProblems(sections: readonly DraftSection[]): Problem[] {
  const problems: Problem[] = [];
  let above: number | undefined;
  sections.forEach((section, index) => {
    const { level, line, name } = section;
    if (level === undefined) return;
    const next = sections[index + 1]?.level;
    const hasChildren = next !== undefined && next > level;
    if (section.text === '' && section.images.length === 0 && !hasChildren) {
      const message = `The section "${name}" has no text; write some, or remove the heading.`;
      problems.push({ level: 'warning', line, code: 'empty-section', message });
    }
    if (section.text.length > PAGE) {
      const message = `The section "${name}" is longer than a page of ${PAGE} characters; headings inside it would help.`;
      problems.push({ level: 'warning', line, code: 'long-section', message });
    }
    if (level > 6) return;
    if (above !== undefined && level > above + 1) {
      const message = `The heading "${name}" is of level ${level} under one of level ${above}; use level ${above + 1}.`;
      problems.push({ level: 'warning', line, code: 'level-skipped', message });
    }
    above = level;
  });
  return problems;
}

function fenceProblems(body: string, bodyLine: number): Problem[] {
  let open: { fence: string; line: number } | undefined;
  body.split('\n').forEach((text, index) => {
    const fence = /^ {0,3}(`{3,}(?=[^`]*$)|~{3,})(.*)$/u.exec(text);
    const mark = fence?.[1];
    if (mark === undefined) return;
    if (open === undefined) open = { fence: mark, line: bodyLine + index };
    else if (mark.startsWith(open.fence) && (fence?.[2] ?? '').trim() === '') open = undefined;
  });
  if (open === undefined) return [];
  const message = 'The code that begins here is not closed; put the same fence behind its last line.';
  return [{ level: 'warning', line: open.line, code: 'open-fence', message }];
}
