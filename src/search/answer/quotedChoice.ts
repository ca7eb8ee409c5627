import type { Section } from '#library/model.ts';
import type { Candidate } from '../ranking/candidate.ts';
import { hitsIn, marksOf, type Quote, readText } from '../ranking/passage.ts';
import { LONGEST_LIST, type Pieces, piecesOf } from '../ranking/sectionPieces.ts';
import type { Choice } from './choose.ts';
import { refersBack } from './sentences/fit.ts';

/** The quote that shows what was chosen: with what it needs to be understood alone. */
export function quoteOfChoice(candidate: Candidate, section: Section, choice: Choice): Quote {
  const { text } = section;
  const pieces = piecesOf(section);
  const { from, to } = widened(section, pieces, choice);
  const start = pieces.sentences[from]?.start ?? 0;
  const end = pieces.sentences[to]?.end ?? 0;
  const hits = hitsIn(readText(text), candidate);
  let quote = '';
  let marks: Quote['marks'] = [];
  let next = start;
  const asides = pieces.asides.filter((aside) => aside.start > start && aside.end < end);
  for (const aside of [...asides, { start: end, end }]) {
    const at = quote.length;
    const own = marksOf(hits, next, aside.start).map(([from, to]) => [at + from, at + to] as const);
    marks = [...marks, ...own];
    quote += text.slice(next, aside.start);
    // With the break behind it.
    next = aside.end + 1;
  }
  return { quote, marks };
}

/** Sentences that a quote goes back before a pronoun. */
const BACK = 2;
/** An item that only names something: what stands below it tells what. */
const NAMES = 60;
const namesOnly = (text: string): boolean => text.length <= NAMES && !/[.!?。！？]["')\]”’」]*$/u.test(text);
const ASKS = /[?？]$/u;
/** `방법은 다음과 같다.`, `So I took this approach.`: what is announced is told next. */
const ANNOUNCES =
  /[:：]$|(?:다음과|아래와)\s?같\S{0,3}\.?$|이렇게\s(?:답|대답|정리|요약|설명|말)[했한하]\S*\.?$|^(?:so|here|instead)\b[^.]*\b(?:this|these)\b[^.]*\.$|\b(?:as follows|the following)\.$|(?:次の通り|以下の通り)\S{0,4}$/iu;
/** How far below it is quoted, and how far above an item the name or the question that it stands below. */
const BELOW = 600;
const ABOVE = 160;

/** A stretch that can be understood alone: from before a pronoun or the name above an item, through what stands below an item. */
function widened(
  section: Section,
  { sentences }: Pieces,
  { from, to }: Choice,
): { readonly from: number; readonly to: number } {
  const textOf = (at: number): string => section.text.slice(sentences[at]?.start, sentences[at]?.end);
  let first = from;
  let last = to;
  const above = sentences[first]?.above ?? -1;
  if (above >= 0 && (namesOnly(textOf(above)) || ASKS.test(textOf(above)))) {
    if ((sentences[first]?.start ?? 0) - (sentences[above]?.end ?? 0) <= ABOVE) first = above;
  }
  // A sentence that only asks, or announces something, is answered by the next one.
  const leadsOn = ASKS.test(textOf(last)) || ANNOUNCES.test(textOf(last));
  if (leadsOn && last + 1 < sentences.length) last += 1;
  const item = sentences[last];
  if (item !== undefined && namesOnly(textOf(last))) {
    const end = Math.min(item.below, item.start + BELOW);
    last = Math.max(
      last,
      sentences.findLastIndex((one) => one.end <= end),
    );
  }
  for (let more = 0; more < BACK && first > 0 && refersBack(textOf(first)); more += 1) {
    if ((sentences[last]?.end ?? 0) - (sentences[first - 1]?.start ?? 0) > LONGEST_LIST) break;
    if (sentences[first]?.list !== sentences[first - 1]?.list) break;
    first -= 1;
  }
  return { from: first, to: last };
}
