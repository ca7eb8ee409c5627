import { type Doc, docsOf, type Unit } from './documents.ts';
import { NamesBuilder, type NameTable } from './names.ts';
import { frequency, type Place, type Postings, PostingsBuilder } from './postings.ts';
import { Shards } from './shards.ts';
import type { Steps } from './slices.ts';
import { spellingOf } from './spelling.ts';
import { Terms } from './terms.ts';
import { eachRun, type Token, tokenOf, tokensOf } from './tokens.ts';
import { type Vocabulary, VocabularyBuilder } from './vocabulary.ts';
import { formsOf, insideOf, isStop } from './words.ts';

/** An index over some units. It never changes but for `dead`: what was replaced since. */
export interface Segment {
  readonly units: readonly Unit[];
  readonly docs: readonly Doc[];
  /** The unit that a section belongs to. */
  readonly unitOf: Uint32Array;
  /** The first section of each unit; one more at the end. */
  readonly firstDoc: Uint32Array;
  /** 1 for units that were replaced. */
  readonly dead: Uint8Array;
  readonly terms: Terms;
  readonly postings: Postings;
  readonly vocabulary: Vocabulary;
  /** Names of sections; targets are sections. */
  readonly sectionNames: NameTable;
  /** Titles of sessions; targets are units. */
  readonly sessionNames: NameTable;
  /** Names of topics; targets are units. */
  readonly topicNames: NameTable;
}

/** A vocabulary over so many words holds words of texts as well as of headings, if they are rare. */
const ALL_WORDS = 40_000;
const RARE = 24;

interface Building {
  readonly docs: Doc[];
  readonly terms: Terms;
  readonly postings: PostingsBuilder;
  readonly sections: NamesBuilder;
  /** Words of headings and names, by how they were written there. */
  readonly named: Map<number, Token>;
  readonly runs: Shards<Indexed>;
}

/** Indexes units, a step for each section. */
export function* buildSegment(units: readonly Unit[]): Steps<Segment> {
  const building: Building = {
    docs: [],
    terms: new Terms(),
    postings: new PostingsBuilder(),
    sections: new NamesBuilder(),
    named: new Map(),
    runs: new Shards(),
  };
  const sessions = new NamesBuilder();
  const topics = new NamesBuilder();
  const firstDoc = new Uint32Array(units.length + 1);
  for (const [index, unit] of units.entries()) {
    firstDoc[index] = building.docs.length;
    if (unit.kind === 'topic') {
      const { name, aliases } = unit.topic;
      for (const text of Object.values(name)) if (text !== undefined) topics.add(text, index, 1);
      for (const text of aliases) topics.add(text, index, 0.99);
    } else {
      for (const post of unit.session.posts) {
        sessions.add(post.title, index, 1);
        for (const alias of post.aliases) sessions.add(alias, index, 0.99);
      }
      for (const doc of docsOf(unit)) {
        addDoc(building, doc);
        yield;
      }
    }
    if ((index & 0x3f) === 0x3f) yield;
  }
  firstDoc[units.length] = building.docs.length;
  const unitOf = new Uint32Array(building.docs.length);
  for (let unit = 0; unit < units.length; unit += 1)
    unitOf.fill(unit, firstDoc[unit] ?? 0, firstDoc[unit + 1] ?? 0);
  const { terms, docs } = building;
  const postings = yield* building.postings.finish(terms.size);
  const vocabulary = yield* buildVocabulary(terms, postings, building.named);
  return {
    units,
    docs,
    unitOf,
    firstDoc,
    dead: new Uint8Array(units.length),
    terms,
    postings,
    vocabulary,
    sectionNames: yield* building.sections.finish(),
    sessionNames: yield* sessions.finish(),
    topicNames: yield* topics.finish(),
  };
}

