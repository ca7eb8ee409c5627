/** Whether a message is answered; the first one too many gets a notice, the ones after it are ignored. */
export type Quota = 'answer' | 'tell' | 'silent';

/** Answers a minute. */
export interface QuotaLimits {
  readonly perPerson: number;
  readonly perChannel: number;
}

const MINUTE = 60_000;
/** People and channels that are remembered before those who have been silent are forgotten. */
const MANY = 10_000;

/**
 * A sliding-window limit: counts answers of the last minute by person and by channel.
 * @param elapsed milliseconds of a monotonic clock
 */
export const createQuota = (
  { perPerson, perChannel }: QuotaLimits,
  elapsed: () => number,
): ((personId: string, channelId: string) => Quota) => {
  const answered = new Map<string, readonly number[]>();
  const told = new Map<string, number>();
  const recent = (key: string, now: number): readonly number[] =>
    (answered.get(key) ?? []).filter((at) => now - at < MINUTE);
  const forget = (now: number): void => {
    for (const key of answered.keys()) if (recent(key, now).length === 0) answered.delete(key);
    for (const [key, at] of told) if (now - at >= MINUTE) told.delete(key);
  };
  return (personId, channelId) => {
    const now = elapsed();
    if (answered.size > MANY) forget(now);
    const person = `person ${personId}`;
    const channel = `channel ${channelId}`;
    const [ofPerson, ofChannel] = [recent(person, now), recent(channel, now)];
    if (ofPerson.length < perPerson && ofChannel.length < perChannel) {
      answered.set(person, [...ofPerson, now]);
      answered.set(channel, [...ofChannel, now]);
      return 'answer';
    }
    const reached = ofPerson.length < perPerson ? channel : person;
    if (now - (told.get(reached) ?? -MINUTE) < MINUTE) return 'silent';
    told.set(reached, now);
    return 'tell';
  };
};
