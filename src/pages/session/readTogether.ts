import { children } from '#library/find.ts';
import type { Post, Section } from '#library/model.ts';
import { sectionText } from '../markdown/section.ts';
import { LIMITS, PART } from '../message/limits.ts';

/** True where the notes hold nothing but the heading, and perhaps captions of pictures that are left out. */
const isBlank = (post: Post, section: Section): boolean =>
  section.images.length === 0 && sectionText(post, section).bare;

/** True for a section that readers pass over: the notes hold nothing for it, nor for sections within it. */
const isPassedOver = (post: Post, section: Section): boolean =>
  isBlank(post, section) && children(post, section.id).length === 0;

/** Characters of a section beside others on a page; infinite for one that takes several pages. */
function lengthOf(post: Post, section: Section): number {
  if (section.text.length > PART.most) return Number.POSITIVE_INFINITY;
  const { parts } = sectionText(post, section);
  if (parts.length > 1) return Number.POSITIVE_INFINITY;
  return (parts[0] ?? []).reduce((sum, { text }) => sum + text.length, section.name.length);
}

/**
 * The sections that one page shows, from the one at `index` on: short ones together, up to the length of a part.
 * Sections for which the notes hold nothing are left out, unless the page is their own.
 */
export function readTogether(post: Post, index: number): readonly Section[] {
  const first = post.sections[index];
  if (first === undefined) return [];
  const shown = [first];
  let length = lengthOf(post, first);
  let pictures = first.images.length;
  for (let at = index + 1; length <= PART.wanted; at += 1) {
    const next = post.sections[at];
    if (next === undefined) break;
    if (isPassedOver(post, next)) continue;
    length += lengthOf(post, next);
    pictures += next.images.length;
    // Each picture takes an embed, and so does the text below the last one.
    if (length > PART.wanted || pictures >= LIMITS.embeds) break;
    shown.push(next);
  }
  // A heading stands above its own sections, or not at all.
  while (shown.length > 1 && shown.slice(-1).some((last) => isBlank(post, last))) shown.pop();
  return shown;
}

/** The section on which the page after the one that begins at `index` begins; undefined at the end. */
export function nextToRead(post: Post, index: number): Section | undefined {
  const last = readTogether(post, index).at(-1);
  const end = last === undefined ? index : post.sections.indexOf(last);
  return post.sections.slice(end + 1).find((section) => !isPassedOver(post, section));
}

/** The section from which a page reads up to the one at `index`; undefined at the beginning. */
export function previousToRead(post: Post, index: number): Section | undefined {
  const last = post.sections.slice(0, index).findLast((section) => !isBlank(post, section));
  if (last === undefined) return undefined;
  let start = post.sections.indexOf(last);
  for (let at = start - 1; at >= 0 && readTogether(post, at).includes(last); at -= 1) {
    const section = post.sections[at];
    if (section !== undefined && !isPassedOver(post, section)) start = at;
  }
  return post.sections[start];
}

/** The sections on which pages begin when a post is read from its first section on. */
export function readingStarts(post: Post): readonly Section[] {
  const starts: Section[] = [];
  let next = post.sections[0];
  while (next !== undefined) {
    starts.push(next);
    next = nextToRead(post, post.sections.indexOf(next));
  }
  return starts;
}
