/** What words of a question tell of what is asked, by what they are about. */
export const MARKS = {
  // Says nothing of it: it addresses, begs, excuses, or says where the name was met, and for whom it is to be told.
  frame: 'around',
  name: 'around',
  // Nouns that ask for a meaning, asking words, words that want it told, and not to know it.
  meaning: 'asking',
  what: 'asking',
  tell: 'asking',
  lost: 'asking',
  where: 'asking',
  // Mere interest: that it is what is talked about.
  interest: 'asking',
  // That now is asked for, and what it is called.
  time: 'asking',
  called: 'asking',

  // What became of it; that it is there, in use, or to be had.
  fate: 'thing',
  exists: 'thing',
  used: 'thing',
  // What it is good for, and that it is good.
  advantage: 'thing',
  good: 'thing',
  why: 'thing',
  // What it is not good for; and that it does away with a trouble, which then is none of its own.
  drawback: 'thing',
  solves: 'thing',
  // Where it comes from, what would be without it, and that one must have it: with what asks, why it is there.
  origin: 'thing',
  without: 'thing',
  must: 'thing',
  // Who made it. Who has used it, and for what; what else may be said of them; and that something is made with it.
  maker: 'thing',
  case: 'thing',
  who: 'thing',
  setting: 'thing',
  made: 'thing',
  when: 'thing',
  // The day or the year when it came, or went, by a noun: `출시일`, `end date`.
  release: 'thing',
  ending: 'thing',
  // How much of it there is: a number, a size, a time.
  amount: 'thing',
  how: 'thing',
  // A way to use it, and what happens in it.
  usage: 'thing',
  workings: 'thing',
  // A verb for what it does, which alone asks whether it does.
  works: 'thing',
  feature: 'thing',
  // What it consists of, its kinds, its steps; and that each of them is to be told.
  part: 'thing',
  sorts: 'thing',
  step: 'thing',
  each: 'thing',

  // They are set against each other: how they differ, whether they are the same, which is better, which is for what.
  compares: 'pair',
  // They have to do with each other: one in place of the other, one as a part of it, both together.
  relates: 'pair',
  // Both are named side by side.
  joins: 'pair',
  // How one is brought to the other is asked, or what one has done with it.
  deed: 'pair',

  // The talks, posts, or parts of these; what they are like, in words that no list knows.
  talk: 'talks',
  aside: 'talks',
  // What talks do with what they are about; and what the thing that is named is to them.
  told: 'talks',
  matter: 'talks',
  // That something is there, looked for, met somewhere; how often, which one by number, and whether at all.
  there: 'talks',
  find: 'talks',
  seen: 'talks',
  whether: 'talks',
  count: 'talks',
  order: 'talks',
  // Who spoke, with what tells that somebody did.
  teller: 'talks',
  person: 'talks',
  speaker: 'talks',
  did: 'talks',
  // What a talk comes to.
  gist: 'talks',
} as const;
export type Mark = keyof typeof MARKS;

export const isMark = (name: string): name is Mark => Object.hasOwn(MARKS, name);

/** Tells whether words bear certain marks. */
export type Condition<M extends string = Mark> = (marks: ReadonlySet<M>) => boolean;

/**
 * One of several conditions, each of which is met where all of it is: `when origin`, both marks; `part|step`, one of
 * them; `-used|must`, none of them; `=list|whole`, no words beside these but such as say nothing.
 */
export function bears(...conditions: readonly string[]): Condition<string> {
  const read = conditions.map((condition) => condition.split(' ').map(termOf));
  return (marks) => read.some((terms) => terms.every((isMet) => isMet(marks)));
}

function termOf(term: string): Condition<string> {
  const [, way = '', ...names] = /^([-=]?)(.*)$/u.exec(term) ?? [];
  const marks = names.join('').split('|');
  if (way === '=')
    return (borne) =>
      [...borne].every((one) => !IS_WORD.test(one) || one === 'filler' || marks.includes(one));
  return (borne) => marks.some((mark) => borne.has(mark)) === (way === '');
}
const IS_WORD = /^[a-z]/u;

/** What is asked where words bear certain marks; of several rules that fit, the first counts. */
export type Rules<Asked, M extends string = Mark> = readonly (readonly [
  asks: Asked | undefined,
  condition: Condition<M>,
])[];

/** The rule that fits marks. */
export const ruleFor = <Asked, M extends string>(rules: Rules<Asked, M>, marks: ReadonlySet<M>) =>
  rules.find(([, isMet]) => isMet(marks));

/** What stands for a name in a text that is read. */
export const NAME = '\u25ae';

/** Which mark the words at a place of a text bear, and where they end. */
export type Reader = (text: string, at: number) => { readonly mark: Mark; readonly end: number } | undefined;
