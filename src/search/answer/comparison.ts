import { findTopic, locateSection } from '#library/find.ts';
import type { Language, Library, SectionRef, Topic } from '#library/model.ts';
import { topicNames } from '../index/documents.ts';
import type { Index } from '../index/searchIndex.ts';
import { probeOf } from '../index/tables/names.ts';
import { interpret } from '../interpret.ts';
import { tokensOf } from '../letters/tokens.ts';
import type { Answer, ComparedThing, Passage, SearchOptions, SearchResult } from '../model.ts';
import { passageOf, variantFor } from '../passages.ts';
import type { Candidate } from '../ranking/candidate.ts';
import { piecesOf } from '../ranking/sectionPieces.ts';
import { isStop } from '../words/words.ts';
import { type Contrast, contrastIn } from './contrast.ts';
import { nearestName } from './names/nearestName.ts';
import type { PlainComparison } from './question/forms/plainComparison.ts';
import { type NamedTopic, type TopicTable, topicsIn } from './question/topicTable.ts';
import {
  DEFINES,
  type DefiningSentence,
  definitionIn,
  definitionOfSection,
} from './sentences/findDefinition.ts';
import { DIFFERS } from './sentences/fit.ts';
import { textBelow } from './sentences/textBelow.ts';
import { SURE } from './topicAnswer.ts';

const CLEARLY = 0.86;
const LONGEST_TOGETHER = 1_000;

/** The things that a question compares, as it words them, each as far as the posts know it. */
export function knownThings(
  { library, segments }: Index,
  table: TopicTable,
  things: readonly string[],
  { language }: SearchOptions,
): readonly (NamedThing | undefined)[] {
  return things.map((thing) => {
    const called = namesOf(thing, things);
    const sides = called.values().map((name) => sideOfName(library, segments, table, name, language));
    return sides.find((one) => one !== undefined);
  });
}

/**
 * The things that a question compares and the posts know, at most two.
 * @param absent what the posts do not hold: a name that one of these stands beside is that of another thing.
 */
export function sidesOf(
  library: Library,
  known: readonly (NamedThing | undefined)[],
  named: readonly NamedTopic[],
  absent: readonly string[],
  { language }: SearchOptions,
): readonly NamedThing[] {
  const found = known.flatMap((thing) => thing ?? []);
  if (found.length === 2) return apart(library, found);
  if (absent.length > 0) return found;
  const topics = [...new Set(named.map(({ topic }) => topic))].slice(0, 2);
  return topics.flatMap((topic) => sideOfTopic(library, topic, language) ?? []);
}

/** Where one sentence tells of both, the second is told by the glossary, if it can be. */
function apart(library: Library, things: readonly NamedThing[]): readonly NamedThing[] {
  const [first] = things;
  return things.map((thing) => {
    const { target, passage } = thing;
    if (thing === first || target.kind !== 'topic' || passage?.quote !== first?.passage?.quote) return thing;
    const topic = findTopic(library, target.topic);
    return Object.keys(topic?.summary ?? {}).length === 0 ? thing : { ...thing, passage: undefined };
  });
}

/** Two things beside each other; undefined where they are one. @param contrast what tells of both */
export function comparisonOf(
  [left, right]: readonly NamedThing[],
  ranked: readonly Candidate[],
  contrast: Contrast | undefined,
  { language }: SearchOptions,
): Answer | undefined {
  if (left === undefined || right === undefined || sameTarget(left, right)) return undefined;
  const shown = [left, right].map(({ passage }) => passage?.quote ?? '');
  const isNew = contrast !== undefined && !shown.some((quote) => quote.includes(contrast.passage.quote));
  const both =
    togetherIn(ranked, [left.names, right.names], shown, language) ?? (isNew ? contrast.passage : undefined);
  const together = both && withoutShown(both, shown);
  const strip = ({ target, passage }: NamedThing): ComparedThing => ({ target, passage });
  return { kind: 'comparison', sides: [strip(left), strip(right)], together };
}

/** UTF-16 units: what is left in fewer says nothing. */
const LEAST_LEFT = 20;

/** What merely leads up to what is shown already. */
const LEADS_UP = /[:：]$|다음과|아래|as follows|the following|次の|以下/u;

/**
 * What a passage says of both beside what is shown already: what leads up to it, else what sets them apart behind it;
 * undefined where that is nothing.
 */
