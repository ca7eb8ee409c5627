import type { Language, Library } from '#library/model.ts';
import type { Page } from '#pages/model.ts';
import type { RecapWhat, Subscription } from '#store/model.ts';
import type { Store } from '#store/store.ts';
import type { Choice } from './choose.ts';
import type { Poster } from './delivery/poster.ts';
import type { Clock } from './time/clock.ts';

/** The checkpoints of a delivery at which a process may die. */
export type Step =
  /** A due time has come; nothing is recorded. */
  | 'before-intent'
  /** The intent is in the ledger. */
  | 'after-intent'
  /** The request was sent. */
  | 'after-request'
  /** Discord's response has arrived and is not recorded. */
  | 'after-reply'
  /** The message is in the ledger. */
  | 'after-record';

/** The events that an owner is notified of. */
export type Notice = 'paused' | 'all-told' | 'filtered';

/** Writes to the log. Details never contain text by people. */
export type Report = (
  level: 'debug' | 'info' | 'warn' | 'error',
  message: string,
  details: Readonly<Record<string, unknown>>,
) => void;

/** The message of a recap. */
export interface DrawnRecap {
  readonly page: Page;
  /** Name of the thread or forum post, at most 100 characters. */
  readonly name: string;
}

export interface RecapDeps {
  readonly store: Store;
  readonly poster: Poster;
  readonly clock: Clock;
  readonly library: () => Library;
  /** Names the folder that the posts come from: what stands there when it is read first is not new. Default: one. */
  readonly content?: string;
  /** Days for which settled deliveries are kept. Default 400. */
  readonly keepHistoryDays?: number;
  /** Draws a recap. Its buttons carry `key`. */
  readonly draw: (order: {
    readonly library: Library;
    readonly what: RecapWhat;
    readonly language: Language;
    readonly mentionRoleId: string | undefined;
    readonly choice: Choice;
    readonly key: string | undefined;
    /** When it should have been posted, where that is long ago. */
    readonly late?: Temporal.Instant | undefined;
  }) => DrawnRecap;
  /** The message that notifies an owner, in the recap's language, of a pause because posting failed. */
  readonly drawPaused: (subscription: Subscription) => Page;
  /** The same where there is nothing left to tell. */
  readonly drawDry: (subscription: Subscription, reason: 'all-told' | 'filtered') => Page;
  readonly report: Report;
  /** Called and awaited at each step of each delivery, so that tests can end the process there. */
  readonly checkpoint?: (step: Step, key: string) => void | Promise<void>;
  /** Most concurrent deliveries. Default 50. */
  readonly concurrency?: number;
  /** Most deliveries started a second. Default 50: Discord's global rate limit of a bot. */
  readonly perSecond?: number;
  /** Late recaps posted a second after a pause of the process. Default 25. */
  readonly latePerSecond?: number;
  /** Longest interval in milliseconds between readings of the wall clock, which may jump. Default 30,000. */
  readonly clockCheckInterval?: number;
  /** Identifies this process in a shared database. Default: random. */
  readonly owner?: string;
}
