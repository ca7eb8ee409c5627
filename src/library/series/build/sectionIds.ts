import type { Finding } from '../../model.ts';
import type { AnnotatedDraft } from '../sessions/grouping.ts';
import type { Talk } from '../sessions/order.ts';
import { type NestedSection, ownIds, translatedIds } from './align.ts';
import { type Boilerplate, NO_BOILERPLATE } from './boilerplate.ts';
import { nestSections } from './buildPost.ts';

/** The ids of one post's sections. */
interface Ids {
  readonly ids: readonly string[];
  readonly findings: readonly Finding[];
}

/** A post whose sections have ids. */
export interface Identified extends Ids {
  readonly post: AnnotatedDraft;
  readonly nested: readonly NestedSection[];
}

const knownIds = new WeakMap<
  readonly NestedSection[],
  { readonly lists: readonly (readonly NestedSection[])[]; readonly all: readonly Ids[] }
>();

/** The visible sections of a talk's posts and their ids, the same for the same sections; by file, what is boilerplate. */
export function identify(talk: Talk, boilerplates: ReadonlyMap<string, Boilerplate>): Identified[] {
  const lists = talk.posts.map((post) =>
    nestSections(post, boilerplates.get(post.draft.file) ?? NO_BOILERPLATE),
  );
  const [theirs = []] = lists;
  const known = knownIds.get(theirs);
  const same = known?.lists.length === lists.length && known.lists.every((list, at) => list === lists[at]);
  const all = same ? known.all : idsOf(talk, lists);
  if (!same) knownIds.set(theirs, { lists, all });
  return talk.posts.map((post, at) => ({
    post,
    nested: lists[at] ?? [],
    ...(all[at] ?? { ids: [], findings: [] }),
  }));
}

function idsOf(
  { posts }: Talk,
  [theirs = [], ...translations]: readonly (readonly NestedSection[])[],
): Ids[] {
  const [original, ...others] = posts;
  const ids = ownIds(theirs.map(({ section }) => section));
  const taken = new Set(ids);
  const rest = translations.map((mine, at): Ids => {
    const found = translatedIds(theirs, ids, mine, taken);
    const file = others[at]?.draft.file ?? '';
    const findings = found.unmatched.flatMap((index): Finding[] => {
      const section = mine[index]?.section;
      if (!section) return [];
      const message = `"${original.draft.file}" has no section for "${section.name}"; add it there, or write the same {#id} behind both headings.`;
      return [{ level: 'warning', file, line: section.line, code: 'outline-differs', message }];
    });
    return { ids: found.ids, findings };
  });
  return [{ ids, findings: [] }, ...rest];
}
