import { compact, NONE } from '../compute/compact.ts';
import type { Pause } from '../compute/slicedWork.ts';
import type { Language, Section, SectionRef, Session } from '../model.ts';
import {
  foldedOf,
  foldedText,
  type Hit,
  type NameFinder,
  nameKey,
  type SpacedText,
  spacedText,
} from '../text/names/nameFinder.ts';
import { fold } from '../text/slug.ts';
import { isForeignName, nameInHeading, productNames } from './candidates.ts';
import { isStructural } from './structuralHeadings.ts';

/** The names found in one section in one language. */
export interface SectionMentions {
  readonly ref: SectionRef;
  /** `session/section` */
  readonly at: string;
  readonly section: Section;
  /** Heading and text, folded, as a prefilter: only names that it contains are searched for. */
  readonly folded: string;
  readonly name: readonly Hit[];
  readonly text: readonly Hit[];
  /** Keys of the names that the text mentions, other than in links to a heading ("see From data to AI"). */
  readonly mentions: readonly string[];
}

/** A topic name that a heading suggests. */
export interface TopicCandidate {
  readonly key: string;
  readonly name: string;
  readonly language: Language;
  /** True where the form of the heading alone identifies a name. */
  readonly certain: boolean;
  /** True where the name is the whole heading. */
  readonly whole: boolean;
  readonly at: string;
  readonly aliases: readonly string[];
}

/** The topic data of one session. */
export interface SessionMentions {
  readonly session: Session;
  readonly candidates: readonly TopicCandidate[];
  /** In reading order, one language after the other. */
  readonly sections: readonly SectionMentions[];
}

/** The topic names that the headings of a session suggest. */
export function topicCandidatesOf(session: Session, bracketed: WeakSet<Section>): readonly TopicCandidate[] {
  const offers: TopicCandidate[] = [];
  for (const { language, sections } of session.posts) {
    for (const section of sections) {
      if (section.lead) continue;
      const name = nameInHeading(section.name);
      const whole = name !== undefined;
      for (const one of whole ? [name] : productNames(section.name)) {
        if (isStructural(fold(one))) continue;
        const certain = !whole || bracketed.has(section) || isForeignName(one, language);
        const aliases = whole ? section.aliases : NONE;
        const at = `${session.id}/${section.id}`;
        offers.push({ key: nameKey(one), name: one, language, certain, whole, at, aliases });
      }
    }
  }
  return compact(offers);
}

/** Heading and text as names are looked for in them. */
interface SpacedSection {
  readonly name: SpacedText;
  readonly text: SpacedText;
}

function hitsIn(
  section: Section,
  finder: NameFinder,
  spaced = spacedSection(section),
): Pick<SectionMentions, 'name' | 'text' | 'mentions'> {
  const [name, text] = [compact(finder.find(spaced.name)), compact(finder.find(spaced.text))];
  if (text.length === 0) return { name, text, mentions: NONE };
  const links = new Set(section.linkTexts.map(foldedText));
  const mentions = [...new Set(text.map(({ key }) => key))].filter((key) => !links.has(key));
  return { name, text, mentions: compact(mentions) };
}

function placeOf({ id }: Session, section: Section): Pick<SectionMentions, 'ref' | 'at' | 'section'> {
  return { ref: { session: id, section: section.id }, at: `${id}/${section.id}`, section };
}

const spacedSection = ({ name, text }: Section): SpacedSection => ({
  name: spacedText(name),
  text: spacedText(text),
});

const foldedSection = ({ name, text }: SpacedSection): string => [foldedOf(name), foldedOf(text)].join('\n');

/** A section that is searched when it is asked for what was found. */
class UnsearchedSection implements SectionMentions {
  readonly ref: SectionRef;
  readonly at: string;
  readonly section: Section;
  readonly #finder: NameFinder;
  #folded: string | undefined;
  #hits: ReturnType<typeof hitsIn> | undefined;

  constructor(session: Session, section: Section, finder: NameFinder) {
    const { ref, at } = placeOf(session, section);
    this.ref = ref;
    this.at = at;
    this.section = section;
    this.#finder = finder;
  }

