import { findSession } from '#library/find.ts';
import type { Library } from '#library/model.ts';
import type { Fact } from '../../model.ts';
import { koreanStems } from '../../words/korean.ts';
import { bears, type Condition } from '../question/forms/marks.ts';
import type { Asking } from '../question/readQuestion.ts';
import { type Asked, type FactSources, readAsked } from './askedOfTalks.ts';
import { companyOf } from './company.ts';
import { asksWhatEvent, eventDefined } from './event/eventDefined.ts';
import { guessed } from './event/guessed.ts';
import { eventSaid } from './eventSaid.ts';
import { byTag, ofNamed, sessionsOf, sessionsOn, spokeOf, topicOf } from './namedFacts.ts';
import type { Role } from './reading/factRoles.ts';
import type { Signs } from './reading/signs.ts';
import { editionOf } from './sessionsBy.ts';
import { kindFact } from './talks/kindFact.ts';
import { kindOfTalk } from './talks/kindOfTalk.ts';
import { besideFact, numberedFact } from './talks/oneTalk.ts';
import { libraryHasFact, withTold } from './toldFacts.ts';
import { talksIn, whoSpoke } from './toldTalks.ts';
import { wholeFact } from './wholeFacts.ts';

type Tell = (asked: Asked) => Fact | 'none' | undefined;
const none: Tell = () => 'none';
/** Nothing else is asked where this tells nothing. */
const only =
  (tell: Tell): Tell =>
  (asked) =>
    tell(asked) ?? 'none';
const always: Condition<string> = () => true;

/** What tells a fact where a question has certain signs; of several that do, the first counts. */
const TELLS: readonly (readonly [condition: Condition<string>, tell: Tell])[] = [
  [
    bears('#tag'),
    ({ signs, tagged: sessions, tag: only }) => ({
      about: signs.has('count') ? 'count' : 'list',
      sessions,
      only,
    }),
  ],
  // Of what the glossary tells by that name it is asked; the way to use what merely sounds like the event.
  [bears('#other-year', '#in-glossary -#certain', 'bot #called -#certain'), none],
  // Nothing is left beside the words for the sessions.
  [bears('#day who|speaker -#left'), whoOfDay],
  [bears('#day #any -#left|when|where|count'), ({ library, ofDay }) => dayFact(library, ofDay)],
  [always, ({ index, text, language }) => besideFact(index, text, language)],
  [bears('-#left|~post'), ({ library, read, language }) => numberedFact(library, read, language)],
  [bears('-#left'), only(ofAll)],
  [bears('#one-post when where ~both|held -talk|#long'), ofOnlyPost],
  // What is left names a time, a place, a kind of talk, or a company.
  [bears('#asks-yesno'), ofGuess],
  [bears('#kind #spoken|talk|about|summary|list|#asks-yesno -when|where|count'), ofKind],
  [bears('#company -#spoken|#thing'), only(({ index, left, language }) => companyOf(index, left, language))],
  // `데이터 거버넌스를 다룬 모임은 언제였나요`.
  [
    bears('event about when -talk|#long'),
    only(({ index, name, read }) => ofNamed(index, name, 'when', read.number)),
  ],
  [bears('#many', '-talk|#spoken', 'speaker ~whether -who'), none],
  // What is left names a session, or what sessions are about.
  [bears('talk ~at-which -who'), given('where')],
  [bears('#given when ?date -who'), given('when')],
  [bears('#given where ?where|~place -who'), given('where')],
  [
    bears('#spoken talk|about|who|filler'),
    only(({ index, name, read, language }) => spokeOf(index, name, read.number, language)),
  ],
  [bears('-talk', '-#head'), none],
  [bears('slides'), only(({ index, name, read }) => ofNamed(index, name, 'slides', read.number))],
  [bears('video'), only(({ index, name, read }) => ofNamed(index, name, 'video', read.number))],
  // What is asked of one talk is in its text: `첫 발표에서 시각화 도구 뭐 나왔어`; the one post is no answer.
  [
    bears(
      '#number|first|last -about',
      '#number|first|last ~in-talk',
      '~of-its-text -about|list',
      '~in-named-talk',
      '#one-post',
    ),
    none,
  ],
  [
    always,
    ({ library, signs, left, name }) => {
      const tagged = byTag(library, left);
      return tagged.length === 0 ? undefined : listOf(signs, tagged, name);
    },
  ],
  [bears('about|list|count|~names', 'filler -#asks-way'), onWhatIsLeft],
];

