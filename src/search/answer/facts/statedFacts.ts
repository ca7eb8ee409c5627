import { memoizeRecent } from '#library/compute/memoizeRecent.ts';
import { outermostSections, postIn } from '#library/find.ts';
import type { Language, Library, Post, Section, Session } from '#library/model.ts';
import type { Passage } from '../../model.ts';
import { piecesOf } from '../../ranking/sectionPieces.ts';
import { koreanStems } from '../../words/korean.ts';
import { isDated, refersBack } from '../sentences/fit.ts';
import { traitsOf } from '../sentences/sentenceTraits.ts';
import {
  announces,
  CLOSING,
  detailFit,
  type EventDetail,
  IMPRESSIONS,
  isMissed,
  isOfNext,
  isOfTalks,
  isRecorded,
  NEXT_HEADING,
} from './event/eventDetails.ts';
import { numberedTalks } from './numberedTalks.ts';
import { sharedOpeningOf } from './openings.ts';
import { quotedPassage } from './quotedPassage.ts';
import { readWords } from './reading/factWords.ts';

/** Posts that are read. */
const POSTS = 60;
/** Sections at the front of a post that tell of the event as a whole, and sentences of each. */
const OPENING = 2;
const LABELLED = 3;
const SENTENCES: Readonly<Partial<Record<EventDetail, number>>> = {
  crowd: 12,
  host: 12,
  price: 12,
  talks: 12,
  hours: 12,
};
const FIRST_SENTENCES = 4;
/** Details that other sections of a post tell too: of any price, of what comes next, of what was published later. */
const ANYWHERE: ReadonlySet<EventDetail> = new Set<EventDetail>([
  'price',
  'next',
  'food',
  'gifts',
  'slides',
  'favourite',
  'missed',
  'most',
]);
const AT_THE_END: ReadonlySet<EventDetail> = new Set<EventDetail>([
  'crowd',
  'host',
  'edition',
  'sponsor',
  'video',
  'good',
  'bad',
]);
const OF_IMPRESSIONS: ReadonlySet<EventDetail> = new Set<EventDetail>(['good', 'bad']);
/** How much it counts where a sentence stands and what it holds. */
const BY_OPENING = 0.5;
const BY_HEADING = 0.4;
const BY_QUESTION = 0.6;
const BY_WORD = 1;
const OF_NEXT = 1.5;
const BY_DAY = 0.8;
/** Sentences that may stand between a question and its answer, and how short they are. */
const QUESTION = 3;
const SHORT = 8;
/** Sections whose questions are kept: those of the last few questions for an event. */
const KEPT = 500;
/** What goes on in the next sentences is quoted with them up to this length. */
const LONGEST = 240;

/** A sentence that tells a detail of an event. */
interface Telling {
  readonly detail: EventDetail;
  readonly session: Session;
  readonly post: Post;
  readonly section: Section;
  /** Number of the sentence. */
  readonly at: number;
  readonly score: number;
}

/** What is asked of which sessions. */
export interface AskedDetails {
  readonly details: readonly EventDetail[];
  /** Undefined for all. */
  readonly sessions?: readonly Session[] | undefined;
  /** Words that a sentence had better hold, in lower case. */
  readonly words?: readonly string[];
  /** The words that the event is called by: beside a later year they tell of the next. */
  readonly called?: readonly string[];
}

const NOTHING: ReadonlyMap<EventDetail, Passage> = new Map();

/** What posts say of an event or a session: for each detail the passage that tells it; those side by side are one. */
export function tellDetails(
  library: Library,
  { details, sessions = library.sessions, words = [], called = [] }: AskedDetails,
  language: Language | undefined,
): ReadonlyMap<EventDetail, Passage> {
  const best = new Map<EventDetail, Telling>();
  if (details.length === 0) return NOTHING;
  const ofLater = laterEdition(sessions, called);
  for (const session of sessions.slice(0, POSTS)) {
    const post = postIn(session, language ?? '');
    const shared = sharedOpeningOf(post);
    for (const [at, section] of [...shared, ...post.sections].entries()) {
      const place = Math.max(0, at - shared.length);
      const isLast = place >= post.sections.length - 2;
      for (const telling of tellingsIn(session, post, section, place, isLast, details, words, ofLater)) {
        const known = best.get(telling.detail);
        const isLater =
          telling.detail === 'next' && telling.score === known?.score && session !== known.session;
        if (known === undefined || telling.score > known.score || isLater) best.set(telling.detail, telling);
      }
    }
  }
  return quoteAll([...best.values()]);
}

