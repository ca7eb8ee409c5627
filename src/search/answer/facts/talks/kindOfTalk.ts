/** Kinds of talks that are asked for by the kind alone, each by all its names. */
const KINDS = [
  ['키노트', '기조', '기조연설', '기조강연', 'keynote', '基調'],
  ['워크숍', '워크샵', 'workshop', 'ワークショップ'],
  ['패널', 'panel', 'パネル'],
  ['라이트닝', 'lightning', 'ライトニング'],
] as const;

/** The names of the kind of talk that a word says, the one that it says first. */
export function kindOfTalk(word: string): readonly string[] | undefined {
  const says = (name: string): boolean => word.startsWith(name);
  const kind: readonly string[] | undefined = KINDS.find((names) => names.some(says));
  return kind?.toSorted((a, b) => Number(says(b)) - Number(says(a)));
}
