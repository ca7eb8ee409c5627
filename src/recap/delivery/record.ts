import { type ComposedDelivery, compose } from './compose.ts';
import { type DeliveryTask, passCheckpoint, settle } from './deliveryContext.ts';
import type { PostSuccess } from './poster.ts';
import { publish } from './publish.ts';
import { openThread, wantsThread } from './threads.ts';

type Message = Omit<PostSuccess, 'kind'>;

/** Writes a message down that is known to exist, and opens its thread. */
export async function record(
  task: DeliveryTask,
  message: Message,
  composed: ComposedDelivery | undefined,
): Promise<void> {
  const { context, delivery, subscription } = task;
  const publishes = subscription.channelKind === 'announcement';
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
    publish: publishes,
  });
  await passCheckpoint(task, 'after-record');
  if (wantsThread(subscription)) {
    const name = composed?.drawn.name ?? delivery.date;
    await openThread(context, { key: delivery.key, ...message, name });
  }
  if (publishes) {
    const { messageId, channelId: messageChannelId } = message;
    await publish(context, {
      key: delivery.key,
      messageId,
      messageChannelId,
      settledAt: context.clock.now(),
    });
  }
}

/** Writes down a message that an earlier request made, or another process. */
export async function recordFound(task: DeliveryTask, message: Message): Promise<void> {
  const { delivery } = task;
  // A page that cannot be drawn must not keep a message from being recorded.
  const composed = await compose(task).catch(() => undefined);
  // Where the ledger does not say what was told, it is what is to be told: the ledger is a backup from before.
  const same =
    composed &&
    'drawn' in composed &&
    (delivery.item === undefined || composed.choice.item.id === delivery.item);
  const known = same ? composed : undefined;
  const choice = known && {
    ...known.choice,
    item: { ...known.choice.item, hash: delivery.itemHash ?? known.choice.item.hash },
  };
  await record(task, message, known && choice && { ...known, choice });
}
