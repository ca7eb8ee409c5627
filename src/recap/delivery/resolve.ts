import { longestAge, momentOf, shortestAge } from '../time/age.ts';
import { isBefore, later } from '../time/instants.ts';
import type { DeliveryTask } from './deliveryContext.ts';
import type { WindowState } from './deliveryWindow.ts';
import { findMessage } from './findMessage.ts';
import { nextLook } from './outcomes/retry.ts';
import { recordFound } from './record.ts';
import { postpone, settle } from './settle.ts';

/** Discord remembers a nonce for "a few minutes": this is how long, in milliseconds, we rely on it. */
export const nonceMemory = 60_000;
/** How long, in milliseconds, Discord may still be carrying out a request that we have given up. */
const underWay = 180_000;
/** Milliseconds until a channel is looked through again at the earliest. */
const lookPause = 20_000;
/** How long after its window a message is looked for whose channel cannot be read. */
const longestSearch = { hours: 24 } as const;

const usesNonce = ({ subscription }: DeliveryTask): boolean => subscription.channelKind !== 'forum';

/**
 * Whether Discord surely still knows the nonce of an earlier request, by a clock that counts suspensions; after a
 * restart by the wall clock, which may have jumped. A post in a forum has none.
 */
export function nonceHolds(task: DeliveryTask): boolean {
  const { context, delivery } = task;
  if (!usesNonce(task) || delivery.unresolvedSince === undefined) return false;
  const requested = context.requests.get(delivery.key);
  if (requested !== undefined) return longestAge(requested, context.clock) < nonceMemory;
  const elapsed = delivery.unresolvedSince.until(context.clock.now()).total('milliseconds');
  return elapsed >= 0 && elapsed < nonceMemory;
}

/** Whether a request without a nonce may still become a message, though none is there yet. */
function mayBeUnderWay(task: DeliveryTask): boolean {
  const { context, delivery } = task;
  if (usesNonce(task) || delivery.unresolvedSince === undefined) return false;
  const requested = context.requests.get(delivery.key);
  if (requested !== undefined) return shortestAge(requested, context.clock) < underWay;
  const elapsed = delivery.unresolvedSince.until(context.clock.now()).total('milliseconds');
  if (elapsed >= underWay) return false;
  // The clock was put back since: it is counted from now on.
  if (elapsed < 0) context.requests.set(delivery.key, momentOf(context.clock));
  return true;
}

/**
 * Whether the message may be there although the ledger knows of no request: it was due before this process was awake,
 * so another one, or this one before a backup was restored, may have posted it. Looked through once.
 */
function mayBeForgotten({ context, delivery }: DeliveryTask): boolean {
  return isBefore(delivery.due, context.watch.trustsFrom()) && !context.lookedThrough.has(delivery.key);
}

/**
 * What is known of earlier requests. `clear`: none made a message. `nonce`: one may have, and a repetition would meet
 * it. `done`: the delivery has been settled or put off.
 */
export async function resolve(
  task: DeliveryTask,
  windowState: WindowState,
): Promise<'clear' | 'nonce' | 'done'> {
  const { context, delivery, subscription } = task;
  const unresolved = delivery.unresolvedSince !== undefined;
  if (!unresolved && (windowState === 'early' || !mayBeForgotten(task))) return 'clear';
  const nonce = windowState === 'open' && nonceHolds(task);
  // Within this process, asking again is as good as looking, and one request less.
  if (nonce && context.requests.has(delivery.key)) return 'nonce';
  const now = context.clock.now();
  const found = await findMessage(context.poster, subscription, delivery, now);
  if (found.kind === 'found') {
    await recordFound(task, { messageId: found.message.id, channelId: found.message.channelId });
    return 'done';
  }
  const age = (delivery.unresolvedSince ?? delivery.due).until(now).total('milliseconds');
  const postponement = {
    nextTry: nextLook(now, age / 2, lookPause),
    reason: 'unavailable',
    resolved: false,
  } as const;
  if (found.kind === 'absent') {
    if (mayBeUnderWay(task)) {
      await postpone(task, postponement);
      return 'done';
    }
    context.lookedThrough.add(delivery.key);
    return 'clear';
  }
  if (found.problem) context.budget.note(found.problem);
  if (nonce) return 'nonce';
  const mayPass = found.problem?.kind === 'failed' && isBefore(now, delivery.windowEnd.add(longestSearch));
  if (mayPass) {
    const asked = now.add({ milliseconds: Math.min(found.problem?.retryAfter ?? 0, 7_200_000) });
    await postpone(task, { ...postponement, nextTry: later(postponement.nextTry, asked) });
    return 'done';
  }
  // A channel that shows no history, and no request that is known of: nothing speaks against posting.
  if (!unresolved) return 'clear';
  await settle(task, { state: 'uncertain', reason: delivery.reason ?? 'unavailable' });
  return 'done';
}
