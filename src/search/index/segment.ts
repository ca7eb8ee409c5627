import { compact } from '#library/compute/compact.ts';
import { memoizeRecent } from '#library/compute/memoizeRecent.ts';
import type { Steps } from '#library/compute/slicedWork.ts';
import { inUsualWidth } from '../letters/segments.ts';
import { keysOf } from '../letters/spelling.ts';
import { tokenOf } from '../letters/tokens.ts';
import { shortNames } from '../words/shortNames.ts';
import { compoundForms, formsOf, isStop } from '../words/words.ts';
import { type Doc, docsOf, type PostText, type Unit, type UnitText } from './documents.ts';
import { GrowableUint32Array } from './tables/growableArray.ts';
import { NamesBuilder, type NamesData, type NameTable, nameTable } from './tables/names.ts';
import { type Field, frequency, type Postings, PostingsBuilder } from './tables/postings.ts';
import { StringTable, StringTableBuilder, type StringTableData } from './tables/stringTable.ts';
import { forEachToken, TokenTable } from './tables/tokenTable.ts';
import { type Vocabulary, VocabularyBuilder, type VocabularyData, vocabulary } from './tables/vocabulary.ts';

/** An index over some units. Immutable but for `deleted`, which marks units that were replaced. */
export interface Segment {
  /** Those that are indexed the same are exchanged for the ones of the latest library. */
  readonly units: Unit[];
  readonly data: SegmentData;
  /** Number of sections. */
  readonly size: number;
  /** A section's document; built on demand. */
  doc(at: number): Doc | undefined;
  /** The unit of a section. */
  readonly unitOf: Uint32Array;
  /** The first section of each unit; one more at the end. */
  readonly firstDoc: Uint32Array;
  /** 1 for units that were replaced. */
  readonly deleted: Uint8Array;
  readonly terms: StringTable;
  readonly postings: Postings;
  readonly vocabulary: Vocabulary;
  /** Names of sections; targets are sections. */
  readonly sectionNames: NameTable;
  /** Titles of sessions; targets are units. */
  readonly sessionNames: NameTable;
  /** Names of topics; targets are units. */
  readonly topicNames: NameTable;
}

/** A segment without its units, as plain data: typed arrays and a few long strings. */
export interface SegmentData {
  readonly firstDoc: Uint32Array;
  readonly terms: StringTableData;
  readonly postings: Postings;
  readonly vocabulary: VocabularyData;
  readonly sectionNames: NamesData;
  readonly sessionNames: NamesData;
  readonly topicNames: NamesData;
}

/** Units whose documents are kept: those asked for last. */
const KEPT = 500;
const docsIn = memoizeRecent((unit: Extract<Unit, { kind: 'session' }>) => docsOf(unit), KEPT);

/** Makes a segment from units and their indexed data. */
export function segmentOf(units: readonly Unit[], data: SegmentData): Segment {
  const own = [...units];
  const { firstDoc, postings } = data;
  const size = firstDoc[units.length] ?? 0;
  const unitOf = new Uint32Array(size);
  for (let unit = 0; unit < units.length; unit += 1)
    unitOf.fill(unit, firstDoc[unit] ?? 0, firstDoc[unit + 1] ?? 0);
  const terms = new StringTable(data.terms);
  const docs = (unit: Unit | undefined): readonly Doc[] => (unit?.kind === 'session' ? docsIn(unit) : []);
  return {
    units: own,
    data,
    size,
    doc(at) {
      const unit = unitOf[at] ?? 0;
      return docs(own[unit])[at - (firstDoc[unit] ?? 0)];
    },
    unitOf,
    firstDoc,
    deleted: new Uint8Array(units.length),
    terms,
    postings,
    vocabulary: vocabulary(terms, data.vocabulary),
    sectionNames: nameTable(data.sectionNames),
    sessionNames: nameTable(data.sessionNames),
    topicNames: nameTable(data.topicNames),
  };
}

/** Vocabularies larger than this leave out rare words that occur in texts alone. */
const ALL_WORDS = 40_000;
const RARE = 24;

interface SegmentParts {
  readonly terms: StringTableBuilder;
  readonly postings: PostingsBuilder;
  readonly sections: NamesBuilder;
  /** Words of headings and names in their original spelling, by number; other entries are empty or missing. */
  readonly named: string[];
  tokens: TokenTable;
  /** The terms of names besides those of their tokens, by token. */
  readonly names: Map<number, readonly number[]>;
}

/** Indexes units 0, 1, 2 … */
export class SegmentBuilder {
  readonly #building: SegmentParts = {
    terms: new StringTableBuilder(),
    postings: new PostingsBuilder(),
    sections: new NamesBuilder(),
    named: [],
    tokens: new TokenTable(),
    names: new Map(),
  };
  readonly #sessions = new NamesBuilder();
  readonly #topics = new NamesBuilder();
  readonly #firstDoc = new GrowableUint32Array();
  #units = 0;
  #docs = 0;

  /** Indexes the next unit; yields after each section. */
  *add(unit: UnitText): Steps<void> {
    const at = this.#units;
    this.#units += 1;
    this.#firstDoc.push(this.#docs);
    if (unit.kind === 'topic') {
      const { name, aliases } = unit.topic;
      for (const text of Object.values(name)) if (text !== undefined) this.#topics.add(text, at, 1);
      for (const text of aliases) this.#topics.add(text, at, 0.99);
    } else {
      for (const post of unit.session.posts) {
        this.#sessions.add(post.title, at, 1);
        for (const alias of post.aliases) this.#sessions.add(alias, at, 0.99);
      }
      for (const doc of docsOf(unit)) {
        addDoc(this.#building, doc, this.#docs);
        this.#docs += 1;
        yield;
      }
    }
    yield;
  }

  /** Completes the data; nothing may be added afterwards. */
  *finish(): Steps<SegmentData> {
    const { terms, postings, sections, named, tokens } = this.#building;
    tokens.free();
    this.#firstDoc.push(this.#docs);
    const words = yield* terms.finish();
    const posted = yield* postings.finish(terms.size);
    return {
      firstDoc: this.#firstDoc.finish(),
      terms: words,
      postings: posted,
      vocabulary: yield* buildVocabulary(new StringTable(words), posted, named),
      sectionNames: yield* sections.finish(),
      sessionNames: yield* this.#sessions.finish(),
      topicNames: yield* this.#topics.finish(),
    };
  }
}

