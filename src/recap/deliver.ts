import { type Composed, compose } from './compose.ts';
import { findMessage } from './find.ts';
import type { Step } from './model.ts';
import type { Failed, Posted, PostOrder, PostResult, Refused } from './poster.ts';
import { kindOf, nextTry, reasonOf } from './retry.ts';
import { openThread, wantsThread } from './threads.ts';
import { putOff, settle, type Work } from './workshop.ts';

/** Discord remembers a nonce for "a few minutes": this is how long, in milliseconds, we rely on it. */
const nonceMemory = 60_000;
/** How long after its window a message is looked for whose channel cannot be read. */
const longestSearch = { hours: 24 } as const;
/** A due time that lies farther ahead was claimed by a clock that has been put back since. */
export const skew = { minutes: 5 } as const;

const isBefore = (a: Temporal.Instant, b: Temporal.Instant): boolean => Temporal.Instant.compare(a, b) < 0;

async function reach({ shop, delivery }: Work, step: Step): Promise<void> {
  await shop.checkpoint?.(step, delivery.key);
}

/** `open`: it may be posted now. Otherwise why not. */
type Situation = 'open' | 'early' | 'stopped' | 'closed';

function situationOf({ shop, subscription, delivery }: Work): Situation {
  const now = shop.clock.now();
  if (isBefore(now.add(skew), delivery.due)) return 'early';
  if (!isBefore(now, delivery.windowEnd)) return 'closed';
  return subscription.state === 'active' ? 'open' : 'stopped';
}

/** Writes a message down that is known to exist. */
async function record(
  work: Work,
  message: Omit<Posted, 'kind'>,
  composed: Composed | undefined,
): Promise<void> {
  const { shop, delivery, subscription } = work;
  await settle(work, {
    state: 'posted',
    messageId: message.messageId,
    messageChannelId: message.channelId,
    telling: {
      item: composed?.choice.item.id ?? delivery.item ?? '',
      hash: composed?.choice.item.hash ?? delivery.itemHash ?? '',
      round: composed?.choice.round ?? subscription.round,
    },
    thread: wantsThread(subscription),
  });
  await reach(work, 'after-record');
  if (!wantsThread(subscription)) return;
  const name = composed?.drawn.name ?? delivery.date;
  await openThread(shop, { key: delivery.key, ...message, name });
}

/** Writes down a message that an earlier request made. */
async function recordFound(work: Work, message: Omit<Posted, 'kind'>): Promise<void> {
  const { delivery } = work;
  // A page that cannot be drawn must not keep a message from being recorded.
  const composed = await compose(work).catch(() => undefined);
  const same = composed && 'drawn' in composed && composed.choice.item.id === delivery.item;
  const known = same ? composed : undefined;
  const choice = known && {
    ...known.choice,
    item: { ...known.choice.item, hash: delivery.itemHash ?? known.choice.item.hash },
  };
  await record(work, message, known && choice && { ...known, choice });
}

/**
 * Whether Discord still knows the nonce of an earlier request: within this process by monotonic time, after a restart
 * by wall time, which may have jumped. A post in a forum has none.
 */
function nonceHolds({ shop, delivery, subscription }: Work): boolean {
  if (subscription.channelKind === 'forum' || delivery.unresolvedSince === undefined) return false;
  const requested = shop.requests.get(delivery.key);
  if (requested !== undefined) return shop.clock.monotonic() - requested < nonceMemory;
  const elapsed = delivery.unresolvedSince.until(shop.clock.now()).total('milliseconds');
  return elapsed >= 0 && elapsed < nonceMemory;
}

/**
 * What is known of earlier requests. `clear`: none made a message. `nonce`: one may have, and a repetition would meet
 * it. `done`: the delivery has been settled or put off.
 */
async function resolve(work: Work, situation: Situation): Promise<'clear' | 'nonce' | 'done'> {
  const { shop, delivery, subscription } = work;
  if (delivery.unresolvedSince === undefined) return 'clear';
  const nonce = situation === 'open' && nonceHolds(work);
  // Within this process, asking again is as good as looking, and one request less.
  if (nonce && shop.requests.has(delivery.key)) return 'nonce';
  const now = shop.clock.now();
  const found = await findMessage(shop.poster, subscription, delivery, now);
  if (found.kind === 'absent') return 'clear';
  if (found.kind === 'found') {
    await recordFound(work, { messageId: found.message.id, channelId: found.message.channelId });
    return 'done';
  }
  if (found.problem) shop.budget.note(found.problem);
  if (nonce) return 'nonce';
  if (found.problem?.kind === 'failed' && isBefore(now, delivery.windowEnd.add(longestSearch))) {
    const wait = { milliseconds: Math.max(300_000, Math.min(found.problem.retryAfter ?? 0, 7_200_000)) };
    await putOff(work, { nextTry: now.add(wait), reason: 'unavailable', resolved: false });
  } else {
    await settle(work, { state: 'uncertain', reason: delivery.reason ?? 'unavailable' });
  }
  return 'done';
}

