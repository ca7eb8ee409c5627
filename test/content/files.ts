import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import matter from 'gray-matter';
import type { Root } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { toString as textOf } from 'mdast-util-to-string';

/** The content folder that comes with the bot. */
export const CONTENT = join(import.meta.dirname, '..', '..', 'content');

export const LANGUAGES = ['ko', 'en'] as const;

/** A post as any Markdown reader sees it, so that these tests do not take the library's word for it. */
export interface RawPost {
  /** Below the content folder. */
  readonly file: string;
  readonly name: string;
  readonly language: string;
  readonly front: Readonly<Record<string, unknown>>;
  readonly tree: Root;
}

export interface RawHeading {
  readonly depth: number;
  readonly name: string;
  /** The kramdown id at its end. */
  readonly id: string | undefined;
}

/** The posts of one language, in the order of their file names. */
export function rawPosts(language: string): readonly RawPost[] {
  return readdirSync(join(CONTENT, language))
    .filter((name) => name.endsWith('.md'))
    .sort()
    .map((name) => {
      const { data, content } = matter(readFileSync(join(CONTENT, language, name), 'utf8'), {});
      return { file: `${language}/${name}`, name, language, front: data, tree: fromMarkdown(content) };
    });
}

/** The headings of a post in order. */
export function headings(post: RawPost): readonly RawHeading[] {
  return post.tree.children.flatMap((node) => {
    if (node.type !== 'heading') return [];
    const text = textOf(node);
    const id = /\{#([a-z0-9-]+)\}$/.exec(text)?.[1];
    return [{ depth: node.depth, name: text.replace(/\s*\{#[^}]*\}$/, ''), id }];
  });
}
