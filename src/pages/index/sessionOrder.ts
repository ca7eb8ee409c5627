import type { Library, Session } from '#library/model.ts';
import { divides, type Group, type Groups } from './groups.ts';

/** Sessions of one event beside each other, those without one first. */
export function byEvent({ sessions }: Library, { event }: Groups): readonly Session[] {
  if (!divides(event)) return sessions;
  const order = new Map(event.flatMap((group) => group.sessions.map((session) => [session, group] as const)));
  const first = new Map<Group | undefined, number>();
  for (const [at, session] of sessions.entries()) {
    const group = order.get(session);
    if (!first.has(group)) first.set(group, group?.value === undefined ? -1 : at);
  }
  const placeOf = (session: Session): number => first.get(order.get(session)) ?? 0;
  return sessions.toSorted((one, other) => placeOf(one) - placeOf(other));
}

/** Sessions of one event beside each other where its first one stands, in reading order; the others stay where they are. */
export function eventsTogether({ sessions: all }: Library, sessions: readonly Session[]): readonly Session[] {
  const reading = new Map(all.map((session, at) => [session, at]));
  const runs = new Map<string | Session, Session[]>();
  for (const session of sessions) {
    const key = session.posts[0].event ?? session;
    const run = runs.get(key);
    if (run === undefined) runs.set(key, [session]);
    else run.push(session);
  }
  return [...runs.values()].flatMap((run) =>
    run.toSorted((one, other) => (reading.get(one) ?? 0) - (reading.get(other) ?? 0)),
  );
}
