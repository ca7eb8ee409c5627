import { type Choice, chooseItem, chooseSameItem, type NoChoice } from '../choose.ts';
import { itemsOf } from '../items.ts';
import type { DrawnRecap } from '../model.ts';
import { progressOf } from '../progress.ts';
import type { DeliveryTask } from './deliveryContext.ts';

/** The item of a delivery, and its message. */
export interface ComposedDelivery {
  readonly choice: Choice;
  readonly drawn: DrawnRecap;
}

/**
 * Chooses and draws the item of a delivery. While an earlier request may have created the message, the same item is
 * chosen again: the ledger must record what was posted.
 */
export async function compose({
  context,
  subscription,
  delivery,
}: DeliveryTask): Promise<ComposedDelivery | NoChoice> {
  const library = context.library();
  const { unit, language, mentionRoleId } = subscription;
  const items = itemsOf(library, unit, language);
  const progress = await progressOf(context.store, context.lookUpFirstSeen, library, subscription);
  const again =
    delivery.item !== undefined && delivery.unresolvedSince !== undefined
      ? chooseSameItem(items, delivery.item, progress)
      : undefined;
  const choice = again ?? chooseItem(items, progress);
  if (choice.kind === 'nothing') return choice;
  const drawn = context.draw({ library, unit, language, mentionRoleId, choice, key: delivery.key });
  return { choice, drawn };
}
