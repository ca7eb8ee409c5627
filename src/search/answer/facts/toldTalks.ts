import { outermostSections, postIn } from '#library/find.ts';
import type { Language, Library, Post, Section, SectionRef, Session } from '#library/model.ts';
import type { Fact, Passage } from '../../model.ts';
import { programmesTold } from './programme.ts';
import { quotedPassage } from './quotedPassage.ts';
import { introducedIn, spokeIn } from './sectionSpeaker.ts';
import { mayBeName } from './speakerPatterns.ts';

/** Parts of a post on several talks that tell of no talk. */
const ASIDE =
  /^(?:\P{L}*)(?:들어가|시작하|여는 말|마치|마무리|후기(?:\s|$)|총평|느낀|소감|아쉬|정리|한 줄|기타|잡담|덤|뒤풀이|뒷풀이|부스|질문|질의|묻고|q&?a|개요|행사|운영|소식|다음|내년|뒤에|고친|정정|쉬는|점심|사진|경품|링크|참고|odds|overheard|closing|opening words|intro|outro|wrap|next|corrections?|updates?|bar\b|dinner|lunch|raffle|money|hallway|notes|links|references|summary|tea|まとめ|おわり|はじめ|感想|次回)/iu;
/** How far below the outermost headings talks are looked for. */
const DEEPEST = 3;
/** People who are named for a question about all talks. */
const MOST = 12;

/** The top sections of a post that tell of a talk each, by who spoke; none where the post tells of one alone and names nobody. */
function talksOf(post: Post): readonly Section[] {
  const made = known.get(post) ?? readTalks(post);
  known.set(post, made);
  return made;
}
const known = new WeakMap<Post, readonly Section[]>();

function readTalks(post: Post): readonly Section[] {
  let level = outermostSections(post);
  // Below the headings of days, and of parts of a day.
  for (let depth = 0; depth < DEEPEST && level.length > 0; depth += 1) {
    const found = signedAmong(post, level);
    if (found.length > 0) return found;
    const above = new Set(level.map(({ id }) => id));
    level = post.sections.filter(({ parent }) => parent !== undefined && above.has(parent));
  }
  return [];
}

function signedAmong(post: Post, sections: readonly Section[]): readonly Section[] {
  const signed = new Set(sections.filter((section) => spokeIn(post, section) !== undefined));
  return signed.size < 2 || [...signed].every(({ name }) => mayBeName(name))
    ? [...signed]
    : sections.filter((section) => signed.has(section) || !ASIDE.test(section.name));
}

/** True where some post tells of several talks. */
export const isOfSeveral = (sessions: readonly Session[]): boolean =>
  sessions.some(({ posts: [post] }) => talksOf(post).length > 1);

/** The talks that posts tell of beside their titles, where one of them tells of several. */
export const talksIn = (sessions: readonly Session[]): readonly SectionRef[] =>
  isOfSeveral(sessions)
    ? sessions.flatMap(({ id, posts: [post] }) =>
        talksOf(post).map((section) => ({ session: id, section: section.id })),
      )
    : [];

/** Who spoke, as the posts of sessions tell it: by headings, by what stands below them, or as a post opens. */
function speakersTold(sessions: readonly Session[], language: Language | undefined): readonly Passage[] {
  return sessions
    .flatMap((session) => {
      const post = postIn(session, language ?? '');
      const told = talksOf(post).flatMap((section) => {
        const quote = spokeIn(post, section);
        return quote === undefined ? [] : [quotedPassage(session.id, post, section, quote)];
      });
      if (told.length > 0) return told;
      const programmes = programmesTold([session], language);
      return programmes.length > 0 ? programmes : (introducedIn(session.id, post) ?? []);
    })
    .slice(0, MOST);
}

/** Who spoke at sessions of which the front matter names nobody but who wrote; undefined where the posts do not tell. */
export function whoSpoke(sessions: readonly Session[], language: Language | undefined): Fact | undefined {
  const isNamed = ({ speakers = [] }: Session): boolean => speakers.some(({ source }) => source !== 'author');
  const told = speakersTold(sessions, language);
  // Of a post on several talks the front matter may name one speaker.
  const named = sessions.filter(isNamed).length;
  if (named > 0 && (told.length <= named || !isOfSeveral(sessions))) return undefined;
  const parts = told.map((one) => ({ about: 'who', session: one.session, told: one }) as const);
  const [only] = parts;
  return parts.length > 1 ? { about: 'several', parts } : only;
}

/** The talks that the posts of a library tell of, in their order; none where each post is a talk. */
export const talksInOrder = ({
  sessions,
}: Library): readonly { session: Session; post: Post; section: Section }[] =>
  isOfSeveral(sessions)
    ? sessions.flatMap((session) => {
        const [post] = session.posts;
        return talksOf(post).map((section) => ({ session, post, section }));
      })
    : [];