/** The fact about the sessions that a question asks for which is no matter of the event as a whole; undefined for all other questions. */
export function talkFact(sources: FactSources, text: string, asking: Asking): Fact | undefined {
  const asked = readAsked(sources, text, asking);
  for (const [isMet, tell] of TELLS) {
    const fact = isMet(asked.signs) ? tell(asked) : undefined;
    if (fact !== undefined) return fact === 'none' ? undefined : fact;
  }
  return undefined;
}

function whoOfDay({ library, ofDay, language }: Asked): Fact {
  const sessions = ofDay.flatMap((id) => findSession(library, id) ?? []);
  return whoSpoke(sessions, language) ?? { about: 'who', session: ofDay[0] };
}

function dayFact(library: Library, ids: readonly string[]): Fact {
  const talks = talksIn(ids.flatMap((id) => findSession(library, id) ?? []));
  return ids.length === 1 && talks.length === 0
    ? { about: 'session', session: ids[0] }
    : { about: 'list', sessions: ids, only: undefined };
}

/** Who names the event asks of it; where nothing else is named, lectures are the talks. */
function ofAll({ library, read, text, asking, sessions, called, language }: Asked): Fact | undefined {
  const { roles, year } = read;
  const more: readonly Role[] = [
    ...(called.length > 0 ? (['event'] as const) : []),
    ...(roles.has('lecture') ? (['talk'] as const) : []),
  ];
  const fact = wholeFact(library, { ...read, roles: new Set([...roles, ...more]) }, text, asking, sessions);
  if (fact?.about === 'event' && called.length > 0 && asksWhatEvent(text)) {
    const ids = sessions ?? library.sessions.map(({ id }) => id);
    const told = eventDefined(library, ids, called, language);
    return told === undefined ? fact : { ...fact, told };
  }
  if (fact?.about !== 'who') return fact;
  const ids = fact.session === undefined ? sessions : [fact.session];
  const asked = ids?.flatMap((id) => findSession(library, id) ?? []) ?? library.sessions;
  const held = year === undefined ? asked : editionOf(asked, year);
  return held.length === 0 ? undefined : (whoSpoke(held, language) ?? fact);
}

/** Who asks when and where together of what the one post tells of means what that is about: `그 보안 행사 언제 어디서 했어`. */
function ofOnlyPost({ library, left }: Asked): Fact | undefined {
  const texts = library.sessions.flatMap(({ posts }) =>
    posts.flatMap(({ fullTitle, sections }) => [
      fullTitle,
      ...sections.flatMap(({ name, text }) => [name, text]),
    ]),
  );
  const isTold = (word: string): boolean =>
    texts.some((text) => text.toLowerCase().includes(koreanStems(word)[0] ?? word));
  if (!left.some(isTold)) return undefined;
  return {
    about: 'several',
    parts: (['when', 'where'] as const).map((about) => ({ about, session: undefined })),
  };
}

function ofGuess({ read, left }: Asked): Fact | undefined {
  const about = guessed(read, left);
  return about === undefined ? undefined : { about, session: undefined };
}

function ofKind({ index, left, signs, language }: Asked): Fact | undefined {
  return kindFact(index, kindOfTalk(left) ?? [], signs.has('#spoken'), language);
}

/** When or where the talk was given that is named. */
function given(about: 'when' | 'where'): Tell {
  return ({ index, library, name, read, signs, language }) => {
    const fact = ofNamed(index, name, about, read.number);
    const ofEvent =
      fact?.about === 'where' && signs.has('~at-which')
        ? eventSaid(library, fact.session, language)
        : undefined;
    if (ofEvent !== undefined) return ofEvent;
    if (fact !== undefined && libraryHasFact(library, withTold(library, fact, language))) return fact;
    return HEAD(signs) ? (fact ?? 'none') : undefined;
  };
}
const HEAD = bears('#head talk -list');

const listOf = (signs: Signs, sessions: readonly string[], only: string): Fact => ({
  about: signs.has('~which') ? 'which' : signs.has('count') ? 'count' : 'list',
  sessions,
  only,
});

/** The talks on what is left. */
function onWhatIsLeft({ index, library, topics, left, name, signs }: Asked): Fact | undefined {
  const topic = topicOf(topics, name);
  const found =
    topic === undefined
      ? sessionsOn(index, left, LOOSELY(signs), signs.has('about'))
      : sessionsOf(library, topic);
  const stems = left.map((word) => koreanStems(word)[0] ?? word).join(' ');
  return found.length === 0 ? undefined : listOf(signs, found, stems);
}
const LOOSELY = bears('~which|~names|about|count|list');
