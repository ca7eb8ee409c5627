/** What words of a question tell of what is asked. */
export const MARKS = [
  // Says nothing of it: it addresses, begs, excuses, or says where the name was met, and for whom it is to be told.
  'frame',
  // The name.
  'name',
  // Nouns that ask for its meaning, asking words, words that want it told, and not to know it.
  'meaning',
  'what',
  'tell',
  'lost',
  // Mere interest: that it is what is talked about.
  'interest',
  // What became of it; when that is asked; and that it is there, in use, or to be had.
  'fate',
  'time',
  'exists',
  'used',
  // What it is called.
  'called',
  // What it is good for, and that it is good.
  'advantage',
  'good',
  'why',
  // What it is not good for; and that it does away with a trouble, which then is none of its own.
  'drawback',
  'solves',
  // Where it comes from, what would be without it, and that one must have it: with what asks, why it is there.
  'origin',
  'without',
  'must',
  // Who made it. Who has used it, and for what; what else may be said of them; and that something is made with it.
  'maker',
  'case',
  'who',
  'setting',
  'made',
  'where',
  'when',
  // The day or the year when it came, or went, by a noun: `출시일`, `end date`.
  'release',
  'ending',
  // How much of it there is: a number, a size, a time.
  'amount',
  'how',
  // A way to use it, and what happens in it.
  'usage',
  'workings',
  // A verb for what it does, which alone asks whether it does.
  'works',
  'feature',
  // What it consists of, its kinds, its steps; and that each of them is to be told.
  'part',
  'sorts',
  'step',
  'each',

  // Of two things: they are set against each other (how they differ, whether they are the same, which is better).
  'compares',
  // They have to do with each other: one in place of the other, one as a part of it, both together.
  'relates',
  // Both are named side by side.
  'joins',
  // How one is brought to the other is asked, or what one has done with it.
  'deed',

  // Of the talks: says what they are like, in words that no list knows.
  'aside',
  // The talks, posts, or parts of these.
  'talk',
  // What talks do with what they are about; and what the thing that is named is to them.
  'told',
  'matter',
  // That something is there, looked for, met somewhere; how often, which one by number, and whether at all.
  'there',
  'find',
  'seen',
  'whether',
  'count',
  'order',
  // Who spoke, with what tells that somebody did.
  'teller',
  'person',
  'speaker',
  'did',
  // What a talk comes to.
  'gist',
] as const;
export type Mark = (typeof MARKS)[number];

/** What stands for a name in a text that is read. */
export const NAME = '\u25ae';

/** Which mark the words at a place of a text bear, and where they end. */
export type Reader = (text: string, at: number) => { readonly mark: Mark; readonly end: number } | undefined;
