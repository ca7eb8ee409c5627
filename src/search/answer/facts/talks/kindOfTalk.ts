/** Kinds of talks that are asked for by the kind alone, each by all its names. */
const KINDS = [
  ['키노트', '기조', '기조연설', '기조강연', 'keynote', '基調'],
  ['워크숍', '워크샵', 'workshop', 'ワークショップ'],
  ['패널', 'panel', 'パネル'],
  ['라이트닝', 'lightning', 'ライトニング'],
] as const;

/** `기조 연설`: the kind's second word. */
const SECOND = /^(?:연설|강연|발표|세션|토크|talks?|speech|address|session|講演)/iu;

/** The names of the kind of talk that words say and nothing else, the one that they say first. */
export function kindOfTalk(words: readonly string[]): readonly string[] | undefined {
  const [first = '', second] = words;
  if (words.length > 2 || (second !== undefined && !SECOND.test(second))) return undefined;
  const says = (name: string): boolean => first.startsWith(name);
  const kind: readonly string[] | undefined = KINDS.find((names) => names.some(says));
  return kind?.toSorted((a, b) => Number(says(b)) - Number(says(a)));
}
