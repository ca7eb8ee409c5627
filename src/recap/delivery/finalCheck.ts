import type { PostedItem } from '#store/model.ts';
import { longestAge, type Moment, momentOf } from '../time/age.ts';
import type { DeliveryTask } from './deliveryContext.ts';
import { windowStateOf } from './deliveryWindow.ts';
import type { FinalCheck } from './poster.ts';
import { nonceHolds } from './resolve.ts';
import { passCheckpoint } from './settle.ts';

/** Milliseconds from the look into the ledger to the first byte of the request; far less than a lease lasts. */
const freshness = 10_000;

/**
 * The look that is taken right before a delivery's request leaves: that it is still ours, its subscription active, its
 * window open, and, where an earlier request may have made the message, that Discord still knows its nonce. The ledger
 * then says that a request may be under way.
 * @param earlier what is known of earlier requests
 */
export function finalCheckOf(
  task: DeliveryTask,
  item: Pick<PostedItem, 'item' | 'hash'>,
  earlier: 'clear' | 'nonce',
): FinalCheck {
  const { context, delivery, signal } = task;
  const { clock, requests } = context;
  let looked: Moment | undefined;
  const isMeant = (): boolean =>
    !signal.aborted && windowStateOf(task) === 'open' && (earlier === 'clear' || nonceHolds(task));
  return {
    allows: async () => {
      looked = momentOf(clock);
      if (!isMeant()) return false;
      const clear = earlier === 'clear';
      if (!(await context.store.attempt(context.lease(), delivery.key, { ...item, clear }))) return false;
      // The clock of nonces starts with the first request whose outcome is not known.
      if (clear) requests.set(delivery.key, looked);
      await passCheckpoint(task, 'after-request');
      return true;
    },
    stillHolds: () => looked !== undefined && longestAge(looked, clock) < freshness && isMeant(),
  };
}