/** Ends a delivery of which nothing was posted and nothing will be. */
async function close(work: Work, situation: Exclude<Situation, 'open'>): Promise<void> {
  const { shop, delivery } = work;
  if (situation === 'early') return shop.store.withdraw(shop.lease(), delivery.key);
  if (situation === 'stopped') return settle(work, { state: 'missed', reason: 'stopped' });
  if (delivery.reason === undefined) return settle(work, { state: 'missed', reason: 'down' });
  const { reason, code } = delivery;
  const unreachable =
    reason === 'refused' &&
    code !== undefined &&
    kindOf({ kind: 'refused', code, status: 0, message: '' }) !== 'fault';
  await settle(work, { state: 'failed', reason, unreachable, ...(code === undefined ? {} : { code }) });
}

/** What follows when Discord has not made a message, or may not have. `clear`: no earlier request made one. */
async function fail(work: Work, result: Refused | Failed, clear: boolean): Promise<void> {
  const { shop, delivery } = work;
  shop.budget.note(result);
  const now = shop.clock.now();
  const attempts = delivery.attempts + 1;
  const reason = reasonOf(result);
  const code = result.kind === 'refused' ? { code: result.code } : {};
  shop.report('warn', 'Recap not posted', { delivery: delivery.key, ...result });
  if (result.kind === 'failed') {
    const resolved = clear && result.made === 'no';
    const next = nextTry(delivery, attempts, 'failed', now, result.retryAfter);
    if (next) return putOff(work, { nextTry: next, reason, resolved });
    // Too late for another request; whether this one made a message is looked up when the window has closed.
    if (!resolved) return putOff(work, { nextTry: delivery.windowEnd, reason, resolved });
    return settle(work, { state: 'failed', reason, unreachable: false });
  }
  const kind = kindOf(result);
  if (kind === 'closed' || kind === 'no-token') {
    const next = nextTry(delivery, attempts, 'refused', now);
    if (next) return putOff(work, { nextTry: next, reason, ...code, resolved: clear });
  }
  if (!clear) return settle(work, { state: 'uncertain', reason, ...code });
  const unreachable = kind === 'gone' || kind === 'closed';
  return settle(work, { state: 'failed', reason, unreachable, ...code });
}

function send(work: Work, { drawn }: Composed): Promise<PostResult> {
  const { shop, subscription, delivery, signal } = work;
  const order: PostOrder = {
    channelId: subscription.channelId,
    page: drawn.page,
    nonce: delivery.key,
    allowedRoleIds: subscription.mentionRoleId === undefined ? [] : [subscription.mentionRoleId],
    signal,
  };
  return subscription.channelKind === 'forum'
    ? shop.poster.openForumPost({ ...order, name: drawn.name })
    : shop.poster.post(order);
}

/** The page could not be made. It is tried again, ever more rarely: the posts may be put right meanwhile. */
async function fault(work: Work, error: unknown): Promise<void> {
  const { shop, delivery } = work;
  shop.report('error', 'Recap could not be drawn', { delivery: delivery.key, err: error });
  const now = shop.clock.now();
  const late = delivery.due.until(now).total('milliseconds');
  const wait = Math.min(Math.max(60_000, late / 2), 1_800_000);
  const resolved = delivery.unresolvedSince === undefined;
  await putOff(work, { nextTry: now.add({ milliseconds: Math.ceil(wait) }), reason: 'fault', resolved });
}

async function post(work: Work, earlier: 'clear' | 'nonce'): Promise<void> {
  const { shop, delivery, signal } = work;
  let composed: Awaited<ReturnType<typeof compose>>;
  try {
    composed = await compose(work);
  } catch (error) {
    return fault(work, error);
  }
  if (!('drawn' in composed)) {
    if (earlier === 'clear') return settle(work, { state: 'nothing', reason: composed.reason });
    // Nothing is left to repeat the earlier request with: what became of it is looked up when its nonce is forgotten.
    const next = shop.clock.now().add({ milliseconds: 2 * nonceMemory });
    return putOff(work, { nextTry: next, reason: 'unavailable', resolved: false });
  }
  const { item } = composed.choice;
  const ours = await shop.store.attempt(shop.lease(), delivery.key, { item: item.id, hash: item.hash });
  if (!ours || signal.aborted) return;
  const sent = send(work, composed);
  // The clock of nonces starts with the first request whose outcome is not known.
  if (!shop.requests.has(delivery.key)) shop.requests.set(delivery.key, shop.clock.monotonic());
  await reach(work, 'after-request');
  const result = await sent;
  await reach(work, 'after-reply');
  if (result.kind === 'posted') return record(work, result, composed);
  return fail(work, result, earlier === 'clear');
}

/**
 * Brings a claimed delivery as far as it goes now: posted, put off, or ended. Whatever an earlier request did is found
 * out first; where it cannot be found out, nothing is posted.
 */
export async function deliver(work: Work): Promise<void> {
  const situation = situationOf(work);
  const earlier = await resolve(work, situation);
  if (earlier === 'done') return;
  if (situation !== 'open') {
    if (earlier === 'clear') await close(work, situation);
    return;
  }
  if (earlier === 'clear') work.shop.requests.delete(work.delivery.key);
  await post(work, earlier);
}
