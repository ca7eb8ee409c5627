import type { Language, Library, SectionRef } from '#library/model.ts';

/** `answer`: the posts answer it. `maybe`: the nearest sections, offered as a question back. `none`: not covered. */
export type Verdict = 'answer' | 'maybe' | 'none';

/** A piece of a section, quoted word for word from the post. */
export interface Passage extends SectionRef {
  readonly language: Language;
  /** Comparable only within one result; higher is better. */
  readonly score: number;
  /** 0 to 1, calibrated: how likely this passage answers. */
  readonly confidence: number;
  /**
   * The shortest run of sentences that answers, with the list that it introduces; lines are separated by `\n`. Empty
   * for a section without text.
   */
  readonly quote: string;
  /** The matches in `quote`, as UTF-16 offsets, sorted, not overlapping. */
  readonly marks: readonly (readonly [start: number, end: number])[];
  /** Reasons for the ranking, one a line; only with `explain`. */
  readonly why?: readonly string[] | undefined;
}

/** One of two things that are compared: a section's quote, else the glossary's summary of the topic. */
export interface ComparedThing {
  readonly target: Target;
  readonly passage: Passage | undefined;
}

/** What answers a question best. */
export type Answer =
  /** A piece of a section: the result's first passage. */
  | { readonly kind: 'quote' }
  /** The glossary's summary of a topic, or what it says has become of it. */
  | { readonly kind: 'topic'; readonly topic: string; readonly part: 'summary' | 'now' }
  /** A fact about the sessions themselves. */
  | { readonly kind: 'facts'; readonly fact: Fact }
  /** Two things beside each other, and a passage that names both where there is one. */
  | {
      readonly kind: 'comparison';
      readonly sides: readonly [ComparedThing, ComparedThing];
      readonly together: Passage | undefined;
    };

/** A fact that one session has, or all of them where it is undefined. Sessions by their ids. */
export interface TalkFact {
  readonly about: 'when' | 'where' | 'who' | 'author' | 'slides' | 'video' | 'code';
  readonly session: string | undefined;
  /** What a post says of it. */
  readonly told?: Passage;
  /** True where the session was found by what its text says, and not by its name. */
  readonly isGuess?: true;
  /** True where the name of a person is asked for, which a company does not tell. */
  readonly ofPerson?: true;
  /** The kind of talk that is asked about, where no post tells of one. */
  readonly only?: string | undefined;
}

/**
 * What only a post may tell of an event or of a talk: how many came and how full it was, what a ticket was, who held it, when and where it is
 * next, which time it was, who paid for it, whom it was for, what it was meant to do, what all of it was about, which
 * tracks it had, at what time it began and ended, what there was to eat and to take home; what the author liked and missed: of the event, and which talk; and which talk had the most of something.
 */
export const EVENT_FACTS = [
  'crowd',
  'full',
  'price',
  'host',
  'next',
  'edition',
  'sponsor',
  'audience',
  'aim',
  'theme',
  'tracks',
  'hours',
  'food',
  'gifts',
  'good',
  'bad',
  'favourite',
  'most',
  'missed',
] as const;
/** True for a fact that only a post may tell. */
export const isEventFact = (fact: Fact): fact is EventFact =>
  EVENT_FACTS.some((about) => about === fact.about);
export interface EventFact {
  readonly about: (typeof EVENT_FACTS)[number];
  readonly session: string | undefined;
  readonly told?: Passage;
}

/** A session that a question points at. */
export interface SessionFact {
  readonly about: 'session' | 'newest' | 'oldest' | 'shortest' | 'longest';
  readonly session: string | undefined;
  /** Of a post that tells of several talks, what it says first of the one that is meant. */
  readonly talk?: Passage;
}

