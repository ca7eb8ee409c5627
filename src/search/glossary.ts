import { englishStem } from './english.ts';
import { readWords } from './glossary/read.ts';
import { tokensOf } from './tokens.ts';

/** Words that mean the same, or nearly so, each as its words in order: `['machine', 'learn']`. */
export type Phrase = readonly string[];

/** Other words for some of the query. */
export interface Rewording {
  /** How many words of the query it takes the place of. */
  readonly length: number;
  readonly phrases: readonly Phrase[];
  /** True where the words of the query only describe what the phrases name. */
  readonly describes: boolean;
  /** How many concepts the words of the query may stand for in this way: the more, the less each is meant. */
  readonly shared: number;
}

/**
 * A line a concept: names that mean the same, parted by ` / `, and behind ` ~ ` words that somebody would describe it
 * with who does not know its name.
 */
const FILES = [
  'cloud.txt',
  'data.txt',
  'learning.txt',
  'software.txt',
  'world.txt',
  'actions.txt',
  'core.txt',
];

interface Concept {
  readonly names: readonly Phrase[];
  readonly descriptions: readonly Phrase[];
}

/** How a word of a glossary is looked up: Latin words by their stem. */
export function glossaryForm(text: string): string {
  return /^[a-z]/.test(text) ? englishStem(text) : text;
}

function phraseOf(text: string): Phrase {
  return tokensOf(text).map((token) => glossaryForm(token.text));
}

const HANGUL_ONLY = /^[가-힣]+$/;

const lines = FILES.flatMap((file) => readWords(`concepts/${file}`));
/** Lines that hold a phrase which begins with a word. No more is read of a line before it is asked for. */
const byFirst = new Map<string, number[]>();

lines.forEach((line, at) => {
  for (const part of line.split(/ [/~] /)) {
    const space = part.indexOf(' ');
    const first = space < 0 ? part : part.slice(0, space);
    const key = HANGUL_ONLY.test(first) ? first : (phraseOf(first)[0] ?? '');
    const known = byFirst.get(key);
    if (known === undefined) byFirst.set(key, [at]);
    else if (known.at(-1) !== at) known.push(at);
  }
});

const concepts = new Map<number, Concept>();

function conceptOf(at: number): Concept {
  const known = concepts.get(at);
  if (known !== undefined) return known;
  const [names = '', descriptions = ''] = (lines[at] ?? '').split(' ~ ');
  const phrases = (text: string): Phrase[] =>
    text
      .split(' / ')
      .map(phraseOf)
      .filter((phrase) => phrase.length > 0);
  const made = { names: phrases(names), descriptions: phrases(descriptions) };
  concepts.set(at, made);
  return made;
}

/**
 * Other ways to say the words that begin at `at`.
 * @param words each word of the query in all its forms.
 */
export function rewordings(words: readonly (readonly string[])[], at: number): Rewording[] {
  const out: Rewording[] = [];
  const stands = (phrase: Phrase): boolean =>
    phrase.every((part, i) => words[at + i]?.includes(part) === true);
  const seen = new Set<number>();
  const described: { readonly length: number; readonly phrases: readonly Phrase[] }[] = [];
  for (const form of words[at] ?? [])
    for (const line of byFirst.get(form) ?? []) {
      if (seen.has(line)) continue;
      seen.add(line);
      const { names, descriptions } = conceptOf(line);
      const name = longest(names.filter(stands));
      if (name !== undefined) {
        const others = names.filter((other) => other !== name);
        out.push({ length: name.length, phrases: others, describes: false, shared: 1 });
        continue;
      }
      const description = longest(descriptions.filter(stands));
      if (description !== undefined) described.push({ length: description.length, phrases: names });
    }
  for (const one of described) out.push({ ...one, describes: true, shared: described.length });
  return out;
}

function longest(phrases: readonly Phrase[]): Phrase | undefined {
  return phrases.reduce<Phrase | undefined>(
    (a, b) => (a === undefined || b.length > a.length ? b : a),
    undefined,
  );
}
