import type { Subscription } from '#store/model.ts';
import { isBefore } from '../time/instants.ts';
import type { DeliveryContext, DeliveryTask } from './deliveryContext.ts';
import { drawDelivery } from './drawDelivery.ts';

/** Only messages in plain channels get a thread: a forum post is one, a DM has none. */
export const wantsThread = ({ thread, channelKind }: Subscription): boolean =>
  thread && (channelKind === 'channel' || channelKind === 'announcement');

/** Opens the discussion thread of a recap. A failure does not affect the recap. */
export async function openThread(
  context: DeliveryContext,
  order: {
    readonly key: string;
    readonly channelId: string;
    readonly messageId: string;
    readonly name: string;
  },
): Promise<void> {
  const { key, ...thread } = order;
  const result = await context.poster.openThread(thread);
  if (result.kind === 'failed') return;
  if (result.kind === 'refused') {
    context.budget.note(result);
    context.report('warn', 'The thread of a recap could not be opened', { delivery: key, code: result.code });
  }
  await context.store.threadDone(key);
}

/** Older recaps get no thread any more. */
const tooOld = { hours: 6 } as const;

/** Opens the threads that are missing because a process ended between message and thread. */
export async function openLeftThreads(context: DeliveryContext): Promise<void> {
  const now = context.clock.now();
  const pending = await context.store.pendingThreads(now.subtract({ minutes: 1 }), 20);
  for (const { delivery, subscription } of pending) {
    const { messageId, messageChannelId: channelId, settledAt, key } = delivery;
    const old = !settledAt || isBefore(settledAt.add(tooOld), now);
    if (old || messageId === undefined || channelId === undefined) {
      await context.store.threadDone(key);
      continue;
    }
    const unresolved = { ...delivery, unresolvedSince: delivery.due };
    const task: DeliveryTask = { context, subscription, delivery: unresolved, signal: AbortSignal.abort() };
    const drawn = await drawDelivery(task);
    const name = 'recap' in drawn ? drawn.recap.name : delivery.date;
    await openThread(context, { key, channelId, messageId, name });
  }
}
