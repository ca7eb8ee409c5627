import type { Library } from '#library/model.ts';
import type { Claim, Lease, Subscription } from '#store/model.ts';
import type { Notice, RecapDeps } from '../model.ts';
import type { FirstSeen } from '../progress.ts';
import type { Moment } from '../time/age.ts';
import type { ClockWatch } from '../time/clockWatch.ts';
import type { Budget } from './budget.ts';

/** Shared state of all deliveries of a process. */
export interface DeliveryContext extends RecapDeps {
  /** The library as it is at this moment; `library` takes what is gone to be there for a while. */
  readonly currentLibrary: () => Library;
  readonly budget: Budget;
  readonly firstSeen: FirstSeen;
  /** A new lease. */
  readonly lease: () => Lease;
  readonly watch: ClockWatch;
  /** When the first request of a delivery left whose outcome is not known, by key. */
  readonly requests: Map<string, Moment>;
  /** Keys of deliveries whose channels were looked through, and hold no message of theirs. */
  readonly lookedThrough: Set<string>;
  /**
   * Tells the owner that a subscription was paused because it cannot be posted, or that it has nothing left to tell.
   */
  readonly notifyOwner: (subscription: Subscription, reason: Notice) => Promise<void>;
}

/** A delivery in progress. */
export interface DeliveryTask extends Claim {
  readonly context: DeliveryContext;
  /** Aborted when the lease is lost. */
  readonly signal: AbortSignal;
}
