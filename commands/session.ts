import type { Session } from '#library/model.ts';
import { commandTexts, LOCALES, textsFor } from '#locales/index.ts';
import type { NumberWords } from '#locales/model/typed.ts';
import { drawPage } from '#pages/draw.ts';
import { sessionsIn } from '#pages/index/groups.ts';
import { findSession, findSpeaker, locateSection } from '#pages/lookup.ts';
import { LIMITS } from '#pages/message/limits.ts';
import type { Reader } from '#pages/model.ts';
import { sessionName, targetRoute } from '#pages/names.ts';
import { drawNoGroup, drawNoMatch } from '#pages/notices.ts';
import type { Route } from '#pages/route.ts';
import type { Scope, Suggestion, Target } from '#search/model.ts';
import { defineCommand } from './define.ts';
import type { CommandContext, Complete, Reply } from './model.ts';
import { languageOption, privateOption, readingOf } from './options/common.ts';
import { completeFilter, narrow, narrowedRoute, narrowedSessions } from './options/filters.ts';
import {
  CONFIDENT,
  choicesFor,
  choicesOf,
  isLabelOf,
  LONG_LIST,
  type Resolution,
  resolveTyped,
  routeOf,
  sourcesOf,
  typedWords,
} from './options/suggest.ts';

type SessionTarget = Extract<Target, { kind: 'session' }>;
type SpeakerTarget = Extract<Target, { kind: 'speaker' }>;
type SectionTarget = Extract<Target, { kind: 'section' }>;

/** What a name may mean: speakers are known by theirs as sessions are. */
type NameTarget = SessionTarget | SpeakerTarget;

const isNamed = (target: Target): target is NameTarget =>
  target.kind === 'session' || target.kind === 'speaker';
const isSection = (target: Target): target is SectionTarget => target.kind === 'section';

/** Words of all languages: people type in the one or the other. */
const anyOf = (kind: keyof NumberWords): string =>
  LOCALES.flatMap((locale) => textsFor(locale).sessionNumber[kind])
    .map(RegExp.escape)
    .join('|');

/** `5`, `#5`, `5번`, `세션 5`, `session 5`. */
const NUMBER = new RegExp(
  `^(?:#|${anyOf('before')})?\\s*(\\d{1,6})\\s*(?:${anyOf('behind')})?(?:\\s*(?:${anyOf('before')}))?$`,
  'iu',
);

/** What names a session beyond doubt: its number, its title, or the label of a suggestion. */
function namedExactly(
  { library, defaults }: CommandContext,
  typed: string,
  sessions: readonly Session[],
): Session | undefined {
  const text = typed.replace(/\s+/g, ' ').trim();
  const number = NUMBER.exec(text)?.[1];
  const numbered = sessions.filter((session) => session.number === Number(number));
  if (numbered.length === 1) return numbered[0];
  const wanted = text.toLowerCase();
  const hasName = (session: Session): boolean =>
    session.posts.some((post) =>
      [
        post.title,
        post.fullTitle,
        sessionName(session, post, { locale: defaults.locale, language: post.language }),
      ].some((name) => name.toLowerCase() === wanted),
    );
  const byId = findSession(library(), wanted);
  return byId !== undefined && sessions.includes(byId) ? byId : sessions.find(hasName);
}

/** @param among the sessions that the filters leave. */
function meantByName(
  context: CommandContext,
  typed: string,
  among: readonly Session[],
  reader: Reader,
): Resolution<NameTarget> {
  const route = routeOf(typed);
  const speaker = route?.page === 'speaker' ? findSpeaker(context.library(), route.speaker) : undefined;
  if (speaker !== undefined) return { kind: 'found', target: { kind: 'speaker', speaker: speaker.id } };
  const id = route !== undefined && 'session' in route ? route.session : undefined;
  const session = id === undefined ? namedExactly(context, typed, among) : findSession(context.library(), id);
  if (session !== undefined) return { kind: 'found', target: { kind: 'session', session: session.id } };
  const isLeft = (target: Target): target is NameTarget => isNamed(target) && isAmong(context, among)(target);
  return resolveTyped(context, typedWords(typed), { kind: 'session' }, reader, isLeft);
}

/** The section whose suggestion has this label, which may differ from its name, such as "Opening". */
function labelledSection(
  context: CommandContext,
  typed: string,
  session: string,
  reader: Reader,
): SectionTarget | undefined {
  const ids = findSession(context.library(), session)?.posts.flatMap(({ sections }) =>
    sections.map(({ id }) => id),
  );
  return [...new Set(ids)]
    .map((section): SectionTarget => ({ kind: 'section', session, section }))
    .find((target) => isLabelOf(context, typed, target, { kind: 'section', session }, reader));
}

/** @param session the chosen session; undefined where only a section was given. */
function meantSection(
  context: CommandContext,
  typed: string,
  session: string | undefined,
  reader: Reader,
): Resolution<SectionTarget> {
  const route = routeOf(typed);
  if (route?.page === 'section') {
    const ref = { session: session ?? route.session, section: route.section };
    const place = locateSection(context.library(), ref, reader);
    if (place !== undefined) {
      return {
        kind: 'found',
        target: { kind: 'section', session: place.session.id, section: place.section.id },
      };
    }
  }
  const labelled = session === undefined ? undefined : labelledSection(context, typed, session, reader);
  if (labelled !== undefined) return { kind: 'found', target: labelled };
  const scope: Scope = session === undefined ? { kind: 'any' } : { kind: 'section', session };
  return resolveTyped(context, typedWords(typed), scope, reader, isSection);
}

