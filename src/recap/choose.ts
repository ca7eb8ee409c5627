import type { PostedItem, RecapSettings } from '#store/model.ts';
import type { Item } from './items.ts';
import { isAfter } from './time/instants.ts';

/** The item of a recap, and its position. */
export interface Choice {
  readonly kind: 'item';
  readonly item: Item;
  /** From 1. */
  readonly position: number;
  readonly total: number;
  /** The reason for choosing it out of turn. */
  readonly fresh: 'new' | 'changed' | undefined;
  readonly round: number;
  /** Of several in one message: each of them. */
  readonly parts?: readonly Choice[];
}

export type NoChoice = {
  readonly kind: 'nothing';
  readonly reason: 'all-told' | 'empty' | 'filtered' | 'gone';
};

export interface Progress {
  readonly postedItems: readonly PostedItem[];
  readonly round: number;
  readonly repeat: RecapSettings['repeat'];
  /** Items first seen after this instant are new to the subscription. */
  readonly since: Temporal.Instant;
  readonly firstSeen: ReadonlyMap<string, Temporal.Instant>;
}

/**
 * Chooses the next item: first a new or changed one, then the first not posted in this round,
 * then, if the recap repeats, the first of the next round.
 */
export function chooseItem(items: readonly Item[], progress: Progress): Choice | NoChoice {
  const [first] = items;
  if (first === undefined) return { kind: 'nothing', reason: 'empty' };
  const told = new Map(progress.postedItems.map((postedItem) => [postedItem.item, postedItem]));
  const choice = (item: Item, fresh: Choice['fresh'], round: number): Choice => ({
    kind: 'item',
    item,
    position: items.indexOf(item) + 1,
    total: items.length,
    fresh,
    round,
  });

  for (const item of items) {
    const before = told.get(item.id);
    if (before && before.hash !== item.hash) return choice(item, 'changed', progress.round);
    const seen = progress.firstSeen.get(item.id);
    if (!before && seen && isAfter(seen, progress.since)) {
      return choice(item, 'new', progress.round);
    }
  }
  const inTurn = items.find((item) => (told.get(item.id)?.round ?? 0) < progress.round);
  if (inTurn) return choice(inTurn, undefined, progress.round);
  if (progress.repeat === 'stop') return { kind: 'nothing', reason: 'all-told' };
  return choice(first, undefined, progress.round + 1);
}

/** Chooses the same item for a repeated request: a nonce must always stand for the same message. */
export function chooseSameItem(
  items: readonly Item[],
  itemId: string,
  progress: Progress,
): Choice | undefined {
  const index = items.findIndex((item) => item.id === itemId);
  const item = items[index];
  if (item === undefined) return undefined;
  const usual = chooseItem(items, progress);
  if (usual.kind === 'item' && usual.item.id === itemId) return usual;
  const { round } = usual.kind === 'item' ? usual : progress;
  return { kind: 'item', item, position: index + 1, total: items.length, fresh: undefined, round };
}

/** Several items as one, in the order given; undefined for none. */
function joinChoices(parts: readonly Choice[]): Choice | undefined {
  const [first] = parts;
  if (first === undefined) return undefined;
  const joined = (of: (choice: Choice) => string): string => parts.map(of).join(' ');
  const item = { id: joined(({ item: { id } }) => id), hash: joined(({ item: { hash } }) => hash) };
  return { ...first, item, parts };
}

/** Chooses the next items, at most `count`: as one after the other would be chosen, to the end of the round. */
export function chooseItems(items: readonly Item[], progress: Progress, count: number): Choice | NoChoice {
  const parts: Choice[] = [];
  let { postedItems, round } = progress;
  while (parts.length < count) {
    const next = chooseItem(items, { ...progress, postedItems, round });
    if (next.kind === 'nothing') return joinChoices(parts) ?? next;
    if (parts.length > 0 && next.round > round) break;
    const { id, hash } = next.item;
    round = next.round;
    postedItems = [...postedItems.filter(({ item }) => item !== id), { item: id, hash, round }];
    parts.push(next);
  }
  return joinChoices(parts) ?? { kind: 'nothing', reason: 'empty' };
}

/** Chooses what is named, for a repeated request or an announcement; undefined where nothing of it is there. */
export function chooseNamed(
  items: readonly Item[],
  named: string,
  progress: Progress,
  fresh?: Choice['fresh'],
): Choice | undefined {
  const ids = named.split(' ');
  const parts = ids.flatMap((id) => {
    const choice = chooseSameItem(items, id, progress);
    if (choice === undefined) return [];
    return fresh === undefined ? [choice] : [{ ...choice, fresh, round: progress.round }];
  });
  const [only] = parts;
  return ids.length === 1 ? only : joinChoices(parts);
}
