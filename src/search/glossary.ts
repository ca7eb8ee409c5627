import { englishStem } from './english.ts';
import { GENERAL_WORDS } from './glossaryWords.ts';
import { tokensOf } from './tokens.ts';

/** Words that mean the same, each as its words in order: `['machine', 'learn']`. */
type Phrase = readonly string[];

interface Group {
  readonly phrases: readonly Phrase[];
}

interface Entry {
  readonly phrase: Phrase;
  readonly group: Group;
}

/** How a word of a glossary is looked up: Latin words by their stem. */
export function glossaryForm(text: string): string {
  return /^[a-z]/.test(text) ? englishStem(text) : text;
}

function phraseOf(text: string): Phrase {
  return tokensOf(text.trim()).map((token) => glossaryForm(token.text));
}

const byFirst = new Map<string, Entry[]>();

for (const line of GENERAL_WORDS.split('\n')) {
  const phrases = line
    .split('/')
    .map(phraseOf)
    .filter((phrase) => phrase.length > 0);
  if (phrases.length < 2) continue;
  const group: Group = { phrases };
  for (const phrase of phrases) {
    const first = phrase[0] ?? '';
    const list = byFirst.get(first) ?? [];
    list.push({ phrase, group });
    byFirst.set(first, list);
  }
}

/** Other ways to say the words that begin at `at`. */
export interface Rewording {
  /** How many words of the query it takes the place of. */
  readonly length: number;
  readonly phrases: readonly Phrase[];
}

/**
 * @param words each word of the query in all its forms.
 * @param at where the reworded words begin.
 */
export function rewordings(words: readonly (readonly string[])[], at: number): Rewording[] {
  const out: Rewording[] = [];
  for (const form of words[at] ?? []) {
    for (const { phrase, group } of byFirst.get(form) ?? []) {
      if (!phrase.every((word, i) => words[at + i]?.includes(word))) continue;
      out.push({ length: phrase.length, phrases: group.phrases.filter((other) => other !== phrase) });
    }
  }
  return out;
}
