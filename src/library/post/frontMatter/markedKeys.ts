import { frontMatterOf } from './keys.ts';
import type { SplitPost } from './splitResult.ts';

/** Nikola marks each line of its front matter with two dots, Franklin with `@def`. */
const KEY = /^(?:\.\. (?<dotted>[A-Za-z][\w-]*):|@def (?<defined>[A-Za-z]\w*)\s*=)(?:[ \t]*(?<value>.*))$/u;
const OPENING = /^\s*(?:<!--\s*)?(?:\.\. |@def )/u;
/** A date in Julia: `Date(2019, 8, 24)`. */
const JULIA_DATE = /^Date\((\d{4}),\s*(\d{1,2}),\s*(\d{1,2})\)$/u;

const plainValue = (value: string): string =>
  value
    .trim()
    .replace(JULIA_DATE, '$1-$2-$3')
    .replace(/^"(.*)"$/u, '$1');

/**
 * Front matter of which each line is marked as such, bare or within a comment of HTML: `.. title: …`, `@def title = "…"`.
 * The lines stay as empty ones. Undefined where there is none.
 */
export function markedKeys(source: string): SplitPost | undefined {
  if (!OPENING.test(source)) return undefined;
  const lines = source.split('\n');
  const first = lines.findIndex((line) => KEY.test(line));
  if (first < 0) return undefined;
  const next = lines.findIndex((line, at) => at > first && !KEY.test(line));
  const end = next < 0 ? lines.length : next;
  const keys: Record<string, string> = {};
  const at: Record<string, number> = {};
  lines.slice(first, end).forEach((line, index) => {
    const { dotted, defined = '', value = '' } = KEY.exec(line)?.groups ?? {};
    const key = (dotted ?? defined).toLowerCase();
    keys[key] ??= plainValue(value);
    at[key] ??= first + index + 1;
  });
  if (keys['title'] === undefined && keys['date'] === undefined) return undefined;
  const rest = lines.slice(end).join('\n');
  const isComment = lines.slice(0, first).some((line) => line.includes('<!--'));
  const body = '\n'.repeat(end) + (isComment ? rest.replace(/^\s*-->/u, '') : rest);
  return { front: frontMatterOf(keys, at, []), body, bodyLine: 1, problems: [], broken: false };
}
