import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { numbers, vocabulary } from '../search/corpus.ts';

/** What generated posts are made of: the bundled ones, taken apart. */
interface Material {
  readonly sentences: readonly string[];
  readonly headings: readonly string[];
}

/** A generated post. */
export interface MonthPost {
  readonly file: string;
  /** Its text where this is its summary. */
  readonly text: (summary: string) => string;
}

/** `dense`: the sentences of the bundled posts as they are, nearly each of which names something of the glossary. */
export type Density = 'usual' | 'dense';

const WORDS = 30_000;
/** Of a usual post's words, so many are none of the bundled posts'. */
const OTHER = 0.6;
const POSTS_AN_EVENT = 20;
const SENTENCES_A_PARAGRAPH = 3;
const BYTES_A_SECTION = 800;

const takeApart = async (folder: string): Promise<Material> => {
  const sentences: string[] = [];
  const headings: string[] = [];
  for (const name of (await readdir(folder)).filter((file) => file.endsWith('.md'))) {
    const text = await readFile(path.join(folder, name), 'utf8');
    const [, , body = ''] = text.split(/^---$/m);
    for (const line of body.split('\n')) {
      const heading = /^#+ (.*?)(?: \{#.*\})?$/.exec(line)?.[1];
      if (heading !== undefined) headings.push(heading);
      // Links lead to posts that are not there.
      else if (/^[^!|>`<]/.test(line)) sentences.push(...(line.match(/[^.!?]+[.!?]+/g) ?? []));
    }
  }
  const plain = (text: string): string =>
    text
      .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
      .replace(/^\s*(?:[-*]|\d+\.)\s+/, '')
      .trim();
  return { sentences: sentences.map(plain).filter((text) => text.length > 20), headings };
};

/**
 * So many posts of so many bytes, half of them Korean and half English, the same in each run. Words are as frequent as in
 * the bundled posts, and others by Zipf's law.
 */
export const monthPosts = async (
  content: string,
  { count, bytes, density }: { readonly count: number; readonly bytes: number; readonly density: Density },
): Promise<readonly MonthPost[]> => {
  const random = numbers(30);
  const words = vocabulary(WORDS, random);
  const material = {
    ko: await takeApart(path.join(content, 'ko')),
    en: await takeApart(path.join(content, 'en')),
  };
  const some = (list: readonly string[]): string => list[Math.floor(random() * list.length)] ?? '';
  const word = (): string => words[Math.floor(words.length ** random()) - 1] ?? '';
  const mix = (text: string): string =>
    density === 'dense'
      ? text
      : text
          .split(' ')
          .map((own) => (random() < OTHER ? word() : own))
          .join(' ');
  return Array.from({ length: count }, (_, index) => {
    const lang = index % 2 === 0 ? 'ko' : 'en';
    const { sentences, headings } = material[lang];
    const parts: string[] = [];
    for (let length = 0; length < bytes; ) {
      const section: string[] = [`\n## ${mix(some(headings))}\n`];
      for (let size = 0; size < BYTES_A_SECTION; ) {
        const paragraph = Array.from({ length: SENTENCES_A_PARAGRAPH }, () => mix(some(sentences))).join(' ');
        size += Buffer.byteLength(paragraph);
        section.push(paragraph, '');
      }
      parts.push(section.join('\n'));
      length += Buffer.byteLength(section.join('\n'));
    }
    const event = `Summit ${2000 + Math.floor(index / POSTS_AN_EVENT)}`;
    const title = `${event}(${(index % POSTS_AN_EVENT) + 1})-${mix(some(headings)).replaceAll('"', '')} ${word()}`;
    const body = parts.join('\n');
    return {
      file: `2018-10-25-post-${index}.md`,
      text: (summary) =>
        `---\ntitle: "${title}"\ndate: 2018-10-25\nlang: ${lang}\nid: ${index + 1}\nsummary: ${summary}\n---\n${body}`,
    };
  });
};

/** Writes a post into a folder. */
export const writePost = async (folder: string, post: MonthPost, summary: string): Promise<void> => {
  await mkdir(folder, { recursive: true });
  await writeFile(path.join(folder, post.file), post.text(summary));
};
