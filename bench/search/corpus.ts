import type { Library, Session } from '#library/model.ts';
import { library, type SectionSketch, session } from '#test/search/library.ts';

/** A pseudo-random number generator with a fixed seed (mulberry32). */
export function numbers(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

const ONSETS = 'ㄱㄴㄷㄹㅁㅂㅅㅇㅈㅊㅋㅌㅍㅎ'.length;
const ENDINGS = ['', '', '', '은', '는', '이', '가', '을', '를', '에서', '으로', '하는', '한다', '합니다'];
const LATIN = [
  'ba',
  'clo',
  'da',
  'flow',
  'gra',
  'ker',
  'lin',
  'ma',
  'net',
  'ops',
  'pro',
  'que',
  'ry',
  'sta',
  'tor',
  'vi',
];

/** So many generated words: two thirds Korean, a third Latin names. */
export function vocabulary(size: number, random: () => number): string[] {
  const words = new Set<string>();
  while (words.size < size) {
    if (random() < 0.66) {
      const syllables = 2 + Math.floor(random() * 3);
      let word = '';
      for (let i = 0; i < syllables; i += 1) {
        const onset = [0, 2, 3, 5, 6, 7, 9, 11, 12, 14, 15, 16, 17, 18][Math.floor(random() * ONSETS)] ?? 0;
        const vowel = [0, 1, 4, 5, 8, 13, 18, 20][Math.floor(random() * 8)] ?? 0;
        const final = [0, 0, 0, 4, 8, 16, 21, 1][Math.floor(random() * 8)] ?? 0;
        word += String.fromCharCode(0xac00 + (onset * 21 + vowel) * 28 + final);
      }
      words.add(word);
    } else {
      let word = '';
      const parts = 2 + Math.floor(random() * 3);
      for (let i = 0; i < parts; i += 1) word += LATIN[Math.floor(random() * LATIN.length)] ?? '';
      words.add(word.charAt(0).toUpperCase() + word.slice(1));
    }
  }
  return [...words];
}

export interface Size {
  readonly name: string;
  readonly sections: number;
  readonly perSession: number;
  /** Words of a section's text. */
  readonly words: number;
  readonly vocabulary: number;
}

export const SIZES: readonly Size[] = [
  { name: '70 sections', sections: 70, perSession: 12, words: 60, vocabulary: 2_000 },
  { name: '1,000 long paragraphs', sections: 1_000, perSession: 20, words: 300, vocabulary: 20_000 },
  { name: '100,000 sections', sections: 100_000, perSession: 20, words: 50, vocabulary: 100_000 },
];

/** A generated library, with queries of its names and sentences. */
export interface GeneratedLibrary {
  readonly library: Library;
  readonly queries: readonly string[];
  /** Queries of the same kinds for warming up. */
  readonly others: readonly string[];
}

export function generateLibrary(size: Size, seed = 7): GeneratedLibrary {
  const random = numbers(seed);
  const words = vocabulary(size.vocabulary, random);
  // Word frequencies follow Zipf's law.
  const pick = (): string => words[Math.floor(words.length ** random()) - 1] ?? words[0] ?? '';
  const say = (count: number): string => {
    // Joined rather than concatenated: a text read from a file is no rope string either.
    const parts: string[] = [];
    for (let i = 0; i < count; i += 1) {
      parts.push(pick(), ENDINGS[Math.floor(random() * ENDINGS.length)] ?? '');
      parts.push(i === count - 1 ? '.' : i % 12 === 11 ? '. ' : ' ');
    }
    return parts.join('');
  };
  const rare = (): string => words[Math.floor(random() * words.length)] ?? '';
  const sessions: Session[] = [];
  const headings: string[] = [];
  for (let made = 0; made < size.sections; ) {
    const sections: SectionSketch[] = [];
    for (let i = 0; i < size.perSession && made < size.sections; i += 1, made += 1) {
      const name = `${rare()} ${random() < 0.6 ? rare() : pick()}`;
      headings.push(name);
      sections.push({ id: `s${i}`, name, text: say(size.words) });
    }
    sessions.push(session(sessions.length + 1, { title: `${rare()} ${rare()} ${pick()}`, sections }));
  }
  const some = (list: readonly string[]): string => list[Math.floor(random() * list.length)] ?? '';
  const ask = (): string[] => {
    const heading = some(headings);
    return [
      heading,
      heading.slice(0, 3),
      `${heading.slice(0, 2)}${heading.slice(3)}`,
      `${heading.split(' ')[0] ?? ''}이 왜 중요한가요?`,
      `${pick()} ${pick()} ${rare()}에서는 어떻게 하나요?`,
      `How does ${rare()} work with ${pick()}?`,
    ];
  };
  const queries = Array.from({ length: 60 }, ask).flat();
  const others = Array.from({ length: 200 }, ask).flat();
  return { library: library(sessions), queries, others };
}

/** The same library with one sentence of one post changed. */
export function withChange(library: Library, round: number): Library {
  const sessions = [...library.sessions];
  const at = (round * 37) % sessions.length;
  const old = sessions[at];
  if (old === undefined) return library;
  const [post] = old.posts;
  const sections = post.sections.map((section, i) =>
    i === 0 ? { ...section, text: `${section.text} 고쳤다 ${round}.` } : section,
  );
  sessions[at] = { ...old, posts: [{ ...post, sections, hash: `${post.hash}+${round}` }] };
  return { ...library, version: `${library.version}+${round}`, sessions };
}
