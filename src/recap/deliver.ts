import { type ComposedDelivery, compose } from './compose.ts';
import { type DeliveryTask, postpone, settle } from './deliveryContext.ts';
import { findMessage } from './findMessage.ts';
import type { Step } from './model.ts';
import type { Failed, Posted, PostOrder, PostResult, Refused } from './poster.ts';
import { kindOf, nextTry, reasonOf } from './retry.ts';
import { openThread, wantsThread } from './threads.ts';

/** Discord remembers a nonce for "a few minutes": the milliseconds for which it is relied on. */
const nonceMemory = 60_000;
/** How long after its window a message is searched for in an unreadable channel. */
const longestSearch = { hours: 24 } as const;
/** A due time farther ahead was claimed before the clock was set back. */
export const skew = { minutes: 5 } as const;

const isBefore = (a: Temporal.Instant, b: Temporal.Instant): boolean => Temporal.Instant.compare(a, b) < 0;

async function reach({ context, delivery }: DeliveryTask, step: Step): Promise<void> {
  await context.checkpoint?.(step, delivery.key);
}

/** `open`: it may be posted now. Otherwise the reason why not. */
type Situation = 'open' | 'early' | 'stopped' | 'closed';

function situationOf({ context, subscription, delivery }: DeliveryTask): Situation {
  const now = context.clock.now();
  if (isBefore(now.add(skew), delivery.due)) return 'early';
  if (!isBefore(now, delivery.windowEnd)) return 'closed';
  return subscription.state === 'active' ? 'open' : 'stopped';
}

/** Records a message that is known to exist. */
async function record(
  task: DeliveryTask,
  message: Omit<Posted, 'kind'>,
  composed: ComposedDelivery | undefined,
): Promise<void> {
  const { context, delivery, subscription } = task;
  await settle(task, {
    state: 'posted',
    messageId: message.messageId,
    messageChannelId: message.channelId,
    postedItem: {
      item: composed?.choice.item.id ?? delivery.item ?? '',
      hash: composed?.choice.item.hash ?? delivery.itemHash ?? '',
      round: composed?.choice.round ?? subscription.round,
    },
    thread: wantsThread(subscription),
  });
  await reach(task, 'after-record');
  if (!wantsThread(subscription)) return;
  const name = composed?.drawn.name ?? delivery.date;
  await openThread(context, { key: delivery.key, ...message, name });
}

/** Records a message that an earlier request created. */
async function recordFound(task: DeliveryTask, message: Omit<Posted, 'kind'>): Promise<void> {
  const { delivery } = task;
  // A drawing error must not prevent the record.
  const composed = await compose(task).catch(() => undefined);
  const same = composed && 'drawn' in composed && composed.choice.item.id === delivery.item;
  const known = same ? composed : undefined;
  const choice = known && {
    ...known.choice,
    item: { ...known.choice.item, hash: delivery.itemHash ?? known.choice.item.hash },
  };
  await record(task, message, known && choice && { ...known, choice });
}

/**
 * Whether Discord still remembers the nonce of an earlier request: within this process by monotonic time, after a
 * restart by wall time, which may have jumped. Forum posts have no nonce.
 */
function nonceHolds({ context, delivery, subscription }: DeliveryTask): boolean {
  if (subscription.channelKind === 'forum' || delivery.unresolvedSince === undefined) return false;
  const requested = context.requests.get(delivery.key);
  if (requested !== undefined) return context.clock.monotonic() - requested < nonceMemory;
  const elapsed = delivery.unresolvedSince.until(context.clock.now()).total('milliseconds');
  return elapsed >= 0 && elapsed < nonceMemory;
}

/**
 * The outcome of earlier requests. `clear`: none created a message. `nonce`: one may have, and a repetition returns the
 * same message. `done`: the delivery was settled or postponed.
 */
async function resolve(task: DeliveryTask, situation: Situation): Promise<'clear' | 'nonce' | 'done'> {
  const { context, delivery, subscription } = task;
  if (delivery.unresolvedSince === undefined) return 'clear';
  const nonce = situation === 'open' && nonceHolds(task);
  // Within this process, repeating the request is as safe as a search, and saves a request.
  if (nonce && context.requests.has(delivery.key)) return 'nonce';
  const now = context.clock.now();
  const found = await findMessage(context.poster, subscription, delivery, now);
  if (found.kind === 'absent') return 'clear';
  if (found.kind === 'found') {
    await recordFound(task, { messageId: found.message.id, channelId: found.message.channelId });
    return 'done';
  }
  if (found.problem) context.budget.note(found.problem);
  if (nonce) return 'nonce';
  if (found.problem?.kind === 'failed' && isBefore(now, delivery.windowEnd.add(longestSearch))) {
    const wait = { milliseconds: Math.max(300_000, Math.min(found.problem.retryAfter ?? 0, 7_200_000)) };
    await postpone(task, { nextTry: now.add(wait), reason: 'unavailable', resolved: false });
  } else {
    await settle(task, { state: 'uncertain', reason: delivery.reason ?? 'unavailable' });
  }
  return 'done';
}

