import type { Subscription } from '#store/model.ts';
import type { RecapDeps } from '../model.ts';
import { longestAge, momentOf } from '../time/age.ts';
import { nonceMemory } from './resolve.ts';

/** Milliseconds between two tries. */
const pause = 5_000;

/** Tells an owner that a recap was paused. It is sent again only while Discord surely knows the first request's nonce. */
export async function tellOwner(
  { poster, clock, report, drawPaused }: RecapDeps,
  subscription: Subscription,
): Promise<void> {
  const { id, ownerId: userId } = subscription;
  const notice = { userId, page: drawPaused(subscription), nonce: `${id}-paused` };
  const begun = momentOf(clock);
  for (;;) {
    const result = await poster.directMessage(notice);
    if (result.kind === 'posted') return;
    if (result.kind === 'refused' || longestAge(begun, clock) > nonceMemory / 2) {
      report('info', 'The owner could not be notified of a pause', { subscription: id });
      return;
    }
    await new Promise<void>((resolve) => clock.after(pause, resolve));
  }
}
