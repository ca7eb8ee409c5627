import { fold } from '../text/slug.ts';
import type { DraftSection, Problem } from './model.ts';

/** Discord shows 4,096 characters in the description of an embed; longer text takes several pages. */
const PAGE = 4000;

/** The finding on a tag whose meaning is not known; `what` as its author would name it. */
export function unknownTag(line: number, what: string): Problem {
  const message = `Nobody here knows what ${what} stands for, so that it is left out; write what it shows as Markdown.`;
  return { level: 'warning', line, code: 'unknown-tag', message };
}

/** Findings on empty and long sections and on skipped levels of headings. A heading that repeats the title needs no text. */
export function outlineProblems(sections: readonly DraftSection[], title: string): Problem[] {
  const problems: Problem[] = [];
  let above: number | undefined;
  sections.forEach((section, index) => {
    const { level, line, name } = section;
    if (level === undefined) return;
    const next = sections[index + 1]?.level;
    const hasChildren = next !== undefined && next > level;
    const isEmpty = section.text === '' && section.images.length === 0 && !hasChildren;
    if (isEmpty && fold(name) !== fold(title) && (level <= 6 || section.bracketed)) {
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

/** A fence: what stands in front of it, the marks of a list that it opens with, and what is behind it. */
const FENCE_LINE = /^([ \t]*)((?:(?:[-*+]|\d{1,9}[.)])[ \t]+)+)?(`{3,}(?=[^`]*$)|~{3,})(.*)$/u;

/** The finding on a fence of code that is never closed. */
export function fenceProblems(body: string, bodyLine: number): Problem[] {
  if (!body.includes('```') && !body.includes('~~~')) return [];
  let open: { fence: string; line: number; inList: boolean } | undefined;
  body.split('\n').forEach((text, index) => {
    const [, indent = '', marker, mark, rest = ''] = FENCE_LINE.exec(text) ?? [];
    if (mark === undefined) return;
    const far = marker === undefined && indent.length > 3;
    if (open === undefined) {
      if (!far) open = { fence: mark, line: bodyLine + index, inList: marker !== undefined };
    } else if (
      marker === undefined &&
      (open.inList || !far) &&
      mark.startsWith(open.fence) &&
      rest.trim() === ''
    )
      open = undefined;
  });
  if (open === undefined) return [];
  const message = 'The code that begins here is not closed; put the same fence behind its last line.';
  return [{ level: 'warning', line: open.line, code: 'open-fence', message }];
}