const filled = (text: string | undefined): string | undefined => (text?.trim() ? text : undefined);

/** The closest sections of any session. */
const sureSections = ({ search }: CommandContext, typed: string): readonly Suggestion[] =>
  search
    .complete(typed, { kind: 'any' }, LIMITS.choices)
    .filter(({ target, confidence }) => isSection(target) && confidence >= CONFIDENT)
    .slice(0, 2);

/** The closest sections to one that the chosen session lacks: it may be in another session. */
const closestOutside = (
  context: CommandContext,
  words: string,
  session: string,
  inside: readonly Suggestion[],
): readonly Suggestion[] => [
  ...sureSections(context, words).filter(({ target }) => isSection(target) && target.session !== session),
  ...inside,
  { target: { kind: 'session', session }, confidence: 0 },
];

/** True for the sessions that filters leave, and for what is no session. */
const isAmong = ({ library }: CommandContext, among: readonly Session[]): ((target: Target) => boolean) => {
  if (among === library().sessions) return () => true;
  const left = new Set(among.map(({ id }) => id));
  return (target) => target.kind !== 'session' || left.has(target.session);
};

const completeName: Complete = (context, typed, others, reader) => {
  const among = narrowedSessions(context, others);
  if (among === undefined) return choicesFor(context, typed, { kind: 'session' }, reader);
  const left = isAmong(context, among);
  const suggestions =
    typed.trim() === ''
      ? among.map(({ id }): Suggestion => ({ target: { kind: 'session', session: id }, confidence: 0 }))
      : context.search.complete(typed, { kind: 'session' }, LONG_LIST).filter(({ target }) => left(target));
  return choicesOf(context, suggestions, { kind: 'session' }, reader);
};

/** Sections in reading order, up to the limit of suggestions. */
function firstSections({ library, search }: CommandContext): readonly Suggestion[] {
  const sections: Suggestion[] = [];
  for (const { id } of library().sessions) {
    if (sections.length >= LIMITS.choices) break;
    sections.push(...search.complete('', { kind: 'section', session: id }, LIMITS.choices));
  }
  return sections;
}

const completeSection: Complete = (context, typed, others, reader) => {
  const { name } = others;
  const named = filled(name);
  const among = narrowedSessions(context, others) ?? context.library().sessions;
  const meant = named === undefined ? undefined : meantByName(context, named, among, reader);
  const session =
    meant?.kind === 'found' && meant.target.kind === 'session' ? meant.target.session : undefined;
  if (session !== undefined) return choicesFor(context, typed, { kind: 'section', session }, reader);
  // Without a session, sections of all sessions.
  const all =
    typed.trim() === '' ? firstSections(context) : context.search.complete(typed, { kind: 'any' }, LONG_LIST);
  const sections = all.filter(({ target }) => isSection(target));
  return choicesOf(context, sections, { kind: 'any' }, reader);
};

/** `/session`: the index, narrowed or whole; a session, a section of one, or a speaker. */
export const session = defineCommand({
  name: 'session',
  texts: commandTexts('session'),
  options: {
    name: {
      type: 'string',
      complete: completeName,
    },
    section: {
      type: 'string',
      complete: completeSection,
    },
    event: { type: 'string', complete: completeFilter('event') },
    year: { type: 'string', complete: completeFilter('year') },
    tag: { type: 'string', complete: completeFilter('tag') },
    speaker: { type: 'string', complete: completeFilter('speaker') },
    private: privateOption,
    language: languageOption,
  },
  run: (context, args, given): Reply => {
    const { language, reader, isPrivate } = readingOf(context, args, given);
    const sources = sourcesOf(context);
    const left = narrow(context, args, reader);
    if (left.kind === 'miss') {
      const page = drawNoGroup(left.filter, left.typed, left.closest, reader);
      return { page, private: isPrivate };
    }
    const among = sessionsIn(sources.library, left.groups);
    const show = (route: Route): Reply => {
      const chosen = language === undefined ? route : { ...route, language };
      return { page: drawPage(sources, chosen, reader), private: isPrivate, route: chosen };
    };
    const name = filled(args.name);
    const section = filled(args.section);
    const meant = name === undefined ? undefined : meantByName(context, name, among, reader);
    if (name !== undefined && meant?.kind === 'miss') {
      const closest = [...sureSections(context, typedWords(name)), ...meant.closest];
      return { page: drawNoMatch(sources, 'session', typedWords(name), closest, reader), private: isPrivate };
    }
    const target = meant?.kind === 'found' ? meant.target : undefined;
    const chosen = target?.kind === 'session' ? target.session : undefined;
    if (target?.kind === 'speaker' && section === undefined) return show(targetRoute(target));
    if (section === undefined) {
      return show(
        chosen === undefined ? narrowedRoute(left.groups) : { page: 'session', session: chosen, part: 1 },
      );
    }
    const wanted = meantSection(context, section, chosen, reader);
    if (wanted.kind === 'found') {
      return show({
        page: 'section',
        session: wanted.target.session,
        section: wanted.target.section,
        part: 1,
      });
    }
    const words = typedWords(section);
    const closest =
      chosen === undefined ? wanted.closest : closestOutside(context, words, chosen, wanted.closest);
    return { page: drawNoMatch(sources, 'section', words, closest, reader), private: isPrivate };
  },
});
