import type { Subscription } from '#store/model.ts';
import type { Notice, RecapDeps } from '../model.ts';
import { longestAge, momentOf } from '../time/age.ts';
import { nonceMemory } from './resolve.ts';

/** Milliseconds between two tries. */
const pause = 5_000;

/** Tells an owner that a recap was paused, or that it has nothing left to tell. It is sent again only while Discord surely knows the first request's nonce. */
export async function notifyOwner(
  { poster, clock, report, drawPaused, drawDry }: RecapDeps,
  subscription: Subscription,
  reason: Notice,
): Promise<void> {
  const { id, ownerId: userId } = subscription;
  const page = reason === 'paused' ? drawPaused(subscription) : drawDry(subscription, reason);
  const notice = { userId, page, nonce: `${id}-${reason}` };
  const begun = momentOf(clock);
  for (;;) {
    const result = await poster.directMessage(notice);
    if (result.kind === 'posted') return;
    if (result.kind === 'refused' || longestAge(begun, clock) > nonceMemory / 2) {
      report('info', 'The owner of a recap could not be notified', { subscription: id, reason });
      return;
    }
    await new Promise<void>((resolve) => clock.after(pause, resolve));
  }
}