/** Settles a delivery that was not posted and will not be. */
async function close(task: DeliveryTask, situation: Exclude<Situation, 'open'>): Promise<void> {
  const { context, delivery } = task;
  if (situation === 'early') return context.store.withdraw(context.lease(), delivery.key);
  if (situation === 'stopped') return settle(task, { state: 'missed', reason: 'stopped' });
  if (delivery.reason === undefined) return settle(task, { state: 'missed', reason: 'down' });
  const { reason, code } = delivery;
  const unreachable =
    reason === 'refused' &&
    code !== undefined &&
    kindOf({ kind: 'refused', code, status: 0, message: '' }) !== 'fault';
  await settle(task, { state: 'failed', reason, unreachable, ...(code === undefined ? {} : { code }) });
}

/** Handles a failed or uncertain request. `clear`: no earlier request created a message. */
async function fail(task: DeliveryTask, result: Refused | Failed, clear: boolean): Promise<void> {
  const { context, delivery } = task;
  context.budget.note(result);
  const now = context.clock.now();
  const attempts = delivery.attempts + 1;
  const reason = reasonOf(result);
  const code = result.kind === 'refused' ? { code: result.code } : {};
  context.report('warn', 'Recap not posted', { delivery: delivery.key, ...result });
  if (result.kind === 'failed') {
    const resolved = clear && result.made === 'no';
    const next = nextTry(delivery, attempts, 'failed', now, result.retryAfter);
    if (next) return postpone(task, { nextTry: next, reason, resolved });
    // Too late to repeat the request; the search for its message follows after the window.
    if (!resolved) return postpone(task, { nextTry: delivery.windowEnd, reason, resolved });
    return settle(task, { state: 'failed', reason, unreachable: false });
  }
  const kind = kindOf(result);
  if (kind === 'closed' || kind === 'no-token') {
    const next = nextTry(delivery, attempts, 'refused', now);
    if (next) return postpone(task, { nextTry: next, reason, ...code, resolved: clear });
  }
  if (!clear) return settle(task, { state: 'uncertain', reason, ...code });
  const unreachable = kind === 'gone' || kind === 'closed';
  return settle(task, { state: 'failed', reason, unreachable, ...code });
}

function send(task: DeliveryTask, { drawn }: ComposedDelivery): Promise<PostResult> {
  const { context, subscription, delivery, signal } = task;
  const order: PostOrder = {
    channelId: subscription.channelId,
    page: drawn.page,
    nonce: delivery.key,
    allowedRoleIds: subscription.mentionRoleId === undefined ? [] : [subscription.mentionRoleId],
    signal,
  };
  return subscription.channelKind === 'forum'
    ? context.poster.openForumPost({ ...order, name: drawn.name })
    : context.poster.post(order);
}

/** Drawing failed. It is retried with growing pauses: the posts may be corrected meanwhile. */
async function fault(task: DeliveryTask, error: unknown): Promise<void> {
  const { context, delivery } = task;
  context.report('error', 'Recap could not be drawn', { delivery: delivery.key, err: error });
  const now = context.clock.now();
  const late = delivery.due.until(now).total('milliseconds');
  const wait = Math.min(Math.max(60_000, late / 2), 1_800_000);
  const resolved = delivery.unresolvedSince === undefined;
  await postpone(task, { nextTry: now.add({ milliseconds: Math.ceil(wait) }), reason: 'fault', resolved });
}

async function post(task: DeliveryTask, earlier: 'clear' | 'nonce'): Promise<void> {
  const { context, delivery, signal } = task;
  let composed: Awaited<ReturnType<typeof compose>>;
  try {
    composed = await compose(task);
  } catch (error) {
    return fault(task, error);
  }
  if (!('drawn' in composed)) {
    if (earlier === 'clear') return settle(task, { state: 'nothing', reason: composed.reason });
    // The item is gone, so the request cannot be repeated: its message is searched for once its nonce is forgotten.
    const next = context.clock.now().add({ milliseconds: 2 * nonceMemory });
    return postpone(task, { nextTry: next, reason: 'unavailable', resolved: false });
  }
  const { item } = composed.choice;
  const ours = await context.store.attempt(context.lease(), delivery.key, { item: item.id, hash: item.hash });
  if (!ours || signal.aborted) return;
  const sent = send(task, composed);
  // The nonce's lifetime counts from the first request without a known outcome.
  if (!context.requests.has(delivery.key)) context.requests.set(delivery.key, context.clock.monotonic());
  await reach(task, 'after-request');
  const result = await sent;
  await reach(task, 'after-reply');
  if (result.kind === 'posted') return record(task, result, composed);
  return fail(task, result, earlier === 'clear');
}

/**
 * Advances a claimed delivery as far as possible: posted, postponed, or settled. The outcome of an earlier request is
 * determined first; while it is unknown, nothing is posted.
 */
export async function deliver(task: DeliveryTask): Promise<void> {
  const situation = situationOf(task);
  const earlier = await resolve(task, situation);
  if (earlier === 'done') return;
  if (situation !== 'open') {
    if (earlier === 'clear') await close(task, situation);
    return;
  }
  if (earlier === 'clear') task.context.requests.delete(task.delivery.key);
  await post(task, earlier);
}
