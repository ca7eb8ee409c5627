import type { DraftSection } from '../../post/model.ts';
import { fold, slugOf, uniqueSlug } from '../../text/slug.ts';

/** A section with its position in the nesting. */
export interface NestedSection {
  readonly section: DraftSection;
  /** Index of the parent in the same list; -1 for the outermost. */
  readonly parent: number;
  /** 1 for the outermost. */
  readonly depth: number;
}

/** Nests sections by heading level; content before the first heading is on the outermost level. */
export function nest(sections: readonly DraftSection[]): NestedSection[] {
  const open: { index: number; level: number }[] = [];
  return sections.map((section, index) => {
    const level = section.level ?? 1;
    while ((open.at(-1)?.level ?? 0) >= level) open.pop();
    const parent = open.at(-1)?.index ?? -1;
    const depth = open.length + 1;
    if (section.level !== undefined) open.push({ index, level });
    return { section, parent, depth };
  });
}

function explicit(section: DraftSection): string | undefined {
  return section.explicitId === undefined ? undefined : slugOf(section.explicitId);
}

function ownId(section: DraftSection): string {
  return section.level === undefined ? 'start' : slugOf(section.name);
}

/**
 * Assigns ids to the sections of an original, explicit ids first, so that only repeated headings get a suffix and no id
 * depends on the surrounding text.
 */
export function ownIds(
  sections: readonly DraftSection[],
  taken = new Set<string>(),
  given: readonly (string | undefined)[] = [],
): string[] {
  const ids: (string | undefined)[] = sections.map((section, index) => {
    const fixed = given[index] ?? explicit(section);
    if (fixed === undefined || (given[index] === undefined && taken.has(fixed))) return undefined;
    taken.add(fixed);
    return fixed;
  });
  return sections.map(
    (section, index) => ids[index] ?? uniqueSlug(explicit(section) ?? ownId(section), taken),
  );
}

/**
 * Assigns ids to the sections of a translation: a section that corresponds to one of the original has its id. Sections
 * are matched by explicit id, then by equal name, then by position under the same parent.
 * `unmatched` are the sections without a counterpart in the original.
 */
export function translatedIds(
  original: readonly NestedSection[],
  ids: readonly string[],
  translation: readonly NestedSection[],
  taken: ReadonlySet<string>,
): { readonly ids: readonly string[]; readonly unmatched: readonly number[] } {
  const partner = new Map<number, number>();
  const used = new Set<number>();
  const pair = (mine: number, theirs: number) => {
    if (partner.has(mine) || used.has(theirs)) return;
    partner.set(mine, theirs);
    used.add(theirs);
  };
  const byId = new Map(ids.map((id, index) => [id, index]));
  translation.forEach(({ section }, index) => {
    const theirs = byId.get(explicit(section) ?? '');
    if (theirs !== undefined) pair(index, theirs);
  });
  const names = new Map<string, number[]>();
  original.forEach(({ section }, index) => {
    const key = fold(section.name);
    names.set(key, [...(names.get(key) ?? []), index]);
  });
  translation.forEach(({ section }, index) => {
    const theirs = (names.get(fold(section.name)) ?? []).find((candidate) => !used.has(candidate));
    if (theirs !== undefined && section.name !== '') pair(index, theirs);
  });
  matchChildren(original, translation, -1, -1, partner, pair);
  const given = translation.map((_, index) => {
    const theirs = partner.get(index);
    return theirs === undefined ? undefined : ids[theirs];
  });
  return {
    ids: ownIds(
      translation.map(({ section }) => section),
      new Set(taken),
      given,
    ),
    unmatched: given.flatMap((id, index) => (id === undefined ? [index] : [])),
  };
}

function childrenOf(nested: readonly NestedSection[], parent: number): number[] {
  return nested.flatMap((one, index) => (one.parent === parent ? [index] : []));
}

/** Matches the children of two matched sections by position, within the gaps between those matched already. */
function matchChildren(
  original: readonly NestedSection[],
  translation: readonly NestedSection[],
  theirParent: number,
  myParent: number,
  partner: ReadonlyMap<number, number>,
  pair: (mine: number, theirs: number) => void,
): void {
  const mine = childrenOf(translation, myParent);
  const theirs = childrenOf(original, theirParent);
  let from = 0;
  let gap: number[] = [];
  const close = (end: number) => {
    const free = theirs.slice(from, end).filter((index) => ![...partner.values()].includes(index));
    for (const [a, b] of alike(gap, free, original, translation)) pair(a, b);
    gap = [];
  };
  for (const index of mine) {
    const at = theirs.indexOf(partner.get(index) ?? -2);
    if (at < from) {
      if (!partner.has(index)) gap.push(index);
      continue;
    }
    close(at);
    from = at + 1;
  }
  close(theirs.length);
  for (const index of mine) {
    const other = partner.get(index);
    if (other !== undefined) matchChildren(original, translation, other, index, partner, pair);
  }
}

function latinWords(section: DraftSection): Set<string> {
  return new Set(
    `${section.name} ${section.text.slice(0, 2000)}`.toLowerCase().match(/[a-z][a-z0-9]+|\d+/gu) ?? [],
  );
}

/** Language-independent similarity of two sections: product names and numbers are the same in both. */
function similarity(a: DraftSection, b: DraftSection): number {
  const [one, two] = [latinWords(a), latinWords(b)];
  const small = Math.min(one.size, two.size);
  const shared = small === 0 ? 0 : one.intersection(two).size / small;
  const shape =
    Number(a.level === b.level) +
    Number(a.bracketed === b.bracketed) +
    Number((a.text === '') === (b.text === ''));
  return shared + shape / 10 + (a.images.length === b.images.length && a.images.length > 0 ? 0.3 : 0);
}

/** Aligns two runs in order: one to one if equally long, else with the greatest total similarity. */
function alike(
  mine: readonly number[],
  theirs: readonly number[],
  original: readonly NestedSection[],
  translation: readonly NestedSection[],
): [number, number][] {
  if (mine.length === 0 || theirs.length === 0) return [];
  if (mine.length === theirs.length) return mine.map((index, at) => [index, theirs[at] ?? index]);
  if (mine.length * theirs.length > 10_000) return [];
  const score: number[][] = Array.from({ length: mine.length + 1 }, () =>
    new Array<number>(theirs.length + 1).fill(0),
  );
  const value = (i: number, j: number) => score[i]?.[j] ?? 0;
  const like = (i: number, j: number) => {
    const [a, b] = [translation[mine[i] ?? -1], original[theirs[j] ?? -1]];
    return a && b ? similarity(a.section, b.section) : 0;
  };
  for (let i = mine.length - 1; i >= 0; i -= 1) {
    const row = score[i];
    for (let j = theirs.length - 1; j >= 0 && row; j -= 1) {
      row[j] = Math.max(value(i + 1, j), value(i, j + 1), value(i + 1, j + 1) + like(i, j));
    }
  }
  const pairs: [number, number][] = [];
  for (let i = 0, j = 0; i < mine.length && j < theirs.length; ) {
    if (value(i, j) === value(i + 1, j + 1) + like(i, j)) {
      pairs.push([mine[i] ?? 0, theirs[j] ?? 0]);
      i += 1;
      j += 1;
    } else if (value(i, j) === value(i + 1, j)) i += 1;
    else j += 1;
  }
  return pairs;
}
