import type { Library } from '#library/model.ts';
import { type Delivery, type Subscription, unitOf } from '#store/model.ts';
import {
  type Choice,
  chooseItem,
  chooseItems,
  chooseNamed,
  type NoChoice,
  type Progress,
} from '../choose.ts';
import { itemsFor, itemsOf } from '../items.ts';
import type { DrawnRecap } from '../model.ts';
import { progressOf } from '../progress.ts';
import type { DeliveryTask } from './deliveryContext.ts';

/** A recap that is posted later than this says when it was due. */
const LATE = { minutes: 10 } as const;

/** The item of a delivery, and its message. */
export interface DrawnDelivery {
  readonly choice: Choice;
  readonly recap: DrawnRecap;
}

/** What comes next for a subscription. */
export function chooseNext(
  library: Library,
  subscription: Subscription,
  progress: Progress,
): Choice | NoChoice {
  const { what, filter, count } = subscription;
  const items = itemsFor(library, subscription);
  if (items.length === 0) return { kind: 'nothing', reason: filter === undefined ? 'empty' : 'filtered' };
  return what === 'digest' ? chooseItems(items, progress, count) : chooseItem(items, progress);
}

function chooseFor(
  library: Library,
  subscription: Subscription,
  { announces, item, unresolvedSince }: Delivery,
  progress: Progress,
): Choice | NoChoice {
  // What an earlier request has told is not asked about its filter.
  const all = itemsOf(library, unitOf(subscription.what), subscription.language);
  if (announces) {
    return chooseNamed(all, item ?? '', progress, 'new') ?? { kind: 'nothing', reason: 'gone' };
  }
  const again =
    item !== undefined && unresolvedSince !== undefined ? chooseNamed(all, item, progress) : undefined;
  return again ?? chooseNext(library, subscription, progress);
}

/**
 * Chooses and draws the item of a delivery. While an earlier request may have created the message, the same item is
 * chosen again: the ledger must record what was posted.
 */
export async function drawDelivery({
  context,
  subscription,
  delivery,
}: DeliveryTask): Promise<DrawnDelivery | NoChoice> {
  // What is announced must be there now; other posts that are gone may be so for a moment.
  const library = delivery.announces ? context.currentLibrary() : context.library();
  const progress = await progressOf(context.store, context.firstSeen, library, subscription);
  const choice = chooseFor(library, subscription, delivery, progress);
  if (choice.kind === 'nothing') return choice;
  const { what, language, mentionRoleId } = subscription;
  const isLate = Temporal.Instant.compare(delivery.due.add(LATE), context.clock.now()) < 0;
  const late = isLate ? delivery.due : undefined;
  const recap = context.draw({ library, what, language, mentionRoleId, choice, key: delivery.key, late });
  return { choice, recap };
}
