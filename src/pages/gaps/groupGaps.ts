import type { SectionRef } from '#library/model.ts';
import { similarity, wordsAbout } from '#search/similarity.ts';

/** One question that was asked. */
export interface AskedOnce {
  readonly kind: 'none' | 'wrong' | 'right';
  /** Undefined where its text may not be kept. */
  readonly question: string | undefined;
  readonly nearest: SectionRef | undefined;
}

/** Questions that are alike. */
export interface Gap {
  /** The one of them that was asked most, then last; undefined for those without text near the same section. */
  readonly question: string | undefined;
  /** How often it was not covered, marked wrong, and marked right. */
  readonly counts: Readonly<Record<AskedOnce['kind'], number>>;
  /** The section that most of them come closest to. */
  readonly nearest: SectionRef | undefined;
}

/** The share of common words from which questions are taken as alike. */
const ALIKE = 0.5;

/** The value that is there most often, and of several the first. */
function mostOf<T>(list: readonly (T | undefined)[], keyOf: (value: T) => string): T | undefined {
  const counted = new Map<string, { readonly value: T; count: number }>();
  for (const value of list) {
    if (value === undefined) continue;
    const known = counted.get(keyOf(value));
    if (known === undefined) counted.set(keyOf(value), { value, count: 1 });
    else known.count += 1;
  }
  return [...counted.values()].toSorted((one, other) => other.count - one.count)[0]?.value;
}

const placeOf = ({ session, section }: SectionRef): string => `${session}/${section}`;

const gapOf = (members: readonly AskedOnce[]): Gap => {
  const count = (kind: AskedOnce['kind']): number => members.filter((one) => one.kind === kind).length;
  return {
    question: mostOf(
      members.map(({ question }) => question),
      (question) => question,
    ),
    counts: { none: count('none'), wrong: count('wrong'), right: count('right') },
    nearest: mostOf(
      members.map(({ nearest }) => nearest),
      placeOf,
    ),
  };
};

interface Group {
  readonly words: ReadonlySet<string>;
  readonly members: AskedOnce[];
}

const missesOf = ({ counts }: Gap): number => counts.none + counts.wrong;

/**
 * What people asked that was not covered or was marked wrong, by similarity; the most asked first. Those without text are
 * together where they come closest to the same section.
 * @param asked newest first
 */
export function groupGaps(asked: readonly AskedOnce[]): readonly Gap[] {
  const byWords = new Map<string, Group>();
  const silent = new Map<string, AskedOnce[]>();
  for (const one of asked) {
    if (one.question === undefined) {
      const place = one.nearest === undefined ? '' : placeOf(one.nearest);
      silent.set(place, [...(silent.get(place) ?? []), one]);
      continue;
    }
    const words = wordsAbout(one.question);
    const key = [...words].toSorted().join(' ');
    const group = byWords.get(key) ?? { words, members: [] };
    group.members.push(one);
    byWords.set(key, group);
  }
  const groups: Group[] = [];
  const bySize = [...byWords.values()].toSorted((one, other) => other.members.length - one.members.length);
  for (const group of bySize) {
    const alike = groups.find(({ words }) => similarity(words, group.words) >= ALIKE);
    if (alike === undefined) groups.push(group);
    else alike.members.push(...group.members);
  }
  return [...groups.map(({ members }) => members), ...silent.values()]
    .map(gapOf)
    .filter((gap) => missesOf(gap) > 0)
    .toSorted((one, other) => missesOf(other) - missesOf(one));
}
