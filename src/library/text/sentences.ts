const segmenter = new Intl.Segmenter('ko', { granularity: 'sentence' });

/** Dots that stand for what is left out of code, and end no sentence: `orElse(...)는`, `f(...) 뒤에`, `...rest`. */
const OPEN = /(?:^|[\s([{<,])(?:\.{2,}|…)[)\]}>"'`]*$|[([{](?:\.{2,}|…)[)\]}]\s$/u;

/** Dots of short words that another one always follows, and end no sentence: `Dr. Lund`, `St. Louis`, `vs. Kafka`, `the U.S. team`. */
const SHORT =
  /(?:^|[\s("“‘'–—-])(?:Dr|Mr|Mrs|Ms|Mx|Prof|Rev|Hon|Gen|Gov|Sen|Rep|St|Ste|Mt|Ft|vs|viz|approx|ca|cf|esp|incl|Fig|Figs|Eq|(?:\p{Lu}\.)+\p{Lu})\.\s$/u;
const NUMBERED = /(?:^|[\s(])(?:No|Nos|Vol|Sec|Ch|pp?)\.\s$/u;

/** Dots of a company's name before what is said of it: `NHN Ent. 재직 중`, `Acme Inc.의`. */
const COMPANY = /\b(?:Ent|Inc|Corp|Ltd|Co)\.\s$/u;
/** The number of an item that is none to Markdown: `2. 좋은 직장`. */
const ITEM = /^\s*\d{1,2}\.\s$/u;

interface Segment {
  readonly segment: string;
  readonly index: number;
}

/** The sentences of a text, with the white space behind them. */
export function sentencesOf(text: string): Iterable<Segment> {
  return MAY_JOIN.test(text) ? joined(text) : segmenter.segment(text);
}

/** What a text holds where some of its sentences may be one: dots in a row, or a short word with a dot and more behind it. */
const MAY_JOIN = /\.\.|…|[A-Za-z]\.\s?[\p{L}\d]|^\s*\d{1,2}\.\s/u;

const goesOn = (before: string, next: string): boolean =>
  OPEN.test(before) ||
  SHORT.test(before) ||
  (NUMBERED.test(before) && /^\d/u.test(next)) ||
  (COMPANY.test(before) && /^[가-힣a-z(]/u.test(next)) ||
  (/[A-Za-z]\.$/u.test(before) && /^[가-힣]/u.test(next));

function joined(text: string): readonly Segment[] {
  const found: Segment[] = [];
  for (const { segment, index } of segmenter.segment(text)) {
    const last = found.at(-1);
    const isItem = found.length === 1 && last !== undefined && ITEM.test(last.segment);
    if (last !== undefined && (isItem || goesOn(last.segment, segment)))
      found[found.length - 1] = { segment: last.segment + segment, index: last.index };
    else found.push({ segment, index });
  }
  return found;
}
