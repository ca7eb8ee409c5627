import { cutLabel } from '#pages/cut.ts';
import { LIMITS } from '#pages/limits.ts';
import { findPlace } from '#pages/lookup.ts';
import type { Reader, Sources } from '#pages/model.ts';
import { sectionName, targetEntry } from '#pages/names.ts';
import { encodeRoute, type Route, readControl } from '#pages/route.ts';
import type { Scope, Suggestion, Target } from '#search/model.ts';
import type { Choice, House } from './model.ts';

/** From here on a suggestion is taken for what was meant. */
export const SURE = 0.5;

/** What pages are drawn from, as it is now. */
export const sourcesOf = ({ library, search, mention }: House): Sources => ({
  library: library(),
  search,
  mention,
});

/** How a suggestion is shown; the same text must lead back to it, since Discord may send it in place of its value. */
function labelOf(house: House, target: Target, scope: Scope, reader: Reader): string | undefined {
  const entry = targetEntry(house.library(), target, reader);
  if (entry === undefined) return undefined;
  const tidy = (text: string | undefined): string => (text ?? '').replace(/\s+/g, ' ').trim();
  if (target.kind !== 'section') return cutLabel(tidy(entry.label), LIMITS.choiceName);
  // Within a session its name goes without saying.
  const section = findPlace(house.library(), target, reader)?.section;
  if (scope.kind === 'section' && section !== undefined) {
    return cutLabel(tidy(sectionName(section, reader)), LIMITS.choiceName);
  }
  return cutLabel(`${cutLabel(tidy(entry.label), 70)} — ${tidy(entry.description)}`, LIMITS.choiceName);
}

interface Labelled {
  readonly label: string;
  readonly target: Target;
  readonly route: Route;
}

/** Suggestions with labels that differ: of two that are alike, the second is numbered. */
function labelled(
  house: House,
  suggestions: readonly Suggestion[],
  scope: Scope,
  reader: Reader,
): readonly Labelled[] {
  const used = new Set<string>();
  return suggestions.flatMap(({ target }) => {
    const plain = labelOf(house, target, scope, reader);
    const route = targetEntry(house.library(), target, reader)?.route;
    if (plain === undefined || route === undefined) return [];
    let label = plain;
    for (let at = 2; used.has(label); at += 1) {
      const suffix = ` (${at})`;
      label = cutLabel(plain, LIMITS.choiceName - suffix.length) + suffix;
    }
    used.add(label);
    return [{ label, target, route }];
  });
}

/** Suggestions as Discord's choices: at most 25, labels all different, values routes. */
export function choicesFor(house: House, typed: string, scope: Scope, reader: Reader): readonly Choice[] {
  const suggestions = house.search.complete(typed, scope, LIMITS.choices);
  return labelled(house, suggestions, scope, reader)
    .slice(0, LIMITS.choices)
    .map(({ label, route }) => ({ label, value: encodeRoute(route) }));
}

/** The route that an autocompleted value is; undefined for text of one's own. */
export const routeOf = (typed: string): Route | undefined => readControl(typed.trim())?.route;

/** What somebody meant, or the closest suggestions where that is not clear. */
export type Meant<T extends Target = Target> =
  | { readonly kind: 'found'; readonly target: T }
  | { readonly kind: 'miss'; readonly closest: readonly Suggestion[] };

/** A session before its section: what stands at the head of a label says which it is. */
const sameText = (one: string, other: string): boolean =>
  one.normalize('NFC').replace(/\s+/g, ' ').trim().toLowerCase() ===
  other.normalize('NFC').replace(/\s+/g, ' ').trim().toLowerCase();

/**
 * What a text means that was typed by hand: a suggestion's label, else the best match where the search is sure of it.
 * @param wanted keeps suggestions of the kinds that can be meant.
 */
export function meantBy<T extends Target>(
  house: House,
  typed: string,
  scope: Scope,
  reader: Reader,
  wanted: (target: Target) => target is T,
): Meant<T> {
  const suggestions = house.search
    .complete(typed, scope, LIMITS.choices)
    .filter((suggestion): suggestion is Suggestion & { target: T } => wanted(suggestion.target));
  for (const suggestion of suggestions) {
    const label = labelOf(house, suggestion.target, scope, reader);
    if (label !== undefined && sameText(label, typed)) return { kind: 'found', target: suggestion.target };
  }
  const [best] = suggestions;
  if (best !== undefined && best.confidence >= SURE) return { kind: 'found', target: best.target };
  return { kind: 'miss', closest: suggestions };
}
