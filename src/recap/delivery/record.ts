import type { DeliveryTask } from './deliveryContext.ts';
import { type DrawnDelivery, drawDelivery } from './drawDelivery.ts';
import type { PostSuccess } from './poster.ts';
import { publish } from './publish.ts';
import { passCheckpoint, settle } from './settle.ts';
import { openThread, wantsThread } from './threads.ts';

type Message = Omit<PostSuccess, 'kind'>;

/** Writes a message down that is known to exist, and opens its thread. */
export async function record(
  task: DeliveryTask,
  message: Message,
  drawn: DrawnDelivery | undefined,
): Promise<void> {
  const { context, delivery, subscription } = task;
  const publishes = subscription.channelKind === 'announcement';
  await settle(task, {
    state: 'posted',
    messageId: message.messageId,
    messageChannelId: message.channelId,
    postedItem: {
      item: drawn?.choice.item.id ?? delivery.item ?? '',
      hash: drawn?.choice.item.hash ?? delivery.itemHash ?? '',
      round: drawn?.choice.round ?? subscription.round,
    },
    thread: wantsThread(subscription),
    publish: publishes,
  });
  await passCheckpoint(task, 'after-record');
  if (wantsThread(subscription)) {
    const name = drawn?.recap.name ?? delivery.date;
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
  const drawn = await drawDelivery(task).catch(() => undefined);
  // Where the ledger does not say what was told, it is what is to be told: the ledger is a backup from before.
  const same =
    drawn && 'recap' in drawn && (delivery.item === undefined || drawn.choice.item.id === delivery.item);
  const known = same ? drawn : undefined;
  const choice = known && {
    ...known.choice,
    item: { ...known.choice.item, hash: delivery.itemHash ?? known.choice.item.hash },
  };
  await record(task, message, known && choice && { ...known, choice });
}
