import type { FootnoteDefinition, Nodes } from 'mdast';
import { dateInPath } from '../text/date.ts';
import { countScripts } from '../text/language.ts';
import {
  linkTexts,
  plainLines,
  plainTextOf,
  proseOf,
  readingMinutes,
  summarize,
  summaryLines,
} from '../text/plain.ts';
import { digest } from '../text/slug.ts';
import { anchorKey, anchorsOfHeadings, githubSlug } from './anchors.ts';
import { beyondBounds } from './bounds.ts';
import { decodeText, tidyText } from './decode.ts';
import { translate } from './dialects/index.ts';
import { serializeBlocks } from './draftCodec.ts';
import { fenceProblems, outlineProblems, unknownTag } from './draftProblems.ts';
import { splitPost } from './frontMatter/frontMatter.ts';
import { filledBy } from './frontMatter/publication.ts';
import { withImpliedHeadings } from './impliedHeadings.ts';
import type { Block } from './markdown/block.ts';
import { type ParsedBody, parseBody } from './markdown/body.ts';
import { cleanBlocks } from './markdown/clean.ts';
import type { Anchor } from './markdown/phrasing.ts';
import type { Draft, DraftSection, FrontMatter, Problem } from './model.ts';
import { outline, type RawSection } from './outline.ts';
import { postTitle } from './postTitle.ts';
import { withoutTableOfContents } from './tableOfContents.ts';
import type { RawTalk } from './talk/model.ts';
import { isAuthorKey } from './talk/speakers.ts';
import { speakersInText } from './talk/speakersInText.ts';

const OPENINGS = 4;
const EXCERPT = 300;

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
export function draftOf(file: string, bytes: Uint8Array, hash = digest(bytes, 32)): Draft {
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
  if (body.trim() === '' && front.title === undefined && filledBy(front) === undefined) {
    const message = 'The file is empty; write a title and some text, or remove it.';
    return failed(file, hash, { level: 'error', line: 1, code: 'empty-post', message });
  }
  const beyond = beyondBounds(body, bodyLine);
  if (beyond !== undefined) return failed(file, hash, beyond);
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
  const { text: markdown, excerptEnd, unknown } = translate(file, body, front.lang);
  const parsed = parseBody(markdown);
  const outlined = withImpliedHeadings(outline(parsed.blocks));
  const anchors = anchorsOf(outlined, parsed.anchors);
  const raw = withoutTableOfContents(outlined, new Set([...anchors.values()].flat()));
  const problems = [...before, ...unknown.map(({ line, what }) => unknownTag(line + bodyLine - 1, what))];
  const prose = [front.title ?? '', front.summary ?? ''];
  let opens = true;
  const sections = raw.flatMap((one): DraftSection[] => {
    const own = draftSection(one, anchors.get(one.line) ?? [], parsed, bodyLine - 1, problems, opens);
    const { section, blocks } = own;
    if (section.level === undefined && blocks.length === 0 && section.images.length === 0) return [];
    opens = false;
    prose.push(`${section.name}\n${proseOf(blocks)}`);
    return [section];
  });
  const title = postTitle(front.title, sections, file);
  const [first] = sections;
  // A link to the title leads to the top.
  if (first) sections[0] = { ...first, anchors: [...first.anchors, anchorKey(githubSlug(title.text))] };
  const text = sections.map((section) => `${section.name}\n${section.text}`).join('\n');
  problems.push(...outlineProblems(sections, title.text), ...fenceProblems(markdown, bodyLine));
  return {
    file,
    digest: hash,
    front: {
      ...front,
      talk: talkOf(front, body, sections, title.text, bodyLine),
      summary: plainSummary(front.summary) ?? excerptOf(raw, excerptEnd),
      from: front.from ?? (waitsForItsDate(file) ? (front.date ?? dateInPath(file)) : undefined),
    },
    title,
    sections,
    scripts: countScripts(prose.join('\n')),
    minutes: readingMinutes(text),
    problems,
    broken: false,
  };
}

/** What a post says about its talk: its text tells who spoke where its front matter does not. */
function talkOf(
  { talk }: FrontMatter,
  body: string,
  sections: readonly DraftSection[],
  title: string,
  bodyLine: number,
): RawTalk {
  if (talk.speakersBy !== undefined && !isAuthorKey(talk.speakersBy)) return talk;
  const speakers = speakersInText(body, sections, title, bodyLine);
  return speakers.length === 0 ? talk : { ...talk, speakers, speakersBy: 'speakers' };
}

/** True where the generator of a file keeps out what is dated in the future: Jekyll and Hugo do. */
const waitsForItsDate = (file: string): boolean =>
  /(?:^|\/)_posts\//u.test(file) ? !/(?:^|\/)source\/_posts\//u.test(file) : /^content\//u.test(file);

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
  opens: boolean,
): { readonly section: DraftSection; readonly blocks: readonly Block[] } {
  const notes = new Map<string, FootnoteDefinition>();
  footnotesIn(section.blocks, parsed, notes);
  const below = notes.size === 0 ? [] : structuredClone([...notes.values()]);
  const clean = cleanBlocks([...section.blocks, ...below]);
  problems.push(...clean.problems.map((problem) => ({ ...problem, line: problem.line + offset })));
  const lines = clean.blocks.map((block) => plainLines([block]));
  const made = {
    level: section.level,
    line: section.line + offset,
    numeral: section.heading.numeral,
    name: section.heading.name,
    bracketed: section.heading.bracketed,
    explicitId: section.attributes?.id,
    anchors: section.attributes?.id === undefined ? anchors : [anchorKey(section.attributes.id), ...anchors],
    aliases: section.attributes?.aliases ?? [],
    serializedBlocks: serializeBlocks(clean.blocks),
    blockCount: clean.blocks.length,
    linkTexts: [...new Set(linkTexts(clean.blocks))],
    openings: lines.slice(0, opens ? OPENINGS : 0).map((own) => own.map(({ text }) => text).join('\n')),
    ...plainTextOf(clean.blocks, lines.flat()),
    images: clean.images.map((image) => ({ ...image, line: image.line + offset })),
    captions: clean.captions,
    links: clean.links.map((link) => ({ ...link, line: link.line + offset })),
  };
  return { section: made, blocks: clean.blocks };
}
