import { isBefore } from '../time/instants.ts';
import type { DeliveryTask } from './deliveryContext.ts';

/** A due time that lies farther ahead was claimed by a clock that has been put back since. */
export const clockTolerance = { minutes: 5 } as const;

/** `open`: it may be posted now. Otherwise why not. */
export type WindowState = 'open' | 'early' | 'stopped' | 'closed';

/** How a claimed delivery stands by the clock and by its subscription. */
export function windowStateOf({ context, subscription, delivery }: DeliveryTask): WindowState {
  const now = context.clock.now();
  // New posts are recorded once: an announcement that was postponed by a wrong clock is posted now.
  if (!delivery.announces && isBefore(now.add(clockTolerance), delivery.due)) return 'early';
  if (!isBefore(now, delivery.windowEnd)) return 'closed';
  return subscription.state === 'active' ? 'open' : 'stopped';
}
