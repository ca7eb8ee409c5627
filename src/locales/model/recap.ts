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

/** The strings of recaps, in one language. Times are Discord timestamps, channels mentions. */
export interface RecapStrings {
  readonly recap: string;
  readonly fresh: { readonly new: string; readonly changed: string };
  readonly standing: (unit: Unit, position: number, total: number) => string;
  readonly inIt: string;
  readonly unit: Readonly<Record<Unit, string>>;
  /** ISO weekdays from 1. */
  readonly days: (days: readonly number[]) => string;
  readonly repeat: { readonly again: string; readonly stop: string };
  readonly button: {
    readonly session: string;
    readonly topic: string;
    readonly preview: string;
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
  };
  readonly card: {
    readonly where: string;
    readonly when: string;
    readonly tells: string;
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
  };
  /** Reasons for a failure, as clauses without full stop. */
  readonly why: {
    readonly noAccess: string;
    readonly noPermission: string;
    readonly noChannel: string;
    readonly noServer: string;
    readonly noDm: string;
    readonly archived: string;
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
    readonly unit: (typed: string) => string;
    readonly repeat: (typed: string) => string;
    readonly permissions: (channel: string, missing: readonly string[]) => string;
    readonly cannotMention: (role: string) => string;
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
  readonly now: { readonly empty: string };
}
