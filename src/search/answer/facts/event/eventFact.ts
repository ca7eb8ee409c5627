import { findSession, locateSection } from '#library/find.ts';
import type { Language, Library } from '#library/model.ts';
import { EVENT_FACTS, type EventFact, type Fact, type TalkFact } from '../../../model.ts';
import { otherNames } from '../../../words/concepts.ts';
import { koreanStems } from '../../../words/korean.ts';
import { verbsOf } from '../../../words/verbs.ts';
import { isHeardIn } from '../heard.ts';
import { titledWith } from '../namedFacts.ts';
import { audienceWords, isForBeginners } from '../reading/audience.ts';
import type { EventQuestion } from '../reading/detailWords.ts';
import type { Role } from '../reading/factRoles.ts';
import { readWords } from '../reading/factWords.ts';
import { WHICH_EVENT } from '../reading/signs.ts';
import { sessionAt } from '../sessionsBy.ts';
import { tellParts } from '../toldFacts.ts';
import type { EventDetail } from './eventDetails.ts';
import { eventWords, isYearOf, namedEvent } from './eventNames.ts';
import { isThisYear } from './guessed.ts';

/** Roles of words that may stand beside what is asked of an event as a whole. */
const BESIDE: ReadonlySet<Role> = new Set<Role>([
  'when',
  'where',
  'event',
  'held',
  'filler',
  'talk',
  'video',
  'slides',
  'online',
  'first',
  'last',
  'list',
  'recommend',
  'about',
  'summary',
  'company',
  'theme',
  'common',
  'whole',
  'track',
  'name',
  'person',
  'alone',
  'program',
]);
/** Roles of words that may stand beside some details alone: `누가 주최했어`. */
const BESIDE_DETAIL: Readonly<Partial<Record<Role, readonly EventDetail[]>>> = {
  who: ['host', 'sponsor', 'audience'],
  count: ['crowd', 'edition', 'tracks', 'audience'],
  author: ['favourite', 'missed', 'good', 'bad'],
  speaker: ['favourite'],
};
/** What is done with talks by who wants one that is for them. */
const TAKES_IN =
  /읽|[볼봐]|보기|보면|들을|듣|들으|이해|추천|위한|위해|대상|맞는|용(?![가-힣])|\b(?:read|watch|attend|for|aimed|meant|start|should)\b|向け|でも/iu;
/** What is told of a detail may say why it is so. */
const WHY = /^(?:왜|why)$/u;
/** What is asked of a talk by its title too. */
const OF_TALK: ReadonlySet<EventDetail> = new Set<EventDetail>(['audience', 'aim', 'crowd', 'full']);
/** What is asked of other things too, unless the event is named. */
const OF_EVENT: ReadonlySet<EventDetail> = new Set<EventDetail>(['good', 'bad']);
/** More words than these ask for something else. */
const MOST = 3;

/**
 * What a question asks of an event as a whole that is no matter of its talks: how many came, what a ticket was, who held
 * it, when and where it is next; with when and where it was, if they are asked too. Undefined for all other questions.
 */