function addDoc(building: SegmentParts, doc: Doc<PostText>, at: number): void {
  const { postings, sections } = building;
  const lends = doc.topicNames.length > 0;
  const headings = new Set<string>();
  for (const { post, section, ancestors: above } of doc.variants) {
    addText(building, section.name, 'heading');
    if (lends) headings.add(keysOf(section.name));
    sections.add(section.name, at, 1);
    for (const short of shortNames(section.name)) sections.add(short.text, at, short.weight);
    if (section.lead) {
      sections.add(post.title, at, 0.99);
      for (const alias of post.aliases) sections.add(alias, at, 0.95);
    }
    for (const parent of above) addText(building, parent.name, 'above');
    addText(building, post.title, section.lead ? 'alias' : 'above');
    addText(building, section.text, 'body');
    for (const caption of section.captions) addText(building, caption, 'caption');
  }
  const own = doc.topicNames.some((name) => headings.has(keysOf(name)));
  const lent = new Set(doc.topicNames);
  for (const name of lent) {
    addText(building, name, 'alias');
    sections.add(name, at, own ? 0.98 : 0.86);
  }
  for (const { section } of doc.variants) {
    for (const alias of section.aliases) {
      if (lent.has(alias)) continue;
      addText(building, alias, 'alias');
      sections.add(alias, at, 0.97);
    }
  }
  for (const name of new Set(doc.mentioned)) addText(building, name, 'caption');
  for (const told of doc.told) addText(building, told, 'caption');
  postings.end();
}

/** Most distinct tokens cached while building: some hundred megabytes at worst. */
const MOST_RUNS = 2_000_000;

const SHORT = 3;

/** Caches the terms of a token, and gives its number. */
function remember(building: SegmentParts, run: string): number {
  const token = tokenOf(run);
  const forms = formsOf(token);
  const inside = compoundForms(token);
  const own = forms.slice(0, forms.length - inside.length);
  // A short word may end like a particle without having one (`비용`): only longer ones are indexed by their stems alone.
  const stems = token.script === 'hangul' && own.length > 1 && run.length > SHORT ? own.slice(1) : own;
  const stop = isStop(token);
  if (building.tokens.size >= MOST_RUNS) {
    building.tokens.free();
    building.tokens = new TokenTable();
    building.names.clear();
  }
  return building.tokens.add(run, {
    stems: stems.map((form) => building.terms.add(form)),
    inside: inside.map((form) => building.terms.add(form)),
    stop,
    particle: stop || isStop({ ...token, glued: true }),
  });
}

function addText(building: SegmentParts, written: string, place: Field): void {
  const { postings } = building;
  const text = inUsualWidth(written);
  const body = place === 'body' || place === 'caption';
  forEachToken(text, (start, end, glued) => {
    const known = building.tokens.find(text, start, end);
    const run = known < 0 ? remember(building, text.slice(start, end)) : known;
    const { tokens } = building;
    if (place === 'body') postings.count();
    if ((tokens.isStop(run) && body) || (glued && tokens.isParticle(run))) return;
    const first = tokens.first(run);
    const inside = tokens.inside(run);
    const last = tokens.first(run + 1);
    for (let i = first; i < inside; i += 1) postings.add(tokens.term(i), place);
    // The parts of a compound name are not names themselves.
    for (let i = inside; i < last; i += 1) postings.add(tokens.term(i), body ? place : 'above');
    if (place !== 'heading' && place !== 'alias') return;
    const names = building.names.get(run) ?? rememberName(building, run, text.slice(start, end));
    for (const term of names) postings.add(term, place);
  });
}

/** Names are indexed as written too: what looks like an ending may be part of the name. */
function rememberName(building: SegmentParts, run: number, written: string): readonly number[] {
  const { terms, named, tokens, names } = building;
  const token = tokenOf(written);
  const more: number[] = [];
  const isAdded = (term: number): boolean => {
    for (let at = tokens.first(run); at < tokens.first(run + 1); at += 1)
      if (tokens.term(at) === term) return true;
    return false;
  };
  for (const form of formsOf(token)) {
    const term = terms.add(form);
    if (!isAdded(term)) more.push(term);
    while (named.length <= term) named.push('');
    if (named[term] === '') named[term] = form === token.text ? token.raw : form;
  }
  const made = compact(more);
  names.set(run, made);
  return made;
}

function* buildVocabulary(
  terms: StringTable,
  postings: Postings,
  named: readonly string[],
): Steps<VocabularyData> {
  const builder = new VocabularyBuilder();
  const small = terms.size <= ALL_WORDS;
  for (let term = 0; term < terms.size; term += 1) {
    const written = named[term] ?? '';
    if (written !== '') builder.add(term, tokenOf(written), true);
    else if (small || frequency(postings, term) <= RARE) {
      const token = tokenOf(terms.text(term));
      // An inflected word is found by its stem, which is a term itself.
      if (token.text.length > 1 && token.script !== 'number')
        if (token.script !== 'hangul' || formsOf(token).length === 1) builder.add(term, token, false);
    }
    if ((term & 0x3f) === 0x3f) yield;
  }
  return yield* builder.finish();
}
