import { calloutTitle } from '../tags/callout.ts';
import type { Dialect } from './dialect.ts';

const FENCE = /^[ \t>]*(`{3,}|~{3,})/u;
/** No line that opens a block is longer; trying longer ones takes too long. */
const LONGEST_LINE = 300;
const OPENING = /^([ \t]*)(!!!|\?\?\?\+?|===[!+]?)[ \t]+([A-Za-z][\w -]*?)?[ \t]*(?:"([^"\n]*)")?[ \t]*$/u;

const indentOf = (line: string): number => (/^[ \t]*/u.exec(line)?.[0] ?? '').replaceAll('\t', '    ').length;

const dedented = (line: string): string => line.replace(/^(?: {4}|\t)/u, '');

/** Blocks that are recognized by their indentation: admonitions become quotes, tabs their text under its name. */
function withoutBlocks(lines: readonly string[]): string[] {
  const out: string[] = [];
  let fence: string | undefined;
  for (let at = 0; at < lines.length; ) {
    const line = lines[at] ?? '';
    at += 1;
    const mark = FENCE.exec(line)?.[1];
    if (mark !== undefined && (fence === undefined || mark.startsWith(fence)))
      fence = fence ? undefined : mark;
    const [, indent = '', kind = '', name = '', title] =
      (fence || line.length > LONGEST_LINE ? undefined : OPENING.exec(line)) ?? [];
    let end = at;
    while (
      end < lines.length &&
      (lines[end]?.trim() === '' || indentOf(lines[end] ?? '') >= indent.length + 4)
    )
      end += 1;
    while (end > at && lines[end - 1]?.trim() === '') end -= 1;
    const isTab = kind.startsWith('=');
    if (kind === '' || (end === at && title === undefined) || (isTab && title === undefined)) {
      out.push(line);
      continue;
    }
    const body = withoutBlocks(lines.slice(at, end).map(dedented));
    if (isTab) out.push(`${indent}**${title}** ▾`, ...body);
    else {
      const said = calloutTitle(name.split(' ')[0] ?? '', title ?? '');
      out.push(
        `${indent}> ${said}  `.trimEnd(),
        ...body.map((one) =>
          `${indent}> ${one.trimStart() === '' ? '' : one.slice(indent.length)}`.trimEnd(),
        ),
      );
      const first = out.length - body.length - 1;
      if (body.length > 0 && said !== '') out[first] = `${indent}> ${said}  `;
    }
    at = end;
  }
  return out;
}

/** MkDocs and its Material theme: blocks by indentation, keys, icons, pieces of other files. */
export const mkdocs: Dialect = {
  name: 'mkdocs',
  marks:
    /^[ \t]*(?:!!!|\?\?\?\+?|===[!+]?)[ \t]+["A-Za-z]|^[ \t]*-{1,2}8<-{1,2}|\+\+[\w+-]+\+\+|:(?:material|octicons|fontawesome|simple)-/mu,
  literal: (text) => withoutBlocks(text.split('\n')).join('\n'),
  rewrite: (prose) =>
    prose
      .replace(/^[ \t]*-{1,2}8<-{1,2}[^\n]*$/gmu, '')
      .replace(/(?<![\w+])\+\+([a-z][\w-]*(?:\+[\w-]+)*)\+\+(?![\w+])/gu, '`$1`')
      .replace(/:(?:material|octicons|fontawesome|simple)-[\w-]+:(?:\{[^{}\n]*\})?/gu, ''),
};
