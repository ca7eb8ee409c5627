import type { ComposedSentence } from '#pages/answer/composed.ts';

/** Characters that are read of what a model wrote, and of one sentence. */
const LONGEST_TEXT = 4_000;
const LONGEST_SENTENCE = 350;

const THINKING = /<think(?:ing)?>[\s\S]*?(?:<\/think(?:ing)?>|$)/gi;
/** Marks of headings, quotes, bullets and numbered lists. */
const LINE_MARK = /^\s*(?:(?:#{1,6}|>+|[-*+•]|\d{1,2}[.)])\s+)+/;
const EMPHASIS = /\*\*|__|`+/g;
const NUMBERS = /\[\s*(\d{1,3}(?:\s*,\s*\d{1,3})*)\s*\]/g;
/** Numbers of sources that stand after the end of their sentence: `… end. [1]`. */
const AFTER_END = /([.!?。！？]+["”’」』)]*)((?:\s*\[[\d\s,]+\])+)/g;

const segmenter = new Intl.Segmenter(undefined, { granularity: 'sentence' });

/** The sentences that a model wrote which cite a source, plain, each once; the others are left out. */
export const sentencesIn = (written: string): readonly ComposedSentence[] => {
  const lines = written
    .toWellFormed()
    .replace(THINKING, '')
    .slice(0, LONGEST_TEXT)
    .replace(/[【［]\s*([\d\s,]+)[^【】［］[\]]*[】］]/g, '[$1]')
    .split(/[\r\n]+/)
    .map((line) => line.replace(LINE_MARK, '').replace(EMPHASIS, '').replace(AFTER_END, '$2$1'));
  const known = new Set<string>();
  return lines
    .flatMap((line) => Array.from(segmenter.segment(line), ({ segment }) => segment))
    .map((segment) => ({
      text: segment
        .replace(NUMBERS, '')
        .replace(/\s+/g, ' ')
        .replace(/\s+([.,!?。！？])/g, '$1')
        .trim(),
      sources: [
        ...new Set(
          [...segment.matchAll(NUMBERS)].flatMap(([, numbers = '']) => numbers.split(',').map(Number)),
        ),
      ],
    }))
    .filter(
      ({ text, sources }) =>
        sources.length > 0 &&
        /\p{L}/u.test(text) &&
        text.length <= LONGEST_SENTENCE &&
        !known.has(text) &&
        known.add(text),
    );
};
