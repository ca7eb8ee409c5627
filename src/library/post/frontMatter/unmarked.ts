import { readJson } from './formats.ts';
import { frontMatterOf } from './keys.ts';
import { refusedPost, type SplitPost, splitAt, unreadablePost, withoutFrontMatter } from './splitResult.ts';
import { readYaml } from './yaml.ts';

/** JSON that opens a file without marks around it. */
export function bareJson(source: string, skipped: number): SplitPost {
  for (const { index } of source.matchAll(/\}(?=[ \t]*(?:\n|$))/gu)) {
    const block = source.slice(0, index + 1);
    try {
      const found = readJson(block);
      const body = source.slice(index + 1).replace(/^[ \t]*\n/u, '');
      return splitAt(
        found,
        body,
        skipped + source.slice(0, source.length - body.length).split('\n').length,
        skipped,
      );
    } catch {
      // A bracket within it.
    }
  }
  return refusedPost(
    skipped + 1,
    'The front matter cannot be read as JSON; mend it, or write it as YAML between two lines "---".',
  );
}

const PLAIN_KEY = /^[\p{L}][\p{L} _-]{0,30}:(?:[ \t]|$)/u;

const PLAIN_OPENING =
  /^(?:title|date|layout|author|tags|categories|category|slug|status|permalink)[ \t]*:(?:[ \t]|\n)/iu;

/** Keys without an opening mark: old posts of Hexo end them with `---`, others with an empty line. */
export function splitUnmarkedKeys(source: string): SplitPost | undefined {
  if (!PLAIN_OPENING.test(source)) return undefined;
  const end = /\n(?:-{3,}[ \t]*(?=\n|$)|[ \t]*(?=\n|$))/u.exec(source);
  if (!end) return undefined;
  const block = source.slice(0, end.index);
  const lines = block.split('\n');
  const keys = lines.filter((line) => PLAIN_KEY.test(line)).length;
  if (keys < 2 || !lines.every((line) => PLAIN_KEY.test(line) || /^(?:[ \t]|- )/u.test(line)))
    return undefined;
  const body = source.slice(end.index + end[0].length).replace(/^\n/u, '');
  try {
    return splitAt(readYaml(block), body, source.slice(0, source.length - body.length).split('\n').length, 0);
  } catch (error) {
    return unreadablePost(error, 0);
  }
}

const PAGE_PROPERTY = /^([\p{L}][\p{L}\p{N}_-]{0,40})::[ \t]*(.*)$/u;

/** Links and tags as words: `#[[harbor day]], [[tide]]`. */
const bareWords = (value: string): string =>
  value.replace(/#?\[\[([^\]\n]+)\]\]/gu, '$1').replace(/(?<![^\s,])#(?=\S)/gu, '');

/** Lines `key:: value` that Logseq puts at the top of a page. They stay as empty lines. */
export function pageProperties(source: string): SplitPost | undefined {
  if (!source.slice(0, 60).includes('::')) return undefined;
  const lines = source.split('\n');
  const end = lines.findIndex((line) => !PAGE_PROPERTY.test(line));
  const block = lines.slice(0, end < 0 ? lines.length : end);
  if (block.length === 0) return undefined;
  const keys: Record<string, string> = {};
  const at: Record<string, number> = {};
  block.forEach((line, index) => {
    const [, written = '', value = ''] = PAGE_PROPERTY.exec(line) ?? [];
    const name = written.toLowerCase();
    const key = name === 'alias' ? 'aliases' : Object.hasOwn(RENAMED, name) ? (RENAMED[name] ?? name) : name;
    if (key === 'id') return;
    keys[key] ??= key === 'title' ? value.trim() : bareWords(value.trim());
    at[key] ??= index + 1;
  });
  const body = lines.map((line, index) => (index < block.length ? '' : line)).join('\n');
  return { front: frontMatterOf(keys, at, []), body, bodyLine: 1, problems: [], broken: false };
}

const PROPERTY =
  /^(?:created(?: time| at| by)?|date|tags?|status|last edited(?: time| by)?|author|writer|url|type|category|property|날짜|작성일|작성일시|생성일|생성 일시|최종 편집 일시|태그|상태|작성자|분류|카테고리|유형|日付|作成日時?|タグ|创建时间|日期|标签)$/iu;

/** What Notion alone calls so. */
const STAMP = /^(?:created time|last edited time|생성 일시|최종 편집 일시|作成日時|创建时间)$/iu;

const RENAMED: Readonly<Record<string, string>> = {
  created: 'date',
  'created time': 'date',
  'created at': 'date',
  날짜: 'date',
  작성일: 'date',
  작성일시: 'date',
  생성일: 'date',
  '생성 일시': 'date',
  日付: 'date',
  作成日: 'date',
  作成日時: 'date',
  创建时间: 'date',
  日期: 'date',
  tag: 'tags',
  태그: 'tags',
  タグ: 'tags',
  标签: 'tags',
  상태: 'status',
};

/** Lines `Key: value` that Notion puts under the title of a page. They stay as empty lines. */
export function properties(source: string): SplitPost {
  const found = /^(\s*# [^\n]+\n(?:[ \t]*\n)*)((?:[^\n:]{1,40}:[ \t][^\n]*\n?)+)(?=\n|$)/u.exec(source);
  const [all = '', above = '', block = ''] = found ?? [];
  const lines = block
    .trimEnd()
    .split('\n')
    .map((line) => line.split(/:[ \t](.*)/su, 2));
  if (
    !found ||
    !lines.some(([key = '']) => PROPERTY.test(key.trim())) ||
    !lines.every(([key = '']) => PROPERTY.test(key.trim()) || lines.length > 1)
  ) {
    return withoutFrontMatter(source);
  }
  const own = lines.filter(([key = '']) => PROPERTY.test(key.trim())).length;
  if (lines.length > 1 && own * 2 < lines.length && !lines.some(([key = '']) => STAMP.test(key.trim())))
    return withoutFrontMatter(source);
  const first = above.split('\n').length;
  const keys: Record<string, string> = {};
  const at: Record<string, number> = {};
  lines.forEach(([written = '', value = ''], index) => {
    const name = written.trim().toLowerCase();
    const key = Object.hasOwn(RENAMED, name) ? (RENAMED[name] ?? name) : name;
    keys[key] ??= value.trim();
    at[key] ??= first + index;
  });
  const body = above + '\n'.repeat(block.split('\n').length - 1) + source.slice(all.length);
  return { front: frontMatterOf(keys, at, []), body, bodyLine: 1, problems: [], broken: false };
}