  get folded(): string {
    this.#folded ??= foldedSection(spacedSection(this.section));
    return this.#folded;
  }
  get #found(): ReturnType<typeof hitsIn> {
    this.#hits ??= hitsIn(this.section, this.#finder);
    return this.#hits;
  }
  get name(): readonly Hit[] {
    return this.#found.name;
  }
  get text(): readonly Hit[] {
    return this.#found.text;
  }
  get mentions(): readonly string[] {
    return this.#found.mentions;
  }
}

/** A session that is looked into when it is asked for its topic data. */
class UnsearchedSession implements SessionMentions {
  readonly session: Session;
  readonly #search: Searching;
  #candidates: SessionMentions['candidates'] | undefined;
  #sections: SessionMentions['sections'] | undefined;

  constructor(session: Session, search: Searching) {
    this.session = session;
    this.#search = search;
  }

  get candidates(): SessionMentions['candidates'] {
    this.#candidates ??= topicCandidatesOf(this.session, this.#search.bracketed);
    return this.#candidates;
  }
  get sections(): SessionMentions['sections'] {
    this.#sections ??= this.session.posts.flatMap(({ sections }) =>
      sections.map((section) => new UnsearchedSection(this.session, section, this.#search.finder)),
    );
    return this.#sections;
  }
}

/** How sessions are looked into. */
interface Searching {
  readonly bracketed: WeakSet<Section>;
  readonly finder: NameFinder;
}

/**
 * The topic data of sessions in which some names were searched for, found again where it is asked for. Names that the
 * finder learns later are none of it.
 */
export function searchedLater(
  sessions: readonly Session[],
  bracketed: WeakSet<Section>,
  finder: NameFinder,
): SessionMentions[] {
  const known = new Set(finder.keys);
  const find = (text: SpacedText): Hit[] => finder.find(text).filter(({ key }) => known.has(key));
  const search: Searching = { bracketed, finder: { ...finder, find } };
  return sessions.map((session) => new UnsearchedSession(session, search));
}

/** Searches a session for all names of the finder. */
export async function sectionMentionsOf(
  session: Session,
  finder: NameFinder,
  pause: Pause,
): Promise<readonly SectionMentions[]> {
  const places: SectionMentions[] = [];
  for (const { sections } of session.posts) {
    for (const section of sections) {
      const spaced = spacedSection(section);
      places.push({
        ...placeOf(session, section),
        folded: foldedSection(spaced),
        ...hitsIn(section, finder, spaced),
      });
      await pause();
    }
  }
  return compact(places);
}

const spoken = new WeakMap<SessionMentions, readonly string[]>();

/** The names that head sections of a session which speak of them in their text, once for each such section. */
export function mentionedBelow(seen: SessionMentions): readonly string[] {
  const known = spoken.get(seen);
  if (known) return known;
  const places = new Map<string, Set<string>>();
  for (const { at, mentions } of seen.sections) {
    if (mentions.length === 0) continue;
    const own = places.get(at);
    if (own) for (const key of mentions) own.add(key);
    else places.set(at, new Set(mentions));
  }
  const pairs = new Map<string, string>();
  for (const { key, at } of seen.candidates) if (places.get(at)?.has(key)) pairs.set(`${key} ${at}`, key);
  const found = pairs.size === 0 ? NONE : [...pairs.values()];
  spoken.set(seen, found);
  return found;
}

/** Adds the mentions of names that were added to the finder; the same object where there are none. */
export function withNewNames(
  seen: SessionMentions,
  fresh: readonly string[],
  finder: NameFinder,
): SessionMentions {
  const has = ({ folded }: SectionMentions): boolean => fresh.some((key) => folded.includes(key));
  if (!seen.sections.some(has)) return seen;
  const sections = seen.sections.map((place) => {
    if (!has(place)) return place;
    const { ref, at, section, folded } = place;
    return { ref, at, section, folded, ...hitsIn(section, finder) };
  });
  const { session, candidates } = seen;
  return { session, candidates, sections };
}
