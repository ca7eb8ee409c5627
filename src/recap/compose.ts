import { type Choice, chooseAgain, chooseItem, type NoChoice } from './choose.ts';
import { itemsOf } from './items.ts';
import type { DrawnRecap } from './model.ts';
import { progressOf } from './progress.ts';
import type { Work } from './workshop.ts';

/** What a delivery tells, and its message. */
export interface Composed {
  readonly choice: Choice;
  readonly drawn: DrawnRecap;
}

/**
 * Chooses what a delivery tells and draws it. While an earlier request may have made the message, it is the same item
 * again: what is recorded must be what was posted.
 */
export async function compose({ shop, subscription, delivery }: Work): Promise<Composed | NoChoice> {
  const library = shop.library();
  const { unit, language, mentionRoleId } = subscription;
  const items = itemsOf(library, unit, language);
  const progress = await progressOf(shop.store, shop.sightings, library, subscription);
  const again =
    delivery.item !== undefined && delivery.unresolvedSince !== undefined
      ? chooseAgain(items, delivery.item, progress)
      : undefined;
  const choice = again ?? chooseItem(items, progress);
  if (choice.kind === 'nothing') return choice;
  const drawn = shop.draw({ library, unit, language, mentionRoleId, choice, key: delivery.key });
  return { choice, drawn };
}
