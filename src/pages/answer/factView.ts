import { findSession } from '#library/find.ts';
import type { Library, SectionRef, Session, TalkLink } from '#library/model.ts';
import { stringsFor } from '#locales/index.ts';
import {
  type EventFact,
  type Fact,
  isEventFact,
  type Passage,
  type SessionFact,
  type TalkFact,
} from '#search/model.ts';
import { formatDate } from '../locale.ts';
import { locateSection, postFor } from '../lookup.ts';
import type { Reader } from '../model.ts';
import { localized, sectionName, sessionName } from '../names.ts';

/** A fact as it is shown: plain text, and the routes that lead on. */
export interface FactView {
  /** A sentence. */
  readonly text: string;
  /** What the text is about: one or more sessions. */
  readonly sessions: readonly Session[];
  /** What posts say of it. */
  readonly told: readonly Passage[];
  readonly links: readonly TalkLink[];
  /** The talks that posts of these sessions tell of. */
  readonly talks: readonly SectionRef[];
  /** Another turn of what is picked by chance, from 0. */
  readonly turn: number | undefined;
}

/** Sessions that are named in a sentence; a menu holds more. */
const view = (text: string, more: Partial<FactView> = {}): FactView => ({
  text,
  sessions: [],
  told: [],
  links: [],
  talks: [],
  turn: undefined,
  ...more,
});

/** Tells a fact about the sessions in the reader's language. */
export function factView(library: Library, fact: Fact, reader: Reader): FactView {
  const { facts } = stringsFor(reader.locale);
  if (isEventFact(fact)) return aboutEvent(library, fact, reader);
  switch (fact.about) {
    case 'bot':
      return view(facts.bot(eventNames(library, reader), library.sessions.length), {
        sessions: library.sessions,
      });
    case 'event':
      return view(
        facts.event(
          eventNames(library, reader, true),
          fact.told === undefined ? datesOf(library.sessions, reader) : '',
          library.sessions.length,
        ),
        { sessions: library.sessions, told: fact.told === undefined ? [] : [fact.told] },
      );
    case 'which':
      return which(library, fact, reader);
    case 'list':
    case 'count': {
      const sessions = fact.sessions.flatMap((id) => findSession(library, id) ?? []);
      const { talks = [], told } = fact;
      // How many posts there are is not how many talks these tell of.
      const text =
        told === undefined && talks.length === 0 ? facts[fact.about](sessions.length, fact.only) : '';
      return view(text, { told: told === undefined ? [] : [told], sessions, talks });
    }
    case 'recommend': {
      const session = pickFor(library, fact.turn, reader);
      if (session === undefined) return view(stringsFor(reader.locale).noSessions);
      return view(facts.recommend(nameOf(session, reader)), { sessions: [session], turn: fact.turn });
    }
    case 'session':
    case 'newest':
    case 'oldest':
    case 'shortest':
    case 'longest':
      return aboutOne(library, fact, reader);
    case 'when':
    case 'where':
    case 'who':
    case 'author':
    case 'slides':
    case 'video':
    case 'code':
      return aboutSome(library, fact, reader);
    case 'several':
      return together(fact.parts.map((part) => factView(library, part, reader)));
  }
}

/** Sessions by their numbers, or by their places among all. */
function which(
  library: Library,
  { sessions: ids, only }: Fact & { readonly about: 'which' },
  reader: Reader,
): FactView {
  const sessions = ids.flatMap((id) => findSession(library, id) ?? []);
  const places = sessions.map((session) => session.number ?? library.sessions.indexOf(session) + 1);
  return view(stringsFor(reader.locale).facts.which(places, only), { sessions });
}

/** What is told of a talk, which the heading above it names. */
const OF_A_TALK: ReadonlySet<Fact['about']> = new Set<Fact['about']>(['favourite', 'missed']);

