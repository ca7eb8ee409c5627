import { locateSection } from '#library/find.ts';
import type { Language, Library, SectionRef, Topic } from '#library/model.ts';
import { topicNames } from '../index/documents.ts';
import type { Index } from '../index/searchIndex.ts';
import { probeOf } from '../index/tables/names.ts';
import type { Answer, Passage, SearchOptions, Side } from '../model.ts';
import { variantFor } from '../passages.ts';
import type { Candidate } from '../ranking/candidate.ts';
import { type NamedTopic, type TopicTable, topicsIn } from './question/topicTable.ts';
import { DEFINES, type DefiningSentence, definitionIn, definitionOfSection } from './sentences/define.ts';
import { piecesOf } from './sentences/sectionPieces.ts';
import { textBelow } from './sentences/textBelow.ts';

/** What parts two names in a question. */
const APART =
  /\s+(?:vs\.?|versus|and|or|from|with|to)\s+|\s*(?:\bvs\.?(?![a-z])|↔|\/)\s*|(?<=[^\s])(?:이랑|랑|하고|와|과)\s+|\s+(?:이랑|랑|하고|또는)\s+|\s*,\s*|(?<=[\p{L}\p{N}])と(?=[\p{L}\p{N}])/iu;
/** What only asks for a comparison. */
const ASKS =
  /\b(?:what(?:'s| is| are)?|whats|the|differences?|different|differ|compare[ds]?|comparison|between|how|do|does|is|are|should|i|use|choose|when|which|one|better|explain|tell me|about)\b|차이점?\S*|다른\s?점\S*|다른가\S*|다르\S*|다름\S*|달라\S*|비교\S*|어떻게|무엇이|뭐가|뭘|뭐|어디가|언제|중에서?|둘|설명\S*|알려\S*|해\s?줘|해\s?주세요|골라\S*|써야\S*|좀|の?違い\S*|[はが]?どう違\S*|の?どちら\S*|を?比較\S*|[?？!.。]/giu;
const CLEARLY = 0.86;
const LONGEST_TOGETHER = 1_000;

/** Compares the two things that a question names; undefined where it does not name two that are known. */
export function comparisonOf(
  { library, segments }: Index,
  table: TopicTable,
  ranked: readonly Candidate[],
  text: string,
  named: readonly NamedTopic[],
  options: SearchOptions,
): Answer | undefined {
  const topics = [...new Set(named.map(({ topic }) => topic))];
  const [one, other] = topics;
  const sides =
    one !== undefined && other !== undefined
      ? [sideOfTopic(library, one, options.language), sideOfTopic(library, other, options.language)]
      : sidesIn(text).map((name) => sideOfName(library, segments, table, name, options.language));
  const [left, right] = sides;
  if (left === undefined || right === undefined || sameTarget(left, right)) return undefined;
  const both = [left, right].map((side) => side.names);
  const together = togetherIn(ranked, both, options.language);
  const strip = ({ target, passage }: NamedSide): Side => ({ target, passage });
  return { kind: 'comparison', sides: [strip(left), strip(right)], together };
}

interface NamedSide extends Side {
  readonly names: readonly string[];
}

const sameTarget = (one: Side, other: Side): boolean =>
  JSON.stringify(one.target) === JSON.stringify(other.target);

function sidesIn(text: string): readonly string[] {
  const parts = text
    .replace(ASKS, ' ')
    .split(APART)
    .map((part) => part.trim())
    .filter((part) => part !== '');
  return parts.length === 2 ? parts : [];
}

const passageOf = ({ ref, language, quote, marks }: DefiningSentence): Passage => ({
  ...ref,
  language,
  quote,
  marks,
  score: 0,
  confidence: 1,
});

function sideOfTopic(library: Library, topic: Topic, language: Language | undefined): NamedSide | undefined {
  const target = { kind: 'topic', topic: topic.id } as const;
  const names = topicNames(topic);
  const found = definitionIn(library, topic, language);
  if (found !== undefined && found.strength >= DEFINES) return { target, names, passage: passageOf(found) };
  if (Object.keys(topic.summary).length > 0) return { target, names, passage: undefined };
  const [about] = topic.about;
  const opening = about === undefined ? found : (openingOf(library, about, names, language) ?? found);
  return opening === undefined ? undefined : { target, names, passage: passageOf(opening) };
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

function sideOfName(
  library: Library,
  segments: Index['segments'],
  table: TopicTable,
  name: string,
  language: Language | undefined,
): NamedSide | undefined {
  const [topic] = topicsIn(table, name);
  if (topic !== undefined) return sideOfTopic(library, topic.topic, language);
  const probe = probeOf(name);
  for (const segment of segments) {
    const [hit] = segment.sectionNames.near(probe, 1);
    if (hit === undefined || hit.score < CLEARLY) continue;
    for (const { target, weight } of hit.targets) {
      const doc = segment.doc(target);
      if (
        doc === undefined ||
        weight * hit.score < CLEARLY ||
        segment.deleted[segment.unitOf[target] ?? 0] === 1
      )
        continue;
      const ref = { session: doc.session, section: doc.section };
      const names = [name, hit.text];
      const opening = openingOf(library, ref, names, language);
      if (opening !== undefined)
        return { target: { kind: 'section', ...ref }, names, passage: passageOf(opening) };
    }
  }
  return undefined;
}

/** The shortest piece of the first sections that names both: a sentence, or a list with an item for each. */
function togetherIn(
  ranked: readonly Candidate[],
  both: readonly (readonly string[])[],
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
    ].filter(
      ({ start, end }) =>
        end - start <= LONGEST_TOGETHER && holdsAll(wanted, section.text.slice(start, end).toLowerCase()),
    );
    const [shortest] = pieces.sort((a, b) => a.end - a.start - (b.end - b.start));
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
