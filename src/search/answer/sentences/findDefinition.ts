import { locateSection } from '#library/find.ts';
import type { Language, Library, Section, SectionRef, Topic } from '#library/model.ts';
import { topicNames } from '../../index/documents.ts';
import { piecesOf } from '../../ranking/sectionPieces.ts';
import { beginsWord, placesOf } from '../../words/places.ts';
import { definesBy, definesByPlace } from './definition.ts';
import { refersBack, tellsLaterFate } from './fit.ts';
import { traitsOf } from './sentenceTraits.ts';

/** A sentence that says what a topic is. */
export interface DefiningSentence {
  readonly ref: SectionRef;
  readonly language: Language;
  readonly quote: string;
  readonly marks: readonly (readonly [start: number, end: number])[];
  /** How well it does, see `definesBy`. */
  readonly strength: number;
}

/** From here on a sentence says what a thing is. */
export const DEFINES = 1.1;
/** Sections that are read for it. */
const ABOUT = 8;
const MENTIONS = 12;
/** Sentences of a section that are read. */
const MOST = 60;
/** A definition that goes on in the next sentence is quoted with it up to this length. */
const SHORT = 90;

interface Quoted {
  readonly quote: string;
  readonly marks: readonly (readonly [start: number, end: number])[];
  readonly strength: number;
}

/**
 * The sentence of a section that says best what one of these is; its first one where none does.
 * @param others names of other things that one of these is a part of: `Edge TPU` is no `TPU`.
 */
export function definitionOfSection(
  section: Section,
  names: readonly string[],
  about = true,
  others: readonly string[] = [],
): Quoted | undefined {
  let best: Quoted | undefined;
  const { sentences, lists } = piecesOf(section);
  const { texts, lower } = traitsOf(section);
  sentences.slice(0, MOST).forEach(({ start, end, line }, at) => {
    const text = texts[at] ?? '';
    const placed = about && at === 0 && isNamedBy(section.name, names) ? definesByPlace(text) + 0.2 : 0;
    const strength =
      Math.max(definesBy(text, names, withoutNames(lower[at] ?? '', others)), placed) +
      (about ? 0.1 : 0) -
      0.01 * Math.min(at, 10);
    if (best !== undefined && strength <= best.strength) return;
    const next = sentences[at + 1];
    const last =
      next !== undefined &&
      next.line === line &&
      end - start < SHORT &&
      !lists.some(({ lead }) => lead === at + 1)
        ? next.end
        : end;
    const before = sentences[at - 1];
    const from = refersBack(text) && before?.line === line ? before.start : start;
    const quote = section.text.slice(from, last);
    best = { quote, marks: marksIn(quote, names), strength };
  });
  return best;
}

/** The sentence of the posts that says best what a topic is, from sections about it and those that mention it. */
export function definitionIn(
  library: Library,
  topic: Topic,
  language: Language | undefined,
): DefiningSentence | undefined {
  const known = definitions.get(library) ?? new Map<string, DefiningSentence | undefined>();
  definitions.set(library, known);
  const key = `${topic.id} ${language ?? ''}`;
  if (!known.has(key)) known.set(key, findDefinition(library, topic, language));
  return known.get(key);
}

/** Libraries are immutable: each definition is looked for once. */
const definitions = new WeakMap<Library, Map<string, DefiningSentence | undefined>>();

function findDefinition(
  library: Library,
  topic: Topic,
  language: Language | undefined,
): DefiningSentence | undefined {
  const names = topicNames(topic);
  const others = namesAround(library, topic, names);
  let best: DefiningSentence | undefined;
  const read = (ref: SectionRef, about: boolean): void => {
    const place = locateSection(library, ref, language ?? '');
    if (
      place === undefined ||
      (language !== undefined && place.post.language !== language && best !== undefined)
    )
      return;
    const { section, post } = place;
    const found = definitionOfSection(section, names, about, others);
    if (found === undefined || (best !== undefined && found.strength <= best.strength)) return;
    best = { ...found, ref: { session: place.session.id, section: section.id }, language: post.language };
  };
  for (const ref of topic.about.slice(0, ABOUT)) read(ref, true);
  for (const ref of topic.mentions.slice(0, MENTIONS)) read(ref, false);
  return best;
}

/** The sentences that say what has become of a topic, from a section about it, else from one that names it there. */
export function laterFateIn(
  library: Library,
  topic: Topic,
  language: Language | undefined,
): DefiningSentence | undefined {
  const names = topicNames(topic);
  for (const ref of [...topic.about.slice(0, ABOUT), ...topic.mentions.slice(0, MENTIONS)]) {
    const place = locateSection(library, ref, language ?? '');
    if (place === undefined) continue;
    const { section, post } = place;
    const { sentences } = piecesOf(section);
    const first = sentences.find(({ start, end }) => tellsLaterFate(section.text.slice(start, end)));
    const last = sentences.findLast(({ line }) => line === first?.line);
    if (first === undefined || last === undefined) continue;
    const quote = section.text.slice(first.start, last.end);
    if (!isNamedBy(section.name, names) && !names.some((name) => holdsName(quote, name))) continue;
    return {
      ref: { session: place.session.id, section: section.id },
      language: post.language,
      quote,
      marks: [],
      strength: 1,
    };
  }
  return undefined;
}

/** Names of other topics that hold a name of this one, in lower case. */
function namesAround(library: Library, topic: Topic, names: readonly string[]): readonly string[] {
  return library.topics
    .filter((other) => other !== topic)
    .flatMap(topicNames)
    .filter((other) => names.some((name) => other.length > name.length && holdsName(other, name)))
    .map((name) => name.toLowerCase());
}

/** The text with other letters where these names stand. */
const withoutNames = (lower: string, names: readonly string[]): string =>
  names.reduce((text, name) => text.replaceAll(name, '_'.repeat(name.length)), lower);

const bare = (name: string): string => name.toLowerCase().replace(/[\s-]+/gu, '');

/** True where a name stands in a text as a word. */
function holdsName(text: string, name: string): boolean {
  const lower = text.toLowerCase();
  return placesOf(lower, [name.toLowerCase()]).some(
    ([start, end]) => beginsWord(lower, start) && !/[a-z0-9]/.test(lower.charAt(end)),
  );
}

function isNamedBy(heading: string, names: readonly string[]): boolean {
  return names.some((name) => bare(name) === bare(heading));
}

/** Where the names stand in a text. */
function marksIn(text: string, names: readonly string[]): [number, number][] {
  const lower = text.toLowerCase();
  if (lower.length !== text.length) return [];
  const found: [number, number][] = [];
  for (const name of [...names].sort((a, b) => b.length - a.length)) {
    const at = lower.indexOf(name.toLowerCase());
    if (at >= 0 && !found.some(([start, end]) => at < end && at + name.length > start))
      found.push([at, at + name.length]);
  }
  return found.sort(([a], [b]) => a - b);
}