function aboutEvent(library: Library, { about, session: id, told }: EventFact, reader: Reader): FactView {
  const { facts } = stringsFor(reader.locale);
  const session = id === undefined ? undefined : findSession(library, id);
  const name = session === undefined ? eventNames(library, reader) : nameOf(session, reader);
  const place =
    !OF_A_TALK.has(about) || told === undefined
      ? undefined
      : locateSection(library, told, { ...reader, language: told.language });
  const text = place === undefined ? '' : sectionName(place.section, reader);
  return view(told === undefined ? facts.notTold(about, name) : text, {
    told: told === undefined ? [] : [told],
    sessions: session === undefined ? library.sessions : [session],
  });
}

/** Facts one below the other; a passage that tells two of them stands once. */
function together(views: readonly FactView[]): FactView {
  const told = new Map(views.flatMap((one) => one.told.map((passage) => [passage.quote, passage] as const)));
  return view([...new Set(views.map(({ text }) => text))].filter((text) => text !== '').join('\n'), {
    told: [...told.values()],
    sessions: [...new Set(views.flatMap(({ sessions }) => sessions))],
    links: views.flatMap(({ links }) => links),
  });
}

function aboutOne(library: Library, { about, session: id, talk }: SessionFact, reader: Reader): FactView {
  const { facts, noSessions, minutes } = stringsFor(reader.locale);
  const session = id === undefined ? undefined : findSession(library, id);
  if (session === undefined) return view(noSessions);
  const post = postFor(session, reader);
  if (talk !== undefined) {
    const place = locateSection(library, talk, { ...reader, language: talk.language });
    return view(place === undefined ? '' : sectionName(place.section, reader), {
      told: [talk],
      sessions: [session],
    });
  }
  if (about === 'session') return view(post.summary, { sessions: [session] });
  const byDate = about === 'newest' || about === 'oldest';
  const detail = byDate ? (formatDate(post.date, reader.locale) ?? '') : minutes(post.minutes);
  return view(facts.superlative(about, nameOf(session, reader), detail), { sessions: [session] });
}

function aboutSome(library: Library, fact: TalkFact, reader: Reader): FactView {
  const { facts, sessionCount } = stringsFor(reader.locale);
  const one = fact.session === undefined ? undefined : findSession(library, fact.session);
  const among = one === undefined ? library.sessions : [one];
  const name = one === undefined ? eventNames(library, reader) : nameOf(one, reader);
  const lines = (told: readonly string[]): string => told.join('\n');
  const told = fact.told === undefined ? [] : [fact.told];
  const when = one === undefined ? datesOf(among, reader) : timeOf(one, reader);
  switch (fact.about) {
    case 'when': {
      if (fact.told !== undefined) return view('', { told, sessions: among });
      return view(when === '' ? facts.noWhen(name) : facts.when(name, when), { sessions: among });
    }
    case 'where': {
      const rooms = among.filter(({ room }) => room !== undefined);
      const said = rooms.map((session) =>
        facts.where(nameOf(session, reader), localized(session.room ?? {}, reader) ?? ''),
      );
      if (fact.told !== undefined && rooms.length === 0) return view('', { told, sessions: among });
      return view(said.length === 0 ? facts.noWhere(name) : lines(said), { told, sessions: among });
    }
    case 'author': {
      const written = among.filter(({ speakers = [] }) => speakers.some(({ source }) => source === 'author'));
      const said = Array.from(
        Map.groupBy(written, (one) => peopleOf(one, reader)),
        ([people, by]) => {
          const [only] = by;
          const what = only === undefined || by.length > 1 ? sessionCount(by.length) : nameOf(only, reader);
          return facts.wrote(what, people);
        },
      );
      return view(said.length === 0 ? facts.notTold('author', name) : lines(said), {
        sessions: written.length > 0 ? written : among,
      });
    }
    case 'who': {
      const spoken = among.filter(({ speakers = [] }) => speakers.length > 0);
      const said = spoken.map((session) => {
        const wrote = session.speakers?.every(({ source }) => source === 'author');
        return facts[wrote ? 'wrote' : 'who'](nameOf(session, reader), peopleOf(session, reader));
      });
      // What a section says of its own talk tells more than who spoke in the post.
      if (fact.told !== undefined) return view('', { told, sessions: among });
      if (fact.only !== undefined) return view(facts.noWho(fact.only), { sessions: among });
      const isTold = spoken.some(({ speakers = [] }) =>
        speakers.some(({ kind }) => fact.ofPerson !== true || kind === 'person'),
      );
      return view(lines(isTold ? said : [...said, facts.noWho(name)]), {
        sessions: spoken.length > 0 ? spoken : among,
      });
    }
    case 'slides':
    case 'video':
    case 'code': {
      const { about } = fact;
      const having = among.filter((session) => (session[about]?.length ?? 0) > 0);
      const [only] = having;
      if (fact.told !== undefined) return view('', { told, sessions: among });
      if (only === undefined) return view(facts.noLinked(about, name), { sessions: among });
      if (having.length === 1)
        return view(facts.linked(about, nameOf(only, reader)), {
          sessions: having,
          links: only[about] ?? [],
        });
      return view(lines([facts.sessionsListed, ...having.map((session) => nameOf(session, reader))]), {
        sessions: having,
      });
    }
  }
}