function tellingsIn(
  session: Session,
  post: Post,
  section: Section,
  place: number,
  isLast: boolean,
  details: readonly EventDetail[],
  words: readonly string[],
  isLater: (lower: string) => boolean,
): readonly Telling[] {
  const asksNext = details.includes('next');
  const heading = section.lead ? '' : section.name;
  const isClosing = isLast || CLOSING.test(heading);
  const isUnderNext = NEXT_HEADING.test(heading);
  // What stands below the heading of a talk is said of that.
  const isImpression = IMPRESSIONS.test(heading) && outermostSections(post).includes(section);
  const found: Telling[] = [];
  const { texts, lower: lowers } = traitsOf(section);
  const questions = questionsIn(section);
  for (const [at, text] of texts.entries()) {
    const lower = lowers[at] ?? '';
    // `내년에도 하나요?`, and what is answered.
    const question = questions[at] ?? '';
    for (const detail of details) {
      if (OF_IMPRESSIONS.has(detail) && !isImpression) continue;
      if (detail === 'most' && !words.some((word) => lower.includes(word))) continue;
      const isOpening = place < OPENING && at < (SENTENCES[detail] ?? FIRST_SENTENCES);
      const before = at === 0 ? heading : (texts[at - 1] ?? '');
      // A heading for what something cost stands anywhere.
      const isOfEvent = detail !== 'price' || place < LABELLED;
      const isLabelled = isOfEvent && announces(detail, before) && (detail !== 'when' || isDated(text));
      const isFree = ANYWHERE.has(detail) || isLabelled || (detail === 'video' && isOfTalks(text));
      const reads =
        isOpening ||
        question !== '' ||
        isFree ||
        (isClosing && AT_THE_END.has(detail)) ||
        (place < LABELLED && at < FIRST_SENTENCES * LABELLED);
      if (!reads) continue;
      const ofNext = isUnderNext || isOfNext(question);
      const isNext = ofNext || isOfNext(text) || isLater(lower);
      // Below such a heading, or such a question, a day is enough.
      const isAsked = question !== '' && (isRecorded(detail, question) || asksFor(question, detail));
      const fit = Math.max(
        isLabelled ? 2 : detailFit(detail, text),
        detail === 'next' && (ofNext || isLater(lower)) && isDated(text) ? 1 : 0,
        isAsked ? 1 : 0,
        // Below the heading of a talk.
        detail === 'missed' && at === 0 && heading !== '' && isMissed(text) ? 1.5 : 0,
      );
      if (fit === 0 || (fit < 2 && !isOpening && !isFree && !isClosing && question === '')) continue;
      const score =
        fit +
        (isOpening ? BY_OPENING : 0) +
        (isClosing && !isOpening ? BY_HEADING : 0) +
        (isAsked ? BY_QUESTION : 0) +
        BY_WORD * words.filter((word) => lower.includes(word)).length +
        (detail === 'next' ? (isDated(text) ? BY_DAY : 0) + (ofNext ? BY_HEADING : 0) : 0) -
        (detail !== 'next' && detail !== 'video' && detail !== 'slides' && isNext !== asksNext ? OF_NEXT : 0);
      if (score > 0) found.push({ detail, session, post, section, at, score });
    }
  }
  return found;
}

/** True for a question that stands in a post and asks for a detail: `Who organises it?` */
const asksFor = (question: string, detail: EventDetail): boolean =>
  readWords(question).ofEvent.details.some((one) => one === detail);