function withoutShown(passage: Passage, shown: readonly string[]): Passage | undefined {
  const { quote } = passage;
  const held = shown.flatMap((text) => {
    const start = text === '' ? -1 : quote.indexOf(text);
    return start < 0 ? [] : [{ start, end: start + text.length }];
  });
  if (held.length === 0) return passage;
  const start = Math.min(...held.map((one) => one.start));
  const end = Math.max(...held.map((one) => one.end));
  // Where an item of a list is shown, other items before it tell of other things.
  const lead = quote[start - 1] === '\n' ? quote.indexOf('\n') : start;
  if (says(quote.slice(0, lead))) return partOf(passage, 0, lead);
  const rest = quote.slice(end);
  return says(rest) && DIFFERS.test(rest) ? partOf(passage, end, quote.length) : undefined;
}

const says = (text: string): boolean => text.trim().length >= LEAST_LEFT && !LEADS_UP.test(text.trim());

/** A part of a passage, without space at its ends, with the marks inside it. */
function partOf(passage: Passage, from: number, to: number): Passage {
  const start = from + (/^\s*/u.exec(passage.quote.slice(from, to))?.[0].length ?? 0);
  const quote = passage.quote.slice(start, to).trimEnd();
  const marks = passage.marks
    .filter(([first, last]) => first >= start && last <= start + quote.length)
    .map(([first, last]) => [first - start, last - start] as const);
  return { ...passage, quote, marks };
}

/**
 * Two topics beside each other, with the passage that tells of both; undefined where nothing tells of one of them.
 * Never throws.
 */
export function compareTopics(
  { library, segments }: Index,
  { topics, language }: PlainComparison,
  given: SearchOptions,
): SearchResult | undefined {
  const options = language === undefined ? given : { ...given, language };
  const sides = topics.flatMap((topic) => sideOfTopic(library, topic, options.language) ?? []);
  if (sides.length < 2) return undefined;
  const names = topics.map(({ name }) => Object.values(name)[0] ?? '');
  const { query, ranked } = interpret(segments, names.join(' '));
  const compared = comparisonOf(
    apart(library, sides),
    ranked,
    contrastIn(ranked, names, true, options.language),
    options,
  );
  if (compared === undefined) return undefined;
  const passages = ranked
    .slice(0, Math.max(0, Math.min(options.limit ?? 10, 100)))
    .map((candidate, i) => passageOf(query, candidate, ranked[i === 0 ? 1 : 0], i === 0, options));
  return {
    verdict: 'answer',
    confidence: SURE,
    passages,
    answer: compared,
    ...(language === undefined ? {} : { language }),
  };
}

/** What one of two things may be called: a word that both names share is said once, `데이터 레이크랑 웨어하우스`, `Vision and Translation API`. */
function namesOf(part: string, [one = '', other = '']: readonly string[]): readonly string[] {
  const rival = (part === one ? other : one).split(' ');
  // `BigQuery` beside `BigQuery ML` is a name of its own.
  if (rival.length < 2 || rival.join(' ').startsWith(`${part} `)) return [part];
  return [
    part === one ? `${part} ${rival.slice(1).join(' ')}` : `${rival.slice(0, -1).join(' ')} ${part}`,
    part,
  ];
}

/** One of two things with what it is called. */
export interface NamedThing extends ComparedThing {
  readonly names: readonly string[];
}

const sameTarget = (one: ComparedThing, other: ComparedThing): boolean =>
  JSON.stringify(one.target) === JSON.stringify(other.target);

const passageOfSentence = ({ ref, language, quote, marks }: DefiningSentence): Passage => ({
  ...ref,
  language,
  quote,
  marks,
  score: 0,
  confidence: 1,
});

function sideOfTopic(library: Library, topic: Topic, language: Language | undefined): NamedThing | undefined {
  const target = { kind: 'topic', topic: topic.id } as const;
  const names = topicNames(topic);
  const found = definitionIn(library, topic, language);
  if (found !== undefined && found.strength >= DEFINES)
    return { target, names, passage: passageOfSentence(found) };
  if (Object.keys(topic.summary).length > 0) return { target, names, passage: undefined };
  const about = topic.about.find((ref) => isPart(library, ref, language)) ?? topic.about[0];
  const opening = about === undefined ? found : (openingOf(library, about, names, language) ?? found);
  return opening === undefined ? undefined : { target, names, passage: passageOfSentence(opening) };
}

/** True for a part of a post: it tells what a thing is, where the opening of a post merely has it for a title. */
function isPart(library: Library, ref: SectionRef, language: Language | undefined): boolean {
  const section = locateSection(library, ref, language ?? '')?.section;
  return section !== undefined && !section.lead && section.text !== '';
}

