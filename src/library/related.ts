import type { Topic } from './model.ts';

const AT_MOST = 10;
/** A section that names more topics than this says nothing about which of them belong together. */
const CROWDED = 40;

/** How much a shared section tells: most where both are what it is about. */
const ABOUT = 2;
const MENTION = 1;

/** Fills in `related`: topics that share sections, closest first; what is shared counts less for topics found everywhere. */
export async function relate(
  topics: readonly Topic[],
  pause: () => Promise<void> | undefined,
): Promise<Topic[]> {
  const bySection = new Map<string, { topic: number; weight: number }[]>();
  for (const [index, topic] of topics.entries()) {
    for (const [refs, weight] of [
      [topic.about, ABOUT],
      [topic.mentions, MENTION],
    ] as const) {
      for (const { session, section } of refs) {
        const key = `${session}/${section}`;
        const list = bySection.get(key);
        if (list) list.push({ topic: index, weight });
        else bySection.set(key, [{ topic: index, weight }]);
      }
    }
    await pause();
  }
  const size = (topic: Topic) => Math.sqrt(topic.about.length * ABOUT + topic.mentions.length * MENTION);
  const out: Topic[] = [];
  for (const [index, topic] of topics.entries()) {
    const scores = new Map<number, number>();
    for (const [refs, weight] of [
      [topic.about, ABOUT],
      [topic.mentions, MENTION],
    ] as const) {
      for (const { session, section } of refs) {
        const others = bySection.get(`${session}/${section}`) ?? [];
        if (others.length > CROWDED) continue;
        for (const other of others) {
          if (other.topic !== index)
            scores.set(other.topic, (scores.get(other.topic) ?? 0) + weight * other.weight);
        }
      }
      await pause();
    }
    const related = [...scores]
      .map(([other, score]) => ({ other, score: score / size(topics[other] ?? topic) }))
      .sort((a, b) => b.score - a.score || a.other - b.other)
      .slice(0, AT_MOST)
      .flatMap(({ other }) => topics[other]?.id ?? []);
    out.push({ ...topic, related });
    await pause();
  }
  return out;
}