/** The headings of the talks that a session's post tells of. */
export const talkNames = (library: Library, { id }: Session, talks: readonly SectionRef[], reader: Reader) =>
  talks.flatMap((ref) => {
    const place = ref.session === id ? locateSection(library, ref, reader) : undefined;
    return place === undefined ? [] : [sectionName(place.section, reader)];
  });

const nameOf = (session: Session, reader: Reader): string =>
  sessionName(session, postFor(session, reader), reader);

/** `Engineer Kim (Acme), Lee`; an organization by its name alone. */
function peopleOf({ speakers = [] }: Session, reader: Reader): string {
  return speakers
    .map(({ kind, name, affiliation }) => {
      const own = localized(name, reader) ?? '';
      const of = localized(affiliation, reader);
      return kind === 'organization' || of === undefined || of === own ? own : `${own} (${of})`;
    })
    .join(', ');
}

/** The names of the events, up to three, with their tracks where these are wanted; the sessions as a whole where the posts name none. */
function eventNames({ sessions }: Library, reader: Reader, tracks = false): string {
  const names = new Set(
    sessions
      .map((session) => postFor(session, reader))
      .filter(({ event }) => event !== undefined)
      .map(({ event, track }) => (tracks && track !== undefined ? `${event} · ${track}` : `${event}`)),
  );
  const { facts } = stringsFor(reader.locale);
  return names.size === 0 ? facts.sessionsAsWhole : [...names].slice(0, 3).join(', ');
}

/** `25 October 2018`, or from the first date to the last. */
function datesOf(sessions: readonly Session[], reader: Reader): string {
  const dates = sessions.map(({ posts }) => posts[0].date).filter((date) => date !== undefined);
  const sorted = [...new Set(dates)].sort();
  return [...new Set([sorted[0], sorted.at(-1)])]
    .map((date) => formatDate(date, reader.locale))
    .filter((date) => date !== undefined)
    .join(' – ');
}

/** The date of a session, with its time of day where that is known. */
function timeOf(session: Session, reader: Reader): string {
  const date = formatDate(session.starts?.date ?? postFor(session, reader).date, reader.locale) ?? '';
  const times = [session.starts?.time, session.ends?.time].filter((time) => time !== undefined);
  return [date, times.join('–')].filter((text) => text !== '').join(', ');
}

/** What orders the sessions for a person: another order for each. */
function hash(text: string): number {
  let sum = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) sum = Math.imul(sum ^ text.charCodeAt(at), 0x01000193);
  sum ^= sum >>> 15;
  return Math.imul(sum, 0x2c1b3c6d) >>> 0;
}

/** The session of the day for a person: all of them in an order of their own, one a day and one a turn. */
function pickFor({ sessions }: Library, turn: number, { today }: Reader): Session | undefined {
  const order = [...sessions].sort(
    (a, b) => hash(`${today?.person ?? ''} ${a.id}`) - hash(`${today?.person ?? ''} ${b.id}`),
  );
  return order[((today?.day ?? 0) + turn) % Math.max(1, order.length)];
}
