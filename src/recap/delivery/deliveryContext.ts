import type { Library } from '#library/model.ts';
import type { Claim, DeliveryResult, Lease, Subscription } from '#store/model.ts';
import { observed } from '../../observe.ts';
import type { Notice, RecapDeps, Step } from '../model.ts';
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

/** Says that a delivery has come to a step. */
export async function passCheckpoint({ context, delivery }: DeliveryTask, step: Step): Promise<void> {
  await context.checkpoint?.(step, delivery.key);
}

/** Ends a delivery, in the ledger and in the log. */
export async function settle(
  { context, delivery, subscription }: DeliveryTask,
  settled: DeliveryResult,
): Promise<void> {
  const { written, paused } = await context.store.settle(context.lease(), delivery.key, settled);
  context.requests.delete(delivery.key);
  context.lookedThrough.delete(delivery.key);
  if (!written) return;
  observed.deliveries.tell(() => ({
    outcome: settled.state,
    lag: delivery.due.until(context.clock.now()).total('seconds'),
  }));
  const details = {
    delivery: delivery.key,
    subscription: subscription.id,
    channel: subscription.channelId,
    date: delivery.date,
  };
  if (settled.state === 'posted') {
    context.report('info', 'Recap posted', { ...details, message: settled.messageId });
  } else {
    const { state, reason, code } = settled;
    context.report(state === 'nothing' ? 'info' : 'warn', `Recap ${state}`, { ...details, reason, code });
  }
  if (paused && settled.state === 'failed') {
    const pauseReason = { kind: 'unreachable', code: settled.code ?? 0 } as const;
    await context.notifyOwner({ ...subscription, state: 'paused', pauseReason, next: undefined }, 'paused');
  }
}

/** Returns a delivery to be retried later. `resolved`: certainly nothing was posted. */
export async function postpone(
  { context, delivery }: DeliveryTask,
  order: Parameters<DeliveryContext['store']['retry']>[2],
): Promise<void> {
  if (order.resolved) context.requests.delete(delivery.key);
  await context.store.retry(context.lease(), delivery.key, order);
  context.report('debug', 'Recap put off', {
    delivery: delivery.key,
    ...order,
    nextTry: String(order.nextTry),
  });
}

/** Releases the claim of a delivery at once: the decision on it is out of date. */
export async function releaseClaim(task: DeliveryTask, resolved: boolean): Promise<void> {
  const { reason, code } = task.delivery;
  await postpone(task, {
    nextTry: task.context.clock.now(),
    ...(reason === undefined ? {} : { reason }),
    ...(code === undefined ? {} : { code }),
    resolved,
  });
}
