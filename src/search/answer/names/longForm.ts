import { locateSection } from '#library/find.ts';
import type { Library, SectionRef, Topic } from '#library/model.ts';
import { isShortFor, isShortForm, longFormOf } from '#library/topics/longForm.ts';
import { topicNames } from '../../index/documents.ts';
import type { Passage, SearchOptions, SearchResult } from '../../model.ts';
import type { Candidate } from '../../ranking/candidate.ts';
import { piecesOf } from '../../ranking/sectionPieces.ts';
import { quoteOf } from '../topicAnswer.ts';

const ASKS =
  /약자|약어|준말|줄임말|줄인\s?(?:말|거|건|것)|풀\s?네임|풀어\s?(?:쓰|쓴|써)|본딧?말|\bfull[\s-]?(?:name|form)\b|\bstands? for\b|\b(?:short|acronym|initialism|abbreviat\w+) (?:for|of)\b|\bspell(?:ed|s)? out\b|\b(?:abbreviat\w+|acronym|initialism)\b|何の略|の略|略称|略語|正式名称/iu;
const LATIN = /(?<![\p{L}\p{N}])[A-Za-z]{2,7}(?![A-Za-z\p{N}])/gu;
/** Sections that are read for it, those of a topic and those that were found. */
const READ = 24;
/** Letters in front of a short form in brackets, in which what it stands for ends. */
const FRONT = 80;

/** True for `MSP가 무슨 약자야?`, `what does MSP stand for?` */
export const asksLongForm = (question: string): boolean => ASKS.test(question);

/**
 * Where the posts spell out a short form that a question asks for, else the glossary's entry if that does; undefined
 * where neither does.
 */
export function longFormAnswer(
  library: Library,
  question: string,
  subject: Topic | undefined,
  ranked: readonly Candidate[],
  passages: readonly Passage[],
  options: SearchOptions,
): Pick<SearchResult, 'answer' | 'passages'> | undefined {
  const shorts =
    subject === undefined
      ? (question.match(LATIN) ?? []).map((word) => word.toUpperCase())
      : topicNames(subject).filter(isShortForm);
  const found: readonly SectionRef[] = ranked.map(({ doc: { session, section } }) => ({ session, section }));
  const refs = [...(subject?.about ?? []), ...(subject?.mentions ?? []), ...found].slice(0, READ);
  for (const short of shorts)
    for (const ref of refs) {
      const place = locateSection(library, ref, options.language ?? '');
      const quote = place && spelledOutIn(place.section, short);
      if (place === undefined || quote === undefined) continue;
      const at = quote.indexOf(short);
      return quoteOf(
        { ref, language: place.post.language, quote, marks: [[at, at + short.length]], strength: 1 },
        passages,
      );
    }
  if (subject === undefined || !shorts.some((short) => longFormOf(subject, short) !== undefined))
    return undefined;
  return { answer: { kind: 'topic', topic: subject.id, part: 'summary' }, passages };
}

/** The sentence of a section that spells out a short form: `MSP (managed service provider)`, `관리형 서비스 제공업체(MSP)`. */
function spelledOutIn(section: Parameters<typeof piecesOf>[0], short: string): string | undefined {
  if (!section.text.includes(short)) return undefined;
  const { sentences } = piecesOf(section);
  const texts = sentences.map(({ start, end }) => section.text.slice(start, end));
  return texts.find((text) => isSpelledOut(text, short));
}

function isSpelledOut(text: string, short: string): boolean {
  for (let at = text.indexOf(short); at >= 0; at = text.indexOf(short, at + 1)) {
    const behind = text.slice(at + short.length);
    if (/[A-Za-z]$/u.test(text.slice(0, at)) || /^[A-Za-z]/u.test(behind)) continue;
    const bracketed = /^\s?\(([^()]{3,80})\)/u.exec(behind)?.[1];
    if (bracketed !== undefined && isLongForm(bracketed, short)) return true;
    if (!/^\s?\)/u.test(behind)) continue;
    const front = (/([^()]+?)\s?\($/u.exec(text.slice(0, at))?.[1] ?? '').slice(-FRONT);
    const words = front.split(/\s+/u);
    if (words.some((_, from) => isLongForm(words.slice(from).join(' '), short))) return true;
  }
  return STANDS.test(text) && text.includes(short);
}

const STANDS = /약자|약어|줄임말|준말|줄인\s?말|\bstands? for\b|\bshort for\b|の略/iu;

/** True for words with these first letters, or in a script that has none. */
const isLongForm = (words: string, short: string): boolean =>
  isShortFor(short, words) ||
  (/^[\p{Script=Hangul}\p{Script=Han}\p{Script=Katakana}ー·\s]+$/u.test(words) && /\S\s\S/u.test(words));
