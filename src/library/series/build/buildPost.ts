import { compact, NONE } from '../../compute/compact.ts';
import type { Pause } from '../../compute/slicedWork.ts';
import type { Image, Post, Section } from '../../model.ts';
import { blocksOf, serializeBlocks } from '../../post/draftCodec.ts';
import type { Draft, DraftSection } from '../../post/model.ts';
import { withoutWikiMark } from '../../text/path.ts';
import { plainTextOf, summarize, summaryLines } from '../../text/plain.ts';
import { digest, fold } from '../../text/slug.ts';
import type { AnnotatedDraft } from '../sessions/grouping.ts';
import { type NestedSection, nest } from './align.ts';
import type { Boilerplate } from './boilerplate.ts';
import { sectionOf } from './section.ts';

const POST_SUMMARY = 300;
/** A shorter summary is continued with the next section. */
const TOO_SHORT = 60;

/** The visible sections of a draft, without boilerplate. */
function visibleSections(post: AnnotatedDraft, boilerplate: Boilerplate): DraftSection[] {
  return post.draft.sections.flatMap((section, index) => {
    if (index === boilerplate.section) return [];
    if (index > 0 || boilerplate.blocks === 0) return [section];
    const blocks = blocksOf(section).slice(boilerplate.blocks);
    const words = plainTextOf(blocks);
    const empty = words.text === '' && section.images.length === 0;
    const next = post.draft.sections[1]?.level;
    const childless = next === undefined || next <= (section.level ?? 1);
    if (empty && (section.level === undefined || childless)) return [];
    const images = section.images.map((image) => ({
      ...image,
      after: Math.max(0, image.after - boilerplate.blocks),
    }));
    return [
      { ...section, serializedBlocks: serializeBlocks(blocks), blockCount: blocks.length, images, ...words },
    ];
  });
}

/** A picture and the number of its section's blocks that stand before it. */
export interface PlacedImage {
  readonly image: Image;
  readonly after: number;
}

/** Everything about a post that depends on other files and settings, resolved before the post is built. */
export interface PostContext {
  readonly post: AnnotatedDraft;
  readonly nested: readonly NestedSection[];
  readonly ids: readonly string[];
  readonly number: number | undefined;
  readonly url: string | undefined;
  /** Pictures of each section, in order. */
  readonly images: readonly (readonly PlacedImage[])[];
  readonly cover: Image | undefined;
  readonly links: ReadonlyMap<string, string | undefined>;
  /** Alternative names of each section. */
  readonly aliases: readonly (readonly string[])[];
}

/** Index of the opening section: content before all headings, else the heading that repeats the title. */
function leadOf(sections: readonly DraftSection[], titles: readonly string[]): number {
  if (sections[0]?.level === undefined && sections[0] !== undefined) return 0;
  const folded = new Set(titles.map(fold));
  return sections.findIndex((section) => (section.level ?? 7) < 7 && folded.has(fold(section.name)));
}

const remembered = new WeakMap<Draft, { boilerplate: Boilerplate; nested: readonly NestedSection[] }>();

/** Nests the visible sections; the same array while nothing changed. */
export function nestSections(post: AnnotatedDraft, boilerplate: Boilerplate): readonly NestedSection[] {
  const known = remembered.get(post.draft);
  const { section, blocks } = boilerplate;
  if (known?.boilerplate.section === section && known.boilerplate.blocks === blocks) return known.nested;
  const nested = nest(visibleSections(post, boilerplate));
  remembered.set(post.draft, { boilerplate, nested });
  return nested;
}

/** What the series shares of a draft's opening, and so is not among the visible sections. */
function sharedOpening({ sections: [first] }: Draft, visible: DraftSection | undefined): string {
  if (first === undefined || first === visible) return '';
  const own = first.line === visible?.line ? visible.text.length : 0;
  return first.text.slice(0, first.text.length - own).trimEnd();
}

function summaryOf(context: PostContext, sections: readonly Section[], lead: number): string {
  const { summary: said } = context.post.draft.front;
  if (said !== undefined) return summarize([{ text: said, prose: true }], POST_SUMMARY);
  const from = Math.max(0, lead);
  const inOrder = [...sections.slice(from), ...sections.slice(0, from)];
  const lines = [];
  let length = 0;
  for (const section of inOrder) {
    const more = summaryLines(section.blocks);
    lines.push(...more);
    length += more.reduce((sum, line) => sum + line.text.length, 0);
    if (length >= TOO_SHORT) break;
  }
  const summary = summarize(lines, POST_SUMMARY);
  const text = inOrder[0]?.text ?? '';
  // A part of the text takes no memory of its own.
  return text.startsWith(summary) ? text.slice(0, summary.length) : summary;
}

/** Builds the visible post. Adds sections whose name was in angle brackets to `bracketed`. */
export async function buildPost(
  context: PostContext,
  bracketed: WeakSet<Section>,
  pause: Pause,
): Promise<Post> {
  const { post, nested, ids } = context;
  const { front } = post.draft;
  const lead = leadOf(
    nested.map(({ section }) => section),
    [post.naming.title, post.naming.fullTitle],
  );
  const sections: Section[] = [];
  const hashed: string[] = [];
  for (const [index, { section, parent, depth }] of nested.entries()) {
    const links = section.links.flatMap(({ target }) => {
      const url = context.links.get(target);
      return url === undefined ? [] : [[target, url] as const];
    });
    const placed = context.images[index] ?? NONE;
    const told = {
      id: ids[index] ?? 'start',
      parent: parent < 0 ? undefined : ids[parent],
      depth,
      numeral: section.numeral,
      name: section.level === undefined ? post.naming.title : section.name,
      lead: index === lead,
      linkTexts: section.linkTexts,
      text: section.text,
      summary: section.summary,
      images: placed.length === 0 ? NONE : placed.map(({ image }) => image),
      imagesAfter: placed.length === 0 ? NONE : placed.map(({ after }) => after),
      anchors: section.anchors,
      links: compact([...new Set(section.links.map(({ target }) => withoutWikiMark(target)))]),
      captions: section.captions,
      aliases: compact(context.aliases[index] ?? NONE),
    };
    hashed.push(JSON.stringify([told, section.bracketed, section.serializedBlocks, links]));
    const source = { serializedBlocks: section.serializedBlocks, links: compact(links) };
    const whole = sectionOf({ ...told, line: section.line }, source);
    if (section.bracketed) bracketed.add(whole);
    sections.push(whole);
    await pause();
  }
  const visible = {
    file: post.draft.file,
    language: post.language,
    title: post.naming.title,
    fullTitle: post.naming.fullTitle,
    event: post.naming.event,
    track: post.naming.track,
    date: post.date,
    url: context.url,
    tags: front.tags.length > 0 ? front.tags : front.categories,
    aliases: front.aliases,
    summary: summaryOf(context, sections, lead),
    image: context.cover ?? sections.flatMap((section) => section.images)[0],
    minutes: post.draft.minutes,
  };
  hashed.push(JSON.stringify([visible, context.number]));
  return {
    ...visible,
    sharedOpening: sharedOpening(post.draft, nested[0]?.section),
    hash: digest(hashed.join('')),
    sections: compact(sections),
  };
}