/** For each sentence of a section the question, of one who asked at the event, that it answers; empty for none. */
const questionsIn = memoizeRecent(
  (section: Section): readonly string[] =>
    traitsOf(section).texts.map((text, at) => (text.length < SHORT ? '' : askedBefore(section, at))),
  KEPT,
);

function askedBefore(section: Section, at: number): string {
  const { texts } = traitsOf(section);
  for (let back = at - 1; back >= Math.max(0, at - QUESTION); back -= 1) {
    const text = texts[back] ?? '';
    if (/[?？]$/u.test(text)) return text;
    // `A. 네!` goes before what is answered.
    if (text.length >= SHORT) return '';
  }
  return at <= QUESTION && /[?？]$/u.test(section.name) ? section.name : '';
}

/** Tells whether a text names an event with a later year than the first that its posts tell of. */
function laterEdition(sessions: readonly Session[], called: readonly string[]): (lower: string) => boolean {
  const names = called.filter((word) => /\p{L}/u.test(word)).map((word) => koreanStems(word).at(-1) ?? word);
  const [first] = sessions
    .flatMap(({ posts: [{ date }] }) => (date === undefined ? [] : [date.slice(0, 4)]))
    .sort();
  return (lower) =>
    first !== undefined &&
    names.some((name) => lower.includes(name)) &&
    (/(?:19|20)\d\d/u.exec(lower)?.[0] ?? first) > first;
}

/** Passages of sentences; of those in one paragraph, or one below the other, one passage. */
function quoteAll(tellings: readonly Telling[]): ReadonlyMap<EventDetail, Passage> {
  const out = new Map<EventDetail, Passage>();
  for (const same of Map.groupBy(tellings, ({ section }) => section).values()) {
    const sorted = same.toSorted((a, b) => a.at - b.at);
    let run: Telling[] = [];
    const quote = (): void => {
      const [first] = run;
      const last = run.at(-1);
      if (first === undefined || last === undefined) return;
      const passage = passageFrom(first, last.at);
      for (const { detail } of run) out.set(detail, passage);
    };
    for (const one of sorted) {
      const before = run.at(-1);
      if (before !== undefined && one.at - before.at > 2) {
        quote();
        run = [];
      }
      run.push(one);
    }
    quote();
  }
  return out;
}

function passageFrom({ detail, session, post, section, at }: Telling, to: number): Passage {
  const { sentences } = piecesOf(section);
  const textAt = (i: number): string => section.text.slice(sentences[i]?.start, sentences[i]?.end);
  let from = detail === 'favourite' && (sentences[at]?.end ?? 0) <= LONGEST ? 0 : at;
  if (refersBack(textAt(at)) && sentences[at - 1]?.line === sentences[at]?.line && at > 0) from -= 1;
  let last = to;
  const start = sentences[from]?.start ?? 0;
  if (detail === 'next')
    while (
      sentences[last + 1]?.line === sentences[at]?.line &&
      (sentences[last + 1]?.end ?? 0) - start <= LONGEST
    )
      last += 1;
  return quotedPassage(session.id, post, section, section.text.slice(start, sentences[last]?.end));
}

/** Words by which a post that tells of a part speaks of all. */
const ALL = /총|모두|전부|합쳐|통틀어|다\s?해서|\b(?:in total|altogether|in all)\b|全部で|合計/iu;

/** The sentence that says how many talks there were: of the one post that tells of them, else one that counts others too. */
export function talkCountIn(
  library: Library,
  sessions: readonly Session[],
  language: Language | undefined,
): Passage | undefined {
  const counts = sessions
    .slice(0, POSTS)
    .flatMap(
      (session) =>
        tellDetails(library, { details: ['talks'], sessions: [session] }, language).get('talks') ?? [],
    );
  if (sessions.length === 1) return counts[0];
  // What is known is not told again.
  const others = counts.filter(({ quote }) => !quote.includes(`${sessions.length}`));
  // Whose posts tell of several talks each counts these.
  const isOfMany = numberedTalks(library).size > 0;
  return others.find(({ quote }) => ALL.test(quote)) ?? (isOfMany ? others[0] : undefined);
}
