import { decodeEntities } from '#library/post/markdown/html.ts';

/** Converts HTML to text: line breaks and blocks become lines; invisible content is removed. */
export function tagText(html: string): string {
  return html
    .replace(/<!--[\s\S]*?(?:-->|$)/g, '')
    .replace(/<(script|style|svg|iframe|object|template)\b[\s\S]*?(?:<\/\1\s*>|$)/gi, '')
    .replace(/<br\b[^>]*>/gi, '\n')
    .replace(/<\/(?:p|div|li|tr|h[1-6]|summary|figcaption|td|th)\s*>/gi, '\n')
    .replace(/<\/?[a-z!?][^<>]*>/gi, '');
}

/** The visible text of an HTML block, line by line. */
export function htmlText(html: string): string {
  const lines = decodeEntities(tagText(html)).split('\n');
  return lines
    .map((line) => line.replace(/\s+/g, ' ').trim())
    .filter((line) => line !== '')
    .join('\n');
}
