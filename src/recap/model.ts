import type { Language, Library } from '#library/model.ts';
import type { Page } from '#pages/model.ts';
import type { RecapUnit, Store, Subscription } from '#store/model.ts';
import type { Choice } from './choose.ts';
import type { Clock } from './clock.ts';
import type { Poster } from './poster.ts';

/** The steps of a delivery between which a process may die. */
export type Step =
  /** A due time has come; nothing is written. */
  | 'before-intent'
  /** The intent is in the ledger. */
  | 'after-intent'
  /** The request is on its way. */
  | 'after-request'
  /** Discord's answer is here and not yet written. */
  | 'after-reply'
  /** The ledger has the message. */
  | 'after-record';

/** Tells the log. Details never hold what a person wrote. */
export type Report = (
  level: 'debug' | 'info' | 'warn' | 'error',
  message: string,
  details: Readonly<Record<string, unknown>>,
) => void;

/** A recap as it is posted. */
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
  /** Draws a recap. `key` is carried by its buttons. */
  readonly draw: (order: {
    readonly library: Library;
    readonly unit: RecapUnit;
    readonly language: Language;
    readonly mentionRoleId: string | undefined;
    readonly choice: Choice;
    readonly key: string | undefined;
  }) => DrawnRecap;
  /** The message that tells an owner, in the recap's language, that it was paused because it cannot be posted. */
  readonly drawPaused: (subscription: Subscription) => Page;
  readonly report: Report;
  /** Called at each step of each delivery, and awaited: tests end the process here. */
  readonly checkpoint?: (step: Step, key: string) => void | Promise<void>;
  /** Deliveries that are worked on at the same time. Default 50. */
  readonly concurrency?: number;
  /** Deliveries begun a second. Default 50: what Discord takes of one bot. */
  readonly perSecond?: number;
  /** Late recaps posted a second after a pause of the process. Default 25. */
  readonly latePerSecond?: number;
  /** Milliseconds after which the wall clock is read again at the latest: it may have jumped. Default 30,000. */
  readonly clockCheckInterval?: number;
  /** Names this process among those on one database. Default: random. */
  readonly owner?: string;
}
