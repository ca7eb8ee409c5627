/** A permission that the bot needs in a recap's channel. */
export type RecapPermission =
  | 'view'
  | 'send'
  | 'sendInThreads'
  | 'embed'
  | 'attach'
  | 'mention'
  | 'openThreads'
  | 'history';

type Unit = 'session' | 'topic';
/** What a recap tells. */
type What = Unit | 'new' | 'digest';
type FilterKind = 'event' | 'tag' | 'speaker' | 'topic';

/** The strings of recaps, in one language. Times are Discord timestamps, channels mentions. */
export interface RecapStrings {
  readonly recap: string;
  readonly fresh: { readonly new: string; readonly changed: string };
  readonly standing: (unit: Unit, position: number, total: number) => string;
  /** Title of a message with several sessions. */
  readonly digest: (count: number) => string;
  /** Title of a message with several new posts. */
  readonly newPosts: (count: number) => string;
  /** @param due a Discord timestamp */
  readonly late: (due: string) => string;
  /** Placeholder of the menu that opens one of them. */
  readonly openOne: string;
  readonly what: Readonly<Record<What, string>>;
  /** When new posts are told that are not told at a time of day. */
  readonly atOnce: string;
  readonly filterKind: Readonly<Record<FilterKind, string>>;
  /** Instead of a filter: none. */
  readonly everything: string;
  /** Words for what is chosen: the first is suggested. */
  readonly typed: {
    readonly now: string;
    readonly atOnce: readonly string[];
    readonly none: readonly string[];
  };
  /** A filter and how much it lets through, as a suggestion. */
  readonly filterCount: (sessions: number) => string;
  /** ISO weekdays from 1. */
  readonly days: (days: readonly number[]) => string;
  readonly repeat: { readonly again: string; readonly stop: string };
  readonly button: {
    readonly session: string;
    readonly topic: string;
    readonly preview: string;
    readonly edit: string;
    readonly editMore: string;
    readonly pause: string;
    readonly resume: string;
    readonly history: string;
    readonly unsubscribe: string;
    readonly reallyUnsubscribe: string;
    readonly keep: string;
    readonly list: string;
    readonly newer: string;
    readonly older: string;
  };
  readonly menu: string;
  readonly list: {
    readonly title: string;
    readonly empty: (subscribe: string) => string;
    readonly count: (count: number, most: number) => string;
    readonly inDm: string;
    /** What is told next. */
    readonly next: (item: string) => string;
    /** Of new posts. */
    readonly waiting: string;
    readonly nothing: string;
    readonly filtered: string;
    readonly allTold: string;
  };
  readonly card: {
    readonly where: string;
    readonly when: string;
    readonly tells: string;
    readonly count: string;
    readonly items: (count: number) => string;
    readonly filter: string;
    readonly tags: string;
    readonly language: string;
    readonly mention: string;
    readonly thread: string;
    readonly yes: string;
    readonly afterwards: string;
    readonly next: string;
    readonly paused: string;
    readonly owner: string;
  };
  readonly state: {
    readonly pausedByPerson: string;
    readonly pausedUnreachable: (why: string) => string;
    readonly ended: string;
  };
  readonly done: {
    readonly subscribed: string;
    readonly changed: string;
    readonly paused: string;
    readonly resumed: string;
    readonly unsubscribed: string;
    readonly unsubscribedText: (subscribe: string) => string;
    readonly confirm: string;
    readonly confirmText: string;
    readonly previewBelow: string;
    readonly nothingToTell: string;
    readonly exampleBelow: string;
    readonly matchesNothing: string;
  };
  /** The forms of /recap subscribe and /recap edit. A title, and labels of at most 45 characters. */
  readonly form: {
    readonly subscribe: string;
    readonly edit: string;
    readonly what: string;
    readonly channel: string;
    readonly time: string;
    readonly timeHint: string;
    /** @param usual the time of day where none is given, unless new posts are told at once */
    readonly firstTimeHint: (usual: string) => string;
    readonly newTimeHint: string;
    readonly zone: string;
    readonly days: string;
    readonly count: string;
    readonly filter: string;
    readonly filterHint: string;
    readonly language: string;
    readonly mention: string;
    readonly mentionHint: string;
    readonly thread: string;
    readonly threadYes: string;
    readonly threadNo: string;
    readonly tags: string;
    readonly tagsHint: string;
    readonly repeat: string;
    /** ISO weekdays, whole words. */
    readonly weekdays: readonly string[];
  };
  readonly history: {
    readonly title: string;
    readonly empty: string;
    readonly posted: string;
    readonly look: string;
    readonly from: (first: string, last: string) => string;
    readonly pending: string;
    readonly trying: (why: string) => string;
    readonly missed: string;
    /** The machine's clock went past it. */
    readonly skipped: string;
    readonly stopped: string;
    readonly uncertain: string;
    readonly failed: (why: string) => string;
    readonly allTold: string;
    readonly nothing: string;
    readonly filtered: string;
    readonly gone: string;
    readonly announces: (posts: number) => string;
    readonly publication: {
      readonly wanted: string;
      readonly published: string;
      readonly late: string;
      readonly refused: string;
    };
  };
  /** Reasons for a failure, as clauses without full stop. */
  readonly why: {
    readonly noAccess: string;
    readonly noPermission: string;
    readonly noChannel: string;
    readonly noServer: string;
    readonly noDm: string;
    readonly archived: string;
    readonly tagRequired: string;
    readonly wrongChannel: string;
    readonly blocked: string;
    readonly tooLarge: string;
    readonly rateLimited: string;
    readonly refused: (code: number) => string;
    readonly unavailable: string;
    readonly fault: string;
  };
  readonly permission: Readonly<Record<RecapPermission, string>>;
  readonly problem: {
    readonly title: string;
    readonly time: (typed: string) => string;
    readonly zone: (typed: string) => string;
    readonly days: (typed: string) => string;
    readonly language: (typed: string) => string;
    readonly filter: (typed: string) => string;
    readonly count: string;
    readonly tag: (typed: string, tags: readonly string[]) => string;
    readonly tagRequired: (tags: readonly string[]) => string;
    readonly tooManyTags: string;
    readonly noForum: string;
    readonly atOnce: string;
    /** Discord did not answer within the time in which a form can be shown. */
    readonly formLate: string;
    readonly permissions: (channel: string, missing: readonly string[]) => string;
    readonly cannotMention: (role: string) => string;
    /** The person may not ping the role in the recap's channel. */
    readonly mayNotMention: (role: string) => string;
    /** The person may not write in the recap's channel. */
    readonly mayNotWrite: (channel: string) => string;
    readonly channelType: string;
    readonly full: (limit: number) => string;
    readonly mayNot: string;
    readonly notMember: string;
    readonly notHere: string;
    readonly noChannelInDm: string;
    readonly gone: string;
    readonly none: (subscribe: string) => string;
    readonly several: string;
  };
  /** What somebody can do who may not set up recaps where they are. */
  readonly instead: {
    readonly title: string;
    readonly way: (subscribe: string, now: string) => string;
  };
  readonly pausedNotice: (where: string, why: string, resume: string) => string;
  readonly pausedNoticeTitle: string;
  readonly dryNoticeTitle: string;
  readonly dryNotice: (where: string, reason: 'all-told' | 'filtered', edit: string) => string;
  readonly now: { readonly empty: string };
}
