import type { Nodes } from 'mdast';
import type { Language, Section, SectionRef, Session } from '../model.ts';
import { foldedText, type Hit, type NameFinder, nameKey } from '../text/names.ts';
import { phrasingText } from '../text/plain.ts';
import { fold } from '../text/slug.ts';
import { isForeignName, isStructural, nameInHeading, productNames } from './candidates.ts';

/** One section in one language, and the names found in it. */
export interface SectionMentions {
  readonly ref: SectionRef;
  /** `session/section` */
  readonly at: string;
  readonly section: Section;
  /** Heading and text, folded: a name that is not in here needs not be looked for. */
  readonly folded: string;
  readonly name: readonly Hit[];
  readonly text: readonly Hit[];
  /** Keys of the names that the text uses as such: a link called after a heading ("see From data to AI") does not. */
  readonly mentions: readonly string[];
}

/** A name that a heading suggests. */
export interface TopicCandidate {
  readonly key: string;
  readonly name: string;
  readonly language: Language;
  /** True where the heading's form alone says that it is a name. */
  readonly certain: boolean;
  /** True where the name is the whole heading. */
  readonly whole: boolean;
  readonly at: string;
  readonly aliases: readonly string[];
}

/** What topics are made of, from one session. */
export interface SessionMentions {
  readonly session: Session;
  readonly candidates: readonly TopicCandidate[];
  /** In reading order, the languages one after the other. */
  readonly sections: readonly SectionMentions[];
}

const NOTHING: readonly string[] = [];

function linkTexts(nodes: readonly Nodes[]): string[] {
  return nodes.flatMap((node) => {
    if (node.type === 'link') return [phrasingText(node.children)];
    return 'children' in node ? linkTexts(node.children) : [];
  });
}

/** The names that the headings of a session suggest. */
export function topicCandidatesOf(session: Session, bracketed: WeakSet<Section>): TopicCandidate[] {
  const offers: TopicCandidate[] = [];
  for (const { language, sections } of session.posts) {
    for (const section of sections) {
      if (section.lead) continue;
      const name = nameInHeading(section.name);
      const whole = name !== undefined;
      for (const one of whole ? [name] : productNames(section.name)) {
        if (isStructural(fold(one))) continue;
        const certain = !whole || bracketed.has(section) || isForeignName(one, language);
        const aliases = whole ? section.aliases : NOTHING;
        const at = `${session.id}/${section.id}`;
        offers.push({ key: nameKey(one), name: one, language, certain, whole, at, aliases });
      }
    }
  }
  return offers;
}

function hitsIn(section: Section, finder: NameFinder): Pick<SectionMentions, 'name' | 'text' | 'mentions'> {
  const [name, text] = [finder.find(section.name), finder.find(section.text)];
  if (text.length === 0) return { name, text, mentions: NOTHING };
  const links = new Set(linkTexts(section.blocks).map(foldedText));
  const mentions = [...new Set(text.map(({ key }) => key))].filter((key) => !links.has(key));
  return { name, text, mentions };
}

/** Looks for all names that the finder knows. */
export async function sectionMentionsOf(
  session: Session,
  finder: NameFinder,
  pause: () => Promise<void> | undefined,
): Promise<SectionMentions[]> {
  const places: SectionMentions[] = [];
  for (const { sections } of session.posts) {
    for (const section of sections) {
      const ref = { session: session.id, section: section.id };
      const folded = `${foldedText(section.name)}\n${foldedText(section.text)}`;
      places.push({ ref, at: `${ref.session}/${ref.section}`, section, folded, ...hitsIn(section, finder) });
      await pause();
    }
  }
  return places;
}

/** The same with names that the finder has learnt since; the same object where none of them is there. */
export async function withNewNames(
  seen: SessionMentions,
  fresh: readonly string[],
  finder: NameFinder,
  pause: () => Promise<void> | undefined,
): Promise<SessionMentions> {
  let changed = false;
  const places: SectionMentions[] = [];
  for (const place of seen.sections) {
    const has = fresh.some((key) => place.folded.includes(key));
    places.push(has ? { ...place, ...hitsIn(place.section, finder) } : place);
    changed ||= has;
    const wait = pause();
    if (wait) await wait;
  }
  return changed ? { ...seen, sections: places } : seen;
}
