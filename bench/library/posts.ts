import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { numbers, vocabulary } from '../search/corpus.ts';

/** The shape of a generated content folder. */
export interface Shape {
  readonly name: string;
  readonly posts: number;
  readonly sections: number;
  /** Words under each heading. */
  readonly words: number;
}

export const SHAPES: readonly Shape[] = [
  { name: '10,000 short posts', posts: 10_000, sections: 2, words: 30 },
  { name: '10,000 posts of 10 sections', posts: 10_000, sections: 10, words: 30 },
];

/** Posts of one event share a title prefix; a tenth of them is translated. */
const POSTS_AN_EVENT = 50;
const TRANSLATED = 10;
const STRUCTURAL = ['정리', '개요', 'Summary', '참고'];

/** Writes generated posts, the same on every run. */
export async function writePosts(dir: string, shape: Shape): Promise<void> {
  const random = numbers(11);
  const words = vocabulary(20_000, random);
  const names = words.filter((word) => /^[A-Z]/u.test(word)).slice(0, 3000);
  const pick = (list: readonly string[]): string => list[Math.floor(random() ** 2 * list.length)] ?? '';
  const sentence = (count: number): string =>
    `${Array.from({ length: count }, () => pick(words)).join(' ')}.`;
  const heading = (): string => {
    const kind = random();
    if (kind < 0.2) return pick(STRUCTURAL);
    if (kind < 0.6) return pick(names);
    if (kind < 0.8) return `${pick(names)} ${pick(names)}`;
    return sentence(4).slice(0, -1);
  };
  const made: { file: string; text: string }[] = [];
  for (let n = 0; n < shape.posts; n += 1) {
    const translation = n % TRANSLATED === TRANSLATED - 1;
    const talk = translation ? n - 1 : n;
    const event = `Summit ${names[Math.floor(n / POSTS_AN_EVENT)]} ${2000 + (n % 20 === 0 ? 1 : 0)}`;
    const number = (talk % POSTS_AN_EVENT) + 1;
    const parts = Array.from({ length: shape.sections }, (_, at) => {
      const text = `${sentence(shape.words / 2)} **${pick(words)}** ${sentence(shape.words / 2)}`;
      return `${at % 3 === 2 ? '##' : '#'} ${heading()}\n\n${text}\n`;
    });
    const front = [`title: "${event}(${number})-${sentence(3)}"`, `date: 2018-10-${(n % 28) + 1}`];
    if (translation) front.push('lang: en', `translation_of: post-${talk}`);
    else front.push('lang: ko');
    made.push({ file: `post-${n}.md`, text: `---\n${front.join('\n')}\n---\n${parts.join('\n')}` });
  }
  await mkdir(dir, { recursive: true });
  for (const { file, text } of made) await writeFile(join(dir, file), text);
}
