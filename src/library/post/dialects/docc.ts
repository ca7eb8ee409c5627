import { WIKI_MARK } from '../../text/path.ts';
import { githubSlug } from '../anchors.ts';
import { link, picture } from '../tags/tags.ts';
import type { Dialect } from './dialect.ts';

/** Groups: indentation, name, what stands in round brackets, a curly bracket, what stands in it up to its end. */
const DIRECTIVE = /^([ \t]*)@([A-Z]\w*)[ \t]*(?:\((.*)\))?[ \t]*(\{[ \t]*(?:(\S.*?)?[ \t]*\})?)?[ \t]*$/u;
/** What tells the program about a page, and nothing to its readers. */
const HIDDEN =
  /^(?:Metadata|Options|Comment|Contributors|Redirected|Snippet|Video|Available|Page[A-Z]\w*|TitleHeading|DisplayName|CallToAction|TechnologyRoot|SupportedLanguage|Automatic\w+|TopicsVisualStyle)$/u;
/** What places its content on a page. */
const PLACED = /^(?:Row|Column|TabNavigator|Tab|Links|Small|DeprecationSummary)$/u;
const FENCE = /^[ \t]*(`{3,}|~{3,})/u;

/** An argument of a directive by its name. */
function argument(written: string, name: string): string | undefined {
  const found = new RegExp(String.raw`(?:^|[\s,])${name}:\s*(?:"((?:\\.|[^"\\])*)"|([^\s,"]+))`, 'u').exec(
    written,
  );
  return found?.[1] ?? found?.[2];
}

/** What stands in place of a line that opens a directive; undefined where the directive is none of DocC's. */
function opening(name: string, written: string, inside: string): string | undefined {
  if (HIDDEN.test(name)) return '';
  if (name === 'Image')
    return `${picture(argument(written, 'alt') ?? '', argument(written, 'source') ?? '')} ${inside}`.trimEnd();
  if (!PLACED.test(name)) return undefined;
  const title = name === 'Tab' ? written.trim().replace(/^"(.*)"$/u, '$1') : '';
  return title === '' ? inside : `**${title}** ▾  ${inside}`;
}

/** The line that closes what the line at `at` opens; undefined where none does. */
function closing(lines: readonly string[], at: number): number | undefined {
  let depth = 0;
  for (let end = at; end < lines.length; end += 1) {
    const line = lines[end] ?? '';
    if (/\{[ \t]*$/u.test(line)) depth += 1;
    else if (line.trim() === '}') depth -= 1;
    if (depth === 0) return end;
  }
  return undefined;
}

/** Directives, line for line: what they place moves to the margin, what they tell the program goes. */
function withoutDirectives(lines: readonly string[]): readonly string[] {
  const out: string[] = [];
  /** How far what stands in each open directive is indented; undefined up to its first line. */
  const open: (number | undefined)[] = [];
  let fence: string | undefined;
  for (let at = 0; at < lines.length; at += 1) {
    const line = lines[at] ?? '';
    const mark = FENCE.exec(line)?.[1];
    const inCode = fence !== undefined;
    if (mark !== undefined && (fence === undefined || mark.startsWith(fence)))
      fence = inCode ? undefined : mark;
    if (!inCode && open.length > 0 && line.trim() === '}') {
      open.pop();
      out.push('');
      continue;
    }
    const indent = /^[ \t]*/u.exec(line)?.[0].length ?? 0;
    if (!inCode && open.length > 0 && line.trim() !== '')
      open[open.length - 1] = Math.min(indent, open.at(-1) ?? indent);
    const [, , name = '', written = '', bracket, inside = ''] =
      (inCode ? undefined : DIRECTIVE.exec(line)) ?? [];
    const instead = name === '' ? undefined : opening(name, written, inside);
    const margin = open.findLast((one) => one !== undefined) ?? 0;
    out.push(instead ?? line.slice(Math.min(margin, indent)));
    if (instead === undefined || bracket === undefined || bracket.endsWith('}')) continue;
    if (!HIDDEN.test(name)) {
      open.push(undefined);
      continue;
    }
    for (const end = closing(lines, at) ?? at; at < end; at += 1) out.push('');
  }
  return out;
}

/** The address of a page that `doc:` names: `doc:Page`, `doc://bundle/Folder/Page#Section`. */
function addressOf(written: string): string {
  const [path = '', heading] = written.split('#');
  const page = path.slice(path.lastIndexOf('/') + 1);
  const file = page === '' ? '' : `./${page}.md${WIKI_MARK}`;
  return heading === undefined ? file : `${file}#${githubSlug(heading.replaceAll('-', ' '))}`;
}

/** A page as a person would name it: its file is called after its title, with hyphens. */
const pageName = (written: string): string =>
  (written.split('#').at(-1) ?? '').replace(/^.*\//u, '').replaceAll('-', ' ').trim();

/** Swift's DocC: directives `@Name(…) { … }` and links `<doc:Page>`. */
export const docc: Dialect = {
  name: 'docc',
  marks: /^[ \t]*@[A-Z]\w*[ \t]*[({]|<doc:|\]\(doc:/mu,
  literal: (text) => withoutDirectives(text.split('\n')).join('\n'),
  rewrite: (prose) =>
    prose
      .replace(/<doc:([^\s<>]+)>/gu, (_, page: string) => link(pageName(page), addressOf(page)))
      .replace(/\]\(doc:([^\s()]+)\)/gu, (_, page: string) => `](<${addressOf(page)}>)`),
};
