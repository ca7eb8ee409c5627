import { outermostSections, postIn } from '#library/find.ts';
import type { Language, Post, Section, Session } from '#library/model.ts';
import type { Index } from '../../../index/searchIndex.ts';
import type { Fact } from '../../../model.ts';
import { traitsOf } from '../../sentences/sentenceTraits.ts';
import { openingOf } from '../openings.ts';
import { quotedPassage } from '../quotedPassage.ts';
import { speakersListed, spokeIn } from '../sectionSpeaker.ts';
import { whoSpoke } from '../toldTalks.ts';
import { partFact } from './oneTalk.ts';

/** `no keynotes`, `키노트는 없었다`. */
const NONE = /없[다었는고음이]|\b(?:no|without|wasn['’]t|weren['’]t)\b|な[いかし]|ありません/iu;
/** Sections at the front of a post, and sentences of each, in which it may say that there was none. */
const OPENING = 2;
const SENTENCES = 8;
/** Talks below the heading of a kind: where there are more, others than the first are of none. */
const MOST = 3;

/**
 * Who gave the talks of a kind, or what they were about: by the parts or posts that are called by it, else by a sentence
 * that there was none. Untold where no post speaks of one; undefined where posts speak of it in another way.
 */
export function kindFact(
  { library, segments }: Index,
  kind: readonly string[],
  asksWho: boolean,
  language: Language | undefined,
): Fact | undefined {
  const isCalled = (text: string): boolean => kind.some((one) => text.toLowerCase().includes(one));
  const posts = library.sessions.map((session) => ({ session, post: postIn(session, language ?? '') }));
  const parts = posts.flatMap(({ session, post }) =>
    partsOf(post, isCalled).map((section) => ({ session, post, section })),
  );
  const [part] = parts;
  if (part !== undefined && !asksWho) return partFact(library, part, false, language);
  if (part !== undefined) {
    const told = parts.flatMap(({ session, post, section }) => {
      const quote = speakersListed(section) ?? spokeIn(post, section);
      if (quote !== undefined) return [quotedPassage(session.id, post, section, quote)];
      // `## Keynote` and the talk itself below it.
      const talks = post.sections.flatMap((below) => {
        const said = below.parent === section.id ? spokeIn(post, below) : undefined;
        return said === undefined ? [] : [quotedPassage(session.id, post, below, said)];
      });
      return talks.length > MOST ? talks.slice(0, 1) : talks;
    });
    const facts = told.map((one) => ({ about: 'who', session: one.session, told: one }) as const);
    const [only] = facts;
    return facts.length > 1 ? { about: 'several', parts: facts } : only;
  }
  const titled = posts.filter(({ post }) => isCalled(post.fullTitle)).map(({ session }) => session);
  if (titled.length > 0) return asksWho ? whoSpoke(titled, language) : listOf(titled);
  for (const { session, post } of posts)
    for (const section of openingOf(post, OPENING)) {
      const said = traitsOf(section)
        .texts.slice(0, SENTENCES)
        .find((text) => isCalled(text) && NONE.test(text));
      if (said !== undefined)
        return { about: 'who', session: session.id, told: quotedPassage(session.id, post, section, said) };
    }
  const isSpokenOf = kind.some((word) => segments.some(({ terms }) => terms.find(word) !== undefined));
  return isSpokenOf || !asksWho ? undefined : { about: 'who', session: undefined, only: kind[0] };
}

const listOf = (sessions: readonly Session[]): Fact => ({
  about: 'list',
  sessions: sessions.map(({ id }) => id),
  only: undefined,
});

/** The parts of a post that are called by a kind of talk: outermost ones, else those below them. */
function partsOf(post: Post, isCalled: (text: string) => boolean): readonly Section[] {
  const called = post.sections.filter(({ name, lead }) => !lead && isCalled(name));
  const outermost = outermostSections(post);
  const outer = called.filter((section) => outermost.includes(section));
  return outer.length > 0 ? outer : called;
}
