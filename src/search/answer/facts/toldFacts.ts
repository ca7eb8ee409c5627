import { findSession, postIn } from '#library/find.ts';
import type { Language, Library, Session } from '#library/model.ts';
import { type EventFact, type Fact, isEventFact, type Passage, type TalkFact } from '../../model.ts';
import { isDated } from '../sentences/fit.ts';
import { namesDay } from './event/whenAndWhere.ts';
import { programmesTold } from './programme.ts';
import { quotedPassage } from './quotedPassage.ts';
import { type AskedDetails, talkCountIn, tellDetails } from './statedFacts.ts';
import { talksIn } from './toldTalks.ts';

type Part = TalkFact | EventFact;

/** Adds what the posts say of a fact where their front matter does not tell it. */
export function withTold(library: Library, fact: Fact, language: Language | undefined): Fact {
  switch (fact.about) {
    case 'list':
    case 'count': {
      const sessions = fact.sessions.flatMap((id) => findSession(library, id) ?? []);
      const isOfOne = fact.only !== undefined && talksIn(sessions).length === 0;
      const talks = fact.only === undefined || sessions.length === 1 ? talksIn(sessions) : [];
      const counted =
        fact.about === 'count' && !isOfOne ? talkCountIn(library, sessions, language) : undefined;
      const [programme] =
        talks.length === 0 && fact.only === undefined && sessions.length === 1
          ? programmesTold(sessions, language)
          : [];
      const told = counted ?? programme;
      return {
        ...fact,
        ...(told === undefined ? {} : { told }),
        ...(talks.length === 0 ? {} : { talks }),
      };
    }
    case 'several':
      return { ...fact, parts: tellParts(library, fact.parts, {}, language) };
    case 'event': {
      if (fact.told !== undefined) return fact;
      const told = isOneDay(library) ? visitTold(library, language) : heldTold(library, language);
      return told === undefined ? fact : { ...fact, told };
    }
    case 'when':
    case 'where':
    case 'who':
    case 'video':
    case 'slides':
      return tellParts(library, [fact], {}, language)[0] ?? fact;
    default:
      return fact;
  }
}

/** When or where the event was, as a post says it. */
function heldTold(library: Library, language: Language | undefined): Passage | undefined {
  const asked = ['when', 'where'] as const;
  const parts = asked.map((about) => ({ about, session: undefined }));
  return tellParts(library, parts, {}, language).find((part) => part.told !== undefined)?.told;
}

/** What the one post opens with of an event that its front matter does not name: that its author was there. */
function visitTold(library: Library, language: Language | undefined): Passage | undefined {
  const only = onlySession(library);
  if (only === undefined || only.posts[0].event !== undefined) return undefined;
  return tellDetails(library, { details: ['visit'] }, language).get('visit');
}

/** Adds to facts that are asked for together what the posts say of them. */
export function tellParts(
  library: Library,
  parts: readonly Part[],
  { sessions, words = [], called = [] }: Partial<AskedDetails>,
  language: Language | undefined,
): readonly Part[] {
  const details = parts.flatMap((part) =>
    part.about === 'code' || part.about === 'author' || part.told !== undefined || isKnown(library, part)
      ? []
      : [part.about],
  );
  if (details.length === 0) return parts;
  const of = parts.map((part) => sessionOf(library, part)).find((session) => session !== undefined);
  const among = of === undefined ? sessions : [of];
  // What came later is told in later posts too, whatever their titles say.
  const [later, then] = [details.filter((one) => LATER.has(one)), details.filter((one) => !LATER.has(one))];
  const told = new Map([
    ...tellDetails(library, { details: then, sessions: among, words, called }, language),
    ...tellDetails(
      library,
      { details: later, sessions: of && [of], words: [...words, ...called], called },
      language,
    ),
  ]);
  // Not each post names the event in its title, nor in the same language.
  const missing = then.filter((one) => !told.has(one));
  if (of === undefined && sessions !== undefined && missing.length > 0)
    for (const [detail, passage] of tellDetails(library, { details: missing, words }, language))
      told.set(detail, passage);
  // Where one session says nothing of the place, another of the same event may.
  const where =
    of === undefined || told.has('where') || !details.includes('where')
      ? undefined
      : tellDetails(library, { details: ['where'], sessions: ofSameEvent(library, of) }, language).get(
          'where',
        );
  const made = parts.map((part): Part => {
    const found = told.get(part.about === 'code' || part.about === 'author' ? 'slides' : part.about) ?? where;
    if (found === undefined || !details.some((detail) => detail === part.about)) return part;
    return part.about === 'when' && isDayOfAll(library, found.quote) ? part : { ...part, told: found };
  });
  // A sentence that tells both says it all.
  const dated = made.find(({ told: passage }) => passage !== undefined && isDated(passage.quote))?.told;
  return made.map((part) => {
    if (part.about !== 'when' || part.told !== undefined) return part;
    const session = sessionOf(library, part);
    const told =
      dated ??
      (session === undefined
        ? namedTime(onlySession(library), language, namesDay)
        : namedTime(session, language, (name) => YEAR.test(name)));
    return told === undefined ? part : { ...part, told };
  });
}

