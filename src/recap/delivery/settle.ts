import type { Claim, DeliveryResult } from '#store/model.ts';
import { observed } from '../../observe.ts';
import type { Step } from '../model.ts';
import { countDates } from '../time/schedule.ts';
import type { DeliveryContext, DeliveryTask } from './deliveryContext.ts';

/** Says that a delivery has come to a step. */
export async function passCheckpoint({ context, delivery }: DeliveryTask, step: Step): Promise<void> {
  await context.checkpoint?.(step, delivery.key);
}

/** Seconds since a delivery was due. */
const lagOf = ({ clock }: Pick<DeliveryContext, 'clock'>, { due }: Claim['delivery']): number =>
  due.until(clock.now()).total('seconds');

/** Tells whoever measures of dates that passed without a recap. */
export function observeMissed(
  context: Pick<DeliveryContext, 'clock'>,
  { subscription, delivery }: Claim,
): void {
  observed.deliveries.tell(() => ({
    outcome: 'missed',
    count: countDates(subscription, delivery.missedFrom ?? delivery.date, delivery.date),
    lag: lagOf(context, delivery),
  }));
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
    count: 1,
    lag: lagOf(context, delivery),
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
