import { compact, NONE } from '../compute/compact.ts';
import type { Pause } from '../compute/slicedWork.ts';
import type { Language, Section, SectionRef, Session } from '../model.ts';
import { foldedText, type Hit, type NameFinder, nameKey } from '../text/names/nameFinder.ts';
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

function hitsIn(section: Section, finder: NameFinder): Pick<SectionMentions, 'name' | 'text' | 'mentions'> {
  const [name, text] = [compact(finder.find(section.name)), compact(finder.find(section.text))];
  if (text.length === 0) return { name, text, mentions: NONE };
  const links = new Set(section.linkTexts.map(foldedText));
  const mentions = [...new Set(text.map(({ key }) => key))].filter((key) => !links.has(key));
  return { name, text, mentions: compact(mentions) };
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
      const ref = { session: session.id, section: section.id };
      const folded = [foldedText(section.name), foldedText(section.text)].join('\n');
      places.push({ ref, at: `${ref.session}/${ref.section}`, section, folded, ...hitsIn(section, finder) });
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
  const sections = seen.sections.map((place) =>
    has(place) ? { ...place, ...hitsIn(place.section, finder) } : place,
  );
  return { ...seen, sections };
}
