/** Kinds of talks that are asked for by the kind alone, each by all its names. */
const KINDS = [
  ['키노트', '기조', '기조연설', '기조강연', 'keynote', '基調'],
  ['워크숍', '워크샵', 'workshop', 'ワークショップ'],
  ['패널', 'panel', 'パネル'],
  ['라이트닝', 'lightning', 'ライトニング'],
] as const;

/** The names of the kind of talk that a word says. */
export const kindOfTalk = (word: string): readonly string[] | undefined =>
  KINDS.find((names) => names.some((one) => word.startsWith(one)));
