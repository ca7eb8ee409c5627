/** What people look for. */
export type Noun = 'session' | 'section' | 'topic' | 'speaker' | 'event' | 'year' | 'tag';

/**
 * All strings of the bot. A missing translation is a type error. Strings go into
 * embeds as Discord's Markdown unless they are labels; parameters are escaped by the caller.
 */
export interface Strings {
  readonly sessions: string;
  readonly sessionCount: (count: number) => string;
  readonly noSessions: string;
  /** No session is in every group that was asked for. */
  readonly noneInAll: string;
  /** Heads the sessions that belong to no event. */
  readonly otherSessions: string;
  /** Heads the sessions of which nobody wrote when they were. */
  readonly undated: string;
  readonly opening: string;
  readonly untitled: string;
  readonly minutes: (count: number) => string;
  readonly part: (part: number, parts: number) => string;
  /** @param from @param to the first and the last section of a page, from 1 */
  readonly sectionOf: (from: number, to: number, count: number) => string;
  /** @param wanted @param shown names of languages */
  readonly notIn: (what: 'session' | 'section', wanted: string, shown: string) => string;
  /** @param person a mention */
  readonly sharedBy: (person: string) => string;
  readonly noText: string;
  readonly noTextButChildren: string;
  readonly noSections: string;

  readonly speaker: string;
  readonly author: string;
  /** @param names Markdown. @param more how many are not named. */
  readonly spokenBy: (names: readonly string[], more: number) => string;
  /** The same for who wrote, where nobody says who spoke. */
  readonly writtenBy: (names: readonly string[], more: number) => string;
  /** @param languages their names */
  readonly spokenIn: (languages: readonly string[]) => string;
  readonly talkMinutes: (count: number) => string;

  readonly topic: string;
  readonly topics: string;
  readonly otherNames: (names: string) => string;
  readonly aboutIt: string;
  readonly mentionsIt: string;
  readonly noTopicSections: string;