export function eventFact(library: Library, text: string, language: Language | undefined): Fact | undefined {
  const { ofEvent, number, year } = readWords(text);
  const { roles, rest: words, payers } = ofEvent;
  // The front matter tells them.
  if (
    ofEvent.details.includes('tracks') &&
    library.sessions.some(({ posts: [{ track }] }) => track !== undefined)
  )
    return undefined;
  const has = (role: Role): boolean => roles.has(role);
  for (const role of roles)
    if (!BESIDE.has(role) && !ofEvent.details.some((detail) => BESIDE_DETAIL[role]?.includes(detail)))
      return undefined;
  const ofTheme = ofEvent.details.length === 0 && asksTheme(ofEvent, number, text);
  const details: readonly EventDetail[] = [...ofEvent.details, ...(ofTheme ? (['theme'] as const) : [])];
  // What is no matter of a talk is asked of the event.
  const ofTalk = (): boolean =>
    details.every((detail) => detail === 'audience' || detail === 'aim') && audienceWords(text).length === 0;
  // `머신러닝을 문과한테 설명하면` asks for no talk.
  if (
    details.length === 1 &&
    isForBeginners(text) &&
    !has('talk') &&
    !has('recommend') &&
    !TAKES_IN.test(text)
  )
    return undefined;
  const [titled, other] = has('talk') && words.length > 0 ? titledWith(library, words.join(' ')) : [];
  const named = other === undefined && OF_TALK.has(details[0] ?? 'when') ? titled : undefined;
  const session =
    named ??
    ((has('talk') || has('event') || number !== undefined) && ofTalk()
      ? sessionAt(library, roles, number)
      : undefined);
  const isNext = details.includes('next');
  const linked = (['video', 'slides'] as const).filter(has);
  // When the recordings will be there, and not when the event was.
  const held = isNext || linked.length > 0 ? [] : (['when', 'where'] as const).filter(has);
  const asked: readonly (TalkFact | EventFact)[] = [
    ...[...held, ...linked].map((about) => ({ about, session })),
    ...details.flatMap((about) => (isEventFact(about) ? [{ about, session }] : [])),
  ];
  if (asked.length === 0) return undefined;
  const numbers = [session === undefined ? number : undefined, year].flatMap((one) =>
    one === undefined ? [] : [`${one}`],
  );
  const isOfYear = asked.length > linked.length;
  const asking = named === undefined ? words.filter((word) => !isOfYear || !isThisYear(word)) : [];
  const { rest: left, sessions, called } = namedEvent(library, [...asking, ...numbers], true);
  const rest = left.filter((word) => word !== year || !isYearOf(library, year));
  // When and where something was is asked of the event only where it is named.
  if (rest.length > MOST || (details.length + linked.length === 0 && called.length === 0)) return undefined;
  if (details.includes('most') && rest.length === 0) return undefined;
  if (details.some((detail) => OF_EVENT.has(detail)) && !has('event') && called.length === 0)
    return undefined;
  const about = sessions?.flatMap((id) => findSession(library, id) ?? []);
  const stems = rest.map((word) => koreanStems(word)[0] ?? word);
  // Who asks for the most of something may call that otherwise than the post.
  const namesOf = (word: string): readonly string[] =>
    details.includes('most') ? [word, ...otherNames(word).map((name) => name.join(' '))] : [word];
  const parts = tellParts(
    library,
    asked,
    {
      sessions: about,
      words: [...stems.flatMap(namesOf), ...audienceWords(text), ...(text.includes('내년') ? ['내년'] : [])],
      called: [...called, ...eventWords(library)],
    },
    language,
  );
  // What else is named must stand where it is told.
  const told = parts.flatMap(({ told: passage }) => passage ?? []);
  const quotes = told.map(({ quote }) => quote.toLowerCase());
  const around = told.map((passage) => locateSection(library, passage, passage.language)?.section.text ?? '');
  const isHeld = (word: string): boolean =>
    WHY.test(word) ||
    (isNext && isInTitles(library, word)) ||
    quotes.some((quote) => namesOf(word).some((name) => quote.includes(name))) ||
    verbsOf(word).length > 0 ||
    (properNames(text).some((name) => name.toLowerCase() === word) &&
      around.some((section) => isHeardIn(section, word)));
  if (!stems.every(isHeld)) return undefined;
  const isForThem = payers.every((payer) => quotes.some((quote) => payer.test(quote)));
  const [only] = isForThem ? parts : asked;
  // Where no post tells what all of it was about, its name and its talks do.
  if ((ofTheme || details.includes('most')) && told.length === 0) return undefined;
  return parts.length === 1 ? only : { about: 'several', parts };
}

/** True for a word of the title of each post: whose posts tell of one event alone call them by it. */
const isInTitles = ({ sessions }: Library, word: string): boolean =>
  sessions.every(({ posts }) => posts.some(({ fullTitle }) => fullTitle.toLowerCase().includes(word)));

/** True for a question for what all the talks were about together, in words for a matter and for all of it. */
function asksTheme({ roles, rest }: EventQuestion, number: number | undefined, text: string): boolean {
  const has = (role: Role): boolean => roles.has(role);
  if (number !== undefined || has('first') || has('last') || has('when') || has('where')) return false;
  const ofAll = has('event') || has('track') || has('whole');
  // `한마디로 요약하면` asks for all of it, `전체 제목` for a list.
  const isAll = has('whole') && has('summary') && !has('list');
  const isMatter = has('theme') || isAll || (has('about') && WHAT.test(text) && !WHICH_EVENT.test(text));
  if (has('common')) return isMatter || has('talk') || ofAll;
  return !has('talk') && isMatter && (ofAll || (has('theme') && rest.length === 0));
}
const WHAT = /뭐|뭘|뭔|머야|무슨|무엇|어떤|\bwhat|何/iu;

/** Words that begin with a capital, but for the first. */
const properNames = (text: string): readonly string[] => text.match(/(?<=\S\s)\p{Lu}\p{Ll}+/gu) ?? [];

const isEventFact = (about: string): about is EventFact['about'] => EVENT_FACTS.some((one) => one === about);
