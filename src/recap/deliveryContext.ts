import type { Claim, Lease, Settled, Subscription } from '#store/model.ts';
import type { Budget } from './budget.ts';
import type { RecapDeps } from './model.ts';
import type { FirstSeenLookup } from './progress.ts';

/** Shared state of all deliveries of a process. */
export interface DeliveryContext extends RecapDeps {
  readonly budget: Budget;
  readonly lookUpFirstSeen: FirstSeenLookup;
  /** A new lease. */
  readonly lease: () => Lease;
  /** Monotonic time of the last request without a known outcome, by delivery key. */
  readonly requests: Map<string, number>;
  /** Notifies the owner that a subscription was paused because posting failed. */
  readonly tellOwner: (subscription: Subscription) => Promise<void>;
}

/** A delivery in progress. */
export interface DeliveryTask extends Claim {
  readonly context: DeliveryContext;
  /** Aborted when the lease is lost. */
  readonly signal: AbortSignal;
}

/** Settles a delivery in the ledger, and logs it. */
export async function settle(
  { context, delivery, subscription }: DeliveryTask,
  settled: Settled,
): Promise<void> {
  const { written, paused } = await context.store.settle(context.lease(), delivery.key, settled);
  context.requests.delete(delivery.key);
  if (!written) return;
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
    await context.tellOwner({ ...subscription, state: 'paused', pauseReason, next: undefined });
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
