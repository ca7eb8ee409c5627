import type { Delivery } from '#store/model.ts';
import type { DeliveryContext } from './deliveryContext.ts';
import { verdictOf } from './outcomes/codes.ts';

/** Milliseconds until it is tried again where Discord does not say when. Ten an hour are allowed for a channel. */
const pause = 360_000;
/** What could not be published by then is not published any more: it would be old news. */
const longest = { hours: 24 } as const;
const batch = 20;

type Message = Pick<Delivery, 'key' | 'messageId' | 'messageChannelId' | 'settledAt'>;

/** Publishes the message of a delivery to the channels that follow its channel. A failure does not affect the recap. */
export async function publish(context: DeliveryContext, message: Message): Promise<void> {
  const { store, poster, clock, report } = context;
  const { key, messageId, messageChannelId: channelId, settledAt } = message;
  const now = clock.now();
  const late = settledAt !== undefined && Temporal.Instant.compare(settledAt.add(longest), now) < 0;
  if (late || messageId === undefined || channelId === undefined) {
    return store.setPublication(key, { state: 'late' });
  }
  const result = await poster.publish({ channelId, messageId });
  if (result.kind === 'published') return store.setPublication(key, { state: 'published' });
  context.budget.note(result);
  report('warn', 'A recap could not be published', { delivery: key, ...result });
  if (result.kind === 'refused' && verdictOf(result.code) !== 'passes') {
    return store.setPublication(key, { state: 'refused' });
  }
  const wait = result.kind === 'failed' ? Math.max(pause, result.retryAfter ?? 0) : pause;
  await store.setPublication(key, { state: 'wanted', nextTry: clock.now().add({ milliseconds: wait }) });
}

/** Publishes what was posted and is not published yet. */
export async function publishLeft(context: DeliveryContext): Promise<void> {
  const pending = await context.store.pendingPublications(context.clock.now(), batch);
  for (const { delivery } of pending) await publish(context, delivery);
}
