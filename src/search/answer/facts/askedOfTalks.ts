import type { Language, Library } from '#library/model.ts';
import type { Index } from '../../index/searchIndex.ts';
import { bears } from '../question/forms/marks.ts';
import type { Asking } from '../question/readQuestion.ts';
import { type TopicTable, topicsIn } from '../question/topicTable.ts';
import { asksCompany } from './company.ts';
import { isPart, sessionsOfPart } from './event/eventDays.ts';
import { isYearOf, namedEvent } from './event/eventNames.ts';
import { isThisYear } from './event/guessed.ts';
import { byTag, topicOf } from './namedFacts.ts';
import type { Role } from './reading/factRoles.ts';
import { type FactQuestion, readWords } from './reading/factWords.ts';
import { type Follows, type Signs, says, signsOf } from './reading/signs.ts';
import { kindOfTalk } from './talks/kindOfTalk.ts';

/** What facts are read from. */
export interface FactSources {
  readonly index: Index;
  readonly topics: TopicTable;
}

/** A question about the sessions and what it names. */
export interface Asked extends FactSources {
  readonly library: Library;
  readonly language: Language | undefined;
  readonly text: string;
  readonly asking: Asking;
  readonly read: FactQuestion;
  readonly signs: Signs;
  /** The words that tell neither what is asked nor of which event, and these as one. */
  readonly left: readonly string[];
  readonly name: string;
  /** The ids of the sessions of the event that is named, with the words for it; those with a tag, and those of a day. */
  readonly sessions: readonly string[] | undefined;
  readonly called: readonly string[];
  readonly tag: string;
  readonly tagged: readonly string[];
  readonly ofDay: readonly string[];
}

/** Signs that follow from others: that who spoke is asked for, and that more words are left than name a talk. */
const FOLLOWS: Follows = [
  ['#asks-yesno', bears('~yesno|?yesno|?where|?date')],
  ['#asks-way', bears('?how|?why|?difference')],
  [
    '#spoken',
    bears(
      'speaker who',
      // `발표자가 어떻게 구분했나요` asks for no name, `번역 API에 글을 어떻게 보내요` for no posts.
      'speaker -#asks-way',
      '~spoke',
      'who|gave|author talk|lecture|#kind',
      'company talk|lecture|#kind -#naming',
    ),
  ],
  ['#many', bears('#long -#spoken', '#long -who|speaker|~spoke', '#longest')],
  ['#given', bears('talk -about', 'about ~of-talk', '~presented')],
];
/** More words than these describe something else than a talk, and than somebody who spoke. */
const MOST = 4;
const MOST_OF_SPOKEN = 6;

/** `Seminar 태그`, `tag: seminar`, `tagged seminar`. */
const TAGGED = /(?:\btag(?:ged)?|태그)\s*[:：#]?\s*["“]?([\p{L}\p{N}-]+)|#?([\p{L}\p{N}-]+)\s+태그/u;

/** Reads a question about the sessions: what it says, what it names, and what is left. */
export function readAsked(sources: FactSources, text: string, asking: Asking): Asked {
  const { index, topics } = sources;
  const { library } = index;
  const read = withYear(library, asWho(readWords(text), text));
  const { roles, rest, year } = read;
  const [, before, behind] = (/태그|tag/iu.test(text) && TAGGED.exec(text.toLowerCase())) || [];
  const tag = before ?? behind ?? '';
  const tagged = tag === '' ? [] : byTag(library, [tag]);
  const ofDay = sessionsOfPart(library, text);
  const isCertain = CERTAIN.some((role) => roles.has(role));
  const isSaidOfAll = (word: string): boolean =>
    (ofDay.length > 0 && isPart(word)) || (roles.has('where') && isThisYear(word));
  const asked = rest.filter((word) => !isSaidOfAll(word));
  const { rest: left, sessions, called } = namedEvent(library, asked, isCertain);
  const signs = signsOf(
    read,
    text,
    asking,
    [
      ['#tag', tagged.length > 0],
      ['#other-year', year !== undefined && !isYearOf(library, year)],
      ['#certain', isCertain],
      ['#in-glossary', asking.kinds[0] === 'definition' && topicOf(topics, rest.join(' ')) !== undefined],
      ['#called', left.length < rest.length],
      ['#one-post', library.sessions.length === 1],
      ['#day', ofDay.length > 0],
      ['#any', roles.size > 0],
      ['#left', left.length > 0],
      ['#long', left.length > MOST],
      ['#longest', left.length > MOST_OF_SPOKEN],
      ['#kind', kindOfTalk(left) !== undefined],
      ['#naming', Boolean(asking.naming)],
      ['#company', asksCompany(text, read)],
      // `오토엠엘 요즘은 어디 소속이야` asks what has become of a thing.
      ['#thing', asking.kinds[0] === 'now' && topicsIn(topics, text).length > 0],
    ],
    FOLLOWS,
  );
  const { language } = asking;
  const name = left.filter((word) => !CAME.test(word)).join(' ');
  return {
    index,
    topics,
    library,
    language,
    text,
    asking,
    read,
    signs,
    left,
    name,
    sessions,
    called,
    tag,
    tagged,
    ofDay,
  };
}
/** `카카오에서 온 연사`, `배민 다니는 발표자`: whom they work for stands before. */
const CAME = /^(?:온|오신|왔던|오셨던|나온|나오신|일하는|일하시는|다니는|다니시는|재직하는)$/u;
const CERTAIN: readonly Role[] = ['event', 'talk', 'held', 'track'];

/** `발표하신 분`: who spoke is asked for. `何てタイトルで登壇した`: the talk is. */
function asWho(read: FactQuestion, text: string): FactQuestion {
  const { roles } = read;
  const signs = new Set<string>([...roles, ...says(text)]);
  if (ASKS_WHO(signs)) return { ...read, roles: new Set([...roles, 'who']) };
  return ASKS_TITLE(signs)
    ? { ...read, roles: new Set([...roles].filter((role) => role !== 'speaker')) }
    : read;
}
const ASKS_WHO = bears('talk person ~spoke');
const ASKS_TITLE = bears('speaker ~names ~title -who');

/** `데브그라운드 21에서`: two digits behind the name of an event are its year. */
function withYear(library: Library, read: FactQuestion): FactQuestion {
  const { number, year, rest } = read;
  if (number === undefined || number < 10 || number > 99 || year !== undefined) return read;
  const full = `20${number}`;
  const isOf = isYearOf(library, full) && namedEvent(library, rest, false).called.length > 0;
  return isOf ? { ...read, number: undefined, year: full } : read;
}