  readonly button: {
    readonly start: string;
    readonly previousSession: string;
    readonly nextSession: string;
    readonly previousSection: string;
    readonly nextSection: string;
    readonly toSession: string;
    readonly toTopic: string;
    readonly allSessions: string;
    /** Leads from the years or events to a list of every session. */
    readonly oneByOne: string;
    readonly readOn: (part: number, parts: number) => string;
    readonly readBack: string;
    readonly post: string;
    readonly slides: string;
    readonly recording: string;
    readonly code: string;
    /** Leads to a speaker's own page on the web. */
    readonly profile: string;
    readonly official: string;
    readonly help: string;
    readonly share: string;
    /** Sends the page to whoever presses. */
    readonly save: string;
    readonly openSection: string;
    /** Labels of buttons that turn the pages of a menu or list. */
    readonly range: (from: number, to: number) => string;
  };
  readonly menu: {
    readonly sessions: string;
    readonly events: string;
    readonly years: string;
    /** Years or events, and tags. */
    readonly narrow: string;
    /** The pages of a long list. */
    readonly pages: string;
    readonly sections: string;
    readonly within: string;
    readonly topicSections: string;
    readonly otherPassages: string;
    readonly nearest: string;
    readonly linked: string;
    readonly topics: string;
    readonly speakers: string;
  };
  readonly answer: {
    /** A question about a topic, as a sample. */
    readonly whatIs: (name: string) => string;
    readonly readAs: (reading: string) => string;
    /** What the posts do not hold. @param names at least one. */
    readonly absent: (names: readonly string[]) => string;
    readonly perhaps: string;
    readonly none: string;
    readonly noneHint: string;
    readonly noneEmpty: string;
    readonly found: string;
    readonly foundPerhaps: string;
    readonly foundNone: string;
    readonly foundNoText: string;
    readonly emptyQuestion: string;
    /** Said of a quote that is the glossary's. */
    readonly fromGlossary: string;
    /** The footer of an answer with sentences by a model. */
    readonly byModel: string;
    /** Title of two things beside each other; names as they are. */
    readonly comparison: (one: string, other: string) => string;
    /** Above a passage that names both. */
    readonly together: string;
  };
  /** Facts about the sessions themselves. Parameters are plain; the caller escapes the whole sentence. */
  readonly facts: {
    readonly bot: (events: string, sessions: number) => string;
    readonly event: (name: string, when: string, sessions: number) => string;
    readonly list: (count: number, only: string | undefined) => string;
    readonly count: (count: number, only: string | undefined) => string;
    /** The numbers of sessions. */
    readonly which: (numbers: readonly number[], only: string | undefined) => string;
    readonly when: (name: string, date: string) => string;
    readonly noWhen: (name: string) => string;
    readonly where: (name: string, place: string) => string;
    readonly noWhere: (name: string) => string;
    readonly who: (name: string, people: string) => string;
    /** Who wrote the post, where nobody says who presented. */
    readonly wrote: (name: string, people: string) => string;
    readonly noWho: (name: string) => string;
    readonly linked: (what: 'slides' | 'video' | 'code', name: string) => string;
    readonly noLinked: (what: 'slides' | 'video' | 'code', name: string) => string;
    /** What a post might say of an event, and none does. */
    readonly notTold: (
      what:
        | 'crowd'
        | 'full'
        | 'price'
        | 'host'
        | 'next'
        | 'edition'
        | 'sponsor'
        | 'audience'
        | 'aim'
        | 'theme'
        | 'tracks'
        | 'hours'
        | 'food'
        | 'gifts'
        | 'good'
        | 'bad'
        | 'favourite'
        | 'most'
        | 'missed'
        | 'author',
      name: string,
    ) => string;
    readonly superlative: (
      what: 'newest' | 'oldest' | 'shortest' | 'longest',
      name: string,
      fact: string,
    ) => string;
    readonly recommend: (name: string) => string;
    readonly whyRecommended: string;
    readonly another: string;
    /** The question that asks for another one, from 2. */
    readonly anotherQuestion: (turn: number) => string;
    readonly open: string;
    /** The sessions as a whole, as the subject of a sentence. */
    readonly sessionsAsWhole: string;
    readonly sessionsListed: string;
  };
  readonly miss: {
    /** Where something sounds or looks like what was typed. */
    readonly perhaps: string;
    readonly title: (what: Noun) => string;
    readonly text: (what: Noun, typed: string) => string;
    readonly closest: string;
  };
  readonly gone: {
    readonly title: string;
    readonly text: (what: Noun) => string;
    readonly instead: string;
  };
  readonly notice: {
    readonly errorTitle: string;
    readonly error: (id: string) => string;
    readonly forgedTitle: string;
    readonly forged: (help: string) => string;
    readonly busyTitle: string;
    readonly busy: string;
    readonly unsupportedTitle: string;
    readonly unsupported: (help: string) => string;
    readonly mayNotShareTitle: string;
    readonly mayNotShare: string;
    readonly sharedAlreadyTitle: string;
    readonly sharedAlready: string;
    readonly toShared: string;
    readonly savedTitle: string;
    readonly saved: string;
    readonly toSaved: string;
    readonly dmClosedTitle: string;
    readonly dmClosed: string;
    readonly notSaveableTitle: string;
    readonly notSaveable: string;
  };
  /** The buttons under an answer, and what people asked that is missing. */
  readonly gaps: {
    readonly right: string;
    readonly wrong: string;
    readonly thanksTitle: string;
    readonly thanks: string;
    /** The bot keeps no marks any more. */
    readonly tooLate: string;
    readonly title: string;
    readonly nothing: string;
    readonly withoutText: string;
    readonly counts: (counts: Readonly<Record<'none' | 'wrong' | 'right', number>>) => string;
    readonly nearest: (section: string) => string;
    /** What is kept, and how long. */
    readonly kept: string;
    readonly offTitle: string;
    readonly off: string;
    readonly start: string;
    readonly stopped: string;
    readonly forgotten: string;
    readonly mayNot: string;
    readonly notHere: string;
  };
  readonly help: {
    readonly title: string;
    readonly intro: string;
    /** How to reach the commands in the menu of messages, which are listed below it. */
    readonly message: string;
    readonly hints: string;
  };
}
