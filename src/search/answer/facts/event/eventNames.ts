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
  /** What its files call it, in one word; empty for nothing. */
  readonly filed: string;
  /** Words of the name that stand side by side, and each alone, to be heard; also as its files call it. */
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
const EDITION =
  /(?:19|20)\d\d|(?<=\s)\d{2}(?=\s|$)|\b\d+(?:st|nd|rd|th)\b|제?\s?\d+\s?회(?!\p{L})|第\s?\d+\s?回/u;
/** What stands behind that tells of the post: `물결 데이터콘 2025 오후`. */
const UP_TO_EDITION = /^.*?\p{L}.*?(?:(?:19|20)\d\d(?!\d)|\s\d{2}(?=\s|$))/u;
/** What stands beside the name of an event and tells of the post. */
const ABOUT_POST =
  /^(?:후기|메모|정리|다녀옴|다녀와서|다녀온|참가|참석|필기노트|노트|기록|년|part|recap|notes?|report|the|and|of|at|in|参加レポート|レポート|参加|\d+(?:st|nd|rd|th)?)$/u;
/** Names are heard up to so many: a library of more has events for which this would take too long. */
const HEARD = 200;
/** From here on a word sounds like a name. */
const ALIKE = 0.72;
/** Shorter words sound like many. */
const SHORT = 4;
const SAME = 0.9;
/** The same of several words together: other words sound like a beginning with something behind it. */
const TOGETHER = 0.82;
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
  const named = words.length > 1 ? heard(whole, () => calledTogether(whole, names)) : [];
  const isOfTopic = (word: string): boolean => formsOf(word).some((form) => topics.has(form));
  const isTogether = named.length > 0 && !words.every(isOfTopic);
  for (const word of words) {
    const called = named.length > 0 ? named : heard(word, () => calledBy(formsOf(word), names));
    if (called.length === 0) rest.push(word);
    else if (!isTogether && isOfTopic(word)) weak.push(word);
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

const formsOf = (word: string): readonly string[] => [word, ...koreanStems(word)];

/** The events that words name which stand side by side: `하마베 테크데이`. */
function calledTogether(whole: string, names: readonly EventName[]): readonly EventName[] {
  const isAlike = names.length <= HEARD && isHearable(whole) ? listeningFor(whole, TOGETHER) : () => false;
  return names.filter(
    ({ joined, filed, spellings }) =>
      joined.startsWith(whole) || filed.startsWith(whole) || spellings.some(isAlike),
  );
}

/** The events that a word names, in one of its forms: as it is written, or as it sounds in other letters. */
function calledBy(forms: readonly string[], names: readonly EventName[]): readonly EventName[] {
  const heard = names.length > HEARD ? [] : forms.filter(isHearable).map((form) => listeningFor(form));
  return names.filter(
    ({ words, joined, spellings }) =>
      forms.some((form) => words.has(form) || (form.length > 3 && joined.includes(form))) ||
      heard.some((isAlike) => spellings.some(isAlike)),
  );
}

const isHearable = (form: string): boolean => form.length > 1 && !/\d/u.test(form);

function listeningFor(
  form: string,
  least = form.length >= SHORT ? ALIKE : HANGUL.test(form) && form.length > 2 ? TOGETHER : SAME,
): (name: Spelling) => boolean {
  const hangul = HANGUL.test(form);
  const typed = spellingOf(form, true);
  return (name) => HANGUL.test(name.text) !== hangul && matchName(typed, name).score >= least;
}
const HANGUL = /[가-힣]/u;

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
    sessions.flatMap((session) => headsOf(session).map((head) => ({ head, session }))),
    ({ head }) => head,
  );
  const ofTopics = new Set(
    topics.flatMap((topic) =>
      topicNames(topic).flatMap((name) => {
        const words = tokensOf(name).map(({ text }) => text);
        return [...words, words.join('')];
      }),
    ),
  );
  const names = [...heads].flatMap(([head, all]) => {
    const of = [...new Set(all.map(({ session }) => session))];
    if (of.length < 2 && !EDITION.test(head) && !sessions.some(({ posts }) => posts[0].event === head))
      return [];
    const words = namingWords(head);
    if (words.length === 0) return [];
    const year = /(?:19|20)\d\d/u.exec(head)?.[0];
    const joined = words.join('');
    const files = of.map(({ posts: [{ file }] }) => wordsOfFile(file));
    const filed = files.length > 1 ? sharedStart(files) : [];
    const said = tokensOf(head.replaceAll('&', ' and ')).flatMap(({ text }) =>
      text === 'and' || words.includes(text) ? [text] : [],
    );
    return [
      {
        words: new Set([
          ...words,
          joined,
          ...filed.slice(0, 1).filter((word) => word.length >= SHORT),
          ...(year === undefined ? [] : [year, year.slice(2)]),
        ]),
        joined,
        filed: filed.join(''),
        spellings: [
          ...new Set([words.join(' '), ...[words, said, filed].flatMap((one) => runsOf(one, ofTopics))]),
        ].map((text) => spellingOf(text)),
        sessions: of.map(({ id }) => id),
      },
    ];
  });
  return { names, heard: memoizeRecurring(KEPT), topics: ofTopics };
}

/** The event of a session, and parts of its title that may name one. */
const headsOf = ({ posts }: Session): readonly string[] => [
  ...new Set(
    posts.flatMap(({ event, fullTitle }) =>
      event === undefined || namingWords(event).length === 0
        ? fullTitle.split(PARTS).map((part) => UP_TO_EDITION.exec(part)?.[0].trim() ?? part.trim())
        : [event],
    ),
  ),
];

/** The words of a head that are no words for posts. */
const namingWords = (head: string): readonly string[] =>
  tokensOf(head)
    .map(({ text }) => text)
    .filter((word) => !ABOUT_POST.test(word));

/** The words of a file's name: `hamabe`, `tech`, `day` of `2024-06-08-hamabe-tech-day-1.md`. */
const wordsOfFile = (file: string): readonly string[] =>
  namingWords(file.slice(file.lastIndexOf('/') + 1).replace(/\.\w+$/u, ''));

/** The words that all begin with. */
function sharedStart([first = [], ...others]: readonly (readonly string[])[]): readonly string[] {
  const differs = first.findIndex((word, at) => others.some((words) => words[at] !== word));
  return differs < 0 ? first : first.slice(0, differs);
}

/** Words of a name that stand side by side, but for those that mean topics: `Google Cloud` of `Google Cloud Summit`. */
const runsOf = (words: readonly string[], topics: ReadonlySet<string>): readonly string[] =>
  words
    .flatMap((_, from) => RUNS.map((length) => words.slice(from, from + length)))
    .filter((run) => run.length === 1 || run.some((word) => !topics.has(word)))
    .map((run) => run.join(' '));
const RUNS = [1, 2, 3, 4];
