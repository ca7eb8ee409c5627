import type { Delivery, Subscription } from '#store/model.ts';
import { earlier } from '../time/instants.ts';
import type { OwnMessage, Poster, PostFailure, PostRefusal } from './poster.ts';

export type FindMessageResult =
  | { readonly kind: 'found'; readonly message: OwnMessage }
  /** Certainly there is no message. */
  | { readonly kind: 'absent' }
  /** The channel's history is inconclusive, now or (`refused`) probably for good. */
  | { readonly kind: 'unknown'; readonly problem: PostRefusal | PostFailure | undefined };

/** Tolerance between the two clocks; a message may be older than the record of its request. */
const margin = { minutes: 10 } as const;

/** Routes end in `?r=<key>`; keys are too long to occur elsewhere by chance. */
const carries = (message: OwnMessage, key: string): boolean =>
  message.nonce === key || message.customIds.some((id) => id.includes(key));

/** Searches a channel for the message of a delivery. */
export async function findMessage(
  poster: Poster,
  subscription: Subscription,
  delivery: Delivery,
  now: Temporal.Instant,
): Promise<FindMessageResult> {
  const asked = delivery.unresolvedSince ?? delivery.due;
  const since = earlier(asked, now);
  const result = await poster.history({
    channelId: subscription.channelId,
    forum: subscription.channelKind === 'forum',
    since: since.subtract(margin),
  });
  if (result.kind !== 'read') return { kind: 'unknown', problem: result };
  const message = result.messages.find((one) => carries(one, delivery.key));
  if (message) return { kind: 'found', message };
  return result.complete ? { kind: 'absent' } : { kind: 'unknown', problem: undefined };
}
