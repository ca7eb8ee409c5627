import { readFileSync } from 'node:fs';
import type { Library } from '#library/model.ts';
import { type PlainAnswer, plainAnswer } from '#pages/answer/plainAnswer.ts';
import type { Search, Verdict } from '#search/model.ts';
import { BLOGS, openCorpus } from './corpora.ts';
import { QUERY_SETS } from './queries.ts';

/** Kinds of questions as readers ask them. */
export const ASKED_KINDS = [
  'definition',
  'still-now',
  'number-date',
  'who-where-name',
  'why-advantages-list',
  'how-to',
  'difference',
  'yes-no',
  'event',
  'description',
  'absent',
  'chat',
] as const;
export type AskedKind = (typeof ASKED_KINDS)[number];

/** What questions are asked of: the bundled posts, those of other events, and those that others write. */
const ASKED_SETS = [...QUERY_SETS, ...BLOGS] as const;
export type AskedSet = (typeof ASKED_SETS)[number];

/** A question, written from the posts alone, with what the shown answer must hold. */
export interface AskedQuestion {
  readonly set: AskedSet;
  readonly kind: AskedKind;
  readonly text: string;
  readonly language: 'ko' | 'en' | 'ja';
  /** What must be shown: an answer, or none; `maybe` where asking back is right too. */
  readonly expect: 'answer' | 'none' | 'maybe';
  /** Each piece must be shown, in one of its wordings. */
  readonly mustHold: readonly (readonly string[])[];
}

/** What was shown for a question. */
export interface Shown {
  readonly question: AskedQuestion;
  readonly verdict: Verdict;
  readonly confidence: number;
  readonly kind: string;
  readonly text: string;
  /** True where the text that was chosen answers, whatever the verdict was. */
  readonly holds: boolean;
  /** True where it was given as the answer and answers, or where nothing was to be answered and nothing was. */
  readonly right: boolean;
  /** `right`, or true where the reader was asked back and what they were shown answers. */
  readonly seen: boolean;
}

/**
 * The questions of a file in `asked/`: a row for each, of set, kind, question, language, what is expected, and the
 * pieces that must be shown, parted by ` | `, their wordings by `//`. @throws where a row is not so.
 */
export function readAsked(part: 'tune' | 'held'): AskedQuestion[] {
  return readFileSync(new URL(`./asked/${part}.tsv`, import.meta.url), 'utf8')
    .split('\n')
    .slice(1)
    .filter((line) => line !== '')
    .map((line, at) => {
      const [set, kind, text, language, expect, mustHold = ''] = line.split('\t');
      if (
        !isSet(set) ||
        !isKind(kind) ||
        text === undefined ||
        (language !== 'ko' && language !== 'en' && language !== 'ja') ||
        expect === undefined
      )
        throw new Error(`asked/${part}.tsv:${at + 2}: not a question`);
      return {
        set,
        kind,
        text,
        language,
        expect: expect === 'none' || expect === 'maybe' ? expect : 'answer',
        mustHold: mustHold
          .split(' | ')
          .filter((piece) => piece.trim() !== '')
          .map((piece) => piece.split('//').map((wording) => wording.trim())),
      };
    });
}

const isSet = (text: string | undefined): text is AskedSet => ASKED_SETS.some((one) => one === text);
const isKind = (text: string | undefined): text is AskedKind => ASKED_KINDS.some((one) => one === text);

/** Spaces, case, and the order of an English date do not count. */
export const squeeze = (text: string): string =>
  text
    .toLowerCase()
    .replace(/\s+/gu, ' ')
    .replace(
      /\b(january|february|march|april|may|june|july|august|september|october|november|december) (\d{1,2}), (\d{4})\b/gu,
      '$2 $1 $3',
    );

/** Asks a question as a reader with its language would, and judges the text that they are shown. */
export function show(search: Search, library: Library, question: AskedQuestion): Shown {
  const { text, language, expect, mustHold } = question;
  const result = search.search(text, { language, limit: 5 });
  const reader = { locale: language, language };
  const plain = plainAnswer(library, result, reader);
  const answered = result.verdict === 'answer';
  const holdsAll = (answer: PlainAnswer | undefined): boolean => {
    const shown = squeeze(answer?.text ?? '');
    return (
      expect !== 'none' &&
      answer !== undefined &&
      mustHold.every((wordings) => wordings.some((wording) => shown.includes(squeeze(wording))))
    );
  };
  const holds = holdsAll(answered ? plain : plainAnswer(library, { ...result, verdict: 'answer' }, reader));
  const right = expect === 'none' ? !answered : answered ? holds : expect === 'maybe';
  return {
    question,
    verdict: result.verdict,
    confidence: result.confidence,
    kind: plain?.kind ?? result.verdict,
    text: plain?.text ?? '',
    holds,
    right,
    seen: right || (result.verdict === 'maybe' && holdsAll(plain)),
  };
}

/** Asks each question of the posts that it was written for. */
export async function showAll(questions: readonly AskedQuestion[]): Promise<Shown[]> {
  const shown: Shown[] = [];
  for (const question of questions) {
    const { library, search } = await openCorpus(question.set === 'content' ? 'full' : question.set);
    shown.push(show(search, library, question));
  }
  return shown;
}

/** How far the shown confidence is from how often answers are right, 0 to 1; over five bins. */
export function calibrationOf(shown: readonly Shown[], bins = 5): number {
  const given = shown.filter(({ question }) => question.kind !== 'chat');
  let error = 0;
  for (let bin = 0; bin < bins; bin += 1) {
    const inside = given.filter(
      ({ confidence }) => Math.min(bins - 1, Math.floor(confidence * bins)) === bin,
    );
    const said = inside.reduce((sum, { confidence }) => sum + confidence, 0);
    const right = inside.filter(({ holds }) => holds).length;
    error += Math.abs(said - right) / Math.max(1, given.length);
  }
  return error;
}
