const OPEN_CODE = /\{%-?\s*(?:highlight|codeblock|code)\b|\{\{[<%]\s*(?:highlight|code)\b|<pre\b/giu;
const CLOSED_CODE =
  /\{%-?\s*end(?:highlight|codeblock|code)\b|\{\{[<%]\s*\/\s*(?:highlight|code)\b|<\/pre>/giu;

/** True where the text around an offset is code. */
function isInCode(text: string, at: number): boolean {
  const above = text.slice(0, at);
  const count = (pattern: RegExp): number => above.match(pattern)?.length ?? 0;
  if (count(/^[ \t>]*(?:[-*+] +)?(?:`{3,}|~{3,})/gmu) % 2 === 1) return true;
  if (count(OPEN_CODE) > count(CLOSED_CODE)) return true;
  const line = above.slice(above.lastIndexOf('\n') + 1);
  return (line.match(/`/gu)?.length ?? 0) % 2 === 1 || /^(?: {4}|\t)/u.test(line);
}

/** A tag of a generator that a text speaks about: it reads as code, also where its author did not mark it as such. */
export const asCode = (text: string, at: number, tag: string): string =>
  isInCode(text, at) || tag.includes('`') || tag.includes('\n') ? tag : `\`${tag}\``;
