const segmenter = new Intl.Segmenter('ko', { granularity: 'sentence' });

/** Dots that stand for what is left out of code, and end no sentence: `orElse(...)는`, `f(...) 뒤에`, `...rest`. */
const OPEN = /(?:^|[\s([{<,])(?:\.{2,}|…)[)\]}>"'`]*$|[([{](?:\.{2,}|…)[)\]}]\s$/u;

interface Segment {
  readonly segment: string;
  readonly index: number;
}

/** The sentences of a text, with the white space behind them. */
export function sentencesOf(text: string): Iterable<Segment> {
  return /\.\.|…/u.test(text) ? joined(text) : segmenter.segment(text);
}

function joined(text: string): readonly Segment[] {
  const found: Segment[] = [];
  for (const { segment, index } of segmenter.segment(text)) {
    const last = found.at(-1);
    if (last !== undefined && OPEN.test(last.segment))
      found[found.length - 1] = { segment: last.segment + segment, index: last.index };
    else found.push({ segment, index });
  }
  return found;
}
