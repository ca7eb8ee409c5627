import type { DeliveryReason } from '#store/model.ts';
import type { NoChoice } from '../choose.ts';
import type { DeliveryTask } from './deliveryContext.ts';
import { type WindowState, windowStateOf } from './deliveryWindow.ts';
import { type DrawnDelivery, drawDelivery } from './drawDelivery.ts';
import { finalCheckOf } from './finalCheck.ts';
import { outcomeOf, pausesOf } from './outcomes/outcome.ts';
import { nextLook, nextTry } from './outcomes/retry.ts';
import type { PostFailure, PostOrder, PostRefusal, PostResult } from './poster.ts';
import { record } from './record.ts';
import { nonceMemory, resolve } from './resolve.ts';
import { passCheckpoint, postpone, releaseClaim, settle } from './settle.ts';

/** Milliseconds until a page that could not be made, or a library with nothing to tell, is tried again at the earliest. */
const drawPause = 60_000;

const isNothing = (reason: DeliveryReason): reason is NoChoice['reason'] =>
  reason === 'all-told' || reason === 'empty' || reason === 'filtered' || reason === 'gone';

/** Settles a delivery that was not posted and will not be. */
async function close(task: DeliveryTask, windowState: Exclude<WindowState, 'open'>): Promise<void> {
  const { context, delivery } = task;
  const { reason, code } = delivery;
  if (windowState === 'early') return context.store.withdraw(context.lease(), delivery.key);
  if (windowState === 'stopped') return settle(task, { state: 'missed', reason: 'stopped' });
  if (reason === undefined) return settle(task, { state: 'missed', reason: context.watch.whyMissed() });
  if (isNothing(reason)) return settle(task, { state: 'nothing', reason });
  const pauses = reason === 'refused' ? pausesOf(code) : 'never';
  await settle(task, { state: 'failed', reason, pauses, ...(code === undefined ? {} : { code }) });
}

/** Handles a failed or uncertain request. `clear`: no earlier request created a message. */
async function fail(task: DeliveryTask, result: PostRefusal | PostFailure, clear: boolean): Promise<void> {
  const { context, delivery } = task;
  context.budget.note(result);
  context.report('warn', 'Recap not posted', { delivery: delivery.key, ...result });
  const { made, again, pauses, reason } = outcomeOf(result);
  const resolved = clear && made === 'no';
  const code = result.kind === 'refused' ? { code: result.code } : {};
  const retryAfter = result.kind === 'failed' ? result.retryAfter : undefined;
  const now = context.clock.now();
  const next =
    again === 'never' ? undefined : nextTry(delivery, delivery.attempts + 1, again, now, retryAfter);
  if (next) return postpone(task, { nextTry: next, reason, ...code, resolved });
  if (resolved) return settle(task, { state: 'failed', reason, pauses, ...code });
  // Too late for another request; whether one made a message is looked up when the window has closed.
  if (again === 'soon') return postpone(task, { nextTry: delivery.windowEnd, reason, ...code, resolved });
  await settle(task, { state: 'uncertain', reason, ...code });
}

function send(task: DeliveryTask, { recap, choice }: DrawnDelivery, earlier: 'clear' | 'nonce') {
  const { context, subscription, delivery, signal } = task;
  const order: PostOrder = {
    channelId: subscription.channelId,
    page: recap.page,
    nonce: delivery.key,
    allowedRoleIds: subscription.mentionRoleId === undefined ? [] : [subscription.mentionRoleId],
    signal,
    finalCheck: finalCheckOf(task, { item: choice.item.id, hash: choice.item.hash }, earlier),
  };
  return subscription.channelKind === 'forum'
    ? context.poster.openForumPost({ ...order, name: recap.name, tagIds: subscription.tags })
    : context.poster.post(order);
}

/** Nothing can be posted now. It is tried again with a backoff: the posts may be fixed meanwhile. */
async function waitForPosts(task: DeliveryTask, reason: 'fault' | NoChoice['reason']): Promise<void> {
  const { context, delivery, subscription } = task;
  const now = context.clock.now();
  const late = delivery.due.until(now).total('milliseconds');
  const resolved = delivery.unresolvedSince === undefined;
  await postpone(task, { nextTry: nextLook(now, late, drawPause), reason, resolved });
  if (reason !== 'all-told' && reason !== 'filtered') return;
  if (await context.store.runDry(subscription.id)) await context.notifyOwner(subscription, reason);
}

async function post(task: DeliveryTask, earlier: 'clear' | 'nonce'): Promise<void> {
  const { context, delivery } = task;
  let drawn: Awaited<ReturnType<typeof drawDelivery>>;
  try {
    drawn = await drawDelivery(task);
  } catch (error) {
    context.report('error', 'Recap could not be drawn', { delivery: delivery.key, err: error });
    return waitForPosts(task, 'fault');
  }
  if (!('recap' in drawn)) {
    if (earlier === 'clear') return waitForPosts(task, drawn.reason);
    // Nothing is left to repeat the earlier request with: what became of it is looked up when its nonce is forgotten.
    const next = context.clock.now().add({ milliseconds: 2 * nonceMemory });
    return postpone(task, { nextTry: next, reason: 'unavailable', resolved: false });
  }
  const result: PostResult = await send(task, drawn, earlier);
  await passCheckpoint(task, 'after-reply');
  switch (result.kind) {
    case 'posted':
      return record(task, result, drawn);
    case 'held':
      return releaseClaim(task, earlier === 'clear');
    default:
      return fail(task, result, earlier === 'clear');
  }
}

/**
 * Advances a claimed delivery as far as possible: posted, postponed, or settled. The outcome of an earlier request is
 * determined first; while it is unknown, nothing is posted.
 */
export async function deliver(task: DeliveryTask): Promise<void> {
  const windowState = windowStateOf(task);
  const earlier = await resolve(task, windowState);
  if (earlier === 'done') return;
  if (windowState !== 'open') {
    if (earlier === 'clear') await close(task, windowState);
    return;
  }
  if (earlier === 'clear') task.context.requests.delete(task.delivery.key);
  await post(task, earlier);
}