/** A question about the sessions themselves, answered from what is known of them. */
export type Fact =
  | { readonly about: 'bot' }
  /** @param told when the event was, where the posts were written on other days */
  | { readonly about: 'event'; readonly told?: Passage }
  /** The numbers of those sessions that something is found in. */
  | { readonly about: 'which'; readonly sessions: readonly string[]; readonly only: string | undefined }
  /** All sessions, or those with a tag, of an event or of a year. */
  | {
      readonly about: 'list' | 'count';
      readonly sessions: readonly string[];
      readonly only: string | undefined;
      /** For `count`: what the opening of a post says of how many talks there were. Else a table of them, with who spoke. */
      readonly told?: Passage;
      /** The talks that posts tell of, where one of them tells of several. */
      readonly talks?: readonly SectionRef[];
    }
  | TalkFact
  | EventFact
  /** Two facts or more that are asked for together: `언제 어디서`. */
  | { readonly about: 'several'; readonly parts: readonly (TalkFact | EventFact)[] }
  | SessionFact
  /** @param turn from 0: each is another session. */
  | { readonly about: 'recommend'; readonly turn: number };

/** The languages that questions are read in. */
export type AskedIn = 'ko' | 'en' | 'ja';

export interface SearchResult {
  readonly verdict: Verdict;
  /** 0 to 1: how likely the first passage answers the query. */
  readonly confidence: number;
  /** Best first, at most one a section. With `none` the nearest ones, possibly empty. */
  readonly passages: readonly Passage[];
  /** Names in the question that no post holds; only with the verdict `maybe`. */
  readonly absent?: readonly string[];
  /** What is shown as the answer; only with the verdict `answer`. */
  readonly answer?: Answer;
  /** The language that the question is clearly in. */
  readonly language?: AskedIn;
  /** The text that was searched, where it differs from the query (`빅쿼리` for `qlrznjfl`). */
  readonly readAs?: string;
}

/** How near in meaning the sections are to a question, as a model of embeddings tells. */
export interface Nearness {
  /** A section's place among all of them, 1 for the nearest; undefined where the model does not know the section yet. */
  readonly place: (section: SectionRef) => number | undefined;
  /**
   * How clearly the nearest section stands above the others. 1 is what the nearest of as many sections that have nothing
   * to do with the question would reach: the square root of 2 ln n standard deviations above the mean.
   */
  readonly standsOut: number;
}

export interface SearchOptions {
  /** Orders the first fifty sections by meaning as well as by words. */
  readonly nearness?: Nearness | undefined;
  /** Prefers this language for sections that exist in several. Default: the session's original. */
  readonly language?: Language;
  /** Default 10. */
  readonly limit?: number;
  readonly explain?: boolean;
  /** Answers however unsure it is: to measure what would be said. */
  readonly sure?: boolean;
  /** Only ranks passages: for a text that is no question. */
  readonly plain?: boolean;
}

/** The kind of targets to complete. Beside sessions and topics stand speakers, where one is meant. */
export type Scope =
  | { readonly kind: 'session' }
  | { readonly kind: 'section'; readonly session: string }
  | { readonly kind: 'topic' }
  | { readonly kind: 'speaker' }
  /** Sessions, sections and topics together: what a question may begin with. */
  | { readonly kind: 'any' };

export type Target =
  | { readonly kind: 'session'; readonly session: string }
  | { readonly kind: 'section'; readonly session: string; readonly section: string }
  | { readonly kind: 'topic'; readonly topic: string }
  | { readonly kind: 'speaker'; readonly speaker: string };

export interface Suggestion {
  readonly target: Target;
  /** 0 to 1; from 0.5 on it may be used without asking back. */
  readonly confidence: number;
  /** True for a name that only sounds or looks like the text, too short or too common to be taken for a slip: asked back. */
  readonly guess?: true;
}

/** The search engine behind /ask, autocompletion, names typed by hand, and the closest matches on a miss. */
export interface Search {
  /** @param query any text; only the first 6,000 characters are read. */
  search(query: string, options?: SearchOptions): SearchResult;
  /**
   * Best first. Empty `typed`: defaults in reading order; of all kinds, first the topics with most sections.
   * @param typed any text; only the first 100 characters are read.
   */
  complete(typed: string, scope: Scope, limit?: number): readonly Suggestion[];
  /** Switches to a newer library, without blocking the event loop; the old one answers until this resolves. */
  update(library: Library): Promise<void>;
}
