import { findTopic, type LocatedSection } from '#library/find.ts';
import { stringsFor } from '#locales/index.ts';
import type { Passage, SearchResult } from '#search/model.ts';
import { locateSection } from '../lookup.ts';
import { ACCENT, buttons, compose, type Entry, link, type Row } from '../message/compose.ts';
import { cutLabel } from '../message/cut.ts';
import { escapeCut, escapeTyped } from '../message/escape.ts';
import { LIMITS } from '../message/limits.ts';
import { drawQuote } from '../message/quote.ts';
import { withMarks } from '../message/share.ts';
import type { Page, Reader, Sources } from '../model.ts';
import { sectionLabel } from '../names.ts';
import type { Route } from '../route.ts';
import { languageNote } from '../session/sessionPage.ts';
import { drawComparison } from './comparisonPage.ts';
import { drawFact } from './factPage.ts';
import { drawGlossary } from './glossaryPage.ts';
import { quotedPassages } from './guesses.ts';
import { markersFor } from './listMarkers.ts';
import { readerOf } from './plainAnswer.ts';
import { questionLine } from './questionLine.ts';

/** The best passage, and up to four others. */
const OTHERS = 4;
const NEAREST = 5;
/** Names that are told to be in no post. */
const ABSENT = 3;
/** The least confidence of a passage that is shown besides the answer. */
const LIKELY = 0.2;
/** The least similarity of a section that is offered where nothing answers. */
const ALIKE = 0.16;

interface LocatedPassage {
  readonly passage: Passage;
  /** The section in the reader's language. */
  readonly located: LocatedSection;
  /** The section in the language of the quotation. */
  readonly quoted: LocatedSection;
}

function foundIn(
  { library }: Sources,
  passages: readonly Passage[],
  reader: Reader,
): readonly LocatedPassage[] {
  return passages.flatMap((passage) => {
    const located = locateSection(library, passage, reader);
    const quoted =
      located?.post.language === passage.language
        ? located
        : locateSection(library, passage, { ...reader, language: passage.language });
    return located === undefined || quoted === undefined ? [] : [{ passage, located, quoted }];
  });
}

const openSection = ({ located: { session, section } }: LocatedPassage): Route => ({
  page: 'section',
  session: session.id,
  section: section.id,
  part: 1,
});

const entriesOf = (found: readonly LocatedPassage[], reader: Reader): readonly Entry[] =>
  found.map((one) => ({
    ...sectionLabel(one.located, reader),
    route: openSection(one),
  }));

function headingOf(located: LocatedSection, reader: Reader): string {
  const { label, description = '' } = sectionLabel(located, reader);
  return `**${escapeCut(label, 150, cutLabel)}**\n-# ${escapeCut(description, 150, cutLabel)}`;
}

/** A list of sections, each with its breadcrumb. */
const listOf = (found: readonly LocatedPassage[], reader: Reader): string =>
  found.map(({ located }) => headingOf(located, reader)).join('\n');

const readAs = ({ readAs: reading }: SearchResult, reader: Reader): string =>
  reading === undefined || reading === ''
    ? ''
    : `-# ${stringsFor(reader.locale).answer.readAs(escapeTyped(reading, 100, cutLabel))}`;

const toIndex = (reader: Reader): Row =>
  buttons({
    kind: 'open',
    label: stringsFor(reader.locale).button.allSessions,
    route: { page: 'index', part: 1 },
  });

const lines = (...texts: readonly string[]): string => texts.filter((text) => text !== '').join('\n\n');

const drawQuoted = ({ quoted: { section }, passage: { marks } }: LocatedPassage, quote: string): string =>
  drawQuote(quote, marks, markersFor(section, quote));

/** A passage that comes near, under its heading, so that a reader sees at once whether it is meant. */
const drawGuess = (guess: LocatedPassage, quote: string, reader: Reader): string => {
  const heading = headingOf(guess.quoted, reader);
  return quote.trim() === '' ? heading : `${heading}\n${drawQuoted(guess, quote)}`;
};

/** The nearest sections as a menu. */
function drawNearest(
  found: readonly LocatedPassage[],
  question: string,
  title: string,
  text: string,
  reader: Reader,
  list?: string,
): Page {
  const nearest = found.slice(0, NEAREST);
  return compose({
    embeds: [
      {
        color: ACCENT,
        author: questionLine(question),
        title,
        description: lines(text, list ?? listOf(nearest, reader)),
      },
    ],
    rows: [
      {
        kind: 'menu',
        placeholder: stringsFor(reader.locale).menu.nearest,
        entries: entriesOf(nearest, reader),
      },
      toIndex(reader),
    ],
  });
}