/** The sentence that opens a section: what it says of its heading. */
function openingOf(
  library: Library,
  ref: SectionRef,
  names: readonly string[],
  language: Language | undefined,
): DefiningSentence | undefined {
  const place = locateSection(library, ref, language ?? '');
  if (place === undefined) return undefined;
  const found = definitionOfSection(place.section, names);
  const quote = found?.quote ?? textBelow(place.post, place.section);
  if (quote === '') return undefined;
  return {
    ref: { session: place.session.id, section: place.section.id },
    language: place.post.language,
    quote,
    marks: found?.marks ?? [],
    strength: 0,
  };
}

const isWhole = (name: string, { start, end }: NamedTopic): boolean =>
  tokensOf(name).every((token) => isStop(token) || (token.start >= start && token.end <= end));

function sideOfName(
  library: Library,
  segments: Index['segments'],
  table: TopicTable,
  name: string,
  language: Language | undefined,
): NamedThing | undefined {
  const [topic] = topicsIn(table, name);
  // A name that goes on is that of another thing: `TensorFlow Lite`.
  if (topic !== undefined && isWhole(name, topic)) return sideOfTopic(library, topic.topic, language);
  const probe = probeOf(name);
  for (const segment of segments) {
    const [hit] = segment.sectionNames.near(probe, 1);
    if (hit === undefined || hit.score < CLEARLY) continue;
    const refs = [...hit.targets].flatMap(({ target, weight }): SectionRef[] => {
      const doc = segment.doc(target);
      const isGone = segment.deleted[segment.unitOf[target] ?? 0] === 1;
      if (doc === undefined || weight * hit.score < CLEARLY || isGone) return [];
      return [{ session: doc.session, section: doc.section }];
    });
    for (const ref of refs.toSorted(
      (a, b) => Number(isPart(library, b, language)) - Number(isPart(library, a, language)),
    )) {
      const names = [name, hit.text];
      const opening = openingOf(library, ref, names, language);
      if (opening !== undefined)
        return { target: { kind: 'section', ...ref }, names, passage: passageOfSentence(opening) };
    }
  }
  const near = nearestName(segments, name);
  // `Rekognition` is no slip of `recognition`: it is written as a name.
  const meant = near === undefined || (isProper(name) && !isProper(near.name)) ? undefined : near;
  const nearest = meant === undefined ? undefined : findTopic(library, meant.id);
  return nearest === undefined ? undefined : sideOfTopic(library, nearest, language);
}

const isProper = (name: string): boolean => /\p{Lu}/u.test(name);

/**
 * The piece of the first sections that compares both, else the shortest that names both: a sentence, or a list with an
 * item for each. @param shown what is shown already
 */
function togetherIn(
  ranked: readonly Candidate[],
  both: readonly (readonly string[])[],
  shown: readonly string[],
  language: Language | undefined,
): Passage | undefined {
  const names = both.map((all) => all.map((name) => name.toLowerCase()));
  const holdsAll = (wanted: readonly (readonly string[])[], lower: string): boolean =>
    wanted.every((all) => all.some((name) => lower.includes(name)));
  for (const candidate of ranked.slice(0, 5)) {
    const { section, post } = variantFor(candidate, language);
    const { sentences, lists } = piecesOf(section);
    // In a section about one of them, a sentence that names the other one compares them.
    const heading = section.name.toLowerCase();
    const wanted = names.filter((all) => !all.some((name) => name === heading));
    const pieces = [
      ...sentences.map(({ start, end }) => ({ start, end })),
      ...lists.map(({ lead, start, ends }) => ({
        start: sentences[lead]?.start ?? start,
        end: ends.at(-1) ?? start,
      })),
    ].flatMap(({ start, end }) => {
      const text = section.text.slice(start, end);
      const compares = DIFFERS.test(text);
      const fits = holdsAll(wanted, text.toLowerCase()) || (wanted.length === 1 && compares);
      const isNew = end - start <= LONGEST_TOGETHER && !shown.some((quote) => quote.includes(text));
      return fits && isNew ? [{ start, end, compares }] : [];
    });
    const [shortest] = pieces.sort(
      (a, b) => Number(b.compares) - Number(a.compares) || a.end - a.start - (b.end - b.start),
    );
    if (shortest === undefined) continue;
    return {
      session: candidate.doc.session,
      section: candidate.doc.section,
      language: post.language,
      quote: section.text.slice(shortest.start, shortest.end),
      marks: [],
      score: candidate.score,
      confidence: 1,
    };
  }
  return undefined;
}
