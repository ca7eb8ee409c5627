import { createHash } from 'node:crypto';
import type { CivilDate } from '#store/model.ts';

const epoch = Temporal.PlainDate.from('1970-01-01');

/** The key of a delivery: the subscription's id and the date as days since 1970, 12 characters of `[0-9a-z]`. */
export function deliveryKey(subscriptionId: string, date: CivilDate): string {
  const days = epoch.until(Temporal.PlainDate.from(date)).days;
  return `${subscriptionId}${days.toString(36).padStart(4, '0')}`;
}

/** The key of an announcement: the subscription's id, and a hash of what is announced, 21 characters of `[0-9a-z]`. */
export function announcementKey(subscriptionId: string, item: string): string {
  return `${subscriptionId}n${createHash('sha256').update(item).digest('hex').slice(0, 12)}`;
}

/** A deterministic number in 0…1 for a text: spreads simultaneous events. */
export function jitterOf(text: string): number {
  let hash = 2_166_136_261;
  for (let i = 0; i < text.length; i += 1) hash = Math.imul(hash ^ text.charCodeAt(i), 16_777_619);
  return (hash >>> 0) / 4_294_967_296;
}
