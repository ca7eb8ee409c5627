import { memoizeRecurring } from '#library/compute/memoizeRecurring.ts';
import type { Library, Session } from '#library/model.ts';
import { topicNames } from '../../../index/documents.ts';
import { matchName } from '../../../letters/nameMatch.ts';
import { type Spelling, spellingOf } from '../../../letters/spelling.ts';
import { tokensOf } from '../../../letters/tokens.ts';
import { koreanStems } from '../../../words/korean.ts';

/** An event that posts tell of, by one of its names. */
interface EventName {
  /** Its words, and what they are together, in lower case. */
  readonly words: ReadonlySet<string>;
  readonly joined: string;
  /** The name as a whole, and each of its words, to be heard. */
  readonly spellings: readonly Spelling[];
  readonly sessions: readonly string[];
}

interface EventNames {
  readonly names: readonly EventName[];
  /** Words of topics' names: alone they mean these, `Cloud` of `Google Cloud Summit`. */
  readonly topics: ReadonlySet<string>;
  /** Keeps which of them a word calls: words of questions recur. */
  readonly heard: ReturnType<typeof memoizeRecurring<readonly EventName[]>>;
}

/** The words of a question that an event is called by. */
export interface NamedEvent {
  /** The words that are left. */
  readonly rest: readonly string[];
  /** The ids of the sessions of the event that is named; undefined where none is, or all are. */
  readonly sessions: readonly string[] | undefined;
  /** The words that name it. */
  readonly called: readonly string[];
}

/** What a title says before it says what the post is about: `Torque & Tin 2024, day one: …`, `[후기] 코틀린 나이트 2022 - …`. */
const PARTS = /[[\](){}:：,、—–|·①-⑳]+|\s-\s/u;
/** A year, or what is left of it, or which time it was. */
const EDITION = /(?:19|20)\d\d|(?<=\s)\d{2}(?=\s|$)/u;
/** What stands beside the name of an event and tells of the post. */
const ABOUT_POST =
  /^(?:후기|메모|정리|다녀옴|다녀와서|다녀온|참가|참석|필기노트|노트|기록|년|part|recap|notes?|report|the|and|of|at|in|参加レポート|レポート|参加|\d+)$/u;
/** Names are heard up to so many: a library of more has events for which this would take too long. */
const HEARD = 200;
/** From here on a word sounds like a name. */
const ALIKE = 0.72;
/** Shorter words sound like many. */
const SHORT = 4;
const SAME = 0.9;
/** Words that are kept with the events that they call. */
const KEPT = 2_000;

/**
 * Takes the words from a question that are names of events.
 * @param words in lower case
 * @param certain true where the question is about an event whatever it names: then it may also be called by a word that
 * means a topic.
 */
export function namedEvent(library: Library, words: readonly string[], certain: boolean): NamedEvent {
  if (words.length === 0) return { rest: words, sessions: undefined, called: [] };
  const { names, topics, heard } = eventNames(library);
  const rest: string[] = [];
  const weak: string[] = [];
  let held: readonly EventName[] | undefined;
  const whole = words.join('');
  const named = names.filter(({ joined }) => words.length > 1 && joined.startsWith(whole));
  for (const word of words) {
    const forms = [word, ...koreanStems(word)];
    const called = named.length > 0 ? named : heard(word, () => calledBy(forms, names));
    if (called.length === 0) rest.push(word);
    else if (named.length === 0 && forms.some((form) => topics.has(form))) weak.push(word);
    else held = called;
  }
  const isNamed = certain || held !== undefined;
  const of = held?.flatMap(({ sessions }) => sessions);
  return {
    rest: isNamed ? rest : words.filter((word) => rest.includes(word) || weak.includes(word)),
    sessions: of === undefined || of.length === library.sessions.length ? undefined : [...new Set(of)],
    called: isNamed ? words.filter((word) => !rest.includes(word)) : [],
  };
}

/** The events that a word names, in one of its forms: as it is written, or as it sounds in other letters. */
function calledBy(forms: readonly string[], names: readonly EventName[]): readonly EventName[] {
  const heard = names.length > HEARD ? [] : forms.filter(isHearable).map(listeningFor);
  return names.filter(
    ({ words, joined, spellings }) =>
      forms.some((form) => words.has(form) || (form.length > 3 && joined.includes(form))) ||
      heard.some((isAlike) => spellings.some(isAlike)),
  );
}

const isHearable = (form: string): boolean => form.length > 1 && !/\d/u.test(form);

function listeningFor(form: string): (name: Spelling) => boolean {
  const hangul = /^[가-힣]+$/u.test(form);
  const least = form.length < SHORT ? SAME : ALIKE;
  const typed = spellingOf(form, true);
  return (name) => name.hangul !== hangul && matchName(typed, name).score >= least;
}

/** Words that name an event of the library and nothing else. */
export function eventWords(library: Library): readonly string[] {
  const { names, topics } = eventNames(library);
  return names.flatMap(({ words }) => [...words].filter((word) => !topics.has(word) && /\p{L}/u.test(word)));
}

/** True where an event or its posts are of a year. */
export function isYearOf(library: Library, year: string): boolean {
  return library.sessions.some(({ posts: [{ date, event, fullTitle, file }] }) =>
    [date, event, fullTitle, file].some((text) => text?.includes(year)),
  );
}

const known = new WeakMap<Library, EventNames>();

function eventNames(library: Library): EventNames {
  const made = known.get(library) ?? readNames(library);
  known.set(library, made);
  return made;
}

function readNames({ sessions, topics }: Library): EventNames {
  const heads = Map.groupBy(
    sessions.flatMap((session) => headsOf(session).map((head) => ({ head, id: session.id }))),
    ({ head }) => head,
  );
  const names = [...heads].flatMap(([head, all]) => {
    const ids = [...new Set(all.map(({ id }) => id))];
    if (ids.length < 2 && !EDITION.test(head) && !sessions.some(({ posts }) => posts[0].event === head))
      return [];
    const words = tokensOf(head)
      .map(({ text }) => text)
      .filter((word) => !ABOUT_POST.test(word));
    if (words.length === 0) return [];
    const year = /(?:19|20)\d\d/u.exec(head)?.[0];
    const joined = words.join('');
    return [
      {
        words: new Set([...words, joined, ...(year === undefined ? [] : [year, year.slice(2)])]),
        joined,
        spellings: [words.join(' '), ...(words.length > 1 ? words : [])].map((text) => spellingOf(text)),
        sessions: ids,
      },
    ];
  });
  return {
    names,
    heard: memoizeRecurring(KEPT),
    topics: new Set(
      topics.flatMap((topic) =>
        topicNames(topic).flatMap((name) => {
          const words = tokensOf(name).map(({ text }) => text);
          return [...words, words.join('')];
        }),
      ),
    ),
  };
}

/** The event of a session, and parts of its title that may name one. */
const headsOf = ({ posts }: Session): readonly string[] => [
  ...new Set(
    posts.flatMap(({ event, fullTitle }) =>
      event === undefined ? fullTitle.split(PARTS).map((part) => part.trim()) : [event],
    ),
  ),
];