function addDoc(building: Building, doc: Doc): void {
  const { postings, sections } = building;
  const at = building.docs.length;
  building.docs.push(doc);
  const headings = new Set<string>();
  for (const { post, section, above } of doc.tellings) {
    addText(building, section.name, 'heading');
    headings.add(keys(section.name));
    sections.add(section.name, at, 1);
    if (section.lead) {
      sections.add(post.title, at, 0.99);
      for (const alias of post.aliases) sections.add(alias, at, 0.95);
    }
    for (const parent of above) addText(building, parent.name, 'above');
    addText(building, post.title, section.lead ? 'alias' : 'above');
    addText(building, section.text, 'body');
    for (const caption of section.captions) addText(building, caption, 'caption');
  }
  const own = doc.topicNames.some((name) => headings.has(keys(name)));
  const lent = new Set(doc.topicNames);
  for (const name of lent) {
    addText(building, name, 'alias');
    sections.add(name, at, own ? 0.98 : 0.86);
  }
  for (const { section } of doc.tellings) {
    for (const alias of section.aliases) {
      if (lent.has(alias)) continue;
      addText(building, alias, 'alias');
      sections.add(alias, at, 0.97);
    }
  }
  for (const name of new Set(doc.mentioned)) addText(building, name, 'caption');
  postings.end();
}

function keys(text: string): string {
  return spellingOf(text).keys;
}

/** What a run of letters is indexed as. */
interface Indexed {
  /** Numbers of its stems, or of itself where it has none. */
  readonly stems: readonly number[];
  /** Numbers of the words that a name such as BigQuery is made of. */
  readonly inside: readonly number[];
  readonly stop: boolean;
  /** True where it says nothing after a Latin word. */
  readonly particle: boolean;
}

/** Runs that are remembered while building: texts say the same words again and again. */
const KEPT_RUNS = 300_000;

function indexed(building: Building, run: string): Indexed {
  const known = building.runs.get(run);
  if (known !== undefined) return known;
  const token = tokenOf(run);
  const forms = formsOf(token);
  const inside = insideOf(token);
  const own = forms.slice(0, forms.length - inside.length);
  const stems = token.script === 'hangul' && own.length > 1 ? own.slice(1) : own;
  const made = {
    stems: stems.map((form) => building.terms.add(form)),
    inside: inside.map((form) => building.terms.add(form)),
    stop: isStop(token),
    particle: isStop({ ...token, glued: true }),
  };
  if (building.runs.crowd(run) >= KEPT_RUNS / Shards.count) building.runs.forget(run);
  building.runs.set(run, made);
  return made;
}

function addText(building: Building, text: string, place: Place): void {
  const { terms, postings, named } = building;
  const body = place === 'body' || place === 'caption';
  eachRun(text, (run, glued) => {
    const { stems, inside, stop, particle } = indexed(building, run);
    if (place === 'body') postings.count();
    if ((stop && body) || (glued && particle)) return;
    for (const term of stems) postings.add(term, place);
    // What a name is made of is no name of its own.
    for (const term of inside) postings.add(term, body ? place : 'above');
    if (place !== 'heading' && place !== 'alias') return;
    const token = tokenOf(run);
    // Names are found as they are written too: their endings may be no endings.
    for (const form of formsOf(token)) {
      const term = terms.add(form);
      if (!stems.includes(term) && !inside.includes(term)) postings.add(term, place);
      if (!named.has(term))
        named.set(term, form === token.text ? token : { ...token, raw: form, text: form });
    }
  });
}

function* buildVocabulary(
  terms: Terms,
  postings: Postings,
  named: ReadonlyMap<number, Token>,
): Steps<Vocabulary> {
  const builder = new VocabularyBuilder();
  const small = terms.size <= ALL_WORDS;
  for (let term = 0; term < terms.size; term += 1) {
    const heading = named.get(term);
    if (heading !== undefined) builder.add(term, heading);
    else if (small || frequency(postings, term) <= RARE) {
      const token = tokensOf(terms.text(term))[0];
      // A word with an ending is found by its stem, which stands in the table itself.
      if (token !== undefined && token.text.length > 1 && token.script !== 'number') {
        const forms = formsOf(token);
        if (forms.length === 1 || token.script === 'latin') builder.add(term, token);
      }
    }
    if ((term & 0x3f) === 0x3f) yield;
  }
  return yield* builder.finish(terms);
}
