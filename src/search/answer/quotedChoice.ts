import type { Section } from '#library/model.ts';
import type { Candidate } from '../ranking/candidate.ts';
import { hitsIn, marksOf, type Quote, readText } from '../ranking/passage.ts';
import { type Choice, LONGEST_LIST, LONGEST_RUN } from './choose.ts';
import type { AskedFor } from './question/questionKinds.ts';
import type { Asking } from './question/readQuestion.ts';
import { refersBack, tellsLaterFate } from './sentences/fit.ts';
import { type Pieces, piecesOf, type Sentence } from './sentences/sectionPieces.ts';

/** A paragraph that is quoted whole, and how far a fact is quoted on. */
const PARAGRAPH = 320;
const BRIEF = 130;
/** An item that holds less of the question than this, beside what its heading says, is one of many. */
const TELLING = 0.12;
const OF_MANY: ReadonlySet<AskedFor> = new Set<AskedFor>([
  'list',
  'how',
  'why',
  'where',
  'name',
  'difference',
]);
const SHORT: readonly AskedFor[] = ['definition', 'date', 'number', 'name'];

type Run = Pick<Choice, 'from' | 'to' | 'list'>;

/** The quote that shows what was chosen: with what it needs to be understood alone. */
export function quoteOfChoice(candidate: Candidate, section: Section, choice: Choice, asking: Asking): Quote {
  const { text } = section;
  const pieces = piecesOf(section);
  const isOneOfMany = choice.held - choice.headed < TELLING && asking.kinds.some((kind) => OF_MANY.has(kind));
  const { from, to } = widened(section, pieces, listOf(pieces, choice, isOneOfMany), asking);
  const start = pieces.sentences[from]?.start ?? 0;
  const end = pieces.sentences[to]?.end ?? 0;
  return {
    quote: text.slice(start, end),
    marks: marksOf(hitsIn(readText(text).plain, candidate), start, end),
  };
}

/**
 * The list that a run of sentences is a part of, with what leads up to it; the run itself where it is no part.
 * @param isOneOfMany true where one item is one of many that answer; else tables alone are taken whole.
 */
function listOf({ sentences, lists }: Pieces, run: Run, isOneOfMany: boolean): Run {
  const { start = 0, list = -1 } = sentences[run.from] ?? {};
  if (run.list >= 0 || list < 0) return run;
  const at = lists.findIndex((one) => one.start <= start && start < (one.ends.at(-1) ?? 0));
  const found = lists[at];
  const end = found?.ends.findLast((end) => end - found.start <= LONGEST_LIST);
  if (found === undefined || end === undefined || !(isOneOfMany || found.table)) return run;
  const from = found.lead < 0 ? sentences.findIndex((one) => one.start >= found.start) : found.lead;
  const to = sentences.findLastIndex((one) => one.end <= end);
  return to < run.to ? run : { from, to, list: at };
}

/** An item that only names something: what stands below it tells what. */
const NAMES = 60;
const namesOnly = (text: string): boolean => text.length <= NAMES && !/[.!?。！？]["')\]”’」]*$/u.test(text);

const belowOf = (sentence: Sentence | undefined): number =>
  sentence === undefined ? 0 : Math.min(sentence.below, sentence.start + LONGEST_RUN);

const CALLS =
  /['"‘“「][^'"’”」]{2,40}['"’”」](?:이?라고?|으로|로)\s?(?:부[르른릅]|불[러렸리]|칭)|\b(?:we|they|people) call (?:it|this|that)\b|と呼[んびぶば]/u;

/** A quote that can be understood alone: from before a pronoun, through the list that it leads up to. */
function widened(
  section: Section,
  { sentences, lists }: Pieces,
  { from, to, list }: Run,
  { kinds, counted }: Asking,
): Pick<Run, 'from' | 'to'> {
  const textOf = (at: number): string => section.text.slice(sentences[at]?.start, sentences[at]?.end);
  let first = from;
  let last = to;
  // A sentence that only asks is answered by the next one.
  if (/[?？]$/.test(textOf(last)) && last + 1 < sentences.length) last += 1;
  const below = namesOnly(textOf(last))
    ? sentences.findLastIndex(({ end }) => end <= belowOf(sentences[last]))
    : 0;
  if (list < 0 && below > last) last = below;
  else if (list < 0) {
    const led = lists.find(({ lead }) => lead === last);
    const end = led?.ends.findLast((at) => at - (sentences[first]?.start ?? 0) <= LONGEST_LIST);
    if (end !== undefined)
      last = Math.max(
        last,
        sentences.findLastIndex((sentence) => sentence.end <= end),
      );
    else {
      // What became of a thing, how something is done and what is not known by name is told in a few sentences.
      const room = tellsLaterFate(textOf(first))
        ? LONGEST_RUN
        : SHORT.some((kind) => kinds[0] === kind)
          ? BRIEF
          : PARAGRAPH;
      const within = (at: number, from: number, to: number): boolean =>
        sentences[at]?.line === sentences[first]?.line &&
        (sentences[to]?.end ?? 0) - (sentences[from]?.start ?? 0) <= room;
      const leads = (at: number): boolean => lists.some(({ lead }) => lead === at);
      while (last + 1 < sentences.length && within(last + 1, first, last + 1) && !leads(last + 1)) last += 1;
      while (room === PARAGRAPH && first > 0 && within(first - 1, first - 1, last)) first -= 1;
    }
  }
  // How many there are may be told before what leads up to the list of them.
  const before = sentences[first - 1];
  if (last > first && before?.line === sentences[first]?.line && counted?.test(textOf(first - 1)) === true)
    first -= 1;
  // What is called so stands before the sentence that calls it so.
  if (
    kinds[0] === 'definition' &&
    first > 0 &&
    CALLS.test(textOf(first)) &&
    sentences[first - 1]?.line === sentences[first]?.line
  )
    first -= 1;
  for (let more = 0; more < 2 && first > 0 && refersBack(textOf(first)); more += 1) {
    if ((sentences[last]?.end ?? 0) - (sentences[first - 1]?.start ?? 0) > LONGEST_LIST) break;
    if (sentences[first]?.list !== sentences[first - 1]?.list) break;
    first -= 1;
  }
  return { from: first, to: last };
}