function drawPassage(
  [best, ...others]: readonly [LocatedPassage, ...LocatedPassage[]],
  question: string,
  note: string,
  reader: Reader,
): Page {
  const strings = stringsFor(reader.locale);
  const { session, post } = best.quoted;
  const { label, description = '' } = sectionLabel(best.quoted, reader);
  return compose({
    embeds: [
      {
        color: ACCENT,
        author: questionLine(question),
        title: escapeCut(label, LIMITS.title, cutLabel),
        ...(post.url === undefined ? {} : { url: post.url }),
        description: lines(
          best.passage.quote.trim() === '' ? strings.noText : drawQuoted(best, best.passage.quote),
          `-# ${escapeCut(description, 300, cutLabel)}`,
          languageNote('section', best.located.post, reader),
          note,
        ),
      },
    ],
    rows: [
      {
        kind: 'menu',
        placeholder: strings.menu.otherPassages,
        entries: entriesOf(others.slice(0, OTHERS), reader),
      },
      buttons(
        { kind: 'open', label: strings.button.openSection, route: openSection(best), primary: true },
        {
          kind: 'open',
          label: strings.button.toSession,
          route: { page: 'session', session: session.id, part: 1 },
        },
        link(strings.button.post, post.url),
      ),
    ],
  });
}

/** The nearest sections where nothing answers; those that are not alike are no help. */
function drawNone(found: readonly LocatedPassage[], question: string, note: string, reader: Reader): Page {
  const { answer } = stringsFor(reader.locale);
  const hint = found.length === 0 ? answer.noneEmpty : answer.noneHint;
  return drawNearest(found, question, answer.none, lines(hint, note), reader);
}

/**
 * The answer to a question: the best passage, or the nearest sections with a note on their confidence. Where marks are
 * kept, an answer can be marked.
 */
export function drawAnswer(sources: Sources, question: string, result: SearchResult, given: Reader): Page {
  const page = drawUnmarked(sources, question, result, given);
  const isAnswer = question.trim() !== '' && result.verdict !== 'none';
  return sources.feedback === true && isAnswer ? withMarks(page, question, readerOf(result, given)) : page;
}

function drawUnmarked(sources: Sources, question: string, result: SearchResult, given: Reader): Page {
  const reader = readerOf(result, given);
  const { answer } = stringsFor(reader.locale);
  if (result.answer?.kind === 'facts') return drawFact(sources, question, result.answer.fact, reader);
  const found = foundIn(sources, result.passages, reader);
  const [best, ...rest] = found;
  const others = rest.filter(({ passage }) => passage.confidence >= LIKELY);
  const note = readAs(result, reader);
  const absent =
    result.absent === undefined
      ? ''
      : answer.absent(result.absent.slice(0, ABSENT).map((name) => escapeTyped(name, 60, cutLabel)));
  if (question.trim() === '') return drawNearest(found, question, answer.none, answer.emptyQuestion, reader);
  if (best === undefined) return drawNone([], question, note, reader);
  switch (result.verdict) {
    case 'answer': {
      if (result.answer?.kind === 'comparison')
        return drawComparison(sources, question, result.answer, reader);
      const topic =
        result.answer?.kind === 'topic' ? findTopic(sources.library, result.answer.topic) : undefined;
      if (topic !== undefined && result.answer?.kind === 'topic')
        return drawGlossary(
          question,
          topic,
          result.answer.part,
          entriesOf([best, ...others], reader),
          reader,
        );
      return drawPassage([best, ...others], question, note, reader);
    }
    case 'maybe':
      return drawNearest(
        found,
        question,
        answer.perhaps,
        lines(absent, note),
        reader,
        lines(
          ...quotedPassages(result).flatMap(({ passage, quote }) =>
            foundIn(sources, [passage], reader).map((guess) => drawGuess(guess, quote, reader)),
          ),
        ),
      );
    case 'none':
      return drawNone(
        found.filter(({ passage }) => passage.score >= ALIKE),
        question,
        note,
        reader,
      );
  }
}

/** The sections related to a message. */
export function drawFound(sources: Sources, text: string, result: SearchResult, reader: Reader): Page {
  const { answer } = stringsFor(reader.locale);
  const found = foundIn(sources, result.passages, reader);
  if (text.trim() === '') return drawNearest([], text, answer.foundNone, answer.foundNoText, reader);
  const title = { answer: answer.found, maybe: answer.foundPerhaps, none: answer.foundNone }[result.verdict];
  if (found.length === 0) return drawNearest([], text, answer.foundNone, answer.noneEmpty, reader);
  const likely = found.filter(({ passage }, at) => at === 0 || passage.confidence >= LIKELY);
  const shown = result.verdict === 'answer' ? likely : found;
  return drawNearest(shown, text, title, result.verdict === 'none' ? answer.noneHint : '', reader);
}
