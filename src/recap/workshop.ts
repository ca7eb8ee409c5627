import type { Claim, Lease, Settled, Subscription } from '#store/model.ts';
import type { Budget } from './budget.ts';
import type { RecapDeps } from './model.ts';
import type { Sightings } from './progress.ts';

/** What the deliveries of one process share. */
export interface Workshop extends RecapDeps {
  readonly budget: Budget;
  readonly sightings: Sightings;
  /** A lease from now on. */
  readonly lease: () => Lease;
  /** Monotonic time of the last request of a delivery whose outcome is not known, by key. */
  readonly requests: Map<string, number>;
  /** Tells the owner that a subscription was paused because it cannot be posted. */
  readonly tellOwner: (subscription: Subscription) => Promise<void>;
}

/** One delivery being worked on. */
export interface Work extends Claim {
  readonly shop: Workshop;
  /** Aborted when the claim is lost. */
  readonly signal: AbortSignal;
}

/** Ends a delivery, in the ledger and in the log. */
export async function settle({ shop, delivery, subscription }: Work, settled: Settled): Promise<void> {
  const { written, paused } = await shop.store.settle(shop.lease(), delivery.key, settled);
  shop.requests.delete(delivery.key);
  if (!written) return;
  const details = {
    delivery: delivery.key,
    subscription: subscription.id,
    channel: subscription.channelId,
    date: delivery.date,
  };
  if (settled.state === 'posted') {
    shop.report('info', 'Recap posted', { ...details, message: settled.messageId });
  } else {
    const { state, reason, code } = settled;
    shop.report(state === 'nothing' ? 'info' : 'warn', `Recap ${state}`, { ...details, reason, code });
  }
  if (paused && settled.state === 'failed') {
    const pauseReason = { kind: 'unreachable', code: settled.code ?? 0 } as const;
    await shop.tellOwner({ ...subscription, state: 'paused', pauseReason, next: undefined });
  }
}

/** Gives a delivery back until later. `resolved`: it is certain that nothing was posted. */
export async function putOff(
  { shop, delivery }: Work,
  order: Parameters<Workshop['store']['retry']>[2],
): Promise<void> {
  if (order.resolved) shop.requests.delete(delivery.key);
  await shop.store.retry(shop.lease(), delivery.key, order);
  shop.report('debug', 'Recap put off', { delivery: delivery.key, ...order, nextTry: String(order.nextTry) });
}