/** Of a post without any date the time that its title tells, or the folder that it stands in. */
function namedTime(
  session: Session | undefined,
  language: Language | undefined,
  tells: (name: string) => boolean,
): Passage | undefined {
  const post = session && postIn(session, language ?? '');
  const [section] = post?.sections ?? [];
  if (session === undefined || post === undefined || section === undefined) return undefined;
  const named = [post.fullTitle, ...post.file.split('/').slice(0, -1).toReversed()].find(tells);
  return named === undefined ? undefined : quotedPassage(session.id, post, section, named);
}
const YEAR = /(?<!\d)(?:19|20)\d\d(?!\d)/u;

/** Details that are known only after an event. */
const LATER: ReadonlySet<string> = new Set(['next', 'video', 'slides']);

const onlySession = ({ sessions: [only, ...others] }: Library): Session | undefined =>
  others.length === 0 ? only : undefined;

const sessionOf = (library: Library, part: Part): Session | undefined =>
  part.session !== undefined ? findSession(library, part.session) : undefined;

const ofSameEvent = ({ sessions }: Library, { posts: [{ event }] }: Session): readonly Session[] =>
  sessions.filter(({ posts }) => event === undefined || posts[0].event === event);

/** True where the front matter tells it, or nothing but it could. */
function isKnown(library: Library, part: Part): boolean {
  const session = sessionOf(library, part);
  switch (part.about) {
    case 'when':
      return (session?.starts ?? session?.posts[0].date) !== undefined;
    case 'who':
      return session === undefined || (session.speakers?.length ?? 0) > 0;
    case 'video':
    case 'slides':
      return libraryHasFact(library, part);
    default:
      return false;
  }
}

/** True where all posts have one date. */
const isOneDay = ({ sessions }: Pick<Library, 'sessions'>): boolean =>
  new Set(sessions.map(({ starts, posts }) => starts?.date ?? posts[0].date)).size === 1;

/** True where all posts have one date, and a sentence names that day: then it is known when it was. */
function isDayOfAll({ sessions }: Library, sentence: string): boolean {
  const day = Number((sessions[0]?.starts?.date ?? sessions[0]?.posts[0].date)?.slice(8, 10));
  return isOneDay({ sessions }) && new RegExp(`(?<!\\d)${day}(?!\\d)`, 'u').test(sentence);
}

/** True where the library holds what a fact is about. */
export function libraryHasFact(library: Library, fact: Fact): boolean {
  const some = (test: (session: Session) => boolean, id: string | undefined): boolean =>
    library.sessions.some((session) => (id === undefined || session.id === id) && test(session));
  if (isEventFact(fact)) return fact.told !== undefined;
  switch (fact.about) {
    case 'when':
      return (
        fact.told !== undefined ||
        some(({ posts, starts }) => starts !== undefined || posts[0].date !== undefined, fact.session)
      );
    case 'where':
      return fact.told !== undefined || some(({ room }) => room !== undefined, fact.session);
    case 'who':
      return (
        fact.told !== undefined ||
        (fact.only === undefined &&
          some(
            ({ speakers = [] }) => speakers.some(({ kind }) => fact.ofPerson !== true || kind === 'person'),
            fact.session,
          ))
      );
    case 'author':
      return some(({ speakers = [] }) => speakers.some(({ source }) => source === 'author'), fact.session);
    case 'slides':
    case 'video':
    case 'code': {
      const { about, told } = fact;
      return told !== undefined || some((session) => (session[about]?.length ?? 0) > 0, fact.session);
    }
    case 'several':
      return fact.parts.some((part) => libraryHasFact(library, part));
    case 'newest':
    case 'oldest':
    case 'shortest':
    case 'longest':
      return fact.session !== undefined;
    case 'session':
    case 'recommend':
    case 'list':
    case 'count':
    case 'which':
    case 'event':
    case 'bot':
      return true;
  }
}
